import PatchworkRecord
import PatchworkText

extension ImpliedInterval {
  /// Days of a year that lie farther apart than this do not tell which comes later.
  private static let halfYear = 183

  /// What the times of a report without a day of publication say of that day; nil where none does.
  ///
  /// Only times with a year of their own are resolved in such a report, and only clauses whose tense is plain count. Past days
  /// whose year is not told bound the day of the year alone.
  init?(of times: [TimeMention], in tree: ParseTree) {
    let outlooks = Outlooks(tree: tree)
    var last: (day: String, mention: TimeMention)?
    var first: (day: String, mention: TimeMention)?
    var yearless: [(day: CivilDay, mention: TimeMention)] = []
    for mention in times where mention.time.kind == .date || mention.time.kind == .interval {
      switch outlooks.outlook(of: mention.tokens.lowerBound) {
      case .past:
        if let day = Self.dayOfLeapYear(mention.time) { yearless.append((day, mention)) }
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
    let numbers = yearless.map(\.day.number)
    let isOrdered = (numbers.max() ?? 0) - (numbers.min() ?? 0) <= Self.halfYear
    let after = isOrdered ? yearless.max { $0.day.number < $1.day.number } : nil
    let bounds = [last?.mention, first?.mention, after?.mention].compactMap(\.self)
    guard !bounds.isEmpty else { return nil }
    self.init(
      from: last?.day, to: first?.day, afterDay: after.map { String($0.day.iso.suffix(5)) },
      times: bounds.map(\.time.quote),
      sentences: bounds.map { mention in
        let range = tree.sentences[tree.sentenceOfToken[mention.tokens.lowerBound]]
        return Quote(span: tree.span(range), text: tree.text(range))
      })
  }

  /// The day of a time that tells no year ("XXXX-09-17"), in a year that has every day.
  private static func dayOfLeapYear(_ time: TimeExpression) -> CivilDay? {
    guard let value = time.value, value.utf8.count == 10, value.hasPrefix("XXXX-") else {
      return nil
    }
    return CivilDay(iso: "2000" + value.dropFirst(4))
  }
}
