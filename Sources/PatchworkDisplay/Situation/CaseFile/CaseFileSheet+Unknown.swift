import PatchworkRecord
import PatchworkSituation

extension CaseFileSheet {
  /// What is not known, before anything that is: what a radio room has to ask.
  var notKnown: HTML {
    let unknowns = CaseFileUnknowns(file)
    let gaps = unknowns.gaps.map { gap -> HTML in
      "<li><b><bdi>\(gap.of)</bdi></b>: \(gap.words)</li>\n"
    }
    return """
      <section class="not-known"><h2>Not known</h2>
      <ul>
      \(gaps)</ul><p class="sum">\(unknowns.newest)</p></section>
      """
  }

  /// A point by its name, a leg by its ends.
  func name(_ part: Movement.Part) -> String { SituationText.part(part, of: file.movement) }

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
      <table><caption>Approvals and notifications, a row a party</caption><thead><tr><th scope="col">Party</th><th scope="col">Approval</th><th scope="col">Notification</th></tr></thead><tbody>
      \(parties.map { party in
        "<tr><th scope=\"row\"><bdi>\(party)</bdi></th>\(cell(movement.approvals, party))\(cell(movement.notifications, party))</tr>\n" as HTML
      })</tbody></table>
      <p class="sum">As entered by \(movement.assessor). Acknowledged is not approved; approved protects from nothing.</p></section>
      """
  }
}
