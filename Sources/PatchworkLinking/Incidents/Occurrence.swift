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
  /// The most specific place said, with its wider places.
  public var place: Place?
  /// First and last day that it can have been, as said.
  public var days: ClosedRange<CivilDay>?
  /// Hashes of the words that tell which event is meant, in order.
  public var words: [UInt64]
  /// Numbers of killed that were said of it.
  public var killed: [Int]

  /// Makes an occurrence of what was read or stored.
  public init(
    report: String, number: Int, published: CivilDay?, accounts: [Int], types: [HappeningType],
    place: Place?, days: ClosedRange<CivilDay>?, words: [UInt64], killed: [Int]
  ) {
    self.report = report
    self.number = number
    self.published = published
    self.accounts = accounts
    self.types = types
    self.place = place
    self.days = days
    self.words = words
    self.killed = killed
  }

  /// Order in which occurrences are linked: publication, report, number; unknown days come last.
  public static func precedes(_ a: Occurrence, _ b: Occurrence) -> Bool {
    let (x, y) = (a.published?.number ?? .max, b.published?.number ?? .max)
    return (x, a.report, a.number) < (y, b.report, b.number)
  }
}
