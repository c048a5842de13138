public import PatchworkText

/// Occurrences brought together into incidents.
///
/// They are clustered by average link, so that each pair of a cluster counts and one strong likeness does not chain two
/// moments. The outcome depends on the set of occurrences alone, not on the order in which they are given; a record that
/// takes them in step by step must come to the same.
public struct IncidentPartition: Sendable {
  /// Compares occurrences.
  public let matcher: OccurrenceMatcher

  /// Makes a partition with the tables that ship with the target.
  public init() throws(LexiconError) { matcher = try OccurrenceMatcher() }

  /// Makes a partition that compares by a matcher.
  package init(matcher: OccurrenceMatcher) { self.matcher = matcher }

  /// What a person decided about two occurrences, by their positions.
  public struct Bond: Hashable, Sendable {
    /// The two, the smaller position first.
    public let first: Int
    /// The greater position.
    public let second: Int
    /// Whether they are one incident, or are not.
    public let isTogether: Bool

    /// Makes a bond.
    public init(_ a: Int, _ b: Int, isTogether: Bool) {
      (first, second) = (min(a, b), max(a, b))
      self.isTogether = isTogether
    }
  }

  /// Two occurrences that are alike, by their positions, and how much.
  public struct Likeness: Hashable, Sendable {
    /// The two positions.
    public let first: Int
    /// The other position.
    public let second: Int
    /// How much speaks for their being one moment.
    public let score: Double

    /// Makes a likeness.
    public init(_ first: Int, _ second: Int, score: Double) {
      self.first = first
      self.second = second
      self.score = score
    }
  }

  /// The incidents as positions of their members, the founding one first.
  ///
  /// O(n²) comparisons. Bonds go before likeness.
  public func incidents(of occurrences: [Occurrence], bonds: [Bond] = []) -> [[Int]] {
    var likenesses: [Likeness] = []
    for second in occurrences.indices {
      for first in 0..<second {
        let score = matcher.score(occurrences[first], occurrences[second])
        if score > 0 { likenesses.append(Likeness(first, second, score: score)) }
      }
    }
    return incidents(of: occurrences, alike: likenesses, bonds: bonds)
  }

  /// The incidents of occurrences whose likenesses are known, as positions of their members, the founding one first.
  public func incidents(
    of occurrences: [Occurrence], alike: [Likeness], bonds: [Bond]
  ) -> [[Int]] {
    let set = Listed(occurrences, alike, bonds)
    var chains = NearestChains(matcher)
    var seen: Set<Int> = []
    var found: [[Int]] = []
    for item in occurrences.indices where !seen.contains(item) {
      let group = chains.group(of: item, in: set)
      seen.formUnion(group)
      found.append(group)
    }
    return found.sorted { Occurrence.precedes(occurrences[$0[0]], occurrences[$1[0]]) }
  }

  /// Occurrences with all their ties in memory.
  private struct Listed: OccurrenceSet {
    typealias Failure = Never

    private let occurrences: [Occurrence]
    private var ties: [[(other: Int, tie: Tie)]]

    init(_ occurrences: [Occurrence], _ alike: [Likeness], _ bonds: [Bond]) {
      self.occurrences = occurrences
      ties = occurrences.map { _ in [] }
      func tie(_ a: Int, _ b: Int, _ tie: Tie) {
        ties[a].append((b, tie))
        ties[b].append((a, tie))
      }
      for pair in alike { tie(pair.first, pair.second, .alike(pair.score)) }
      for bond in bonds { tie(bond.first, bond.second, bond.isTogether ? .together : .apart) }
    }

    func occurrence(_ item: Int) -> Occurrence { occurrences[item] }
    func ties(of item: Int) -> [(other: Int, tie: Tie)] { ties[item] }
  }
}
