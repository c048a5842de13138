/// Writes one JSON text as UTF-8 bytes, in the order of the calls.
public struct JSONWriter: Sendable {
  /// What has been written so far.
  public private(set) var bytes: [UInt8]
  /// Whether the next member or element needs a comma before it.
  private var needsComma = false

  /// Makes an empty writer; `capacity` is a guess of the bytes to come.
  public init(capacity: Int = 256) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// What holds values.
  public enum Container: Sendable {
    /// Named members.
    case object
    /// Elements in order.
    case array
  }

  /// Opens an object or an array; every opening needs its `end`.
  public mutating func begin(_ container: Container) {
    separate()
    bytes.append(container == .object ? UInt8(ascii: "{") : UInt8(ascii: "["))
    needsComma = false
  }

  /// Closes what `begin` opened.
  public mutating func end(_ container: Container) {
    bytes.append(container == .object ? UInt8(ascii: "}") : UInt8(ascii: "]"))
    needsComma = true
  }

  /// Writes the name of a member; its value must follow.
  public mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Writes a string, escaped as RFC 8259 asks and no further.
  public mutating func string(_ value: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    var value = value
    value.withUTF8 { appendEscaped($0) }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Writes a whole number.
  public mutating func integer(_ value: Int) { literal(String(value)) }

  /// Writes a number, or null where it is not finite.
  public mutating func number(_ value: Double) { literal(value.isFinite ? "\(value)" : "null") }

  /// Writes true or false.
  public mutating func boolean(_ value: Bool) { literal(value ? "true" : "false") }

  /// Writes null.
  public mutating func null() { literal("null") }

  /// Writes a value that is JSON already, without the line end behind it.
  public mutating func raw(_ value: [UInt8]) {
    separate()
    bytes.append(contentsOf: value.last == UInt8(ascii: "\n") ? value.dropLast() : value[...])
    needsComma = true
  }

  /// Ends the line, so that the next value starts afresh.
  public mutating func newline() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  private mutating func literal(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  /// Copies whole runs between the bytes that must be escaped.
  private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var run = 0
    for (offset, byte) in text.enumerated() {
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
        continue
      }
      bytes.append(contentsOf: text[run..<offset])
      run = offset + 1
      bytes.append(UInt8(ascii: "\\"))
      switch byte {
      case UInt8(ascii: "\n"): bytes.append(UInt8(ascii: "n"))
      case UInt8(ascii: "\r"): bytes.append(UInt8(ascii: "r"))
      case UInt8(ascii: "\t"): bytes.append(UInt8(ascii: "t"))
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
      default:
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(contentsOf: "u00".utf8)
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      }
    }
    bytes.append(contentsOf: text[run...])
  }
}

extension JSONWriter {
  /// Writes a member with a string.
  public mutating func member(_ name: StaticString, _ value: String) {
    key(name)
    string(value)
  }

  /// Writes a member with a string, or null where there is none.
  public mutating func member(_ name: StaticString, orNull value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  /// Writes a member with a whole number, or null where there is none.
  public mutating func member(_ name: StaticString, orNull value: Int?) {
    key(name)
    if let value { integer(value) } else { null() }
  }

  /// Writes a member with a number, or null where there is none.
  public mutating func member(_ name: StaticString, orNull value: Double?) {
    key(name)
    if let value { number(value) } else { null() }
  }
}
