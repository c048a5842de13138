/// Finds beginnings of words in a sentence: "evacuat" stands in "was evacuated", "left the" in "they left them".
enum WordBeginnings {
  /// A text in small ASCII letters, hyphens and quotation marks as spaces, a space before the first word.
  static func folded(_ text: String) -> [UInt8] {
    [0x20]
      + text.utf8.map { byte in
        switch byte {
        case 0x41...0x5A: byte + 0x20
        case UInt8(ascii: "-"), UInt8(ascii: "\""): 0x20
        default: byte
        }
      }
  }

  /// Whether some words begin where a word of a folded text begins.
  static func stand(_ words: [UInt8], in text: [UInt8]) -> Bool {
    guard text.count > words.count else { return false }
    return (1...text.count - words.count).contains { at in
      let before = text[at - 1]
      return !(0x61...0x7A).contains(before) && before < 0x80
        && text[at..<at + words.count].elementsEqual(words)
    }
  }
}
