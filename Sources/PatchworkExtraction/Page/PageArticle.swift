import PatchworkRecord
import PatchworkText

/// A page on its way from nodes to the article's text.
struct PageArticle {
  private let page: PageArena
  private let blocks: PageBlocks
  private let kept: [Int]

  init(_ page: PageArena) {
    self.page = page
    let roles = PageRoles(page)
    blocks = PageBlocks(page, roles)
    kept = ArticleFinder(page, roles, blocks).article()
  }

  /// The article under its title, with the captions that stand among its paragraphs.
  ///
  /// Where linked data holds far more of the article than the page shows, as pages do that scripts fill, it stands in.
  func text(title: String, linked: String) -> ArticleText {
    let shown = kept.reduce(0) { $0 + blocks.blocks[$1].range.count }
    if linked.utf8.count > 400, linked.utf8.count > 2 * shown, !linked.contains("</") {
      let lines = Array(linked.utf8)
      let pieces = TextLines.split(lines).map {
        (lines[$0.span.start..<$0.span.end], TextPart.body)
      }
      return ArticleText(title: title, pieces: pieces)
    }
    guard let first = kept.first, let last = kept.last else {
      return ArticleText(title: title, pieces: [])
    }
    let chosen = Set(kept)
    var pieces: [(bytes: ArraySlice<UInt8>, part: TextPart)] = []
    for index in first...last {
      let block = blocks.blocks[index]
      let bytes = blocks.text[block.range]
      if chosen.contains(index) {
        pieces.append((bytes, block.tag.isHeading ? .headline : .body))
      } else if block.isCaption, !block.isFurniture, block.words >= 4 {
        pieces.append((bytes, .caption))
      }
    }
    return ArticleText(title: title, pieces: pieces)
  }

  /// Short lines that may carry the day of publication: those above the article, nearest last, then those just after its head.
  var linesNearHead: [String] {
    guard let first = kept.first else { return [] }
    let headings = blocks.blocks.indices.prefix(first + 1).filter {
      blocks.blocks[$0].tag == .h1 || blocks.blocks[$0].tag == .h2
    }
    let from = max(0, (headings.last ?? first) - 6)
    let to = min(blocks.blocks.count, first + 4)
    return (from..<max(from, to)).filter { blocks.blocks[$0].words <= 16 }.map {
      String(decoding: blocks.text[blocks.blocks[$0].range], as: UTF8.self)
    }
  }
}
