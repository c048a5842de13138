/// Agglomerative clustering by average link: of all pairs of groups the two that are most alike on average become one, until
/// no two are alike.
///
/// Two groups are alike by the mean of the likeness of their members, pair by pair, so that one strong pair does not chain
/// two moments together. The outcome depends on the order of the items only where two means are exactly equal; then the pair
/// whose items come first goes first. A pair whose likeness is minus infinity keeps the groups of the two apart.
struct AverageLink {
  /// Groups of the positions below `count`, each in order, by their first; O(n³) time at worst, O(n²) memory.
  ///
  /// `likeness` is asked once for each pair, the smaller position first. Groups join while their mean is above 0.
  static func groups(_ count: Int, likeness: (Int, Int) -> Double) -> [[Int]] {
    var sums = [Int](repeating: 0, count: count * count)
    for second in 0..<count {
      for first in 0..<second {
        let value = NearestChains.fixed(likeness(first, second))
        sums[first * count + second] = value
        sums[second * count + first] = value
      }
    }
    var groups = (0..<count).map { [$0] }
    var alive = Array(0..<count)
    func nearest(to group: Int) -> Mean {
      var best = Mean(other: -1, sum: 0, pairs: 1)
      for other in alive where other != group && sums[group * count + other] > 0 {
        let mean = Mean(
          other: other, sum: sums[group * count + other],
          pairs: groups[group].count * groups[other].count)
        if best.other < 0 || best < mean { best = mean }
      }
      return best
    }
    var best = alive.map(nearest)
    while let first = alive.filter({ best[$0].other >= 0 }).max(by: { best[$0] < best[$1] }),
      best[first].sum > 0
    {
      let second = best[first].other
      let (into, from) = (min(first, second), max(first, second))
      alive.removeAll { $0 == from }
      for other in alive where other != into {
        sums[into * count + other] = NearestChains.added(
          sums[into * count + other], sums[from * count + other])
        sums[other * count + into] = sums[into * count + other]
      }
      groups[into] += groups[from]
      groups[from] = []
      for group in alive
      where group == into || best[group].other == into || best[group].other == from {
        best[group] = nearest(to: group)
      }
    }
    return alive.map { groups[$0].sorted() }
  }

  /// The mean likeness with another group, exact.
  private struct Mean {
    let other: Int
    let sum: Int
    let pairs: Int

    /// Of equal means neither is below the other, so that the first that is found stays.
    static func < (a: Self, b: Self) -> Bool { a.sum * b.pairs < b.sum * a.pairs }
  }
}
