import PatchworkRecord
import PatchworkTestSupport
import PatchworkText
import Testing

@testable import PatchworkLinking

@Suite struct NearestChainsTests {
  typealias Bond = IncidentPartition.Bond

  /// The same by the definition: of all pairs of groups the one with the greatest mean becomes one, of equal means the one
  /// whose occurrences come first, until none is above 0.
  static func slow(
    _ occurrences: [Occurrence], _ bonds: [Bond], _ matcher: OccurrenceMatcher
  ) -> Set<Set<String>> {
    let order = occurrences.indices.sorted {
      Occurrence.precedes(occurrences[$0], occurrences[$1])
    }
    func likeness(_ a: Int, _ b: Int) -> Double {
      let bond = bonds.last { $0.first == min(a, b) && $0.second == max(a, b) }
      return bond.map { $0.isTogether ? 1e4 : -.infinity }
        ?? (matcher.score(occurrences[a], occurrences[b]) * 4096).rounded() / 4096
    }
    var groups = order.map { [$0] }
    while true {
      var best: (first: Int, second: Int, mean: Double)?
      for first in groups.indices {
        for second in groups.indices where first < second {
          let pairs = groups[first].flatMap { one in groups[second].map { likeness(one, $0) } }
          let mean = pairs.reduce(0, +) / Double(pairs.count)
          if mean > best?.mean ?? 0 { best = (first, second, mean) }
        }
      }
      guard let best else { break }
      groups[best.first] += groups[best.second]
      groups.remove(at: best.second)
    }
    return Set(groups.map { Set($0.map { occurrences[$0].report }) })
  }

  static func tellings(_ count: Int, _ numbers: inout SeededGenerator) -> [Occurrence] {
    let places = (0..<3).map { IncidentPartitionTests.place("t\($0)", 35 + Double($0)) }
    let words = ["market", "clinic", "convoy", "school", "mosque", "bakery", "bridge", "depot"]
    return (0..<count).map { number in
      IncidentPartitionTests.telling(
        "r\(number)", day: Int.random(in: 0...4, using: &numbers),
        Bool.random(using: &numbers) ? .airStrike : .killing,
        at: places.randomElement(using: &numbers),
        words: words.shuffled(using: &numbers).prefix(2).joined(separator: " "),
        killed: Bool.random(using: &numbers) ? [Int.random(in: 1...20, using: &numbers)] : [])
    }
  }

  @Test func `asking one by one comes to what joining the best pair of all does`() throws {
    var numbers = SeededGenerator(seed: 7)
    let partition = try IncidentPartition()
    for round in 0..<30 {
      let tellings = Self.tellings(24, &numbers)
      let bonds = (0..<round % 4).map { number in
        Bond(number, number + Int.random(in: 1...10, using: &numbers), isTogether: number % 2 == 0)
      }
      let found = partition.incidents(of: tellings, bonds: bonds)
      #expect(
        Set(found.map { Set($0.map { tellings[$0].report }) })
          == Self.slow(tellings, bonds, partition.matcher))
    }
  }

  @Test func `no group is without end`() throws {
    let tellings = (0..<NearestChains.most + 40).map { number in
      IncidentPartitionTests.telling(
        "r\(number)", day: 0, .airStrike, at: IncidentPartitionTests.urum, words: "convoy lorries")
    }
    let found = try IncidentPartition().incidents(of: tellings)
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0.count <= NearestChains.most })
  }
}
