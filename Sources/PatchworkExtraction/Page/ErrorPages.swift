import PatchworkText

/// Tells pages with which servers say that something is not there, or that a gate is shut.
struct ErrorPages {
  /// The titles that ship with Patchwork.
  static let shipped = ErrorPages(LexiconFolder.table("error-pages.tsv"))

  /// Most words of text on such a page.
  private static let mostWords = 150

  private let whole: Set<[UInt8]>
  private let starts: [[UInt8]]

  init(_ table: LexiconTable) {
    whole = Set(table.rows.filter { $0["kind"] == "whole" }.map { Array($0["pattern"].utf8) })
    starts = table.rows.filter { $0["kind"] == "start" }.map { Array($0["pattern"].utf8) }
  }

  /// The heading or title that says so, nil on a page of another kind.
  func heading(_ title: String, _ titleElement: String, words: Int) -> String? {
    guard words <= Self.mostWords else { return nil }
    return [title, titleElement].first { says($0) }
  }

  private func says(_ title: String) -> Bool {
    let pieces = title.prefix(256).lowercased()
      .split(whereSeparator: { "|–—:·".contains($0) }).flatMap { $0.split(separator: " - ") }
      .map { piece in
        let bytes = Array(piece.utf8)
        return trimmed(FoldedLine(Span(0, bytes.count), of: bytes).bytes[...])
      }
    guard let first = pieces.first, !first.isEmpty else { return false }
    return starts.contains { first.starts(with: $0) && ends(first, after: $0.count) }
      || pieces.contains { whole.contains($0) || starts.contains($0) }
  }

  /// Whether no letter follows.
  private func ends(_ line: [UInt8], after count: Int) -> Bool {
    count >= line.count || !(isLetter(line[count]) || line[count] >= 0x80)
  }

  private func trimmed(_ piece: ArraySlice<UInt8>) -> [UInt8] {
    var piece = piece
    while let last = piece.last, " .?".utf8.contains(last) { piece.removeLast() }
    while piece.first == 0x20 { piece.removeFirst() }
    return Array(piece)
  }
}
