/// Lines of `Name: value` as archives, HTTP and mail have them; a line that begins with white space goes on with the one above.
struct HeaderLines: Equatable, Sendable {
  /// Most lines that are kept.
  private static let most = 1000

  private(set) var lines: [(name: String, value: [UInt8])] = []

  /// Adds a line; false when it is none of a header.
  @discardableResult
  mutating func add(_ line: [UInt8]) -> Bool {
    if let first = line.first, first == 0x20 || first == 0x09, !lines.isEmpty {
      lines[lines.count - 1].value += [0x20] + line.drop(while: isSpace)
      return true
    }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > 0 else { return false }
    guard lines.count < Self.most else { return true }
    let name = String(decoding: line[..<colon].map(asciiLower), as: UTF8.self).trimmed
    var value = Array(line[(colon + 1)...].drop(while: isSpace))
    while let last = value.last, isSpace(last) { value.removeLast() }
    lines.append((name, value))
    return true
  }

  /// Takes lines from an offset up to the empty one; moves the offset behind it.
  init(_ bytes: [UInt8], at offset: inout Int) {
    while offset < bytes.count {
      let stop = bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count
      var line = Array(bytes[offset..<stop])
      if line.last == 0x0D { line.removeLast() }
      offset = min(stop + 1, bytes.count)
      if line.isEmpty { return }
      add(line)
    }
  }

  init() {}

  /// The bytes of the first line of a name given in lower case.
  func bytes(_ name: String) -> [UInt8]? { lines.first { $0.name == name }?.value }

  /// The first value of a name given in lower case.
  subscript(name: String) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }

  static func == (a: HeaderLines, b: HeaderLines) -> Bool {
    a.lines.elementsEqual(b.lines) { $0.name == $1.name && $0.value == $1.value }
  }
}

/// A value with parameters: `text/html; charset="utf-8"`.
struct HeaderValue: Equatable {
  /// What stands before the first semicolon, lower case.
  let value: String
  private let parameters: [String: String]

  init(_ written: String) {
    var parts: [[UInt8]] = [[]]
    var quoted = false
    var escaped = false
    for byte in written.utf8 {
      if escaped {
        escaped = false
        parts[parts.count - 1].append(byte)
      } else if quoted, byte == UInt8(ascii: "\\") {
        escaped = true
      } else if byte == UInt8(ascii: "\"") {
        quoted.toggle()
      } else if byte == UInt8(ascii: ";"), !quoted {
        parts.append([])
      } else {
        parts[parts.count - 1].append(byte)
      }
    }
    value = String(decoding: parts[0].map(asciiLower), as: UTF8.self).trimmed
    var parameters: [String: String] = [:]
    for part in parts.dropFirst() {
      guard let equals = part.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let name = String(decoding: part[..<equals].map(asciiLower), as: UTF8.self).trimmed
      parameters[name] = String(decoding: part[(equals + 1)...], as: UTF8.self).trimmed
    }
    self.parameters = parameters
  }

  /// A parameter of a name given in lower case.
  subscript(name: String) -> String? { parameters[name] }
}
