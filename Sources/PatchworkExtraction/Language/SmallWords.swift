import Glibc
import PatchworkText

/// Counts of small words, which tell languages of the Latin script apart.
struct SmallWords {
  /// The lists that ship with Patchwork.
  static let shipped = SmallWords(LexiconFolder.table("small-words.tsv"))

  /// The language whose small words occur most.
  struct Tally: Equatable {
    /// Empty when too few do.
    var language = ""
    /// 0…1.
    var confidence = 0.0
  }

  /// Fewest words a text must have.
  private static let fewestWords = 4
  /// The winner's share of small words must be at least one in so many.
  private static let leastShare = 12
  /// Languages that are told apart at most.
  private static let most = 64

  private let languages: [String]
  /// For every word the languages it belongs to, as bits.
  private let words: [UInt64: UInt64]

  init(_ table: LexiconTable) {
    var words: [UInt64: UInt64] = [:]
    for (index, row) in table.rows.prefix(Self.most).enumerated() {
      for word in row["words"].split(separator: " ") {
        words[word.utf8.reduce(Self.seed, Self.mix), default: 0] |= 1 << UInt64(index)
      }
    }
    languages = table.rows.prefix(Self.most).map { $0["language"] }
    self.words = words
  }

  /// Counts the small words of a text.
  func tally(of bytes: [UInt8]) -> Tally {
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
    else { return Tally() }
    // English is the language that is read: what as well may be another is not called so.
    if index == 0, counts.dropFirst().contains(best) { return Tally() }
    let second = counts.indices.filter { $0 != index }.map { counts[$0] }.max() ?? 0
    // Each word more than the next language has makes it about twice as likely; a text with few small words stays doubtful.
    let ahead = 1 - 0.5 * exp(-0.7 * Double(best - second))
    let dense = min(1, 5 * Double(best) / Double(total))
    return Tally(language: languages[index], confidence: ahead * dense)
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
