/// A text as the runs of four words in it, by which other words are found in it.
struct WordRuns {
  private static let length = 4
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private var runs: Set<UInt64> = []

  init(_ text: String) {
    Self.each(Array(text.utf8)[...]) { runs.insert($0) }
  }

  /// Whether the text has fewer than four words.
  var isEmpty: Bool { runs.isEmpty }

  /// The share of the runs of some words that the text has; nil for fewer than four words.
  func share(of words: ArraySlice<UInt8>) -> Double? {
    var (found, all) = (0, 0)
    Self.each(words) { run in
      all += 1
      if runs.contains(run) { found += 1 }
    }
    return all == 0 ? nil : Double(found) / Double(all)
  }

  /// Hands on every run as a hash; what is neither letter nor figure divides words.
  private static func each(_ text: ArraySlice<UInt8>, _ body: (UInt64) -> Void) {
    var last: (UInt64, UInt64, UInt64) = (0, 0, 0)
    var word = seed
    var count = 0
    func close() {
      guard word != seed else { return }
      count += 1
      if count >= length { body(((last.0 &* 31 &+ last.1) &* 31 &+ last.2) &* 31 &+ word) }
      last = (last.1, last.2, word)
      word = seed
    }
    for byte in text {
      if isLetter(byte) || isDigit(byte) || byte >= 0x80 {
        word = (word ^ UInt64(asciiLower(byte))) &* 0x100_0000_01B3
      } else {
        close()
      }
    }
    close()
  }
}
