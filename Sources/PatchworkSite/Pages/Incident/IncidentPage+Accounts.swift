import PatchworkDisplay
import PatchworkLinking
import PatchworkRecord
import PatchworkStore

extension IncidentPage {
  /// Sentences of a side from which on it does not stand beside others that are much shorter.
  private static let many = 6

  /// A column for each party, in it what its speakers say; whoever says much more than all others has the whole width below.
  var sides: HTML {
    let sides = view.analysis.sides.map { side in
      (side: side, groups: SentenceGroup.groups(side.accounts, of: view.accounts))
    }
    let lengths = sides.map(\.groups.count).sorted(by: >)
    let most = max(Self.many, 2 * (lengths.dropFirst().first ?? 0))
    func shown(_ isMany: Bool) -> [HTML] {
      sides.filter { ($0.groups.count > most) == isMany }.map { side, groups in
        let name = side.party?.name ?? "Others"
        return """
          <section class="side\(isMany ? " many" : "" as HTML)" aria-label="Accounts of \(name)"><h3><bdi>\(name)</bdi> \
          <small>\(Plural.text(side.accounts.count, "account"))</small></h3>
          \(groups.map(said))</section>

          """
      }
    }
    let (columns, wide) = (shown(false), shown(true))
    let beside: HTML =
      columns.isEmpty
      ? ""
      : """
      <div class="sides" tabindex="0" role="region" aria-label="Accounts by party">
      \(columns)</div>

      """
    return """
      <section id="accounts"><h2>Who says what</h2>
      \(beside)\(wide)</section>

      """
  }

  /// A sentence under everything that is read from it.
  private func said(_ group: [Int]) -> HTML {
    let entry = view.accounts[group[0]]
    return """
      <div class="account f-\(entry.account.stance.family.rawValue)">
      \(group.map(says))\(Said.sentence(entry.report, entry.account))
      \(published(entry))
      </div>

      """
  }

  /// Who does what by a sentence, what it holds of the incident, and what it answers and excludes.
  private func says(_ index: Int) -> HTML {
    let entry = view.accounts[index]
    let account = entry.account
    let position = view.analysis.positions[index]
    let blamed: HTML =
      position.blamed.isEmpty
      ? "" : " <span class=\"blames\">blames \(BlamedText.of(position.blamed))</span>"
    let isCorrected = view.judgements.contains {
      $0.report == entry.report && $0.account == account.number && $0.action == .edit
    }
    let corrected: HTML = isCorrected ? " <span class=\"badge human\">corrected</span>" : ""
    let details = account.details()
    let said: HTML =
      details.isEmpty ? "" : "<p class=\"said\">\(details.joined(separator: ", "))</p>"
    return """
      <div class="one" id="a\(index)"><p class="says">\(Said.speaker(account)) <span class="stance">\(account.stanceWord)</span>\
      \(answered(by: entry))\(blamed)\(corrected)</p>
      \(said)\(rivals(of: index))</div>

      """
  }

  /// What an account answers, denies or passes on, where that stands on the page.
  private func answered(by entry: IncidentAccount) -> HTML {
    guard let number = entry.account.about,
      let other = view.accounts.firstIndex(where: {
        $0.report == entry.report && $0.account.number == number
      })
    else { return "" }
    let (own, answered) = (entry.account, view.accounts[other].account)
    // Who goes on speaking answers nobody.
    if own.source.who == answered.source.who, own.stance.family == answered.stance.family {
      return ""
    }
    let takesUp: [Stance] = [.deny, .reject, .question, .report, .correct, .condemn]
    let link: HTML = takesUp.contains(own.stance) ? "what" : "on what"
    return
      " <a class=\"answers\" href=\"#a\(other)\">\(link) <bdi>\(answered.speaker)</bdi> says</a>"
  }

  /// The accounts that exclude one, by whether, who, how and how many.
  private func rivals(of index: Int) -> HTML {
    let found = view.analysis.contradictions.filter { $0.first == index || $0.second == index }
    guard !found.isEmpty else { return "" }
    let links = found.map { rival -> HTML in
      let other = rival.first == index ? rival.second : rival.first
      return """
        <li>on \(SlotText.of(rival.slot)) with <a href="#a\(other)"><bdi>\(view.accounts[other].account.speaker)</bdi></a></li>
        """
    }
    return """
      <details class="rivals"><summary>excluded by \(Plural.text(found.count, "account"))</summary><ul>\(links)</ul></details>

      """
  }

  var contradictions: HTML {
    let pairs = RivalPair.of(view.analysis.contradictions) { view.accounts[$0].account.speaker }
    guard !pairs.isEmpty else { return "" }
    let items = pairs.prefix(12).map { pair -> HTML in
      let more: HTML = pair.count > 1 ? " <small>(\(pair.count) pairs)</small>" : ""
      return """
        <li><b>\(SlotText.of(pair.slot))</b>: <bdi>\(pair.names.0)</bdi> and <bdi>\(pair.names.1)</bdi>\(more)</li>

        """
    }
    return """
      <section id="differ"><h2>Where accounts exclude each other</h2>
      <ul class="plain">
      \(items)</ul></section>

      """
  }

  /// How each speaker spoke of it over time, the two sentences of a shift side by side.
  var threads: HTML {
    let shown = view.analysis.threads.compactMap { thread -> HTML? in
      let shifts = thread.shifts.filter { $0.change != .restated }
      guard !shifts.isEmpty else { return nil }
      let rows = shifts.map { ShiftPair(shift: $0, accounts: view.accounts).html }
      return """
        <section class="thread"><h3><bdi>\(thread.speaker)</bdi> <small>\(Plural.text(thread.statements.count, "statement"))</small></h3>
        \(rows)</section>

        """
    }
    guard !shown.isEmpty else { return "" }
    return """
      <section id="threads"><h2>How speakers spoke of it over time</h2>
      <p class="lead">The same rule for every party: a later statement of one speaker beside the earlier one that it differs \
      from.</p>
      \(shown)</section>

      """
  }
}
