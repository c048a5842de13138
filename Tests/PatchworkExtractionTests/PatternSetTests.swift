import PatchworkTestSupport
import Testing

@testable import PatchworkExtraction

@Suite struct PatternSetTests {
  /// The obvious way, which the one pass is held against.
  static func oneByOne(_ patterns: [[UInt8]], _ text: [UInt8]) -> [Int: Int] {
    var found: [Int: Int] = [:]
    for (index, pattern) in patterns.enumerated() {
      found[index] = text.firstOffset(of: pattern)
    }
    return found
  }

  @Test func `finds what looking for one after the other finds`() {
    var generator = SeededGenerator(seed: 5)
    let letters = Array("abc ".utf8)
    func words(_ lengths: ClosedRange<Int>) -> [UInt8] {
      (0..<Int.random(in: lengths, using: &generator)).map { _ in
        letters.randomElement(using: &generator) ?? 0x20
      }
    }
    for _ in 0..<200 {
      let patterns = (0..<6).map { _ in words(2...5) }
      let text = words(0...40)
      let found = PatternSet(patterns).firstOffsets(in: text)
      #expect(
        Dictionary(uniqueKeysWithValues: found.map { ($0.pattern, $0.offset) })
          == Self.oneByOne(patterns, text))
      #expect(found.map(\.offset) == found.map(\.offset).sorted())
    }
  }
}
