/// Names of attributes that are kept.
enum AttributeName: UInt8, CaseIterable {
  case `class`, id, itemprop, role, datetime, property, name, content, href, rel, lang, hidden
  case style, ariaHidden, type, charset, httpEquiv, pubdate

  /// The name in a page.
  var written: String {
    switch self {
    case .ariaHidden: "aria-hidden"
    case .httpEquiv: "http-equiv"
    default: "\(self)"
    }
  }
}

/// An element or a run of text of a page.
struct PageNode {
  let tag: Tag
  /// Index of the element around it, -1 for the root.
  let parent: Int32
  /// One past the last node inside.
  var end: Int32
  /// First byte of the text, or first attribute.
  let first: Int32
  /// Bytes of text, or number of attributes.
  var count: Int32
}

/// A page as one flat list of nodes in document order, with its text and attribute values in one buffer each.
struct PageArena {
  struct Attribute {
    let name: AttributeName
    let start: Int32
    let length: Int32
  }

  var nodes: [PageNode] = []
  var text: [UInt8] = []
  var attributes: [Attribute] = []
  var values: [UInt8] = []

  /// Indices of a node's descendants.
  func inside(_ node: Int) -> Range<Int> { node + 1..<Int(nodes[node].end) }

  /// The bytes of an attribute's value.
  func bytes(_ name: AttributeName, of node: Int) -> ArraySlice<UInt8>? {
    let element = nodes[node]
    guard element.tag != .text else { return nil }
    for index in Int(element.first)..<Int(element.first + element.count)
    where attributes[index].name == name {
      let attribute = attributes[index]
      return values[Int(attribute.start)..<Int(attribute.start + attribute.length)]
    }
    return nil
  }

  /// An attribute's value.
  func value(_ name: AttributeName, of node: Int) -> String? {
    bytes(name, of: node).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes of a run of text.
  func textBytes(_ node: Int) -> ArraySlice<UInt8> {
    let run = nodes[node]
    return text[Int(run.first)..<Int(run.first + run.count)]
  }

  /// All text inside a node, white space folded.
  func words(in node: Int) -> String {
    var out: [UInt8] = []
    for index in inside(node) where nodes[index].tag == .text {
      appendFolded(textBytes(index), to: &out)
    }
    if out.last == 0x20 { out.removeLast() }
    return String(decoding: out, as: UTF8.self)
  }
}

/// Appends text with white space, no-break spaces too, as single spaces.
func appendFolded(_ bytes: ArraySlice<UInt8>, to out: inout [UInt8]) {
  var at = bytes.startIndex
  while at < bytes.endIndex {
    let byte = bytes[at]
    if isSpace(byte) || (byte == 0xC2 && at + 1 < bytes.endIndex && bytes[at + 1] == 0xA0) {
      if let last = out.last, last != 0x20, last != 0x0A { out.append(0x20) }
      at += byte == 0xC2 ? 2 : 1
    } else {
      out.append(byte)
      at += 1
    }
  }
}
