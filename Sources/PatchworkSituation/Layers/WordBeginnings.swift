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
    guard let initial = words.first, text.count > words.count else { return false }
    return words.withUnsafeBufferPointer { words in
      text.withUnsafeBufferPointer { text in
        for at in 1...text.count - words.count where text[at] == initial {
          let before = text[at - 1]
          guard !(0x61...0x7A).contains(before), before < 0x80 else { continue }
          var length = 1
          while length < words.count, text[at + length] == words[length] { length += 1 }
          if length == words.count { return true }
        }
        return false
      }
    }
  }
}
