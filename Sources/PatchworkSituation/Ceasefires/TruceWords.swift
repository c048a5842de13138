import PatchworkText

/// Words that name a truce.
struct TruceWords: Sendable {
  private let rows: [(words: [UInt8], isName: Bool)]

  /// Reads the table `truce-words.tsv` that ships with the target.
  init() throws(LexiconError) {
    rows = try LexiconFolder.table("truce-words.tsv").rows.map {
      (Array($0["words"].utf8), $0["is_name"] == "yes")
    }
  }

  /// Whether a sentence speaks of a truce.
  func isOfTruce(_ sentence: String) -> Bool {
    let text = WordBeginnings.folded(sentence)
    return rows.contains { WordBeginnings.stand($0.words, in: text) }
  }

  /// Whether a name is a truce’s: "the week-old truce" speaks for nobody.
  func isName(_ speaker: String) -> Bool {
    let text = WordBeginnings.folded(speaker) + [0x20]
    return rows.contains { $0.isName && WordBeginnings.stand($0.words, in: text) }
  }
}
