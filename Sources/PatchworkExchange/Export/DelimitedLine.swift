/// One line of a table of values parted by a sign.
struct DelimitedLine {
  /// What stands in a column.
  enum Field {
    case text(String)
    case integer(Int)
    case number(Double)
    case nothing

    static func some(_ text: String?) -> Field {
      text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .nothing
    }
    static func some(_ number: Int?) -> Field { number.map { .integer($0) } ?? .nothing }
    static func some(_ number: Double?) -> Field {
      number.flatMap { $0.isFinite ? .number($0) : nil } ?? .nothing
    }
  }

  /// Fields as RFC 4180 has them; white space is made single, and a text that a spreadsheet would take for a formula gets
  /// an apostrophe before it.
  static func comma(_ fields: [Field]) -> [UInt8] {
    Array((fields.map { field in quoted(plain(field)) }.joined(separator: ",") + "\r\n").utf8)
  }

  /// Fields parted by tabs, as GDELT has them.
  static func tab(_ fields: [Field]) -> [UInt8] {
    Array((fields.map { plain($0) }.joined(separator: "\t") + "\n").utf8)
  }

  private static func plain(_ field: Field) -> String {
    switch field {
    case .text(let text): safe(singleSpaced(text))
    case .integer(let number): String(number)
    case .number(let number):
      number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
    case .nothing: ""
    }
  }

  /// Tags of HXL begin with `#` and are no formula.
  private static func safe(_ text: String) -> String {
    guard let first = text.utf8.first, "=+-@".utf8.contains(first) else { return text }
    return "'" + text
  }

  private static func singleSpaced(_ text: String) -> String {
    text.unicodeScalars.split { $0.properties.isWhitespace || $0.value < 0x20 }
      .map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
  }

  private static func quoted(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
