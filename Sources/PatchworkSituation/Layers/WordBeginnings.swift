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

  /// A text as above, with all that is no letter or digit as spaces and one at its end.
  static func folded(_ text: String, asWords: Bool) -> [UInt8] {
    guard asWords else { return folded(text) }
    return folded(text).map { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80 ? byte : 0x20
    } + [0x20]
  }

  /// Words of a table: a full stop at their end says that the last word ends there.
  static func words(_ row: String) -> [UInt8] {
    row.utf8.map { $0 == UInt8(ascii: ".") ? 0x20 : $0 }
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
