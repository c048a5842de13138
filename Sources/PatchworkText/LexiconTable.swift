/// Why a lexicon file could not be used.
public enum LexiconError: Error, Equatable, Sendable {
  /// The file could not be read.
  case unreadable(file: String)
  /// A row has another number of fields than the header line names.
  case wrongFieldCount(file: String, line: Int, expected: Int, found: Int)
  /// A field holds a value outside its closed list.
  case unknownValue(file: String, line: Int, field: String, value: String)
}

/// A table of knowledge: tab-separated rows under a header row; lines that start with `#` say where facts come from.
public struct LexiconTable: Sendable {
  /// One row, its fields by column name.
  public struct Row: Sendable {
    /// Line in the file, from 1.
    public let line: Int
    let fields: [String]
    let columns: [String: Int]

    /// The field of a column, or an empty string where the table has no such column.
    public subscript(column: String) -> String {
      columns[column].map { fields[$0] } ?? ""
    }
  }

  /// Name of the file, for messages.
  public let file: String
  /// The rows in file order.
  public let rows: [Row]

  /// Reads a table from its text.
  public init(file: String, text: String) throws(LexiconError) {
    var columns: [String: Int] = [:]
    var rows: [Row] = []
    var number = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty || line.hasPrefix("#") { continue }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if columns.isEmpty {
        columns = Dictionary(
          fields.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { a, _ in a })
        continue
      }
      guard fields.count == columns.count else {
        throw .wrongFieldCount(
          file: file, line: number, expected: columns.count, found: fields.count)
      }
      rows.append(Row(line: number, fields: fields, columns: columns))
    }
    self.file = file
    self.rows = rows
  }
}
