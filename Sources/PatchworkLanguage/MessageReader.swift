/// Reads MessagePack bytes front to back; every size is checked against the bytes that remain.
struct MessageReader {
  let file: String
  let bytes: [UInt8]
  private(set) var position: Int
  private let end: Int
  private static let depthLimit = 24

  init(_ bytes: [UInt8], file: String, range: Range<Int>? = nil) {
    self.file = file
    self.bytes = bytes
    position = range?.lowerBound ?? 0
    end = range?.upperBound ?? bytes.count
  }

  var isAtEnd: Bool { position >= end }

  func damaged(_ cause: String) -> ModelError {
    .damaged(file: file, offset: position, cause: cause)
  }

  private mutating func take(_ count: Int) throws(ModelError) -> Range<Int> {
    guard count >= 0, count <= end - position else { throw damaged("cut short") }
    position += count
    return position - count..<position
  }

  private mutating func unsigned(_ width: Int) throws(ModelError) -> UInt64 {
    let range = try take(width)
    var value: UInt64 = 0
    for index in range { value = value << 8 | UInt64(bytes[index]) }
    return value
  }

  private mutating func size(_ width: Int) throws(ModelError) -> Int {
    Int(truncatingIfNeeded: try unsigned(width))
  }

  /// Reads the whole value and nothing behind it.
  static func whole(_ bytes: [UInt8], file: String) throws(ModelError) -> MessageValue {
    var reader = MessageReader(bytes, file: file)
    let value = try reader.value()
    guard reader.isAtEnd else { throw reader.damaged("bytes after the end") }
    return value
  }

  mutating func value() throws(ModelError) -> MessageValue {
    try value(depth: 0)
  }

  private mutating func value(depth: Int) throws(ModelError) -> MessageValue {
    guard depth < Self.depthLimit else { throw damaged("nested too deeply") }
    let type = Int(try unsigned(1))
    switch type {
    case 0x00...0x7F: return .integer(UInt64(type))
    case 0x80...0x8F: return try map(type & 15, depth)
    case 0x90...0x9F: return try array(type & 15, depth)
    case 0xA0...0xBF: return .string(try take(type & 31))
    case 0xC0: return .null
    case 0xC2: return .bool(false)
    case 0xC3: return .bool(true)
    case 0xC4...0xC6: return .binary(try take(try size(1 << (type - 0xC4))))
    case 0xCA: return .float(Double(Float(bitPattern: UInt32(try unsigned(4)))))
    case 0xCB: return .float(Double(bitPattern: try unsigned(8)))
    case 0xCC...0xCF: return .integer(try unsigned(1 << (type - 0xCC)))
    case 0xD0...0xD3:
      let width = 1 << (type - 0xD0)
      let raw = try unsigned(width) << UInt64(64 - 8 * width)
      let signed = Int64(bitPattern: raw) >> Int64(64 - 8 * width)
      return signed < 0 ? .negative(signed) : .integer(UInt64(signed))
    case 0xD9...0xDB: return .string(try take(try size(1 << (type - 0xD9))))
    case 0xDC, 0xDD: return try array(try size(type == 0xDC ? 2 : 4), depth)
    case 0xDE, 0xDF: return try map(try size(type == 0xDE ? 2 : 4), depth)
    case 0xE0...0xFF: return .negative(Int64(type - 256))
    default: throw damaged("unknown type byte \(type)")
    }
  }

  private mutating func array(_ count: Int, _ depth: Int) throws(ModelError) -> MessageValue {
    guard count <= end - position else { throw damaged("cut short") }
    var values: [MessageValue] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try value(depth: depth + 1)) }
    return .array(values)
  }

  private mutating func map(_ count: Int, _ depth: Int) throws(ModelError) -> MessageValue {
    guard count <= (end - position) / 2 else { throw damaged("cut short") }
    var pairs: [(key: MessageValue, value: MessageValue)] = []
    pairs.reserveCapacity(count)
    for _ in 0..<count {
      let key = try value(depth: depth + 1)
      pairs.append((key, try value(depth: depth + 1)))
    }
    return .map(pairs)
  }

  // MARK: - Streaming, for files of many small values

  /// The number of pairs of a map that starts here.
  mutating func mapHeader() throws(ModelError) -> Int {
    let type = try unsigned(1)
    let count: Int
    switch type {
    case 0x80...0x8F: count = Int(type & 15)
    case 0xDE: count = try size(2)
    case 0xDF: count = try size(4)
    default: throw damaged("expected a map")
    }
    guard count <= (end - position) / 2 else { throw damaged("cut short") }
    return count
  }

  /// The number of elements of an array that starts here.
  mutating func arrayHeader() throws(ModelError) -> Int {
    let type = try unsigned(1)
    let count: Int
    switch type {
    case 0x90...0x9F: count = Int(type & 15)
    case 0xDC: count = try size(2)
    case 0xDD: count = try size(4)
    default: throw damaged("expected an array")
    }
    guard count <= end - position else { throw damaged("cut short") }
    return count
  }

  mutating func unsigned() throws(ModelError) -> UInt64 {
    let type = Int(try unsigned(1))
    switch type {
    case 0x00...0x7F: return UInt64(type)
    case 0xCC...0xCF: return try unsigned(1 << (type - 0xCC))
    case 0xD0...0xD3:
      let width = 1 << (type - 0xD0)
      let raw = try unsigned(width)
      guard raw >> UInt64(8 * width - 1) == 0 else { throw damaged("expected a positive number") }
      return raw
    default: throw damaged("expected a positive number")
    }
  }

  mutating func string() throws(ModelError) -> Range<Int> {
    let type = Int(try unsigned(1))
    switch type {
    case 0xA0...0xBF: return try take(type & 31)
    case 0xD9...0xDB: return try take(try size(1 << (type - 0xD9)))
    default: throw damaged("expected a string")
    }
  }
}
