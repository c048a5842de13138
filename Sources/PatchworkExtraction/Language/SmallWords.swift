import PatchworkText

/// Counts of small words, which tell languages of the Latin script apart.
struct SmallWords {
  /// The lists that ship with Patchwork.
  static let shipped = SmallWords(LexiconFolder.table("small-words.tsv"))

  /// Fewest words a text must have.
  private static let fewestWords = 4
  /// The winner's share of small words must be at least one in so many.
  private static let leastShare = 12

  private let languages: [String]
  /// For every word the languages it belongs to, as bits.
  private let words: [[UInt8]: UInt32]

  init(_ table: LexiconTable) {
    var words: [[UInt8]: UInt32] = [:]
    for (index, row) in table.rows.prefix(32).enumerated() {
      for word in row["words"].split(separator: " ") {
        words[Array(word.utf8), default: 0] |= 1 << UInt32(index)
      }
    }
    languages = table.rows.prefix(32).map { $0["language"] }
    self.words = words
  }

  /// The language whose small words occur most, empty when too few do.
  func language(of bytes: [UInt8]) -> String {
    var counts = [Int](repeating: 0, count: languages.count)
    var total = 0
    var word: [UInt8] = []
    for byte in bytes + [0x20] {
      if isLetter(byte) || byte >= 0x80 {
        word.append(asciiLower(byte))
        continue
      }
      guard !word.isEmpty else { continue }
      total += 1
      var bits = words[word] ?? 0
      while bits != 0 {
        counts[bits.trailingZeroBitCount] += 1
        bits &= bits - 1
      }
      word.removeAll(keepingCapacity: true)
    }
    guard total >= Self.fewestWords, let best = counts.max(), best * Self.leastShare >= total,
      best > 0, let index = counts.firstIndex(of: best)
    else { return "" }
    return languages[index]
  }
}
