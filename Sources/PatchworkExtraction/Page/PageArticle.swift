import PatchworkRecord

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
  func text(title: String) -> ArticleText {
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
}
