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
  private let words: [UInt64: UInt32]

  init(_ table: LexiconTable) {
    var words: [UInt64: UInt32] = [:]
    for (index, row) in table.rows.prefix(32).enumerated() {
      for word in row["words"].split(separator: " ") {
        words[word.utf8.reduce(Self.seed, Self.mix), default: 0] |= 1 << UInt32(index)
      }
    }
    languages = table.rows.prefix(32).map { $0["language"] }
    self.words = words
  }

  /// The language whose small words occur most, empty when too few do.
  func language(of bytes: [UInt8]) -> String {
    var counts = [Int](repeating: 0, count: languages.count)
    var total = 0
    var hash = Self.seed
    for index in 0...bytes.count {
      let byte = index < bytes.count ? bytes[index] : 0x20
      if isLetter(byte) || byte >= 0x80 {
        hash = Self.mix(hash, asciiLower(byte))
        continue
      }
      guard hash != Self.seed else { continue }
      total += 1
      var bits = words[hash] ?? 0
      while bits != 0 {
        counts[bits.trailingZeroBitCount] += 1
        bits &= bits - 1
      }
      hash = Self.seed
    }
    guard total >= Self.fewestWords, let best = counts.max(), best * Self.leastShare >= total,
      best > 0, let index = counts.firstIndex(of: best)
    else { return "" }
    return languages[index]
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
