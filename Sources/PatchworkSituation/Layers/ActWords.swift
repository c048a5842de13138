import PatchworkText

/// Tells the state of a truce or of a delivery by the words of an account.
struct ActWords: Sendable {
  private let rows: [(layer: String, word: [UInt8], state: String)]

  /// Reads the table `act-words.tsv` that ships with the target.
  init() throws(LexiconError) {
    rows = try LexiconFolder.table("act-words.tsv").rows.map {
      ($0["layer"], Array($0["word"].utf8), $0["state"])
    }
  }

  /// The state that the first text which has a word of the table names; within a text the table's order counts.
  func state(_ layer: Layer, in texts: [String]) -> String? {
    for text in texts {
      let words = Self.words(text)
      for row in rows
      where row.layer == layer.rawValue && words.contains(where: { $0.starts(with: row.word) }) {
        return row.state
      }
    }
    return nil
  }

  /// The words of a text in small ASCII letters.
  private static func words(_ text: String) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x41...0x5A: word.append(byte + 0x20)
      case 0x61...0x7A, 0x80...: word.append(byte)
      default:
        if !word.isEmpty { words.append(word) }
        word.removeAll(keepingCapacity: true)
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }
}
