public import PatchworkRecord
import PatchworkText

extension Report {
  /// The article alone: its paragraphs and the headings between them, without title, captions and what is not read.
  ///
  /// Joined by blank lines; for a page's report, offsets do not count in it but in `text`.
  public var articleText: String {
    let parts = blocks.filter { block in
      switch block.part {
      case .body: true
      case .headline: text[block.span] != title
      case .caption: false
      }
    }
    return parts.map { text[$0.span] }.joined(separator: "\n\n")
  }
}
