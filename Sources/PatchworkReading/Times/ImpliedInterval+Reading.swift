import PatchworkRecord
import PatchworkText

extension ImpliedInterval {
  /// What the times of a report without a day of publication say of that day; nil where none does.
  ///
  /// Only times with a year of their own are resolved in such a report, and only clauses whose tense is plain count.
  init?(of times: [TimeMention], in tree: ParseTree) {
    let outlooks = Outlooks(tree: tree)
    var last: (day: String, mention: TimeMention)?
    var first: (day: String, mention: TimeMention)?
    for mention in times where mention.time.kind == .date || mention.time.kind == .interval {
      switch outlooks.outlook(of: mention.tokens.lowerBound) {
      case .past:
        guard let day = mention.time.from, day > last?.day ?? "" else { continue }
        last = (day, mention)
      case .future:
        guard let day = mention.time.to, day < first?.day ?? "~" else { continue }
        first = (day, mention)
      case .present, .unknown: continue
      }
    }
    // A plan for a day that the report tells things after is an old plan.
    if let known = last?.day, let planned = first?.day, planned < known { first = nil }
    let bounds = [last?.mention, first?.mention].compactMap(\.self)
    guard !bounds.isEmpty else { return nil }
    self.init(
      from: last?.day, to: first?.day, times: bounds.map(\.time.quote),
      sentences: bounds.map { mention in
        let range = tree.sentences[tree.sentenceOfToken[mention.tokens.lowerBound]]
        return Quote(span: tree.span(range), text: tree.text(range))
      })
  }
}
