public import PatchworkRecord

/// A figure that an account gives for an incident.
public struct Figure: Hashable, Sendable {
  /// The report and the account.
  public let report: String
  /// Number of the account.
  public let account: Int
  /// The origin of the report's text: figures of one origin are one figure.
  public let origin: String
  /// The count as read.
  public let count: Count
  /// Whom it counts.
  public let victims: VictimClass
  /// Who gives it; empty where nobody is named.
  public let speaker: String
  /// Day of publication.
  public let published: CivilDay?
  /// Whether it is of a stretch of time that is longer than an event ("since 2011").
  public let isOfPeriod: Bool

  /// Makes a figure.
  public init(
    report: String, account: Int, origin: String, count: Count, victims: VictimClass = .people,
    speaker: String = "", published: CivilDay? = nil, isOfPeriod: Bool = false
  ) {
    self.report = report
    self.account = account
    self.origin = origin
    self.count = count
    self.victims = victims
    self.speaker = speaker
    self.published = published
    self.isOfPeriod = isOfPeriod
  }
}

/// The range of a number over all accounts of an incident, with why each figure counts or does not.
public struct CasualtyRange: Hashable, Sendable {
  /// The smallest number said, and the largest.
  public let low: Int
  /// The largest number said.
  public let high: Int
  /// The number that most independent origins give, of several the one said last.
  public let best: Int
  /// Whether the largest number was said to be a lower bound.
  public let isOpen: Bool
  /// Every figure with its standing.
  public let figures: [(figure: Figure, standing: Standing)]

  /// How a figure stands to the range.
  public enum Standing: String, Sendable, CaseIterable {
    /// It is within the range.
    case counts
    /// It counts some of the dead only, or adds to another figure, or is a wider total.
    case part, addition, wider
    /// A vague word, beside a number.
    case vague
    /// The same figure from the same origin.
    case copy
  }

  /// The range of some figures in the order of their reports, or nil where none gives a number.
  public init?(_ given: [Figure]) {
    var figures: [(figure: Figure, standing: Standing)] = []
    var seen: Set<String> = []
    let isWider = Self.wider(given)
    // A total of something wider is no whole of which others are parts.
    let wholes = zip(given, isWider).filter { !$0.1 }.map { $0.0 }
    let numbers = given.contains { $0.count.convention == nil }
    for (figure, isWider) in zip(given, isWider) {
      let count = figure.count
      let key = "\(figure.origin) \(count.low ?? -1) \(count.high ?? -1)"
      let standing: Standing
      if count.isAdditional {
        standing = .addition
      } else if isWider {
        standing = .wider
      } else if count.of != nil || Self.isPart(figure, of: wholes) {
        standing = .part
      } else if count.convention != nil, numbers {
        standing = .vague
      } else {
        standing = seen.insert(key).inserted ? .counts : .copy
      }
      figures.append((figure, standing))
    }
    let counting = figures.filter { $0.standing == .counts }.map(\.figure)
    guard let low = counting.compactMap({ $0.count.low ?? $0.count.high }).min(),
      let largest = counting.max(by: { Self.top($0.count) < Self.top($1.count) })
    else { return nil }
    self.low = low
    high = Self.top(largest.count)
    isOpen = counting.contains {
      Self.top($0.count) == Self.top(largest.count) && $0.count.high == nil
    }
    best = Self.best(of: counting)
    self.figures = figures
  }

  /// Whether each figure is a total of something wider than one event: of a long time, or many times the middle one.
  static func wider(_ figures: [Figure]) -> [Bool] {
    let sorted = figures.map { top($0.count) }.sorted()
    let limit = sorted.isEmpty ? 0 : max(wide, sorted[sorted.count / 2] * wide)
    return figures.map { $0.isOfPeriod || top($0.count) > limit }
  }

  /// Whether a figure counts some of those whom another one of its report counts, or of any report where it is one of
  /// women or children alone, or somebody whom no number counts ("a pilot was killed").
  private static func isPart(_ figure: Figure, of given: [Figure]) -> Bool {
    given.contains { other in
      (other.report == figure.report || partial.contains(figure.victims)
        || isSomebody(figure.count)) && isPart(figure, of: other)
    }
  }

  /// Whether a count of one has no word for it.
  private static func isSomebody(_ count: Count) -> Bool {
    count.low == 1 && count.high == 1
      && Set(ReportWords(count.quote.text).hashes).isDisjoint(with: ones)
  }

  private static let ones = Set(ReportWords("one 1 single only").hashes)

  /// Whether a figure counts some of those that a larger one counts: those of one class where the same speaker gives both
  /// or the class is of women or children ("three children"), or a single person beside several.
  static func isPart(_ figure: Figure, of other: Figure) -> Bool {
    let (number, whole) = (top(figure.count), top(other.count))
    guard !other.count.isAdditional, other.count.of == nil, other.count.convention == nil,
      whole > number
    else { return false }
    if figure.count.of != nil || number == 1 && whole >= 4 { return true }
    let isOfClass =
      figure.victims.isWithin(other.victims)
      || figure.count.unit != other.count.unit && other.count.unit == "person"
    return isOfClass && (figure.speaker == other.speaker || partial.contains(figure.victims))
  }

  /// Classes that tell of some of the dead where others tell of all.
  private static let partial: Set<VictimClass> = [.child, .woman]

  /// Times the middle figure from which on a figure is a total of something wider, such as a whole war.
  private static let wide = 20

  /// The largest number that a count names.
  private static func top(_ count: Count) -> Int { count.high ?? count.low ?? 0 }

  private static func best(of figures: [Figure]) -> Int {
    var origins: [Int: Set<String>] = [:]
    var last: [Int: Int] = [:]
    for (order, figure) in figures.enumerated() {
      let number = figure.count.low ?? top(figure.count)
      origins[number, default: []].insert(figure.origin)
      last[number] = order
    }
    return origins.max {
      ($0.value.count, last[$0.key] ?? 0) < ($1.value.count, last[$1.key] ?? 0)
    }?.key ?? 0
  }

  /// Whether two ranges say the same of the same figures.
  public static func == (a: Self, b: Self) -> Bool {
    a.low == b.low && a.high == b.high && a.best == b.best && a.isOpen == b.isOpen
      && a.figures.elementsEqual(b.figures) { $0 == $1 }
  }

  /// Hashes the range's bounds.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(low)
    hasher.combine(high)
  }
}
