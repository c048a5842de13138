import PatchworkText

/// Tells statements on whether people may leave from those on whether aid may enter.
struct MovementWords: Sendable {
  private let words: [[UInt8]]

  /// Reads the table `movement-words.tsv` that ships with the target.
  init() throws(LexiconError) {
    words = try LexiconFolder.table("movement-words.tsv").rows.map { Array($0["words"].utf8) }
  }

  /// Whether a sentence speaks of people who leave.
  func isOfPeople(_ sentence: String) -> Bool {
    let text = WordBeginnings.folded(sentence)
    return words.contains { WordBeginnings.stand($0, in: text) }
  }
}
