import ArgumentParser
import PatchworkReading
import PatchworkRecord

/// In which form accounts go out.
enum ReadTarget: String, CaseIterable, ExpressibleByArgument {
  case text, jsonl, html
}

/// Turns readings into what is written, one report at a time.
enum ReadView {
  case terminal(TerminalForm)
  case lines
  case page(PageBook)

  /// What goes before the first report.
  func beginning() -> String {
    if case .page(let book) = self { return book.beginning() }
    return ""
  }

  /// One report.
  mutating func show(
    _ report: Report, _ reading: Reading, why explanations: [Explanation] = []
  ) -> [UInt8] {
    switch self {
    case .terminal(let form):
      let lines = TerminalReport(report, reading, form: form, why: explanations).lines()
      return Array((lines.joined(separator: "\n") + "\n").utf8)
    case .lines: return JSONLine.of(report, reading)
    case .page(var book):
      let html = book.article(report, reading, why: explanations)
      self = .page(book)
      return Array(html.utf8)
    }
  }

  /// What stands in place of a report that there is not.
  mutating func show(_ failure: ReadFailure) -> [UInt8] {
    switch self {
    case .terminal: return []
    case .lines: return failure.jsonLine
    case .page(var book):
      book.failures.append(failure.sentence)
      self = .page(book)
      return []
    }
  }

  /// What goes after the last report.
  func end() -> String {
    if case .page(let book) = self { return book.end() }
    return ""
  }
}
