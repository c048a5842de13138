public import PatchworkText

/// Occurrences brought together into incidents.
///
/// Occurrences hang together where two of them are alike, one pair after the other; what hangs together is clustered by
/// average link, so that each pair of a cluster counts and one strong likeness does not chain two moments. Nothing outside of
/// what hangs together bears on it. The outcome depends on the set of occurrences alone, not on the order in which they are
/// given; a record that takes them in step by step must come to the same.
public struct IncidentPartition: Sendable {
  /// Compares occurrences.
  public let matcher: OccurrenceMatcher

  /// Occurrences that are clustered together at most: where more hang together, the weakest likenesses are let go.
  public static let mostTogether = 512
  /// By how much the least likeness is raised at a time when too many hang together.
  private static let step = 0.5

  /// Makes a partition with the tables that ship with the target.
  public init() throws(LexiconError) { matcher = try OccurrenceMatcher() }

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
    let order = occurrences.indices.sorted {
      Occurrence.precedes(occurrences[$0], occurrences[$1])
    }
    let decided = Dictionary(
      bonds.map { (Pair($0.first, $0.second), $0.isTogether) }, uniquingKeysWith: { $1 })
    return blocks(order, alike, bonds.filter(\.isTogether), least: 0)
      .flatMap { block in
        AverageLink.groups(block.count) { x, y in
          switch decided[Pair(block[x], block[y])] {
          case true?: Self.certain
          case false?: -Self.certain * Self.certain
          case nil: matcher.score(occurrences[block[x]], occurrences[block[y]])
          }
        }.map { group in group.map { block[$0] } }
      }
      .sorted { Occurrence.precedes(occurrences[$0[0]], occurrences[$1[0]]) }
  }

  /// What a person's word counts beside likenesses.
  private static let certain = 1e4

  private struct Pair: Hashable {
    let low: Int
    let high: Int

    init(_ a: Int, _ b: Int) { (low, high) = (min(a, b), max(a, b)) }
  }

  /// Positions that hang together by likenesses above `least` or by bonds, in order.
  private func blocks(
    _ order: [Int], _ alike: [Likeness], _ together: [Bond], least: Double
  ) -> [[Int]] {
    let place = Dictionary(uniqueKeysWithValues: zip(order, order.indices))
    var union = UnionFind(count: order.count)
    for pair in alike where pair.score > least {
      if let a = place[pair.first], let b = place[pair.second] { union.join(a, b) }
    }
    for bond in together {
      if let a = place[bond.first], let b = place[bond.second] { union.join(a, b) }
    }
    return union.sets().map { $0.map { order[$0] } }.flatMap { block -> [[Int]] in
      if block.count <= Self.mostTogether || least > Self.largest { return [block] }
      let inside = Set(block)
      return self.blocks(
        block, alike.filter { inside.contains($0.first) && inside.contains($0.second) },
        together.filter { inside.contains($0.first) && inside.contains($0.second) },
        least: least + Self.step)
    }
  }

  /// Above any likeness: what hangs together beyond it does so by bonds.
  private static let largest = 20.0
}
