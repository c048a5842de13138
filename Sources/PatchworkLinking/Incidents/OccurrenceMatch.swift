import PatchworkRecord
public import PatchworkText

/// How much speaks for two reports telling one moment, with the reasons.
public struct OccurrenceMatch: Hashable, Sendable {
  /// The sum of what speaks for it and against it.
  public let score: Double
  /// The grounds that counted, in words of a closed list, each with its share.
  public let reasons: [Reason]
  /// Whether something other than the kind of event and the time speaks for it: a telling word, or one place in the other.
  public let isGrounded: Bool

  /// One ground.
  public struct Reason: Hashable, Sendable {
    /// Which ground.
    public let ground: Ground
    /// What it added.
    public let share: Double
  }

  /// The grounds on which two tellings are compared.
  public enum Ground: String, Sendable, CaseIterable {
    case means, place, days, words, figures
  }
}

/// Compares occurrences of different reports.
public struct OccurrenceMatcher: Sendable {
  let families: TypeFamilies
  /// The weights and thresholds.
  public let weights: LinkingWeights
  /// Days before publication in which an undated occurrence is taken to lie.
  static let newsDays = 3

  /// Makes a matcher with the tables that ship with the target.
  public init() throws(LexiconError) {
    families = try TypeFamilies()
    weights = try LinkingWeights()
  }

  /// The comparison of two occurrences, or nil where their types cannot tell one moment; symmetric.
  public func match(_ a: Occurrence, _ b: Occurrence) -> OccurrenceMatch? {
    guard let means = meansShare(a, b) else { return nil }
    var reasons: [OccurrenceMatch.Reason] = []
    func count(_ ground: OccurrenceMatch.Ground, _ share: Double) {
      if share != 0 { reasons.append(.init(ground: ground, share: share)) }
    }
    count(.means, means)
    var isGrounded = false
    if let place = a.place, let other = b.place {
      count(.place, weights.places(place, other))
      isGrounded = Self.lieTogether(place, other)
    }
    count(.days, daysShare(a, b))
    let shared = Self.shared(a.words, b.words)
    count(.words, min(weights.mostWords, Double(shared) * weights.sharedWord))
    count(.figures, figuresShare(a.killed, b.killed))
    return OccurrenceMatch(
      score: reasons.reduce(0) { $0 + $1.share }, reasons: reasons,
      isGrounded: isGrounded || shared > 0)
  }

  /// Whether two occurrences of different reports are so much alike that one may join the other's incident.
  public func isLink(_ a: Occurrence, _ b: Occurrence) -> Bool {
    guard a.report != b.report, let match = match(a, b) else { return false }
    return match.isGrounded && match.score >= weights.sameIncident
  }

  private static func lieTogether(_ a: Place, _ b: Place) -> Bool {
    guard let first = a.id, let second = b.id else { return false }
    return first == second || a.within.contains(second) || b.within.contains(first)
  }

  private func meansShare(_ a: Occurrence, _ b: Occurrence) -> Double? {
    var share: Double?
    for type in a.types {
      for other in b.types {
        let found: Double
        switch families.agreement(type, other) {
        case .different: continue
        case .opposed: found = weights.opposedMeans
        case .compatible: found = 0
        case .same: found = weights.sameMeans
        }
        share = max(share ?? found, found)
      }
    }
    return share
  }

  /// What the days say: in full where both are said, by half where one follows from the report's publication.
  private func daysShare(_ a: Occurrence, _ b: Occurrence) -> Double {
    if let days = a.days, let other = b.days { return weights.days(apart: days.gap(to: other)) }
    guard let days = a.days ?? Self.news(a), let other = b.days ?? Self.news(b) else { return 0 }
    return weights.days(apart: days.gap(to: other)) / 2
  }

  private static func news(_ occurrence: Occurrence) -> ClosedRange<CivilDay>? {
    occurrence.published.map { $0 - newsDays...$0 }
  }

  private func figuresShare(_ a: [Int], _ b: [Int]) -> Double {
    if a.isEmpty || b.isEmpty { return 0 }
    guard let same = a.filter(b.contains).max() else { return weights.otherFigure }
    return same >= 5 ? weights.sameFigure : weights.sameSmallFigure
  }

  /// How many numbers two ordered lists have in common.
  static func shared(_ a: [UInt64], _ b: [UInt64]) -> Int {
    var (i, j, shared) = (0, 0, 0)
    while i < a.count, j < b.count {
      if a[i] == b[j] {
        (i, j, shared) = (i + 1, j + 1, shared + 1)
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return shared
  }
}
