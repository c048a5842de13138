/// Agglomerative clustering by average link: of all pairs of groups the two that are most alike on average become one, until
/// no two are alike.
///
/// Two groups are alike by the mean of the likeness of their members, pair by pair, so that one strong pair does not chain
/// two moments together. The outcome depends on the order of the items only where two means are exactly equal; then the pair
/// whose items come first goes first.
struct AverageLink {
  /// Groups of the positions below `count`, each in order, by their first; O(n³) time at worst, O(n²) memory.
  ///
  /// `likeness` is asked once for each pair, the smaller position first. Groups join while their mean is above 0.
  static func groups(_ count: Int, likeness: (Int, Int) -> Double) -> [[Int]] {
    var mean = [Double](repeating: 0, count: count * count)
    for second in 0..<count {
      for first in 0..<second {
        let value = likeness(first, second)
        mean[first * count + second] = value
        mean[second * count + first] = value
      }
    }
    var groups = (0..<count).map { [$0] }
    var alive = Array(0..<count)
    var best = alive.map { Self.best(of: $0, alive, mean, count) }
    while let first = alive.filter({ best[$0].other >= 0 }).max(by: {
      best[$0].mean < best[$1].mean || best[$0].mean == best[$1].mean && $0 > $1
    }), best[first].mean > 0 {
      let second = best[first].other
      let (into, from) = (min(first, second), max(first, second))
      let (a, b) = (Double(groups[into].count), Double(groups[from].count))
      alive.removeAll { $0 == from }
      for other in alive where other != into {
        let joined =
          (mean[into * count + other] * a + mean[from * count + other] * b) / (a + b)
        mean[into * count + other] = joined
        mean[other * count + into] = joined
      }
      groups[into] += groups[from]
      groups[from] = []
      for group in alive
      where group == into || best[group].other == into || best[group].other == from {
        best[group] = Self.best(of: group, alive, mean, count)
      }
      for group in alive where group != into {
        let value = mean[group * count + into]
        if value > best[group].mean || value == best[group].mean && into < best[group].other {
          best[group] = (into, value)
        }
      }
    }
    return alive.map { groups[$0].sorted() }
  }

  private static func best(
    of group: Int, _ alive: [Int], _ mean: [Double], _ count: Int
  ) -> (other: Int, mean: Double) {
    var best = (other: -1, mean: -Double.infinity)
    for other in alive where other != group && mean[group * count + other] > best.mean {
      best = (other, mean[group * count + other])
    }
    return best
  }
}
