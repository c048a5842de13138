import PatchworkTestSupport
import Testing

@testable import PatchworkLinking

@Suite struct AverageLinkTests {
  /// The same by the definition: every mean taken anew from the pairs, the best pair joined.
  static func slow(_ count: Int, _ likeness: (Int, Int) -> Double) -> [[Int]] {
    var groups = (0..<count).map { [$0] }
    while true {
      var best: (first: Int, second: Int, mean: Double)?
      for first in groups.indices {
        for second in groups.indices where first < second {
          var sum = 0.0
          for x in groups[first] {
            for y in groups[second] { sum += likeness(min(x, y), max(x, y)) }
          }
          let mean = sum / Double(groups[first].count * groups[second].count)
          if mean > best?.mean ?? 0 { best = (first, second, mean) }
        }
      }
      guard let best else { return groups.map { $0.sorted() } }
      groups[best.first] += groups[best.second]
      groups.remove(at: best.second)
    }
  }

  @Test func `comes to what the definition says`() {
    var numbers = SeededGenerator(seed: 41)
    for count in [0, 1, 2, 3, 7, 20] {
      for _ in 0..<20 {
        let table = (0..<count * count).map { _ in Double.random(in: -3...2, using: &numbers) }
        let likeness = { (a: Int, b: Int) in table[a * count + b] }
        #expect(AverageLink.groups(count, likeness: likeness) == Self.slow(count, likeness))
      }
    }
  }

  @Test func `one strong pair does not chain two groups`() {
    // 0 and 1 are alike, 2 and 3 are alike, 1 and 2 a little; all others are not.
    let groups = AverageLink.groups(4) { a, b in
      switch (a, b) {
      case (0, 1), (2, 3): 3
      case (1, 2): 2
      default: -2
      }
    }
    #expect(groups == [[0, 1], [2, 3]])
  }

  @Test func `what cannot be one is kept apart, whatever else is alike`() {
    var numbers = SeededGenerator(seed: 43)
    for _ in 0..<40 {
      let count = 12
      var table = (0..<count * count).map { _ in Double.random(in: -2...3, using: &numbers) }
      for _ in 0..<6 {
        table[Int.random(in: 0..<count * count, using: &numbers)] = -.infinity
      }
      let likeness = { (a: Int, b: Int) in table[a * count + b] }
      let groups = AverageLink.groups(count, likeness: likeness)
      #expect(groups == Self.slow(count, likeness))
      for group in groups {
        for second in group {
          for first in group where first < second { #expect(likeness(first, second) > -.infinity) }
        }
      }
    }
  }
}
