import PatchworkDisplay
import PatchworkRecord
import PatchworkText

/// An article as Markdown (CommonMark).
enum ArticleMarkdown {
  /// Title, facts, then headings, paragraphs and captions; what the text itself holds of markup is escaped.
  static func of(_ report: Report) -> [UInt8] {
    var pieces: [String] = []
    let title = report.title.isEmpty ? report.id : report.title
    pieces.append("# " + line(title))
    let facts = ReportFacts.of(report).map { "- \(line($0.label)): \(line($0.value))" }
    if !facts.isEmpty { pieces.append(facts.joined(separator: "\n")) }
    for block in report.blocks {
      let words = line(report.text[block.span])
      switch block.part {
      case .headline where report.text[block.span] == report.title: continue
      case .headline: pieces.append("## " + words)
      case .caption: pieces.append("> " + words)
      case .body: pieces.append(words)
      }
    }
    return Array((pieces.joined(separator: "\n\n") + "\n\n").utf8)
  }

  /// Words on one line, with what Markdown would read as markup escaped.
  static func line(_ text: String) -> String {
    var escaped = ""
    for scalar in ShownText.clean(text).trimmingSpaces.unicodeScalars {
      let opens = escaped.isEmpty && "#+-=~:".unicodeScalars.contains(scalar)
      if opens || "\\`*_[]<>&|".unicodeScalars.contains(scalar) { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    // "12. " and "12) " at the beginning would be a list.
    let digits = escaped.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty, let mark = escaped.dropFirst(digits.count).first, mark == "." || mark == ")"
    {
      return digits + "\\" + escaped.dropFirst(digits.count)
    }
    return escaped
  }
}

extension String {
  /// The text without spaces at its ends.
  fileprivate var trimmingSpaces: Substring {
    var rest = self[...]
    while rest.last == " " { rest.removeLast() }
    while rest.first == " " { rest.removeFirst() }
    return rest
  }
}
