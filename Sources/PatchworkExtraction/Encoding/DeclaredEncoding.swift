/// The encoding that a page declares in its head.
enum DeclaredEncoding {
  /// Bytes at the head that are looked at.
  private static let reach = 4096

  /// The label in a meta element or an XML declaration.
  static func label(in bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let head = bytes.prefix(reach).map(asciiLower)
    for mark in ["charset=", "encoding="] {
      guard let offset = head.firstOffset(of: Array(mark.utf8)) else { continue }
      let rest = head[(offset + mark.utf8.count)...].drop {
        isSpace($0) || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'")
      }
      let label = rest.prefix {
        isLetter($0) || isDigit($0) || [0x2D, 0x5F, 0x3A, 0x2E].contains($0)
      }
      if !label.isEmpty { return String(decoding: label, as: UTF8.self) }
    }
    return nil
  }
}
