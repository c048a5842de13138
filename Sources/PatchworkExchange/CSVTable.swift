/// Why bytes are no table.
public enum CSVError: Error, Equatable, Sendable {
  /// There is no header line.
  case empty
  /// The bytes are not UTF-8.
  case notUTF8
  /// A quoted field does not end; the line that it begins on, from 1.
  case openQuote(line: Int)
}

/// A table of comma-separated values with a header line.
///
/// Source: RFC 4180; lines may end in LF alone, and a byte order mark is passed over.
public struct CSVTable: Sendable {
  /// Names of the columns.
  public let columns: [String]
  /// The rows, as many fields each as it has.
  public let rows: [[String]]
  private let places: [String: Int]

  /// Reads a table.
  public init(_ bytes: [UInt8]) throws(CSVError) {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
    var lines = try Self.fields(Array(text.utf8))
    if lines.isEmpty { throw .empty }
    columns = lines.removeFirst()
    rows = lines
    places = Dictionary(
      columns.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { a, _ in a })
  }

  /// A field of a row by its column's name, or nil where the row has none or it is empty.
  public func field(_ column: String, of row: [String]) -> String? {
    guard let place = places[column], place < row.count, !row[place].isEmpty else { return nil }
    return row[place]
  }

  private static func fields(_ bytes: [UInt8]) throws(CSVError) -> [[String]] {
    var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var rows: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var line = 1
    func text() -> String { String(decoding: field, as: UTF8.self) }
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\""), field.isEmpty {
        let begun = line
        at += 1
        while true {
          guard at < bytes.count else { throw .openQuote(line: begun) }
          if bytes[at] == UInt8(ascii: "\"") {
            guard at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "\"") else { break }
            at += 1
          } else if bytes[at] == 0x0A {
            line += 1
          }
          field.append(bytes[at])
          at += 1
        }
      } else if byte == UInt8(ascii: ",") {
        row.append(text())
        field = []
      } else if byte == 0x0A {
        row.append(text())
        if row != [""] { rows.append(row) }
        (row, field) = ([], [])
        line += 1
      } else if byte != 0x0D {
        field.append(byte)
      }
      at += 1
    }
    if !field.isEmpty || !row.isEmpty {
      row.append(text())
      rows.append(row)
    }
    return rows
  }
}
