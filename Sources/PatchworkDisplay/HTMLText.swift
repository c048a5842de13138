/// Text of unknown origin as HTML.
package enum HTMLText {
  /// The text with everything escaped that could be markup, in content and in quoted attributes, and fit to be shown.
  package static func escape(_ text: String) -> String {
    let shown = ShownText.clean(text)
    guard shown.utf8.contains(where: { replacement(for: $0) != nil }) else { return shown }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(shown.utf8.count + 32)
    for byte in shown.utf8 {
      if let entity = replacement(for: byte) {
        bytes.append(contentsOf: entity.utf8)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text escaped, its direction kept from turning what stands around it.
  package static func isolated(_ text: String) -> String { "<bdi>\(escape(text))</bdi>" }

  private static func replacement(for byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}
