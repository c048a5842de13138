import PatchworkLinking
import PatchworkTestSupport
import Testing

@Suite struct WinnowingTests {
  static let words = (0..<300).map { "word\($0)" }

  static func text(_ count: Int, _ numbers: inout SeededGenerator) -> [String] {
    (0..<count).map { _ in words.randomElement(using: &numbers) ?? "" }
  }

  @Test func `a passage of thirteen words is always found`() {
    var numbers = SeededGenerator(seed: 3)
    let winnowing = Winnowing()
    for _ in 0..<200 {
      let passage = Self.text(13, &numbers)
      func around() -> ReportWords {
        let before = Self.text(Int.random(in: 0..<40, using: &numbers), &numbers)
        let after = Self.text(Int.random(in: 0..<40, using: &numbers), &numbers)
        return ReportWords((before + passage + after).joined(separator: " "))
      }
      let (a, b) = (around(), around())
      let shared = Set(winnowing.fingerprints(of: a).map(\.hash))
        .intersection(winnowing.fingerprints(of: b).map(\.hash))
      #expect(!shared.isEmpty)
    }
  }

  /// Every window looked at by itself: the last of its smallest hashes.
  static func slow(_ winnowing: Winnowing, _ words: ReportWords) -> [Int] {
    let hashes = words.hashes.indices.dropLast(winnowing.group - 1).map { start in
      words.hashes[start..<start + winnowing.group].reduce(UInt64(0)) {
        $0 &* 0x9E37_79B9_7F4A_7C15 &+ $1
      }
    }.map { value in
      var mixed = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
    guard hashes.count >= winnowing.window else { return [] }
    var picked: [Int] = []
    for start in 0...hashes.count - winnowing.window {
      let window = start..<start + winnowing.window
      let smallest = window.map { hashes[$0] }.min()
      if let last = window.last(where: { hashes[$0] == smallest }), picked.last != last {
        picked.append(last)
      }
    }
    return picked
  }

  @Test func `picks what every window by itself would pick`() {
    var numbers = SeededGenerator(seed: 5)
    for _ in 0..<100 {
      let words = ReportWords(
        Self.text(Int.random(in: 13...90, using: &numbers), &numbers).joined(separator: " "))
      let winnowing = Winnowing()
      #expect(winnowing.fingerprints(of: words).map(\.word) == Self.slow(winnowing, words))
    }
  }

  @Test(arguments: [
    ("The convoy’s 31 lorries", ["the", "convoy", "s", "31", "lorries"]),
    ("THE CONVOY", ["the", "convoy"]), ("“Stop,” he said", ["stop", "he", "said"]),
    ("أورم الكبرى", ["أورم", "الكبرى"]), ("", []),
  ])
  func `counts words without case and signs`(_ text: String, _ expected: [String]) {
    let words = ReportWords(text)
    #expect(words.hashes == expected.flatMap { ReportWords($0).hashes })
    #expect(words.count == expected.count)
  }
}
