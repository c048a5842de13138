/// Finds the blocks of a page that are the article.
struct ArticleFinder {
  private let page: PageArena
  private let roles: PageRoles
  private let blocks: [PageBlock]
  private let text: [UInt8]
  private let linked: LinkedCheck?
  /// The page's description of itself, as its head gives it.
  private let description: WordRuns

  /// `linked` is the article's text as linked data gives it, empty where there is none.
  init(
    _ page: PageArena, _ roles: PageRoles, _ blocks: PageBlocks, linked: String = "",
    description: String = ""
  ) {
    self.linked = LinkedCheck(linked)
    self.description = WordRuns(description)
    self.page = page
    self.roles = roles
    self.blocks = blocks.blocks
    text = blocks.text
  }

  /// For every block why it is the article's or not; none is where no block reads like a paragraph.
  func reasons() -> [BlockReason] {
    let furniture = furnitureBlocks()
    var reasons = furniture.map { $0 ? BlockReason.furniture : .outside }
    let weakOnPage = weakNodes(within: 0)
    let teasers = teasers(among: blocks.indices.filter { !furniture[$0] })
    let worth = blocks.indices.map {
      furniture[$0]
        ? 0
        : teasers.contains($0) ? -2 : value(of: blocks[$0], isWeak: isWeak(blocks[$0], weakOnPage))
    }
    guard let container = container(worth) else { return reasons }
    let end = Int(page.nodes[container].end)
    // A name speaks against parts of the article, not against the whole of it.
    let weak = weakNodes(within: container)
    for index in blocks.indices where !furniture[index] {
      let block = blocks[index]
      if block.node >= container, block.node < end {
        reasons[index] = reason(of: block, isWeak: isWeak(block, weak))
      }
    }
    keepHeadings(&reasons)
    dropTeasers(&reasons)
    ArticleEnds.shipped.cut(
      &reasons, blocks, text, homes: blocks.indices.map(parent), articles: articles())
    trim(&reasons)
    linked?.correct(&reasons, blocks, text)
    if let first = reasons.firstIndex(where: { $0.isKept && $0 != .linked }) {
      for index in standfirst(before: first, furniture) { reasons[index] = .standfirst }
    }
    return reasons
  }

  private func isWeak(_ block: PageBlock, _ weak: [Bool]) -> Bool {
    block.isWeak || weak[block.node]
  }

  /// For every element inside another whether its name, or that of one between them, makes it weak.
  ///
  /// An element that holds much of what is read is not made weak by its name.
  private func weakNodes(within container: Int) -> [Bool] {
    guard page.nodes.indices.contains(container) else { return [] }
    let words = paragraphWords()
    let all = words[container]
    var weak = [Bool](repeating: false, count: page.nodes.count)
    for index in container + 1..<max(container + 1, Int(page.nodes[container].end)) {
      let parent = Int(page.nodes[index].parent)
      let holdsMuch = words[index] * 10 > all * 3 && words[index] > 60
      let isNamed = !roles.roles[index].isDisjoint(with: [.weak, .byline])
      weak[index] = (parent > container && weak[parent]) || (isNamed && !holdsMuch)
    }
    return weak
  }

  /// Words of the paragraphs inside each element.
  private func paragraphWords() -> [Int] {
    var words = [Int](repeating: 0, count: page.nodes.count)
    for block in blocks where isParagraph(block) { words[block.node] += block.words }
    for index in page.nodes.indices.reversed() {
      let parent = Int(page.nodes[index].parent)
      if parent >= 0 { words[parent] += words[index] }
    }
    return words
  }

  /// Blocks in elements named as furniture, unless such an element holds most of the page's paragraphs.
  private func furnitureBlocks() -> [Bool] {
    let words = paragraphWords()
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
  private func value(of block: PageBlock, isWeak: Bool) -> Double {
    if block.isCaption { return 0 }
    if isParagraph(block) { return Double(block.words) * (isWeak ? 0.5 : 1) }
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

  /// Why a block inside the container is kept or not, by itself.
  private func reason(of block: PageBlock, isWeak: Bool) -> BlockReason {
    if block.isCaption { return .picture }
    if block.tag.isHeading {
      if block.tag == .h1 { return .title }
      if block.linkDensity >= 0.5 { return .links }
      return isWeak ? .weak : .heading
    }
    // A sentence of the text may be one link; what leads elsewhere is a headline without its full stop.
    let isSentence =
      block.words >= 10 && (block.tag == .p || block.tag == .li) && endsSentence(block)
    if block.linkDensity > 0.6, block.words < 40 { return isSentence ? .among : .links }
    if isParagraph(block) { return isWeak && block.words < 15 ? .weak : .paragraph }
    if isWeak { return .weak }
    switch block.tag {
    case .p, .blockquote, .pre, .q:
      if block.linkDensity < 0.5 { return .among }
      // A paragraph may link most of its words.
      let isLinked =
        block.words >= 15 && block.range.count - block.linkBytes >= 30 && hasSentenceMarks(block)
      return isLinked && !isWeak ? .among : .links
    case .li, .dd, .dt, .td, .th:
      return block.linkDensity < (block.words > 12 ? 0.6 : 0.3) ? .among : .links
    default:
      if block.linkDensity >= 0.3 { return .links }
      return block.words >= 8 || endsSentence(block) ? .among : .fragment
    }
  }

  /// Blocks that begin with a link and break off, of which a page has several: teasers of other articles.
  private func teasers(among indices: [Int]) -> Set<Int> {
    let found = indices.filter { index in
      let block = blocks[index]
      return block.words >= 10 && block.linkBytes >= 20 && block.linkDensity < 0.9
        && breaksOff(block)
    }
    return found.count >= Self.fewestTeasers ? Set(found) : []
  }

  /// Teasers from which on blocks that break off are no paragraphs.
  private static let fewestTeasers = 3

  private func dropTeasers(_ reasons: inout [BlockReason]) {
    for index in teasers(among: reasons.indices.filter { reasons[$0].isKept }) {
      reasons[index] = .teaser
    }
  }

  /// Whether words end with an ellipsis.
  private func breaksOff(_ block: PageBlock) -> Bool {
    let end = text[block.range].reversed().drop { $0 == 0x20 || $0 == UInt8(ascii: "]") }.prefix(3)
    return end.elementsEqual("...".utf8) || end.elementsEqual("…".utf8.reversed())
  }

  /// A heading just before a paragraph of its own element is the article's, whatever names say of that element.
  private func keepHeadings(_ reasons: inout [BlockReason]) {
    for index in blocks.indices.dropLast()
    where reasons[index] == .weak && blocks[index].tag.isHeading && blocks[index].linkDensity < 0.5
    {
      guard reasons[index + 1] == .paragraph else { continue }
      let home = parent(of: index)
      let next = parent(of: index + 1)
      guard next >= 0, home >= 0 else { continue }
      if home == next || Int(page.nodes[home].parent) == next {
        reasons[index] = .heading
      }
    }
  }

  /// The outermost article element around each block, -1 where there is none.
  private func articles() -> [Int] {
    var outer = [Int](repeating: -1, count: page.nodes.count)
    for index in page.nodes.indices {
      let parent = Int(page.nodes[index].parent)
      outer[index] = parent >= 0 ? outer[parent] : -1
      if outer[index] < 0, page.nodes[index].tag == .article { outer[index] = index }
    }
    return blocks.map { outer[$0.node] }
  }

  private func endsSentence(_ block: PageBlock) -> Bool {
    SentenceEnd.isAt(block.range.upperBound, in: text, from: block.range.lowerBound)
  }

  /// The standfirst that stands shortly before the body, under the headline.
  private func standfirst(before first: Int, _ furniture: [Bool]) -> [Int] {
    let near = max(0, first - Self.standfirstReach)..<first
    let heading = near.last { blocks[$0].tag == .h1 } ?? near.lowerBound
    return (heading..<first).filter { index in
      let block = blocks[index]
      let isNamed = block.isStandfirst && !furniture[index]
      return (isNamed || isDescription(block)) && !block.isCaption && block.words >= 6
        && block.linkDensity < 0.3 && block.tag != .h1
    }
  }

  /// Whether a block says what the page's head says of the page.
  private func isDescription(_ block: PageBlock) -> Bool {
    block.words >= 10 && block.words < 80 && (description.share(of: text[block.range]) ?? 0) >= 0.9
      && endsSentence(block)
  }

  /// Blocks before the body among which the standfirst is looked for.
  private static let standfirstReach = 24

  /// The element around a block's own element.
  private func parent(of block: Int) -> Int { Int(page.nodes[blocks[block].node].parent) }

  /// Whether a block is of a list that stands among the paragraphs.
  private func isOfList(_ index: Int, in homes: Set<Int>) -> Bool {
    let block = blocks[index]
    guard block.tag == .li || block.tag == .dd, block.linkDensity < 0.3 else { return false }
    let list = parent(of: index)
    guard list >= 0 else { return false }
    let around = Int(page.nodes[list].parent)
    if homes.contains(around) { return true }
    // A list in an element of its own beside the elements of paragraphs, as publishing systems of modules lay them.
    guard around >= 0, block.linkDensity == 0, page.nodes[list].end - Int32(list) > 5 else {
      return false
    }
    let name = page.bytes(.class, of: around)
    return homes.contains { home in
      home >= 0
        && (page.nodes[home].parent == page.nodes[around].parent
          || (name != nil && page.bytes(.class, of: home) == name))
    }
  }

  /// Headings are kept only before a kept paragraph, lists and short lines only among paragraphs.
  private func trim(_ reasons: inout [BlockReason]) {
    let kept = reasons.indices.filter { reasons[$0].isKept }
    let homes = Set(kept.filter { isParagraph(blocks[$0]) }.map { parent(of: $0) })
    let last = kept.lastIndex { index in
      isParagraph(blocks[index]) || endsSentence(blocks[index])
        || (reasons[index] != .heading && homes.contains(parent(of: index)))
        || isOfList(index, in: homes)
    }
    guard let first = kept.firstIndex(where: { isParagraph(blocks[$0]) }), let last else {
      for index in kept { reasons[index] = .edge }
      return
    }
    for (position, index) in kept.enumerated() {
      let block = blocks[index]
      if position > last {
        reasons[index] = .edge
      } else if position < first, !endsSentence(block), block.tag != .p {
        reasons[index] = .edge
      } else if reasons[index] == .heading,
        position == last || blocks[kept[position + 1]].tag.isHeading
      {
        reasons[index] = .idle
      }
    }
  }
}
