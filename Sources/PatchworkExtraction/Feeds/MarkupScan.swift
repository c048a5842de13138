/// Takes XML apart into tags and texts, one pass over the bytes, whatever is wrong with it.
struct MarkupScan {
  /// A piece of the text.
  enum Token {
    case text(Range<Int>)
    /// What stands in a CDATA section.
    case literal(Range<Int>)
    /// A start tag and where it stands.
    case start(String, [(name: String, value: String)], isEmpty: Bool, at: Range<Int>)
    /// An end tag and where it stands.
    case end(String, at: Range<Int>)
  }

  /// Most attributes of a tag that are kept.
  private static let attributes = 100

  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next piece, nil at the end.
  mutating func next() -> Token? {
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "<") else { return text(from: at) }
      if follows("<!--") {
        skip(past: "-->", from: at + 4)
      } else if follows("<![CDATA[") {
        let start = at + 9
        skip(past: "]]>", from: start)
        let isClosed = at >= start + 3 && bytes[at - 3..<at].elementsEqual("]]>".utf8)
        return .literal(start..<(isClosed ? at - 3 : max(start, at)))
      } else if follows("<?") {
        skip(past: "?>", from: at + 2)
      } else if follows("<!") {
        skipDeclaration()
      } else if let token = tag() {
        return token
      } else {
        return text(from: at)
      }
    }
    return nil
  }

  private mutating func text(from start: Int) -> Token {
    at = bytes[(start + 1)...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    return .text(start..<at)
  }

  private func follows(_ mark: StaticString) -> Bool {
    guard at + mark.utf8CodeUnitCount <= bytes.count else { return false }
    for index in 0..<mark.utf8CodeUnitCount where bytes[at + index] != mark.utf8Start[index] {
      return false
    }
    return true
  }

  private mutating func skip(past mark: String, from start: Int) {
    guard start <= bytes.count, let found = bytes[start...].firstOffset(of: Array(mark.utf8)) else {
      at = bytes.count
      return
    }
    at = start + found + mark.utf8.count
  }

  /// Passes a declaration of a document type, with what it defines.
  private mutating func skipDeclaration() {
    var brackets = 0
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if byte == UInt8(ascii: "[") { brackets += 1 }
      if byte == UInt8(ascii: "]") { brackets -= 1 }
      if byte == UInt8(ascii: ">"), brackets <= 0 { return }
    }
  }

  /// The tag that begins here, nil when it is a stray bracket.
  private mutating func tag() -> Token? {
    let start = at
    var from = at + 1
    let isEnd = from < bytes.count && bytes[from] == UInt8(ascii: "/")
    if isEnd { from += 1 }
    let name = word(&from)
    guard let first = name.utf8.first, isLetter(first) || first == 0x5F || first >= 0x80 else {
      return nil
    }
    var attributes: [(name: String, value: String)] = []
    while from < bytes.count {
      let byte = bytes[from]
      if byte == UInt8(ascii: ">") {
        at = from + 1
        let isEmpty = bytes[from - 1] == UInt8(ascii: "/")
        return isEnd
          ? .end(name, at: start..<at) : .start(name, attributes, isEmpty: isEmpty, at: start..<at)
      }
      if byte == UInt8(ascii: "<") { break }
      if isSpace(byte) || byte == UInt8(ascii: "/") {
        from += 1
        continue
      }
      let before = from
      if let attribute = attribute(&from), attributes.count < Self.attributes {
        attributes.append(attribute)
      }
      if from == before { from += 1 }
    }
    // A tag that never ends, or runs into the next one, counts as closed there.
    at = from
    return isEnd
      ? .end(name, at: start..<at) : .start(name, attributes, isEmpty: false, at: start..<at)
  }

  private func word(_ from: inout Int) -> String {
    let start = from
    while from < bytes.count, !isSpace(bytes[from]),
      ![0x3C, 0x3D, 0x3E, 0x2F].contains(bytes[from])
    {
      from += 1
    }
    return String(decoding: bytes[start..<from], as: UTF8.self)
  }

  private func attribute(_ from: inout Int) -> (name: String, value: String)? {
    let name = word(&from)
    while from < bytes.count, isSpace(bytes[from]) { from += 1 }
    guard from < bytes.count, bytes[from] == UInt8(ascii: "=") else { return nil }
    from += 1
    while from < bytes.count, isSpace(bytes[from]) { from += 1 }
    guard from < bytes.count else { return nil }
    let quote = bytes[from]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return (name, word(&from))
    }
    let end = bytes[(from + 1)...].firstIndex(of: quote) ?? bytes.count
    var value: [UInt8] = []
    Entities.resolve(bytes[(from + 1)..<end], into: &value)
    from = min(end + 1, bytes.count)
    return (name, String(decoding: value, as: UTF8.self))
  }
}
