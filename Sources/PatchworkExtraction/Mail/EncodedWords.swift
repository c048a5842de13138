/// Header values with words in other encodings: `=?utf-8?B?…?=`, RFC 2047.
enum EncodedWords {
  /// The text of a header's bytes.
  static func decoded(_ value: [UInt8]) -> String {
    var out = ""
    /// Bytes of one charset that go on in the next word, where writers cut characters in two.
    var pending: (label: String, bytes: [UInt8])?
    func flush() {
      guard let word = pending else { return }
      out += text(word.bytes, word.label)
      pending = nil
    }
    var plain: [UInt8] = []
    var at = 0
    while at < value.count {
      if let (label, bytes, end) = word(value, at) {
        let isGap = plain.allSatisfy(isSpace)
        if pending == nil || !isGap {
          flush()
          out += text(plain, nil)
        }
        if let before = pending, before.label == label {
          pending = (label, before.bytes + bytes)
        } else {
          flush()
          pending = (label, bytes)
        }
        plain = []
        at = end
      } else {
        plain.append(value[at])
        at += 1
      }
    }
    flush()
    return (out + text(plain, nil)).trimmed
  }

  private static func text(_ bytes: [UInt8], _ label: String?) -> String {
    bytes.withUnsafeBufferPointer { DecodedText($0, declared: label).text }
  }

  private static func word(
    _ value: [UInt8], _ start: Int
  ) -> (label: String, bytes: [UInt8], end: Int)? {
    guard start + 6 < value.count, value[start] == UInt8(ascii: "="),
      value[start + 1] == UInt8(ascii: "?")
    else { return nil }
    let reach = value[(start + 2)...].prefix(1000)
    guard let first = reach.firstIndex(of: UInt8(ascii: "?")), first + 2 < reach.endIndex,
      value[first + 2] == UInt8(ascii: "?")
    else { return nil }
    var end = first + 3
    while end + 1 < reach.endIndex,
      value[end] != UInt8(ascii: "?") || value[end + 1] != UInt8(ascii: "=")
    { end += 1 }
    guard end + 1 < reach.endIndex else { return nil }
    let coded = value[(first + 3)..<end]
    let bytes: [UInt8]
    switch asciiLower(value[first + 1]) {
    case UInt8(ascii: "b"): bytes = Base64.decoded(coded)
    case UInt8(ascii: "q"): bytes = QuotedPrintable.decoded(coded, inHeader: true)
    default: return nil
    }
    // A language may follow the charset behind an asterisk, RFC 2231.
    let label = value[(start + 2)..<first].prefix { $0 != UInt8(ascii: "*") }
    return (String(decoding: label, as: UTF8.self), bytes, end + 2)
  }
}
