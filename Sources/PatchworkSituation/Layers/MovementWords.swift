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
    let text = sentence.utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    return words.contains { Self.contains($0, in: text) }
  }

  private static func contains(_ word: [UInt8], in text: [UInt8]) -> Bool {
    guard text.count >= word.count else { return false }
    return (0...text.count - word.count).contains { at in
      text[at..<at + word.count].elementsEqual(word)
    }
  }
}
