import PatchworkRecord
import PatchworkSituation

extension CaseFileSheet {
  /// What is not known, before anything that is: what a radio room has to ask.
  var notKnown: HTML {
    var gaps = file.unknown.map { group -> HTML in
      "<li><b>\(group.rawValue)</b>: no report speaks of it and nothing was entered</li>\n"
    }
    gaps += partGaps + partyGaps + clockGaps
    gaps.append(
      "<li><b>weather</b>: Patchwork reads no forecasts; ask</li>\n")
    return """
      <section class="not-known"><h2>Not known</h2>
      <ul>
      \(gaps)</ul>\(newest)</section>
      """
  }

  /// How old the newest sentence is.
  private var newest: HTML {
    let days = file.factors.flatMap(\.grounds).compactMap { ground -> CivilDay? in
      switch ground {
      case .said(let said): said.published
      case .clock(_, let act, _): act.said.published
      case .entered, .almanac: nil
      }
    }
    guard let last = days.max() else {
      return
        "<p class=\"sum\">No report at all bears on this movement: all that is here was entered by people.</p>"
    }
    return
      "<p class=\"sum\">The newest report that bears on it is \(SituationText.age(last, on: file.asOf.day)).</p>"
  }

  /// Points and legs of which a group says nothing, a line a group, unless the group is unknown as a whole.
  private var partGaps: [HTML] {
    CaseFile.askedOfParts.filter { !file.unknown.contains($0) }.compactMap { group in
      let silent = file.partFindings.filter {
        $0.group == group && $0.part != nil && $0.factors.isEmpty
      }
      guard !silent.isEmpty else { return nil }
      let names = silent.compactMap(\.part).map(name)
      return
        "<li><b>\(group.rawValue)</b>: no report for \(names.joined(separator: "; "))</li>\n"
    }
  }

  /// A point by its name, a leg by its ends.
  func name(_ part: Movement.Part) -> String {
    switch part {
    case .point(let index): return file.movement.points[index].name
    case .leg(let index):
      let leg = file.movement.legs[index]
      return "the way \(leg.from.name) → \(leg.to.name)"
    }
  }

  /// Parties who were told and have not approved, and those who were asked and have not answered.
  private var partyGaps: [HTML] {
    let movement = file.movement
    let answered = Set(movement.approvals.filter { $0.status != .requested }.map(\.party))
    var gaps: [HTML] = []
    for contact in movement.approvals where contact.status == .requested {
      gaps.append("<li><b><bdi>\(contact.party)</bdi></b>: asked, no answer is entered</li>\n")
    }
    for contact in movement.notifications where !answered.contains(contact.party) {
      let words =
        switch contact.status {
        case .acknowledged:
          "acknowledged that it was told; that is no approval, and none is entered"
        case .sent: "was told; no acknowledgement and no approval is entered"
        default: ""
        }
      if !words.isEmpty {
        gaps.append("<li><b><bdi>\(contact.party)</bdi></b>: \(words)</li>\n")
      }
    }
    if movement.approvals.isEmpty, movement.notifications.isEmpty {
      gaps.append("<li><b>approvals and notifications</b>: none is entered for any party</li>\n")
    }
    return gaps
  }

  /// Truces whose last day is said, but not its hour.
  private var clockGaps: [HTML] {
    var seen: Set<String> = []
    return file.factors.flatMap(\.grounds).compactMap { ground in
      guard case .clock(let instrument, _, let clock) = ground, let end = clock.end,
        end >= file.movement.start.day, end <= file.movement.end.day,
        seen.insert(instrument).inserted
      else { return nil }
      return
        "<li><b>hour of the end of \(instrument)</b>: it is said to end on \(DayText.of(end.iso)); no hour is read, so it may lapse before unloading ends at \(file.movement.end.clock)</li>\n"
    }
  }

  /// What each party was asked and told, as entered.
  var contacts: HTML {
    let movement = file.movement
    var parties: [String] = []
    for contact in movement.approvals + movement.notifications
    where !parties.contains(contact.party) { parties.append(contact.party) }
    guard !parties.isEmpty else { return "" }
    func cell(_ contacts: [Movement.Contact], _ party: String) -> HTML {
      let found = contacts.filter { $0.party == party }
      guard !found.isEmpty else { return "<td class=\"gap\">nothing entered</td>" }
      let words = found.map { contact in
        contact.status.rawValue
          + (contact.at.map { ", \($0.clock) \($0.day.iso)" } ?? ", no time entered")
      }
      return "<td>\(words.joined(separator: "; "))</td>"
    }
    return """
      <section><h2>What each party was asked and told</h2>
      <table><thead><tr><th scope="col">Party</th><th scope="col">Approval</th><th scope="col">Notification</th></tr></thead><tbody>
      \(parties.map { party in
        "<tr><th scope=\"row\"><bdi>\(party)</bdi></th>\(cell(movement.approvals, party))\(cell(movement.notifications, party))</tr>\n" as HTML
      })</tbody></table>
      <p class="sum">As entered by \(movement.assessor). Acknowledged is not approved; approved protects from nothing.</p></section>
      """
  }
}
