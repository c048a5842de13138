import CLibXML2

/// References to characters, `&amp;`, `&eacute;` or `&#8211;`.
enum Entities {
  /// Appends text with its references resolved; those that mean nothing stay as they are.
  static func resolve(_ text: ArraySlice<UInt8>, into out: inout [UInt8]) {
    var at = text.startIndex
    while at < text.endIndex {
      guard let mark = text[at...].firstIndex(of: UInt8(ascii: "&")) else {
        out.append(contentsOf: text[at...])
        return
      }
      out.append(contentsOf: text[at..<mark])
      let reach = text[(mark + 1)...].prefix(12)
      if let end = reach.firstIndex(of: UInt8(ascii: ";")),
        let scalar = scalar(text[(mark + 1)..<end])
      {
        out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        at = end + 1
      } else {
        out.append(text[mark])
        at = mark + 1
      }
    }
  }

  /// A text with its references resolved.
  static func decoded(_ text: String) -> String {
    var out: [UInt8] = []
    resolve(Array(text.utf8)[...], into: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// A text as the value of an attribute.
  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }

  private static func scalar(_ reference: ArraySlice<UInt8>) -> Unicode.Scalar? {
    if reference.first == UInt8(ascii: "#") {
      let digits = String(decoding: reference.dropFirst(), as: UTF8.self)
      let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
      guard let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits),
        value > 0
      else { return nil }
      // Numbers of windows-1252 stand for its characters, as in pages.
      if (0x80...0x9F).contains(value) {
        return String(decoding: Windows1252.utf8(of: UInt8(value)), as: UTF8.self).unicodeScalars
          .first
      }
      return Unicode.Scalar(value)
    }
    if reference.elementsEqual("apos".utf8) { return "'" }
    let name = String(decoding: reference, as: UTF8.self)
    return htmlEntityLookup(name).flatMap { Unicode.Scalar(UInt32($0.pointee.value)) }
  }
}
