import ArgumentParser
import Foundation
import PatchworkDisplay
import PatchworkRecord

/// In which form a list is printed.
enum ListFormat: String, CaseIterable, ExpressibleByArgument {
  case text, jsonl, csv
}

/// Rows with named columns, for people, for programs and for spreadsheets.
struct RecordTable {
  /// A column: the name that programs know it by, and the heading that people read.
  struct Column {
    let name: StaticString
    let heading: String
    var isNumber = false
  }

  /// What stands in a row and column.
  enum Cell: Equatable {
    case text(String)
    case number(Int)
    case nothing

    /// A text, or nothing where it is empty.
    static func some(_ text: String?) -> Cell {
      text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .nothing
    }

    var shown: String {
      switch self {
      case .text(let text): ShownText.clean(text)
      case .number(let number): Count.grouped(number)
      case .nothing: ""
      }
    }
  }

  let columns: [Column]
  var rows: [[Cell]] = []

  /// All of it in a form, ready to be written.
  func bytes(_ format: ListFormat, form: TerminalForm) -> [UInt8] {
    switch format {
    case .text: Array(lines(form).map { $0 + "\n" }.joined().utf8)
    case .jsonl: jsonLines()
    case .csv: Array(csv().utf8)
    }
  }

  /// Columns as wide as what they hold; where that is too much, the widest gives way.
  private func lines(_ form: TerminalForm) -> [String] {
    let shown = rows.map { $0.map(\.shown) }
    var widths = columns.indices.map { index in
      max(
        TerminalWidth.of(columns[index].heading),
        shown.map { TerminalWidth.of($0[index]) }.max() ?? 0)
    }
    let gaps = 2 * max(0, columns.count - 1)
    while widths.reduce(gaps, +) > form.width, let most = widths.max(), most > 12,
      let index = widths.lastIndex(of: most)
    {
      widths[index] -= 1
    }
    func line(_ cells: [String]) -> String {
      var line = cells.indices.map { index in
        let fitted = TerminalWidth.fitted(cells[index], to: widths[index])
        guard columns[index].isNumber else { return fitted }
        let bare = fitted.reversed().drop { $0 == " " }.reversed()
        return String(repeating: " ", count: fitted.count - bare.count) + String(bare)
      }.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }
    let head = line(columns.map(\.heading))
    return [form.hasColour ? "\u{1B}[1m\(head)\u{1B}[0m" : head] + shown.map(line)
  }

  private func jsonLines() -> [UInt8] {
    var writer = JSONWriter(capacity: 128 * (rows.count + 1))
    for row in rows {
      writer.begin(.object)
      for (column, cell) in zip(columns, row) {
        writer.key(column.name)
        switch cell {
        case .text(let text): writer.string(text)
        case .number(let number): writer.integer(number)
        case .nothing: writer.null()
        }
      }
      writer.end(.object)
      writer.newline()
    }
    return writer.bytes
  }

  /// As RFC 4180 has it; a text that a spreadsheet would take for a formula gets an apostrophe before it.
  private func csv() -> String {
    func field(_ text: String) -> String {
      let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
      let safe = isFormula ? "'" + text : text
      // By bytes: a line break of two characters is one of Swift's.
      let needsMarks = safe.utf8.contains { [0x22, 0x2C, 0x0D, 0x0A].contains($0) }
      return needsMarks ? "\"" + safe.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : safe
    }
    let head = columns.map { "\($0.name)" }
    let body = rows.map { row in
      row.map { cell in
        switch cell {
        case .text(let text): field(text)
        case .number(let number): String(number)
        case .nothing: ""
        }
      }
    }
    return ([head] + body).map { $0.joined(separator: ",") + "\r\n" }.joined()
  }
}
