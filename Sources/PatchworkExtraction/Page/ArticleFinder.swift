/// Finds the blocks of a page that are the article.
struct ArticleFinder {
  private let page: PageArena
  private let roles: PageRoles
  private let blocks: [PageBlock]
  private let text: [UInt8]

  init(_ page: PageArena, _ roles: PageRoles, _ blocks: PageBlocks) {
    self.page = page
    self.roles = roles
    self.blocks = blocks.blocks
    text = blocks.text
  }

  /// Indices of the article's blocks, in order; empty when no block reads like a paragraph.
  func article() -> [Int] {
    let furniture = furnitureBlocks()
    let worth = blocks.indices.map { furniture[$0] ? 0 : value(of: blocks[$0]) }
    guard let container = container(worth) else { return [] }
    let end = Int(page.nodes[container].end)
    let inside = blocks.indices.filter {
      blocks[$0].node >= container && blocks[$0].node < end && !furniture[$0]
    }
    let body = trimmed(inside.filter { isKept(blocks[$0]) || isHeading(blocks[$0]) })
    return standfirst(before: body, furniture) + body
  }

  /// Blocks in elements named as furniture, unless such an element holds most of the page's paragraphs.
  private func furnitureBlocks() -> [Bool] {
    var words = [Int](repeating: 0, count: page.nodes.count)
    for block in blocks where isParagraph(block) { words[block.node] += block.words }
    for index in page.nodes.indices.reversed() {
      let parent = Int(page.nodes[index].parent)
      if parent >= 0 { words[parent] += words[index] }
    }
    let all = words.first ?? 0
    var dropped = [Bool](repeating: false, count: page.nodes.count)
    for index in page.nodes.indices {
      let parent = Int(page.nodes[index].parent)
      let holdsMost = words[index] * 10 > all * 4 && words[index] > 80
      dropped[index] =
        (parent >= 0 && dropped[parent])
        || (roles.roles[index].contains(.furniture) && !holdsMost)
    }
    return blocks.map { dropped[$0.node] }
  }

  /// Whether a block reads like a paragraph: long enough, few links, the marks of sentences.
  private func isParagraph(_ block: PageBlock) -> Bool {
    block.words >= 10 && block.linkDensity < 0.4 && !block.isCaption && !block.tag.isHeading
      && hasSentenceMarks(block)
  }

  private func hasSentenceMarks(_ block: PageBlock) -> Bool {
    for byte in text[block.range] {
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "?"), UInt8(ascii: "!"), 0xE3:
        return true
      default: continue
      }
    }
    return block.words >= 10 && text[block.range].contains { $0 >= 0xD8 }
  }

  /// What a block adds to the elements around it.
  private func value(of block: PageBlock) -> Double {
    if block.isCaption { return 0 }
    if isParagraph(block) { return Double(block.words) * (block.isWeak ? 0.5 : 1) }
    if block.tag.isHeading { return 0 }
    if block.tag == .p, block.linkDensity < 0.4 { return 0.5 }
    return block.linkDensity > 0.5 ? -3 - 0.5 * Double(block.words) : -2
  }

  /// The element whose blocks are worth most together; of equals the innermost.
  private func container(_ worth: [Double]) -> Int? {
    var sums = [Double](repeating: 0, count: page.nodes.count)
    for (index, block) in blocks.enumerated() { sums[block.node] += worth[index] }
    for index in page.nodes.indices.reversed() {
      let parent = Int(page.nodes[index].parent)
      if parent >= 0 { sums[parent] += sums[index] }
    }
    var best: (node: Int, score: Double)?
    for index in page.nodes.indices where page.nodes[index].tag != .text {
      let score = sums[index] * weight(of: index)
      if score > 0, score >= best?.score ?? 0 { best = (index, score) }
    }
    return best?.node
  }

  private func weight(of node: Int) -> Double {
    if roles.roles[node].contains(.article) { return 1.6 }
    switch page.nodes[node].tag {
    case .article: return 1.15
    case .main: return 1.05
    default: return 1
    }
  }

  /// Whether a block inside the container belongs to the article.
  private func isKept(_ block: PageBlock) -> Bool {
    if block.isCaption || block.tag.isHeading { return false }
    if block.linkDensity > 0.6, block.words < 40 { return false }
    if isParagraph(block) { return !(block.isWeak && block.words < 15) }
    if block.isWeak { return false }
    switch block.tag {
    case .p, .blockquote, .pre, .q: return block.linkDensity < 0.5
    case .li, .dd, .dt, .td, .th: return block.linkDensity < (block.words > 12 ? 0.6 : 0.3)
    default: return block.linkDensity < 0.3 && (block.words >= 8 || endsSentence(block))
    }
  }

  private func endsSentence(_ block: PageBlock) -> Bool {
    SentenceEnd.isAt(block.range.upperBound, in: text, from: block.range.lowerBound)
  }

  private func isHeading(_ block: PageBlock) -> Bool {
    block.tag.isHeading && block.tag != .h1 && block.linkDensity < 0.5 && !block.isWeak
      && !block.isCaption
  }

  /// The standfirst that stands shortly before the body, under the headline.
  private func standfirst(before body: [Int], _ furniture: [Bool]) -> [Int] {
    guard let first = body.first else { return [] }
    let near = max(0, first - Self.standfirstReach)..<first
    let heading = near.last { blocks[$0].tag == .h1 } ?? near.lowerBound
    return (heading..<first).filter { index in
      let block = blocks[index]
      return block.isStandfirst && !block.isCaption && !furniture[index] && block.words >= 6
        && block.linkDensity < 0.3 && block.tag != .h1
    }
  }

  /// Blocks before the body among which the standfirst is looked for.
  private static let standfirstReach = 24

  /// The element around a block's own element.
  private func parent(of block: Int) -> Int { Int(page.nodes[blocks[block].node].parent) }

  /// Headings are kept only before a kept paragraph, lists and short lines only among paragraphs.
  private func trimmed(_ kept: [Int]) -> [Int] {
    let homes = Set(kept.filter { isParagraph(blocks[$0]) }.map { parent(of: $0) })
    guard let first = kept.firstIndex(where: { isParagraph(blocks[$0]) }),
      let last = kept.lastIndex(where: { index in
        let block = blocks[index]
        return isParagraph(block) || endsSentence(block)
          || (!isHeading(block) && homes.contains(parent(of: index)))
      })
    else { return [] }
    var out: [Int] = []
    for position in kept.indices where position <= last {
      let block = blocks[kept[position]]
      if position < first, !endsSentence(block), block.tag != .p { continue }
      if isHeading(block) {
        guard position < last, !isHeading(blocks[kept[position + 1]]) else { continue }
      }
      out.append(kept[position])
    }
    return out
  }
}
