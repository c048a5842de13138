/// Patterns of at least two bytes that are looked for in one pass over a text.
struct PatternSet: Sendable {
  private let patterns: [[UInt8]]
  /// A bit for every pair of bytes that a pattern begins with.
  private var begins = [UInt64](repeating: 0, count: 1 << 10)
  private var byPair: [UInt16: [Int]] = [:]

  init(_ patterns: [[UInt8]]) {
    self.patterns = patterns
    for (index, pattern) in patterns.enumerated() {
      precondition(pattern.count >= 2, "a pattern has at least two bytes")
      let pair = UInt16(pattern[0]) << 8 | UInt16(pattern[1])
      begins[Int(pair >> 6)] |= 1 << UInt64(pair & 63)
      byPair[pair, default: []].append(index)
    }
  }

  /// Where each pattern that occurs in a text first does: its number and the offset, in the order of the text.
  func firstOffsets(in text: [UInt8]) -> [(pattern: Int, offset: Int)] {
    var found: [(pattern: Int, offset: Int)] = []
    text.withUnsafeBufferPointer { bytes in
      guard bytes.count > 1 else { return }
      var pair = UInt16(bytes[0])
      for at in 1..<bytes.count {
        pair = pair << 8 | UInt16(bytes[at])
        guard begins[Int(pair >> 6)] & (1 << UInt64(pair & 63)) != 0 else { continue }
        for index in byPair[pair] ?? [] where stands(index, at - 1, bytes) {
          if !found.contains(where: { $0.pattern == index }) { found.append((index, at - 1)) }
        }
      }
    }
    return found
  }

  private func stands(_ index: Int, _ at: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let pattern = patterns[index]
    guard at + pattern.count <= bytes.count else { return false }
    for next in 2..<max(2, pattern.count) where bytes[at + next] != pattern[next] { return false }
    return true
  }
}
