/// Why bytes are not JSON: the offset of the first byte that does not fit.
public struct JSONError: Error, Equatable {
  /// Offset of that byte.
  public let offset: Int
}

/// A strict RFC 8259 parser over UTF-8 bytes, with a bounded depth.
///
/// A lone surrogate escape becomes U+FFFD: one code point for one code point, so that offsets agree
/// with readers that keep it. The bytes must be valid UTF-8.
public struct JSONParser {
  /// Deepest nesting that is followed.
  public static let depth = 128

  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0
  /// Whether raw control characters in strings are let through, as scripts in pages have them.
  private let lenient: Bool

  private init(_ bytes: UnsafeBufferPointer<UInt8>, lenient: Bool) {
    self.bytes = bytes
    self.lenient = lenient
  }

  /// Parses one JSON text.
  public static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, lenient: Bool = false
  ) throws(JSONError) -> JSONValue {
    var parser = JSONParser(bytes, lenient: lenient)
    let value = try parser.value(depth: 0)
    parser.skipSpace()
    guard parser.at == bytes.count else { throw JSONError(offset: parser.at) }
    return value
  }

  private var peek: UInt8 { at < bytes.count ? bytes[at] : 0 }

  private mutating func skipSpace() {
    while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
  }

  private func failure() -> JSONError { JSONError(offset: at) }

  private mutating func expect(_ byte: UInt8) throws(JSONError) {
    guard at < bytes.count, bytes[at] == byte else { throw failure() }
    at += 1
  }

  private mutating func word(_ word: StaticString) throws(JSONError) {
    for index in 0..<word.utf8CodeUnitCount { try expect(word.utf8Start[index]) }
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    guard depth < Self.depth else { throw failure() }
    skipSpace()
    switch peek {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"):
      try word("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try word("false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try word("null")
      return .null
    default: return .number(try number())
    }
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
    at += 1
    var fields: [(key: String, value: JSONValue)] = []
    skipSpace()
    if peek == UInt8(ascii: "}") {
      at += 1
      return .object(fields)
    }
    while true {
      skipSpace()
      let key = try string()
      skipSpace()
      try expect(UInt8(ascii: ":"))
      fields.append((key, try value(depth: depth + 1)))
      skipSpace()
      if peek == UInt8(ascii: ",") {
        at += 1
      } else {
        try expect(UInt8(ascii: "}"))
        return .object(fields)
      }
    }
  }

  private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
    at += 1
    var items: [JSONValue] = []
    skipSpace()
    if peek == UInt8(ascii: "]") {
      at += 1
      return .array(items)
    }
    while true {
      items.append(try value(depth: depth + 1))
      skipSpace()
      if peek == UInt8(ascii: ",") {
        at += 1
      } else {
        try expect(UInt8(ascii: "]"))
        return .array(items)
      }
    }
  }

  private mutating func digits() throws(JSONError) {
    guard isDigit(peek) else { throw failure() }
    while isDigit(peek) { at += 1 }
  }

  private mutating func number() throws(JSONError) -> String {
    let start = at
    if peek == UInt8(ascii: "-") { at += 1 }
    if peek == UInt8(ascii: "0") { at += 1 } else { try digits() }
    if peek == UInt8(ascii: ".") {
      at += 1
      try digits()
    }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      at += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { at += 1 }
      try digits()
    }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func string() throws(JSONError) -> String {
    try expect(UInt8(ascii: "\""))
    let start = at
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") {
        at += 1
        return String(decoding: bytes[start..<at - 1], as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\") { return try escapedString(from: start) }
      if byte < 0x20, !lenient { throw failure() }
      at += 1
    }
    throw failure()
  }

  private mutating func escapedString(from start: Int) throws(JSONError) -> String {
    var out = [UInt8](bytes[start..<at])
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") {
        at += 1
        return String(decoding: out, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\") {
        at += 1
        try escape(into: &out)
        continue
      }
      let run = at
      while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\") {
        if bytes[at] < 0x20, !lenient { throw failure() }
        at += 1
      }
      out.append(contentsOf: bytes[run..<at])
    }
    throw failure()
  }

  private mutating func escape(into out: inout [UInt8]) throws(JSONError) {
    let letter = peek
    at += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(letter)
    case UInt8(ascii: "b"): out.append(0x08)
    case UInt8(ascii: "f"): out.append(0x0C)
    case UInt8(ascii: "n"): out.append(0x0A)
    case UInt8(ascii: "r"): out.append(0x0D)
    case UInt8(ascii: "t"): out.append(0x09)
    case UInt8(ascii: "u"): append(try scalarAfterU(), to: &out)
    default:
      at -= 1
      throw failure()
    }
  }

  private mutating func hex4() throws(JSONError) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = hexDigit(peek) else { throw failure() }
      unit = unit << 4 | digit
      at += 1
    }
    return unit
  }

  private mutating func scalarAfterU() throws(JSONError) -> Unicode.Scalar {
    let high = try hex4()
    let isHigh = (0xD800..<0xDC00).contains(high)
    if isHigh, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
      bytes[at + 1] == UInt8(ascii: "u")
    {
      let mark = at
      at += 2
      let low = try hex4()
      if (0xDC00..<0xE000).contains(low) {
        return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
      }
      at = mark
    }
    return Unicode.Scalar(high) ?? "\u{FFFD}"
  }

  private func append(_ scalar: Unicode.Scalar, to out: inout [UInt8]) {
    out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}

private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

private func hexDigit(_ byte: UInt8) -> UInt32? {
  switch byte {
  case 0x30...0x39: UInt32(byte - 0x30)
  case 0x41...0x46: UInt32(byte - 0x41 + 10)
  case 0x61...0x66: UInt32(byte - 0x61 + 10)
  default: nil
  }
}
