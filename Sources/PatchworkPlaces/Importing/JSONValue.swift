/// A JSON value, read leniently from bytes: importers need strings and numbers, and must not stop at a bad row.
enum JSONValue {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  subscript(key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  /// The string, or a number written as one.
  var text: String? {
    switch self {
    case .string(let text): text
    case .number(let number) where number == number.rounded() && abs(number) < 1e15:
      String(Int(number))
    default: nil
    }
  }

  var real: Double? {
    switch self {
    case .number(let number): number
    case .string(let text): Double(text)
    default: nil
    }
  }

  var strings: [String] {
    if case .array(let items) = self { items.compactMap(\.text) } else { [] }
  }
}

/// Reads JSON from a buffer, value by value.
struct JSONScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var at = 0

  /// Malformed JSON.
  struct Malformed: Error {
    let offset: Int
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Calls with every member of the outermost object or item of the outermost array.
  mutating func forEachItem(_ body: (String, JSONValue) -> Void) throws(Malformed) {
    let open = try next()
    guard open == UInt8(ascii: "{") || open == UInt8(ascii: "[") else { throw malformed }
    at += 1
    let close: UInt8 = open == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: "]")
    if try next() == close { return }
    while true {
      var key = ""
      if open == UInt8(ascii: "{") {
        key = try string()
        try expect(UInt8(ascii: ":"))
      }
      body(key, try value(depth: 0))
      if try next() == close { return }
      try expect(UInt8(ascii: ","))
    }
  }

  /// Calls with every item of an array that is a member of the outermost object, one in memory at a time.
  mutating func forEachElement(of member: String, _ body: (JSONValue) -> Void) throws(Malformed) {
    try expect(UInt8(ascii: "{"))
    if try next() == UInt8(ascii: "}") { return }
    while true {
      let key = try string()
      try expect(UInt8(ascii: ":"))
      if key == member, try next() == UInt8(ascii: "[") {
        try forEachItem { _, item in body(item) }
        at += 1
      } else {
        _ = try value(depth: 0)
      }
      if try next() == UInt8(ascii: "}") { return }
      try expect(UInt8(ascii: ","))
    }
  }

  private var malformed: Malformed { Malformed(offset: at) }

  private mutating func next() throws(Malformed) -> UInt8 {
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
    guard at < bytes.count else { throw malformed }
    return bytes[at]
  }

  private mutating func expect(_ byte: UInt8) throws(Malformed) {
    guard try next() == byte else { throw malformed }
    at += 1
  }

  private mutating func value(depth: Int) throws(Malformed) -> JSONValue {
    guard depth < 32 else { throw malformed }
    switch try next() {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"):
      at += 1
      var members: [String: JSONValue] = [:]
      if try next() == UInt8(ascii: "}") {
        at += 1
        return .object(members)
      }
      while true {
        let key = try string()
        try expect(UInt8(ascii: ":"))
        members[key] = try value(depth: depth + 1)
        if try next() == UInt8(ascii: "}") {
          at += 1
          return .object(members)
        }
        try expect(UInt8(ascii: ","))
      }
    case UInt8(ascii: "["):
      at += 1
      var items: [JSONValue] = []
      if try next() == UInt8(ascii: "]") {
        at += 1
        return .array(items)
      }
      while true {
        items.append(try value(depth: depth + 1))
        if try next() == UInt8(ascii: "]") {
          at += 1
          return .array(items)
        }
        try expect(UInt8(ascii: ","))
      }
    default: return try word()
    }
  }

  /// A number, `true`, `false` or `null`.
  private mutating func word() throws(Malformed) -> JSONValue {
    let start = at
    while at < bytes.count, bytes[at] > 0x20, bytes[at] != UInt8(ascii: ","),
      bytes[at] != UInt8(ascii: "}"), bytes[at] != UInt8(ascii: "]")
    {
      at += 1
    }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    switch text {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null", "NaN": return .null
    default:
      guard let number = Double(text) else { throw malformed }
      return .number(number)
    }
  }

  private mutating func string() throws(Malformed) -> String {
    try expect(UInt8(ascii: "\""))
    let start = at
    while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\") {
      at += 1
    }
    guard at < bytes.count else { throw malformed }
    if bytes[at] == UInt8(ascii: "\"") {
      at += 1
      return String(decoding: bytes[start..<(at - 1)], as: UTF8.self)
    }
    var units: [UInt8] = Array(bytes[start..<at])
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: units, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\") else {
        units.append(byte)
        continue
      }
      guard at < bytes.count else { throw malformed }
      let escape = bytes[at]
      at += 1
      switch escape {
      case UInt8(ascii: "n"): units.append(0x0A)
      case UInt8(ascii: "t"): units.append(0x09)
      case UInt8(ascii: "r"): units.append(0x0D)
      case UInt8(ascii: "b"), UInt8(ascii: "f"): units.append(0x20)
      case UInt8(ascii: "u"): units.append(contentsOf: Array(String(try scalar()).utf8))
      default: units.append(escape)
      }
    }
    throw malformed
  }

  /// The scalar behind `\u`, of one unit or of a surrogate pair.
  private mutating func scalar() throws(Malformed) -> Unicode.Scalar {
    let high = try unit()
    if let scalar = Unicode.Scalar(high) { return scalar }
    guard at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u")
    else { return "\u{FFFD}" }
    at += 2
    let low = try unit()
    guard high < 0xDC00, (0xDC00...0xDFFF).contains(low) else { return "\u{FFFD}" }
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func unit() throws(Malformed) -> UInt32 {
    guard at + 4 <= bytes.count,
      let value = UInt32(String(decoding: bytes[at..<(at + 4)], as: UTF8.self), radix: 16)
    else { throw malformed }
    at += 4
    return value
  }
}
