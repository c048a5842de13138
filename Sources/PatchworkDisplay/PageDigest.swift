import PatchworkRecord

/// The happenings that more than one source of a report speaks of, with their rival tellings side by side.
struct PageDigest {
  private let reading: Reading
  private let anchor: String
  /// The level of its heading, one below the article's.
  private let level: Int

  init(_ reading: Reading, anchor: String, level: Int = 3) {
    self.reading = reading
    self.anchor = anchor
    self.level = level
  }

  /// A table of such happenings, empty when there are none.
  func html() -> String {
    let groups = AccountGroup.groups(of: reading.accounts).filter { group in
      group.subject != .statement
        && Set(group.members.map { reading.accounts[$0].speaker }).count > 1
    }
    if groups.isEmpty { return "" }
    return """
      <section class="digest" aria-label="Told by more than one source">
      <h\(level)>Told by more than one source</h\(level)>
      \(groups.map(html).joined(separator: "\n"))
      </section>

      """
  }

  private func html(of group: AccountGroup) -> String {
    var facts = [group.place.map { HTMLText.isolated($0.quote.text) } ?? "<i>place unknown</i>"]
    if case .happening = group.subject {
      facts.append(group.time.map { HTMLText.escape($0.text) } ?? "<i>date unknown</i>")
    }
    let items = group.members.map { member in
      let account = reading.accounts[member]
      let details = account.details(in: group)
      let said =
        details.isEmpty ? "" : " <span>\(HTMLText.escape(details.joined(separator: ", ")))</span>"
      return """
        <li class="f-\(account.stance.family.rawValue)"><a href="#\(anchor)-a\(account.number)">\(member + 1)</a> \
        <span class="who" dir="auto">\(HTMLText.escape(account.speaker))</span> \
        <span class="stance">\(account.stanceWord)</span>\(said)</li>
        """
    }
    return """
      <div class="told"><h\(level + 1)>\(group.subjectText) <span>\(facts.joined(separator: " · "))</span></h\(level + 1)>
      <ul>
      \(items.joined(separator: "\n"))
      </ul></div>
      """
  }
}
