import PatchworkLinking
package import PatchworkRecord
package import PatchworkSituation

/// Words for what is said of places, truces and movements.
package enum SituationText {
  /// What a statement holds and of whom: "besieged by government forces", "denied: held by rebels", "left open: besieged".
  package static func state(_ entry: LayerEntry) -> String {
    // Who did what is told by the sentence itself, of which these words are only the head.
    let isOfHolder = [.siege, .control, .presence, .road, .access, .threat].contains(entry.layer)
    let by = !isOfHolder || entry.party.isEmpty ? "" : " by \(entry.party)"
    return switch entry.holding {
    case .asserts: entry.state + by
    case .denies: "denied: \(entry.state)\(by)"
    case .open: "left open: \(entry.state)\(by)"
    }
  }

  /// Who says it, for a line's head.
  package static func speaker(_ said: SaidState) -> String {
    said.who.isEmpty ? "somebody who is not named" : said.who
  }

  /// Where it stands: day, outlet, report and account.
  package static func source(_ said: SaidState) -> String {
    let outlet = said.outlet.isEmpty ? "outlet unknown" : said.outlet
    let copied = said.origin == said.report ? "" : ", in words of \(said.origin)"
    return
      "\(said.published?.iso ?? "no date") · \(outlet) · \(said.report)#\(said.entry.account)\(copied)"
  }

  /// How old a statement is at a day.
  package static func age(_ day: CivilDay?, on today: CivilDay) -> String {
    guard let day else { return "of no known day" }
    let days = today.number - day.number
    switch days {
    case ..<0: return "of \(DayText.of(day.iso))"
    case 0: return "of the same day"
    case 1: return "1 day old"
    default: return "\(days) days old"
    }
  }

  /// What a side says of an instrument: since when it declares it, since when it holds it over, and what it says last.
  package static func side(_ side: Instrument.Side) -> String {
    func day(_ act: TruceAct) -> String {
      act.said.published.map { DayText.of($0.iso) } ?? "no day"
    }
    var parts: [String] = []
    if let act = side.declaration {
      let from = act.start.map { " from \(DayText.of($0.iso))" } ?? ""
      parts.append("\(act.state.rawValue)\(from), said on \(day(act))")
    }
    if let act = side.end { parts.append("over, said on \(day(act))") }
    let newest = side.newest
    if newest != side.declaration, newest != side.end {
      let denied = newest.holding == .denies ? "denied: " : ""
      parts.append("last \(denied)\(newest.state.rawValue), on \(day(newest))")
    }
    return parts.joined(separator: "; ")
  }

  /// Where an instrument is said to hold.
  package static func coverage(_ instrument: Instrument) -> String {
    let (places, isOpen) = instrument.coverage
    let names = places.map(\.name).joined(separator: ", ")
    if names.isEmpty { return "no place is said" }
    return names + (isOpen ? "; some statements name no place" : "")
  }

  /// The days of a meeting.
  package static func days(_ meeting: Meeting) -> String {
    meeting.days.map { DayText.interval(from: $0.lowerBound.iso, to: $0.upperBound.iso) }
      ?? "no day"
  }

  /// Where a meeting was.
  package static func venue(_ meeting: Meeting) -> String {
    meeting.venue.map { "at \($0.name)" } ?? "no venue is said"
  }

  /// Who took part in a meeting.
  package static func participants(_ meeting: Meeting) -> String {
    meeting.participants.isEmpty ? "nobody is named" : meeting.participants.joined(separator: ", ")
  }

  /// The name of an obstacle's number.
  ///
  /// Source: the nine indicators of AMRF and ACAPS.
  package static func obstacle(_ number: Int) -> String {
    [
      "denial of needs or entitlement", "restriction of people's access to services",
      "impediments to entry", "restriction of movement inside", "interference with activities",
      "violence against personnel, facilities, assets", "hostilities",
      "mines and unexploded ordnance", "physical constraints",
    ][number - 1]
  }

  /// What would have to be so for another outcome.
  package static func change(_ change: CaseFile.Counterfactual.Change) -> String {
    switch change {
    case .truceLapses(let moment):
      "if the truce lapses before \(moment.clock) on \(DayText.of(moment.day.iso))"
    case .refusal(let party): "if \(party) refuses"
    case .consent(let party): "if \(party) is known to consent"
    case .roadCloses: "if a road on the way is said to be closed"
    case .strike(let kilometres):
      "if a strike within \(distance(kilometres)) of the way or the destination is alleged"
    }
  }

  /// A point of a way by its name, a leg by its ends.
  package static func part(_ part: Movement.Part, of movement: Movement) -> String {
    switch part {
    case .point(let index): return movement.points[index].name
    case .leg(let index):
      let leg = movement.legs[index]
      return "the way \(leg.from.name) → \(leg.to.name)"
    }
  }

  /// Whether a movement's window lies before the time as of which the record was looked at, in words; nil where it lies ahead.
  package static func window(_ file: CaseFile) -> String? {
    let movement = file.movement
    if movement.end <= file.asOf {
      return
        "The window of this movement is past: unloading was to end at \(movement.end.clock) on \(DayText.of(movement.end.day.iso)), before the time as of which the record is looked at."
    }
    if movement.start <= file.asOf {
      return
        "The movement was to set out at \(movement.start.clock) on \(DayText.of(movement.start.day.iso)): by the time as of which the record is looked at it is under way."
    }
    return nil
  }

  /// The grades of a factor's incidents: "2 contested, 1 weak", of the newest where there are more than were graded.
  package static func grades(_ factor: Factor, in file: CaseFile) -> String {
    let graded = factor.incidents.compactMap { file.grades[$0] }
    guard !graded.isEmpty else { return "" }
    let words = IncidentGrade.Word.allCases.compactMap { word -> String? in
      let count = graded.count { $0 == word }
      return count == 0 ? nil : "\(count) \(word.rawValue)"
    }
    let of = graded.count < factor.incidents.count ? "of the newest \(graded.count) " : ""
    return of + words.joined(separator: ", ")
  }

  /// "5 km", "0.4 km".
  package static func distance(_ kilometres: Double) -> String {
    let tenths = Int((kilometres * 10).rounded())
    return tenths % 10 == 0 || tenths >= 100
      ? "\((tenths + 5) / 10) km" : "\(tenths / 10).\(tenths % 10) km"
  }

  /// What a person entered of a party.
  package static func contact(_ contact: Movement.Contact) -> String {
    let at = contact.at.map { " on \(DayText.of($0.day.iso)), \($0.clock)" } ?? ""
    return "\(contact.party): \(contact.status.rawValue)\(at) (entered by \(contact.enteredBy))"
  }

  /// What a factor's grounds come to, behind its title: how many and of what grade, how near, how old.
  package static func measure(_ factor: Factor, in file: CaseFile) -> String {
    let day = file.asOf.day
    var parts: [String] = []
    if !factor.incidents.isEmpty {
      let grades = grades(factor, in: file)
      parts.append(
        Plural.text(factor.incidents.count, "alleged incident")
          + (grades.isEmpty ? "" : " (graded: \(grades))"))
    }
    if factor.origins > 0 { parts.append(Plural.text(factor.origins, "independent origin")) }
    if let kilometres = factor.kilometres {
      parts.append(kilometres < 0.1 ? "at the place itself" : "nearest \(distance(kilometres))")
    }
    if let newest = factor.newest { parts.append("newest \(age(newest, on: day))") }
    if let expires = factor.expires {
      parts.append("ends \(when(expires.day, expires.time))")
    }
    if !factor.party.isEmpty { parts.append(factor.party) }
    return parts.joined(separator: ", ")
  }
}
