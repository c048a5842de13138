public import PatchworkRecord

/// One moment as one report tells it: the accounts of that report which are about it, and what they say together.
public struct Occurrence: Hashable, Sendable {
  /// The report and the number of the occurrence within it, from 0.
  public var report: String
  /// Number of the occurrence within the report, from 0.
  public var number: Int
  /// Day of publication of the report.
  public var published: CivilDay?
  /// Numbers of the accounts, in order: those with a happening, then those that tie to it by what they are about.
  public var accounts: [Int]
  /// Types of its happenings, each once, in order of first mention.
  public var types: [HappeningType]
  /// Places that its own sentences name, each once, in order of first mention; where they name none, the places that the
  /// text around them gives.
  public var places: [Place]
  /// Whether its own sentences name a place.
  public var isPlaceSaid: Bool
  /// Days that its own sentences say, each once, in order; where they say none, those that the text around them gives.
  public var times: [ClosedRange<CivilDay>]
  /// Whether its own sentences say a day.
  public var isTimeSaid: Bool
  /// Hashes of the words that tell which event is meant, in order.
  public var words: [UInt64]
  /// Hashes of the telling words that name what was hit, in order.
  public var targets: [UInt64]
  /// Numbers of killed that were said of it.
  public var killed: [Int]

  /// Makes an occurrence of what was read or stored.
  public init(
    report: String, number: Int, published: CivilDay?, accounts: [Int], types: [HappeningType],
    places: [Place], isPlaceSaid: Bool, times: [ClosedRange<CivilDay>], isTimeSaid: Bool,
    words: [UInt64], targets: [UInt64], killed: [Int]
  ) {
    self.report = report
    self.number = number
    self.published = published
    self.accounts = accounts
    self.types = types
    self.places = places
    self.isPlaceSaid = isPlaceSaid
    self.times = times
    self.isTimeSaid = isTimeSaid
    self.words = words
    self.targets = targets
    self.killed = killed
  }

  /// The most specific of its places, of several the first.
  public var place: Place? {
    places.enumerated().min {
      (Self.width($0.element), $0.offset) < (Self.width($1.element), $1.offset)
    }?.element
  }

  /// The narrowest of its times, of several the first.
  public var days: ClosedRange<CivilDay>? {
    times.enumerated().min {
      ($0.element.length, $0.offset) < ($1.element.length, $1.offset)
    }?.element
  }

  private static func width(_ place: Place) -> Int {
    (place.id == nil ? 100 : 0) + place.precision + (place.use == .relative ? 1 : 0)
  }

  /// Order in which occurrences are linked: publication, report, number; unknown days come last.
  public static func precedes(_ a: Occurrence, _ b: Occurrence) -> Bool {
    let (x, y) = (a.published?.number ?? .max, b.published?.number ?? .max)
    return (x, a.report, a.number) < (y, b.report, b.number)
  }
}
