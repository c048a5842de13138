import PatchworkRecord
import PatchworkText

/// A page on its way from nodes to the article's text.
struct PageArticle {
  let page: PageArena
  let blocks: PageBlocks
  /// For every block why it is the article's or not.
  let reasons: [BlockReason]
  /// The blocks that are the article, in order.
  let kept: [Int]

  init(_ page: PageArena, _ metadata: PageMetadata) {
    self.page = page
    let roles = PageRoles(page)
    blocks = PageBlocks(page, roles)
    reasons = ArticleFinder(
      page, roles, blocks, linked: metadata.linked.body,
      description: metadata.first(of: ["og:description", "description"])?.content ?? ""
    ).reasons()
    kept = reasons.indices.filter { [reasons] in reasons[$0].isKept }
  }

  /// The article under its title, with the captions that stand among its paragraphs.
  ///
  /// Where linked data holds far more of the article than the page shows, as pages do that scripts fill, it stands in.
  func text(title: String, linked: String) -> ArticleText {
    if standsIn(linked) {
      let lines = Array(linked.utf8)
      let pieces = TextLines.split(lines).map {
        (lines[$0.span.start..<$0.span.end], TextPart.body)
      }
      return ArticleText(title: title, pieces: pieces)
    }
    return ArticleText(
      title: title,
      pieces: pieces.map { index in
        let block = blocks.blocks[index]
        let part: TextPart =
          block.isCaption ? .caption : block.tag.isHeading ? .headline : .body
        return (blocks.text[block.range], part)
      })
  }

  /// Whether linked data holds so much more of the article than the page shows that its text is taken.
  func standsIn(_ linked: String) -> Bool {
    let shown = kept.reduce(0) { $0 + blocks.blocks[$1].range.count }
    return linked.utf8.count > 400 && linked.utf8.count > 2 * shown && !linked.contains("</")
  }

  /// The blocks that the text is made of: the article's, and the captions among them.
  var pieces: [Int] {
    guard let first = kept.first, let last = kept.last else { return [] }
    return (first...last).filter { index in
      let block = blocks.blocks[index]
      return reasons[index].isKept || (block.isCaption && !block.isFurniture && block.words >= 4)
    }
  }

  /// For every block why a text made of the blocks has it or not.
  func reasons(in text: ArticleText) -> [BlockReason] {
    var reasons = reasons
    for (index, reason) in zip(pieces, text.reasons) {
      reasons[index] = reason ?? (blocks.blocks[index].isCaption ? .caption : reasons[index])
    }
    return reasons
  }

  /// Lines that may carry days of the article under a title.
  func shownLines(title: String) -> ShownLines {
    guard let first = kept.first, let last = kept.last else { return ShownLines() }
    let own = folded(Array(title.utf8)[...])
    let named = blocks.blocks.indices.first { index in
      let block = blocks.blocks[index]
      guard block.tag.isHeading, block.tag != .h1 else { return false }
      let heading = folded(blocks.text[block.range])
      return heading.count >= 8 && own.suffix(heading.count) == heading[...]
    }
    let headings = blocks.blocks.indices.prefix(first + 1).filter {
      blocks.blocks[$0].tag == .h1 || blocks.blocks[$0].tag == .h2
    }
    let from = max(0, (headings.last ?? first) - 6)
    var lines = ShownLines()
    lines.near = short(from..<first + 4, words: 16)
    if let named { lines.near += short(named + 1..<named + 5, words: 16) }
    lines.first = kept.prefix(4).map { words(of: $0, bytes: 64) }
    if blocks.blocks[last].words <= 8 { lines.last = words(of: last, bytes: 128) }
    lines.after = short(last + 1..<last + 6, words: 28)
    return lines
  }

  /// The short lines with figures that stand outside the article.
  func linesElsewhere() -> [String] {
    reasons.indices.filter { index in
      let block = blocks.blocks[index]
      return !reasons[index].isKept && block.words <= 40
        && blocks.text[block.range].contains(where: isDigit)
    }.map { words(of: $0, bytes: 512) }
  }

  /// The blocks of a range that have few words.
  private func short(_ range: Range<Int>, words most: Int) -> [String] {
    range.clamped(to: 0..<blocks.blocks.count).filter { blocks.blocks[$0].words <= most }
      .map { words(of: $0, bytes: 512) }
  }

  private func words(of block: Int, bytes: Int) -> String {
    String(decoding: blocks.text[blocks.blocks[block].range].prefix(bytes), as: UTF8.self)
  }

  /// Letters and digits in lower case, by which a heading and a title are compared.
  private func folded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.prefix(1024).filter { isLetter($0) || isDigit($0) || $0 >= 0x80 }.map(asciiLower)
  }
}
