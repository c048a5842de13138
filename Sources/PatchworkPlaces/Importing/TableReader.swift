/// Reads tab-separated lines from bytes without stopping at a bad one.
struct TableReader {
  /// Calls with the fields of every line after the header, by column name, and its number; `#` lines are passed over.
  static func forEachRow(
    _ bytes: [UInt8], _ body: (_ line: Int, _ fields: [String], _ columns: [String: Int]) -> Void
  ) {
    var columns: [String: Int] = [:]
    forEachLine(bytes) { number, fields in
      if columns.isEmpty {
        columns = Dictionary(
          fields.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { a, _ in a })
      } else {
        body(number, fields, columns)
      }
    }
  }

  /// Calls with the fields of every line and its number; empty lines and `#` lines are passed over.
  static func forEachLine(_ bytes: [UInt8], _ body: (_ line: Int, _ fields: [String]) -> Void) {
    var number = 0
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      number += 1
      var end = start
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      var line = bytes[start..<end]
      if line.last == 0x0D { line = line.dropLast() }
      start = end + 1
      if line.isEmpty || line.first == 0x23 { continue }
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
      body(number, fields.map { String(decoding: $0, as: UTF8.self) })
    }
  }
}
