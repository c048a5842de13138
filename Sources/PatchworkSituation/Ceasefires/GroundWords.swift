import PatchworkText

/// Finds the ground that a sentence gives for a rejection or an end.
struct GroundWords: Sendable {
  private let words: [[UInt8]]

  /// Reads the table `ground-words.tsv` that ships with the target.
  init() throws(LexiconError) {
    words = try LexiconFolder.table("ground-words.tsv").rows.map { Array($0["words"].utf8) }
  }

  /// From the first reason word of the table to the end of the sentence.
  func ground(of sentence: String) -> String {
    let bytes = Array(sentence.utf8)
    // Hyphens become spaces and nothing is added or removed but the leading space, so positions agree.
    let folded = Array(WordBeginnings.folded(sentence).dropFirst())
    for word in words where word.count < folded.count {
      for at in 0...(folded.count - word.count)
      where (at == 0 || !(0x61...0x7A).contains(folded[at - 1]))
        && folded[at..<at + word.count].elementsEqual(word)
      {
        var rest = bytes[at...]
        while let last = rest.last, [0x2E, 0x20, 0x22, 0x0A].contains(last) { rest.removeLast() }
        return String(decoding: rest, as: UTF8.self)
      }
    }
    return ""
  }
}
