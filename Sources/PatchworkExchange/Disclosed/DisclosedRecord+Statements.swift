import PatchworkDisclosure
import PatchworkLinking
import PatchworkRecord
import PatchworkSituation
import PatchworkStore

/// What a report says of a place or a truce as it may be shown, with the account that says it.
struct DisclosedStatement {
  /// The statement; its sentence is there.
  let said: SaidState
  /// The account.
  let account: Account
  /// The accounts of its report that may be shown.
  let accounts: [Account]
}

extension DisclosedRecord {
  /// Calls with what reports say of places and truces, report by report in order of publication, as it may be shown, and gives
  /// back what was left out of it.
  ///
  /// What is shown is read anew from the accounts that are shown, so that nothing can be in it that is not in them; holds one
  /// report at a time.
  func forEachStatement(
    _ filter: SituationFilter, layers: LayerReader, _ body: (DisclosedStatement) throws -> Void
  ) throws -> Removals {
    var removals = Removals()
    for id in try file.reports(saying: filter) {
      guard let stored = try file.report(id) else { continue }
      var own = filter
      own.report = id
      own.withSentences = false
      let wanted = try file.saidStates(own)
      var disclosure = try self.disclosure(of: [stored])
      // The whole report is asked for apart: only what of it is wanted counts as left out.
      var whole = disclosure
      guard var (report, reading) = whole.report(id) else { continue }
      let asRead = Dictionary(
        stored.reading.accounts.map { ($0.number, $0) }, uniquingKeysWith: { a, _ in a })
      for number in Set(wanted.map(\.entry.account)) {
        if let account = asRead[number] { _ = disclosure.account(account, of: id) }
      }
      removals.add(disclosure.removals)
      reading.accounts.removeAll { stored.rejected.contains($0.number) }
      let accounts = Dictionary(
        reading.accounts.map { ($0.number, $0) }, uniquingKeysWith: { a, _ in a })
      report.id = disclosure.identifier(id)
      let entries = layers.entries(of: reading, published: stored.row.published)
      for was in wanted {
        guard let account = accounts[was.entry.account],
          let entry = entries.first(where: {
            $0.account == was.entry.account && $0.layer == was.entry.layer
          })
        else { continue }
        let source = account.source
        let party = parties.party(of: source.who) ?? parties.party(of: source.role)
        try body(
          DisclosedStatement(
            said: SaidState(
              report: report.id, published: was.published, outlet: report.outlet,
              who: source.who, party: party?.name ?? "", stance: account.stance,
              sentence: account.sentence.text, span: account.sentence.span,
              origin: try identifier(was.origin, &whole), entry: entry), account: account,
            accounts: reading.accounts))
      }
    }
    return removals
  }
}
