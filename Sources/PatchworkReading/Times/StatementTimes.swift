import PatchworkRecord
import PatchworkText

/// Gives accounts the time at which their source spoke, kept apart from when something happened.
enum StatementTimes {
  /// Adds the times that date a verb of saying to the accounts whose cue that verb is; the first said counts.
  static func attach(_ times: [TimeMention], to accounts: inout [Account], in tree: ParseTree) {
    for mention in times where !mention.time.edtf.isEmpty {
      guard let verb = mention.statementVerb else { continue }
      let span = tree.span(verb..<verb + 1)
      for index in accounts.indices
      where accounts[index].said == nil
        && accounts[index].sentence.span.contains(mention.time.quote.span)
      {
        let isCue = accounts[index].cue.contains { $0.span.overlaps(span) }
        if isCue, !closes(mention.time, accounts[index], before: span) {
          accounts[index].said = mention.time
        }
      }
    }
  }

  /// Whether a time ends what is told rather than dating the telling: "five were killed yesterday, the ministry said".
  private static func closes(_ time: TimeExpression, _ account: Account, before verb: Span) -> Bool
  {
    guard let content = account.content.first?.span else { return false }
    return content.start < time.quote.span.start && time.quote.span.end <= verb.start
  }
}
