public import PatchworkRecord
import PatchworkText

extension Report {
  /// The article alone: its paragraphs and the headings between them, without title, captions and what is not read.
  public var articlePieces: [String] {
    let parts = blocks.filter { block in
      switch block.part {
      case .body: true
      case .headline: text[block.span] != title
      case .caption: false
      }
    }
    return parts.map { text[$0.span] }
  }

  /// The pieces of the article, blank lines between; offsets do not count in it but in `text`.
  public var articleText: String { articlePieces.joined(separator: "\n\n") }
}
