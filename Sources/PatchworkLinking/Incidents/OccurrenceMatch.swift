import PatchworkRecord
public import PatchworkText

/// How much speaks for two tellings being of one moment, with the reasons.
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
    case means, place, days, words, figures, targets, report
  }
}

/// Compares occurrences.
public struct OccurrenceMatcher: Sendable {
  let families: TypeFamilies
  let telling: TellingWords
  /// The weights and thresholds.
  public package(set) var weights: LinkingWeights
  /// Days before publication in which an undated occurrence is taken to lie.
  static let newsDays = 3
  /// What stands for two occurrences whose types do not tell one moment.
  static let never = -6.0
  /// Days between what two tellings of one report say from which on they are two, whatever else speaks for one.
  private static let apart = 4
  /// What stands, at most, for two that share nothing but the kind of event and the time.
  private static let groundless = -0.5
  /// How much shared words count at most.
  private static let mostWords = 6.0

  /// Makes a matcher with the tables that ship with the target.
  public init() throws(LexiconError) { try self.init(weights: LinkingWeights()) }

  /// Makes a matcher with weights of its own.
  package init(weights: LinkingWeights) throws(LexiconError) {
    families = try TypeFamilies()
    telling = try TellingWords()
    self.weights = weights
  }

  /// The comparison of two occurrences, or nil where they cannot tell one moment; symmetric.
  ///
  /// A score above 0 speaks for one moment, one below 0 against it.
  public func match(_ a: Occurrence, _ b: Occurrence) -> OccurrenceMatch? {
    var reasons: [OccurrenceMatch.Reason] = []
    let sum = sum(a, b) { ground, share in
      if share != 0 { reasons.append(.init(ground: ground, share: share)) }
    }
    guard let sum, !isBarred(a, b) else { return nil }
    return OccurrenceMatch(score: sum.score, reasons: reasons, isGrounded: sum.isGrounded)
  }

  /// How much speaks for two occurrences being one moment; what `match` finds, without the reasons.
  ///
  /// Minus infinity for two of one report whose own sentences say days that lie apart.
  public func score(_ a: Occurrence, _ b: Occurrence) -> Double {
    isBarred(a, b) ? -.infinity : sum(a, b) { _, _ in }?.score ?? Self.never
  }

  private func isBarred(_ a: Occurrence, _ b: Occurrence) -> Bool {
    guard a.isTimeSaid, b.isTimeSaid, a.report == b.report else { return false }
    return a.times.allSatisfy { day in b.times.allSatisfy { day.gap(to: $0) >= Self.apart } }
  }

  /// Adds up what speaks for one moment and against it, nil where types cannot tell one; each share is named to `note`.
  @inline(__always)
  private func sum(
    _ a: Occurrence, _ b: Occurrence, _ note: (OccurrenceMatch.Ground, Double) -> Void
  ) -> (score: Double, isGrounded: Bool)? {
    guard let means = means(a, b) else { return nil }
    var score = weights[across: .start]
    func count(_ ground: OccurrenceMatch.Ground, _ share: Double) {
      note(ground, share)
      score += share
    }
    count(.means, means)
    let relation = PlaceRelation(a.places, b.places)
    if let relation {
      count(.place, places(relation) * (a.isPlaceSaid && b.isPlaceSaid ? 1 : 0.5))
    }
    count(.days, days(a, b))
    let words = telling.weight(ofShared: a.words, b.words, most: Self.mostWords)
    count(.words, weights[across: .words] * words)
    count(.figures, figures(a.killed, b.killed))
    if !a.targets.isEmpty, !b.targets.isEmpty, Self.shared(a.targets, b.targets) == 0 {
      count(.targets, weights[across: .targetsDiffer])
    }
    if a.report == b.report { count(.report, weights[across: .sameReport]) }
    let isGrounded = words > 0 || relation?.isTogether ?? false
    return (isGrounded ? score : min(score, Self.groundless), isGrounded)
  }

  /// Whether two occurrences are so much alike that they may be one incident.
  public func isLink(_ a: Occurrence, _ b: Occurrence) -> Bool { score(a, b) > 0 }

  private func means(_ a: Occurrence, _ b: Occurrence) -> Double? {
    var best: TypeFamilies.Agreement = .different
    for type in a.types {
      for other in b.types {
        switch (families.agreement(type, other), best) {
        case (.same, _): return weights[across: .meansSame]
        case (.compatible, _): best = .compatible
        case (.opposed, .different): best = .opposed
        case (.opposed, _), (.different, _): continue
        }
      }
    }
    return switch best {
    case .different: nil
    case .opposed: weights[across: .meansOpposed]
    case .compatible, .same: weights[across: .meansCompatible]
    }
  }

  private func places(_ relation: PlaceRelation) -> Double {
    switch relation {
    case .same: weights[across: .placeSame]
    case .sameWide, .insideWide: weights[across: .placeWide]
    case .inside: weights[across: .placeInside]
    case .near: weights[across: .placeNear]
    case .reach: weights[across: .placeReach]
    case .region: weights[across: .placeRegion]
    case .apart: weights[across: .placeApart]
    }
  }

  /// What the days say: less where one of them follows from the report's publication alone.
  private func days(_ a: Occurrence, _ b: Occurrence) -> Double {
    let (own, others) = (Self.times(a), Self.times(b))
    let pairs = own.flatMap { day in
      others.map { (gap: day.gap(to: $0), narrow: day.narrowness(with: $0)) }
    }
    guard let best = pairs.min(by: { ($0.gap, -$0.narrow) < ($1.gap, -$1.narrow) }) else {
      return 0
    }
    let isSaid = !a.times.isEmpty && !b.times.isEmpty
    let share = (a.times.isEmpty ? 0.5 : 1) * (b.times.isEmpty ? 0.5 : 1)
    return switch best.gap {
    case 0: weights[across: .daysSame] * share * (isSaid ? best.narrow : 1)
    case 1: weights[across: .daysNext] * share
    case 2...3: weights[across: .daysNear] * (isSaid ? 1 : 0.7)
    case 4...31: weights[across: .daysFar] * (isSaid ? 1 : 0.7)
    default: weights[across: .daysBeyond] * (isSaid ? 1 : 0.7)
    }
  }

  private static func times(_ occurrence: Occurrence) -> [ClosedRange<CivilDay>] {
    guard occurrence.times.isEmpty, let day = occurrence.published else { return occurrence.times }
    return [day - newsDays...day]
  }

  private func figures(_ a: [Int], _ b: [Int]) -> Double {
    if a.isEmpty || b.isEmpty { return 0 }
    guard let same = a.filter(b.contains).max() else { return weights[across: .figureOther] }
    return same >= 5 ? weights[across: .figureSame] : weights[across: .figureSmall]
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
