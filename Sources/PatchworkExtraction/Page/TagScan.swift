/// Looks over the tags of a page before the parser does, and takes out what would cost it more than it is worth.
///
/// libxml2 compares every attribute of a tag with every other, and every stray end tag with every open
/// element. Attributes over the limit, levels over a depth no page has, and end tags of elements never
/// opened are overwritten with spaces; all text stays.
struct TagScan {
  /// Open elements beyond which further start tags are taken out.
  static let deepest = 5_000

  private var bytes: [UInt8]
  private let attributeLimit: Int
  private var open: [UInt64: Int] = [:]
  private var depth = 0
  private var commentNeverEnds = false

  /// The page's bytes, ready for the parser.
  static func cleaned(_ bytes: [UInt8], attributeLimit: Int) -> [UInt8] {
    var scan = TagScan(bytes: bytes, attributeLimit: attributeLimit)
    scan.run()
    return scan.bytes
  }

  private init(bytes: [UInt8], attributeLimit: Int) {
    self.bytes = bytes
    self.attributeLimit = attributeLimit
  }

  /// Elements that a new one of their kind closes, and elements without content: they do not nest.
  private static let flat: Set<UInt64> = Set(
    [
      "p", "li", "td", "th", "tr", "dd", "dt", "option", "br", "img", "hr", "input", "meta", "link",
      "source", "wbr", "area", "base", "col", "embed", "param", "track",
    ].map { hash(Array($0.utf8)[...]) })

  /// Elements whose content is not markup, with the mark that ends them.
  private static let raw: [UInt64: [UInt8]] = Dictionary(
    uniqueKeysWithValues: ["script", "style", "textarea", "title"].map {
      (hash(Array($0.utf8)[...]), Array("</\($0)".utf8))
    })

  private mutating func run() {
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte == 0 { bytes[at] = 0x20 }
      guard byte == UInt8(ascii: "<"), at + 1 < bytes.count else {
        at += 1
        continue
      }
      let next = bytes[at + 1]
      if isLetter(next) {
        at = startTag(at)
      } else if next == UInt8(ascii: "/"), at + 2 < bytes.count, isLetter(bytes[at + 2]) {
        at = endTag(at)
      } else if bytes[at...].starts(with: "<!--".utf8) {
        at = afterComment(at + 4)
      } else {
        at += 1
      }
    }
  }

  /// The offset behind a comment; one that never ends is looked for only once.
  private mutating func afterComment(_ start: Int) -> Int {
    guard !commentNeverEnds, let end = position(of: Array("-->".utf8), from: start) else {
      commentNeverEnds = true
      return start
    }
    return end + 3
  }

  private mutating func startTag(_ start: Int) -> Int {
    var at = start + 1
    while at < bytes.count, !isSpace(bytes[at]), bytes[at] != 0x3E, bytes[at] != 0x2F { at += 1 }
    let name = Self.hash(bytes[(start + 1)..<at])
    let end = attributes(from: at)
    if let closing = Self.raw[name] { return position(of: closing, from: end) ?? bytes.count }
    if !Self.flat.contains(name) {
      if depth >= Self.deepest {
        blank(start..<end)
      } else {
        depth += 1
        open[name, default: 0] += 1
      }
    }
    return end
  }

  private mutating func endTag(_ start: Int) -> Int {
    var at = start + 2
    while at < bytes.count, !isSpace(bytes[at]), bytes[at] != 0x3E { at += 1 }
    let name = Self.hash(bytes[(start + 2)..<at])
    while at < bytes.count, bytes[at] != 0x3E { at += 1 }
    at = min(at + 1, bytes.count)
    if !Self.flat.contains(name), Self.raw[name] == nil {
      if let count = open[name], count > 0 {
        open[name] = count - 1
        depth -= 1
      } else {
        blank(start..<at)
      }
    }
    return at
  }

  /// Walks over attributes, takes out those beyond the limit, and returns the offset behind the tag.
  private mutating func attributes(from start: Int) -> Int {
    var at = start
    var count = 0
    var excess: Int?
    while at < bytes.count, bytes[at] != 0x3E {
      if isSpace(bytes[at]) || bytes[at] == UInt8(ascii: "/") {
        at += 1
        continue
      }
      count += 1
      if count == attributeLimit + 1 { excess = at }
      at = afterAttribute(at)
    }
    if let excess { blank(excess..<at) }
    return min(at + 1, bytes.count)
  }

  private func afterAttribute(_ start: Int) -> Int {
    var at = start + 1
    while at < bytes.count, !isSpace(bytes[at]), bytes[at] != 0x3D, bytes[at] != 0x3E,
      bytes[at] != 0x2F
    {
      at += 1
    }
    var value = at
    while value < bytes.count, isSpace(bytes[value]) { value += 1 }
    guard value < bytes.count, bytes[value] == UInt8(ascii: "=") else { return at }
    value += 1
    while value < bytes.count, isSpace(bytes[value]) { value += 1 }
    guard value < bytes.count else { return value }
    let quote = bytes[value]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      value += 1
      while value < bytes.count, bytes[value] != quote { value += 1 }
      return min(value + 1, bytes.count)
    }
    while value < bytes.count, !isSpace(bytes[value]), bytes[value] != 0x3E { value += 1 }
    return value
  }

  private mutating func blank(_ range: Range<Int>) {
    for index in range { bytes[index] = 0x20 }
  }

  /// Where a lower-case mark next stands, in either case.
  private func position(of mark: [UInt8], from start: Int) -> Int? {
    var at = start
    while at + mark.count <= bytes.count {
      if bytes[at] == mark[0] {
        var length = 1
        while length < mark.count, asciiLower(bytes[at + length]) == mark[length] { length += 1 }
        if length == mark.count { return at }
      }
      at += 1
    }
    return nil
  }

  private static func hash(_ name: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name { hash = (hash ^ UInt64(asciiLower(byte))) &* 0x100_0000_01B3 }
    return hash
  }
}
