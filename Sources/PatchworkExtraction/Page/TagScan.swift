import Glibc

/// Looks over the tags of a page before the parser does, and hands on only what is worth the parser's time.
///
/// libxml2 compares every attribute of a tag with every other, every stray end tag with every open element, and reads
/// scripts and the values of attributes a character at a time. Attributes over the limit or of no use here, levels over
/// a depth no page has, end tags of elements never opened, comments, styles, drawings, what only pages without
/// scripts show, and scripts but linked data are left out; all text stays.
struct TagScan {
  /// Open elements beyond which further start tags are left out.
  static let deepest = 5_000

  private let bytes: UnsafeBufferPointer<UInt8>
  private let attributeLimit: Int
  private var out: [UInt8] = []
  /// Bytes before this are in `out`, or left out.
  private var copied = 0
  private var open = TagNames()
  private var depth = 0
  private var commentNeverEnds = false
  private var neverClosed: Set<UInt64> = []

  /// The page's bytes, ready for the parser.
  static func cleaned(_ bytes: [UInt8], attributeLimit: Int) -> [UInt8] {
    // A NUL ends the parser's work.
    let given = bytes.contains(0) ? bytes.map { $0 == 0 ? 0x20 : $0 } : bytes
    return given.withUnsafeBufferPointer { buffer in
      var scan = TagScan(buffer, attributeLimit)
      scan.run()
      return scan.out
    }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ attributeLimit: Int) {
    self.bytes = bytes
    self.attributeLimit = attributeLimit
    out.reserveCapacity(bytes.count / 2)
  }

  private mutating func run() {
    var at = 0
    while let tag = offset(of: UInt8(ascii: "<"), from: at), tag + 1 < bytes.count {
      let next = bytes[tag + 1]
      if isLetter(next) {
        at = startTag(tag)
      } else if next == UInt8(ascii: "/"), tag + 2 < bytes.count, isLetter(bytes[tag + 2]) {
        at = endTag(tag)
      } else if next == UInt8(ascii: "!"), bytes[tag...].starts(with: Self.comment) {
        at = afterComment(tag)
      } else {
        at = tag + 1
      }
    }
    copy(upTo: bytes.count)
  }

  private mutating func startTag(_ start: Int) -> Int {
    var at = start + 1
    while at < bytes.count, !isSpace(bytes[at]), bytes[at] != 0x3E, bytes[at] != 0x2F { at += 1 }
    let name = start + 1..<at
    let hash = TagNames.hash(bytes[name])
    let kind = open.kind(of: hash)
    copy(upTo: at)
    let mark = out.count
    let end = attributes(from: at, isLink: kind == .link)
    if kind == .raw || kind == .unread {
      let isEmpty = kind == .unread && end >= 2 && bytes[end - 2] == UInt8(ascii: "/")
      if isEmpty { return end }
      let isRead = hash == TagNames.script && isLinkedData(mark..<out.count)
      let close = closing(hash, name, from: end)
      if kind == .raw, isRead || TagNames.text.contains(hash) { return close ?? bytes.count }
      guard let close else {
        // What never ends would hide the rest of the page from the parser, as it does from a reader.
        if kind == .raw { return leaveOut(start..<bytes.count, mark - (at - start)) }
        return end
      }
      return leaveOut(start..<behindTag(close), mark - (at - start))
    }
    if kind != .flat {
      if depth >= Self.deepest { return leaveOut(start..<end, mark - (at - start)) }
      depth += 1
      open.add(hash)
    }
    return end
  }

  private mutating func endTag(_ start: Int) -> Int {
    var at = start + 2
    while at < bytes.count, !isSpace(bytes[at]), bytes[at] != 0x3E { at += 1 }
    let hash = TagNames.hash(bytes[(start + 2)..<at])
    let end = behindTag(at)
    let kind = open.kind(of: hash)
    guard kind != .flat, kind != .link, kind != .raw else { return end }
    if open.remove(hash) {
      depth -= 1
      return end
    }
    copy(upTo: start)
    copied = end
    return end
  }

  /// Walks over the attributes of a tag, hands on those that are of use, and returns the offset behind the tag.
  private mutating func attributes(from start: Int, isLink: Bool) -> Int {
    var at = start
    var count = 0
    var behind = start
    while at < bytes.count, bytes[at] != 0x3E {
      if isSpace(bytes[at]) || bytes[at] == UInt8(ascii: "/") {
        at += 1
        continue
      }
      count += 1
      let from = at
      var name = at
      at = afterAttribute(at, nameEnd: &name)
      behind = at
      if count <= attributeLimit, AttributeNames.isKept(bytes[from..<name], isLink: isLink) {
        out.append(0x20)
        out.append(contentsOf: bytes[from..<at])
      }
    }
    let end = min(at + 1, bytes.count)
    // A slash that ends a value without quotes is the value's.
    if at < bytes.count, at > behind, bytes[at - 1] == UInt8(ascii: "/") {
      out.append(UInt8(ascii: "/"))
    }
    copied = at
    return end
  }

  private func afterAttribute(_ start: Int, nameEnd: inout Int) -> Int {
    var at = start + 1
    while at < bytes.count, !isSpace(bytes[at]), bytes[at] != 0x3D, bytes[at] != 0x3E,
      bytes[at] != 0x2F
    {
      at += 1
    }
    nameEnd = at
    var value = at
    while value < bytes.count, isSpace(bytes[value]) { value += 1 }
    guard value < bytes.count, bytes[value] == UInt8(ascii: "=") else { return at }
    value += 1
    while value < bytes.count, isSpace(bytes[value]) { value += 1 }
    guard value < bytes.count else { return value }
    let quote = bytes[value]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      return offset(of: quote, from: value + 1).map { $0 + 1 } ?? bytes.count
    }
    while value < bytes.count, !isSpace(bytes[value]), bytes[value] != 0x3E { value += 1 }
    return value
  }

  private func isLinkedData(_ attributes: Range<Int>) -> Bool {
    out[attributes].firstOffset(of: Self.linkedData) != nil
  }

  /// Where the end tag of an element without elements inside stands; what never ends is looked for only once.
  private mutating func closing(_ hash: UInt64, _ name: Range<Int>, from start: Int) -> Int? {
    guard !neverClosed.contains(hash) else { return nil }
    var at = start
    while let tag = offset(of: UInt8(ascii: "<"), from: at), tag + name.count + 1 < bytes.count {
      if bytes[tag + 1] == UInt8(ascii: "/"), same(name, tag + 2) { return tag }
      at = tag + 1
    }
    neverClosed.insert(hash)
    return nil
  }

  private func same(_ name: Range<Int>, _ other: Int) -> Bool {
    for index in 0..<name.count
    where asciiLower(bytes[name.lowerBound + index]) != asciiLower(bytes[other + index]) {
      return false
    }
    return true
  }

  /// The offset behind a comment, which is left out; one that never ends stays, and is looked for only once.
  private mutating func afterComment(_ start: Int) -> Int {
    guard !commentNeverEnds else { return start + 4 }
    var at = start + 4
    while let close = offset(of: UInt8(ascii: ">"), from: at) {
      if close >= start + 6, bytes[close - 1] == 0x2D, bytes[close - 2] == 0x2D {
        copy(upTo: start)
        copied = close + 1
        return close + 1
      }
      at = close + 1
    }
    commentNeverEnds = true
    return start + 4
  }

  private func behindTag(_ start: Int) -> Int {
    offset(of: 0x3E, from: start).map { $0 + 1 } ?? bytes.count
  }

  private func offset(of byte: UInt8, from start: Int) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
  }

  private mutating func copy(upTo end: Int) {
    if copied < end { out.append(contentsOf: bytes[copied..<end]) }
    copied = max(copied, end)
  }

  /// Takes back what was handed on since a mark, and passes over bytes.
  private mutating func leaveOut(_ range: Range<Int>, _ mark: Int) -> Int {
    out.removeSubrange(mark...)
    copied = range.upperBound
    return range.upperBound
  }

  private static let comment = Array("<!--".utf8)
  private static let linkedData = Array("ld+json".utf8)
}
