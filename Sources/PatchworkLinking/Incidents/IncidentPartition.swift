public import PatchworkText

/// Occurrences brought together into incidents, all at once.
///
/// Occurrences are taken in the order of publication; each joins the incident that it fits best among those with a member
/// that it is like, or begins one. The outcome depends on the set of occurrences alone, not on the order in which they are
/// given. What a record does step by step must come to the same.
public struct IncidentPartition: Sendable {
  private let choice: IncidentChoice

  /// Makes a partition with the tables that ship with the target.
  public init() throws(LexiconError) { choice = try IncidentChoice() }

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

  /// The incidents as positions of their members, the founding one first.
  ///
  /// O(n²) comparisons. Bonds go before likeness.
  public func incidents(of occurrences: [Occurrence], bonds: [Bond] = []) -> [[Int]] {
    let together = Self.pairs(bonds.filter(\.isTogether))
    let apart = Self.pairs(bonds.filter { !$0.isTogether })
    let order = occurrences.indices.sorted {
      Occurrence.precedes(occurrences[$0], occurrences[$1])
    }
    let weights = choice.matcher.weights
    var incidents: [[Int]] = []
    for index in order {
      let bonded = incidents.firstIndex { members in
        members.contains { together[index]?.contains($0) ?? false }
      }
      if let bonded {
        incidents[bonded].append(index)
        continue
      }
      var best: (incident: Int, score: Double)?
      for (incident, members) in incidents.enumerated()
      where !members.contains(where: { apart[index]?.contains($0) ?? false }) {
        let alike = members.indices.filter {
          choice.matcher.isLink(occurrences[members[$0]], occurrences[index])
        }
        guard !alike.isEmpty,
          let fit = choice.fit(occurrences[index], members.map { occurrences[$0] }, alike: alike)
        else { continue }
        if fit.score > best?.score ?? -.infinity { best = (incident, fit.score) }
      }
      if let best, best.score >= weights.sameIncident {
        incidents[best.incident].append(index)
      } else {
        incidents.append([index])
      }
    }
    return incidents
  }

  private static func pairs(_ bonds: [Bond]) -> [Int: Set<Int>] {
    var pairs: [Int: Set<Int>] = [:]
    for bond in bonds {
      pairs[bond.first, default: []].insert(bond.second)
      pairs[bond.second, default: []].insert(bond.first)
    }
    return pairs
  }
}
