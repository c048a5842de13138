import Foundation
import PatchworkTestSupport
import Testing

@testable import PatchworkReading

/// The choice of the likeliest end, held against the chances multiplied.
@Suite struct EdgeModelTests {
  /// The likeliest place by the chances themselves: of going on at each place before it, and of ending there.
  private static func slowly(_ scores: [Double], _ places: [Int]) -> Int {
    func ends(_ number: Int) -> Double {
      number < scores.count ? 1 / (1 + exp(-scores[number])) : 1
    }
    let chances = places.indices.map { number in
      (0..<number).reduce(ends(number)) { $0 * (1 - ends($1)) }
    }
    let most = chances.max() ?? 0
    return places[chances.firstIndex(of: most) ?? 0]
  }

  @Test func `the likeliest end is that of the chances multiplied`() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<400 {
      let count = Int.random(in: 1...9, using: &generator)
      let scores = (1..<count).map { _ in Double.random(in: -4...4, using: &generator) }
      let places = Array(10..<10 + count)
      #expect(EdgeModel.end(of: scores, places) == Self.slowly(scores, places))
    }
  }

  @Test func `scores beyond all measure end at once or never`() {
    #expect(EdgeModel.end(of: [800, -800], [3, 5, 8]) == 3)
    #expect(EdgeModel.end(of: [-800, -800], [3, 5, 8]) == 8)
    #expect(EdgeModel.end(of: [], [4]) == 4)
  }
}
