import PatchworkText

/// A line as phrases are compared with it: lower case, a number as `0`, plain quotes and hyphens, single spaces.
struct FoldedLine {
  /// The folded bytes, without white space at the ends.
  private(set) var bytes: [UInt8] = []
  /// For every folded byte the offset in the text of the byte it stands for.
  private(set) var offsets: [Int32] = []
  /// Words, divided by spaces.
  private(set) var words = 0
  private let text: [UInt8]

  /// Folds a part of a text.
  init(_ span: Span, of text: [UInt8]) {
    self.text = text
    bytes.reserveCapacity(span.length)
    offsets.reserveCapacity(span.length)
    var at = span.start
    var pendingSpace = false
    while at < span.end {
      let from = at
      let folded = Self.fold(text, &at, span.end)
      if folded == 0x20 {
        pendingSpace = !bytes.isEmpty
        continue
      }
      if pendingSpace || bytes.isEmpty { words += 1 }
      if pendingSpace {
        append(0x20, from)
        pendingSpace = false
      }
      if folded != 0 {
        append(folded, from)
      } else {
        for offset in from..<at { append(text[offset], offset) }
      }
    }
  }

  /// Whether the next word from a folded offset on begins with a capital.
  func hasCapital(after offset: Int) -> Bool {
    var at = offset
    while at < bytes.count, bytes[at] == 0x20 { at += 1 }
    guard at < bytes.count else { return false }
    let byte = text[Int(offsets[at])]
    return isUpper(byte) || byte >= 0x80
  }

  private mutating func append(_ byte: UInt8, _ offset: Int) {
    bytes.append(byte)
    offsets.append(Int32(truncatingIfNeeded: offset))
  }

  /// The byte that what stands at an offset folds to, 0 to copy it as it is; moves the offset on.
  private static func fold(_ text: [UInt8], _ at: inout Int, _ end: Int) -> UInt8 {
    let from = at
    let byte = text[at]
    at += 1
    if byte < 0x80 {
      if byte <= 0x20 || byte == UInt8(ascii: "|") || byte == UInt8(ascii: "*") { return 0x20 }
      guard isDigit(byte) else { return asciiLower(byte) }
      while at < end, isDigit(text[at]) || isGrouping(text, at, end) { at += 1 }
      return UInt8(ascii: "0")
    }
    while at < end, text[at] & 0xC0 == 0x80 { at += 1 }
    return special(text, from, at - from)
  }

  private static func isGrouping(_ text: [UInt8], _ at: Int, _ end: Int) -> Bool {
    (text[at] == UInt8(ascii: ",") || text[at] == UInt8(ascii: ".")) && at + 1 < end
      && isDigit(text[at + 1])
  }

  /// Quotes, hyphens, spaces and bullets beyond ASCII.
  private static func special(_ text: [UInt8], _ at: Int, _ length: Int) -> UInt8 {
    if length == 2, text[at] == 0xC2 {
      switch text[at + 1] {
      case 0xA0, 0xB7, 0xAB, 0xBB: return 0x20
      default: return 0
      }
    }
    guard length == 3, text[at] == 0xE2 else { return 0 }
    switch (text[at + 1], text[at + 2]) {
    case (0x80, 0x98), (0x80, 0x99): return UInt8(ascii: "'")
    case (0x80, 0x9C), (0x80, 0x9D): return UInt8(ascii: "\"")
    case (0x80, 0x90...0x95): return UInt8(ascii: "-")
    case (0x80, 0xA2), (0x80, 0xBA), (0x80, 0xB9), (0x80, 0x80...0x8B), (0x80, 0xAF): return 0x20
    case (0x86, _), (0x87, 0x80...0x93), (0x96, _), (0x97, _): return 0x20
    default: return 0
    }
  }
}
