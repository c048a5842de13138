/// What the models ask of single code points, on UTF-8 bytes.
enum Scalars {
  /// The code point at an offset of valid UTF-8, and its length in bytes.
  @inline(__always)
  static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (UInt32, Int) {
    let lead = UInt32(bytes[index])
    if lead < 0x80 { return (lead, 1) }
    let left = bytes.count - index
    if lead < 0xE0, left >= 2 { return ((lead & 0x1F) << 6 | trail(bytes, index + 1), 2) }
    if lead < 0xF0, left >= 3 {
      return (
        (lead & 0x0F) << 12 | trail(bytes, index + 1) << 6 | trail(bytes, index + 2), 3
      )
    }
    guard left >= 4 else { return (0xFFFD, left) }
    return (
      (lead & 0x07) << 18 | trail(bytes, index + 1) << 12 | trail(bytes, index + 2) << 6
        | trail(bytes, index + 3), 4
    )
  }

  @inline(__always)
  private static func trail(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt32 {
    UInt32(bytes[index] & 0x3F)
  }

  /// Whether a code point is white space: the property and the four information separators.
  @inline(__always)
  static func isSpace(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 {
      return scalar == 0x20 || (scalar >= 0x09 && scalar <= 0x0D)
        || (scalar >= 0x1C && scalar <= 0x1F)
    }
    switch scalar {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return true
    default: return false
    }
  }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }

  /// Whether a text is not empty and holds letters only.
  static func isAlphabetic(_ text: [UInt8]) -> Bool {
    guard !text.isEmpty else { return false }
    return String(decoding: text, as: UTF8.self).unicodeScalars.allSatisfy(isLetter)
  }

  /// Whether a text holds white space only; true for an empty one.
  static func isSpace(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      let (scalar, length) = scalar(bytes, at: index)
      guard isSpace(scalar) else { return false }
      index += length
    }
    return true
  }

  /// The lower-case form of a text, with the final sigma of Greek words.
  static func lowercased(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    if bytes.allSatisfy({ $0 < 0x80 }) {
      return bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    }
    let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    var lower = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if scalar == "\u{3A3}" {
        lower.append(isFinalSigma(scalars, index) ? "\u{3C2}" : "\u{3C3}")
      } else {
        lower.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return Array(String(lower).utf8)
  }

  private static func isFinalSigma(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    let before = scalars[..<index].last { !$0.properties.isCaseIgnorable }
    guard let before, before.properties.isCased else { return false }
    let after = scalars[(index + 1)...].first { !$0.properties.isCaseIgnorable }
    return after.map { !$0.properties.isCased } ?? true
  }

  /// The pattern of letters and digits of a word; runs of one sign are cut at four.
  static func shape(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var shape: [UInt8] = []
    var last = UInt32.max
    var run = 0
    var index = 0
    var count = 0
    while index < bytes.count {
      let (value, length) = scalar(bytes, at: index)
      count += 1
      if count >= 100 { return Array("LONG".utf8) }
      let sign = shapeSign(value)
      run = sign == last ? run + 1 : 0
      last = sign
      if run < 4 {
        if sign < 0x80 {
          shape.append(UInt8(sign))
        } else {
          shape.append(contentsOf: bytes[index..<index + length])
        }
      }
      index += length
    }
    return shape
  }

  private static func shapeSign(_ value: UInt32) -> UInt32 {
    let upper = UInt32(UInt8(ascii: "X"))
    let lower = UInt32(UInt8(ascii: "x"))
    let digit = UInt32(UInt8(ascii: "d"))
    switch value {
    case 0x41...0x5A: return upper
    case 0x61...0x7A: return lower
    case 0x30...0x39: return digit
    case 0..<0x80: return value
    default:
      guard let scalar = Unicode.Scalar(value) else { return value }
      if isLetter(scalar) { return scalar.properties.isUppercase ? upper : lower }
      switch scalar.properties.numericType {
      case .decimal, .digit: return digit
      default: return value
      }
    }
  }

  /// Bytes of the first code point.
  static func prefixLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    bytes.isEmpty ? 0 : scalar(bytes, at: 0).1
  }

  /// Bytes of the last three code points, or of all where there are fewer.
  static func suffixLength(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var index = bytes.count
    var seen = 0
    while index > 0, seen < 3 {
      index -= 1
      if bytes[index] & 0xC0 != 0x80 { seen += 1 }
    }
    return bytes.count - index
  }
}
