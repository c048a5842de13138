import PatchworkRecord
import PatchworkText

/// An account with a happening, with what linking needs to know of it.
struct Claim {
  let account: Account
  let happening: Happening
  /// Number of its sentence within the report.
  let order: Int
  /// First and last day that it can have been, where the account has a time.
  let days: ClosedRange<CivilDay>?
  /// Whether its own sentence says that time.
  let isTimeSaid: Bool
  /// Whether its place comes from another sentence.
  let isPlaceCarried: Bool
  let words: [UInt64]
  let targets: [UInt64]
  /// The number of killed that it gives in figures, and whether it is one of a whole.
  let killed: Int?
  let isPart: Bool
  /// Whether the trigger points back ("the attack").
  let isAnaphor: Bool
  /// Whether the trigger sets itself apart from what was told ("a similar attack").
  let isAnother: Bool

  init(
    _ account: Account, _ happening: Happening, order: Int, _ telling: TellingWords,
    _ words: ReportWords, _ names: [Span]
  ) {
    self.account = account
    self.happening = happening
    self.order = order
    days = happening.time.flatMap(Self.days)
    isTimeSaid = happening.time.map { account.sentence.span.contains($0.quote.span) } ?? false
    isPlaceCarried = happening.place?.rule.hasPrefix("carried") ?? false
    var spans = account.content.map(\.span)
    if spans.isEmpty { spans = [account.sentence.span] }
    spans += [happening.actor, happening.target].compactMap { $0?.quote.span }
    self.words = telling.words(of: spans, in: words, without: names)
    targets = telling.words(
      of: [happening.target?.quote.span].compactMap { $0 }, in: words, without: names)
    killed = happening.killed.flatMap { $0.convention == nil ? $0.low ?? $0.high : nil }
    isPart = happening.killed?.of != nil
    let trigger = words.firstWord(from: happening.trigger.span.start)
    isAnaphor = trigger > 0 && Self.pointers.contains(words.hashes[trigger - 1])
    let first = words.firstWord(from: account.sentence.span.start)
    isAnother = (max(first, trigger - 4)..<max(first, trigger))
      .contains { Self.others.contains(words.hashes[$0]) }
  }

  /// The place, where it is one that is known.
  var place: Place? { happening.place.flatMap { $0.id == nil ? nil : $0 } }

  /// The days of a time, where it is closed on both sides and no wider than a month.
  private static func days(of time: TimeExpression) -> ClosedRange<CivilDay>? {
    time.isOfPeriod ? nil : time.days
  }

  private static let pointers = Set(ReportWords("the this that these those").hashes)
  private static let others = Set(
    ReportWords(
      "another similar separate separately other previous earlier second different elsewhere"
    ).hashes)
}

extension [Claim] {
  /// The occurrence that claims of one report tell together.
  func occurrence(_ report: LinkedReport, _ number: Int, _ attached: [Int]) -> Occurrence {
    var types = unique(map(\.happening.type))
    // "A convoy delivering aid was hit": the delivering is the setting of the attack, not another moment.
    if types.contains(.aidAttack) { types.removeAll { $0 == .aidMovement } }
    let said = filter { !$0.isPlaceCarried }.compactMap(\.place)
    let timed = filter(\.isTimeSaid).compactMap(\.days)
    let times = unique(timed.isEmpty ? compactMap(\.days) : timed)
    // "This month" says nothing beside a day.
    let narrow = times.filter { $0.length < 7 }
    return Occurrence(
      report: report.id, number: number,
      published: lazy.compactMap { $0.account.entry.flatMap(CivilDay.init(iso:)) }.first
        ?? report.published,
      accounts: map(\.account.number) + attached, types: types,
      places: Self.distinct(said.isEmpty ? compactMap(\.place) : said),
      isPlaceSaid: !said.isEmpty, times: narrow.isEmpty ? times : narrow,
      isTimeSaid: !timed.isEmpty,
      words: Set(flatMap(\.words)).sorted(), targets: Set(flatMap(\.targets)).sorted(),
      killed: compactMap(\.killed))
  }

  private func unique<Value: Hashable>(_ values: [Value]) -> [Value] {
    var seen: Set<Value> = []
    return values.filter { seen.insert($0).inserted }
  }

  /// Places told apart by what they are and how they are meant.
  private static func distinct(_ places: [Place]) -> [Place] {
    var seen: Set<String> = []
    return places.filter {
      seen.insert("\($0.id ?? "") \($0.use == .relative) \($0.latitude ?? 0)").inserted
    }
  }
}

extension TimeExpression {
  /// The days that it covers, where it is closed on both sides.
  fileprivate var days: ClosedRange<CivilDay>? {
    guard let from = from.flatMap(CivilDay.init(iso:)), let to = to.flatMap(CivilDay.init(iso:)),
      from <= to
    else { return nil }
    return from...to
  }

  /// Whether it covers more than a month: what is told of it is no one event ("since 2011").
  var isOfPeriod: Bool { days.map { $0.length > 31 } ?? false }
}

extension ClosedRange<CivilDay> {
  /// Days covered beyond the first.
  var length: Int { upperBound.number - lowerBound.number }

  /// Days that lie between two ranges, 0 where they meet.
  func gap(to other: Self) -> Int {
    Swift.max(
      0, other.lowerBound.number - upperBound.number, lowerBound.number - other.upperBound.number)
  }

  /// How much it says that two ranges meet: 1 for two single days, less the wider one of them is.
  func narrowness(with other: Self) -> Double {
    1 / (1 + Double(Swift.max(length, other.length)) / 3)
  }
}
