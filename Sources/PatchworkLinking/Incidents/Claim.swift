import PatchworkRecord
import PatchworkText

/// An account with a happening, with what linking needs to know of it.
struct Claim {
  let account: Account
  let happening: Happening
  /// First and last day that it can have been, where the account says one.
  let days: ClosedRange<CivilDay>?
  let words: [UInt64]
  /// Whether the trigger points back ("the attack").
  let isAnaphor: Bool

  init(
    _ account: Account, _ happening: Happening, _ telling: TellingWords, _ words: ReportWords,
    _ names: [Span]
  ) {
    self.account = account
    self.happening = happening
    days = happening.time.flatMap(Self.days)
    var spans = account.content.map(\.span)
    if spans.isEmpty { spans = [account.sentence.span] }
    spans += [happening.actor, happening.target].compactMap { $0?.quote.span }
    self.words = telling.words(of: spans, in: words, without: names)
    let trigger = words.firstWord(from: happening.trigger.span.start)
    isAnaphor = trigger > 0 && Self.pointers.contains(words.hashes[trigger - 1])
  }

  /// The days of a time, where it is closed on both sides and no wider than a month.
  private static func days(of time: TimeExpression) -> ClosedRange<CivilDay>? {
    guard let from = time.from.flatMap(CivilDay.init(iso:)),
      let to = time.to.flatMap(CivilDay.init(iso:)), from <= to, to.number - from.number <= 31
    else { return nil }
    return from...to
  }

  /// Whether this is what was going on when another thing of the same sentence happened.
  func isSetting(of draft: Draft) -> Bool {
    happening.type == .aidMovement && happening.modality == .ongoing
      && draft.types.contains(.aidAttack) && draft.lastSentence == account.sentence.span
  }

  private static let pointers = Set(ReportWords("the this that these those").hashes)
}

/// An occurrence while its report is being gone through.
struct Draft {
  private(set) var accounts: [Int]
  private(set) var types: [HappeningType]
  private(set) var place: Place?
  private(set) var days: ClosedRange<CivilDay>?
  private(set) var words: Set<UInt64>
  private(set) var killed: [Int]
  private(set) var lastSentence: Span

  init(_ claim: Claim) {
    accounts = [claim.account.number]
    types = [claim.happening.type]
    place = claim.happening.place
    days = claim.days
    words = Set(claim.words)
    killed = Self.figures(claim)
    lastSentence = claim.account.sentence.span
  }

  mutating func add(_ claim: Claim) {
    accounts.append(claim.account.number)
    if !types.contains(claim.happening.type) { types.append(claim.happening.type) }
    if let other = claim.happening.place, other.id != nil,
      place?.id == nil || other.precision < (place?.precision ?? 7)
    {
      place = other
    }
    if let other = claim.days, days.map({ other.length < $0.length }) ?? true { days = other }
    words.formUnion(claim.words)
    killed += Self.figures(claim)
    lastSentence = claim.account.sentence.span
  }

  /// The best that any of its types says of a claim's type.
  func agreement(with claim: Claim, _ families: TypeFamilies) -> TypeFamilies.Agreement {
    var best = TypeFamilies.Agreement.different
    for type in types {
      switch families.agreement(type, claim.happening.type) {
      case .different: continue
      case .same: return .same
      case .compatible: best = .compatible
      case .opposed: if case .different = best { best = .opposed }
      }
    }
    return best
  }

  func occurrence(_ report: LinkedReport, _ number: Int, _ attached: [Int]) -> Occurrence {
    Occurrence(
      report: report.id, number: number, published: report.published,
      accounts: accounts + attached, types: types, place: place, days: days,
      words: words.sorted(), killed: killed)
  }

  private static func figures(_ claim: Claim) -> [Int] {
    guard let killed = claim.happening.killed, killed.convention == nil else { return [] }
    return [killed.low ?? killed.high].compactMap { $0 }
  }
}

extension ClosedRange<CivilDay> {
  /// Days covered beyond the first.
  var length: Int { upperBound.number - lowerBound.number }

  /// Days that lie between two ranges, 0 where they meet.
  func gap(to other: Self) -> Int {
    Swift.max(
      0, other.lowerBound.number - upperBound.number, lowerBound.number - other.upperBound.number)
  }
}
