/// A run of words of a page between two breaks in its flow.
struct PageBlock {
  /// Its bytes in the list's buffer.
  var range: Range<Int>
  /// The innermost block element around it.
  let node: Int
  let tag: Tag
  /// Bytes inside links.
  var linkBytes: Int
  /// Words.
  var words: Int
  let isCaption: Bool
  /// Inside an inline element of a weak role; what blocks around it are is the finder's to weigh.
  let isWeak: Bool
  /// Inside an element whose name says it is no part of the article.
  let isFurniture: Bool
  let inList: Bool
  /// Inside an element named as the standfirst.
  let isStandfirst: Bool

  /// Share of the bytes inside links.
  var linkDensity: Double {
    range.isEmpty ? 0 : Double(linkBytes) / Double(range.count)
  }
}

/// All blocks of a page in order.
struct PageBlocks {
  private(set) var blocks: [PageBlock] = []
  private(set) var text: [UInt8] = []

  private struct Open {
    let node: Int
    let end: Int
    let isBlock: Bool
    let isLink: Bool
    let isCaption: Bool
    let isWeak: Bool
    let isFurniture: Bool
    let inList: Bool
    let isStandfirst: Bool
  }

  private var open: [Open] = []
  private var start = 0
  private var linkBytes = 0
  private var breaks = 0

  /// Lays out the visible text of a page.
  init(_ page: PageArena, _ roles: PageRoles) {
    text.reserveCapacity(page.text.count)
    var at = 0
    while at < page.nodes.count {
      close(before: at, page)
      let node = page.nodes[at]
      if node.tag == .text {
        append(page.textBytes(at))
        at += 1
        continue
      }
      if node.tag.flow == .hidden || roles.isHidden[at] {
        if node.tag.flow == .block { flush(page) }
        at = Int(node.end)
        continue
      }
      if node.tag == .br {
        lineBreak(page)
      } else if node.tag.flow != .void {
        enter(at, node, roles.roles[at], page)
      }
      at += 1
    }
    flush(page)
  }

  private mutating func enter(
    _ index: Int, _ node: PageNode, _ role: ElementRole, _ page: PageArena
  ) {
    let outer = open.last
    let isBlock = node.tag.flow == .block
    if isBlock { flush(page) }
    open.append(
      Open(
        node: isBlock ? index : outer?.node ?? index, end: Int(node.end), isBlock: isBlock,
        isLink: node.tag == .a || outer?.isLink == true,
        isCaption: role.contains(.caption) || outer?.isCaption == true,
        isWeak: !isBlock && (!role.isDisjoint(with: [.weak, .byline]) || outer?.isWeak == true),
        isFurniture: role.contains(.furniture) || outer?.isFurniture == true,
        inList: node.tag == .li || outer?.inList == true,
        isStandfirst: role.contains(.standfirst) || outer?.isStandfirst == true))
  }

  private mutating func close(before index: Int, _ page: PageArena) {
    while let last = open.last, last.end <= index {
      if last.isBlock { flush(page) }
      open.removeLast()
    }
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>) {
    let before = text.count
    if text.count == start {
      var rest = bytes
      while let byte = rest.first, isSpace(byte) { rest = rest.dropFirst() }
      if rest.isEmpty { return }
      text.append(0x0A)
      start = text.count
      appendFolded(rest, to: &text)
    } else {
      appendFolded(bytes, to: &text)
    }
    if bytes.contains(where: { !isSpace($0) }) { breaks = 0 }
    if open.last?.isLink == true { linkBytes += text.count - before }
  }

  private mutating func lineBreak(_ page: PageArena) {
    breaks += 1
    append([0x20])
    if breaks > 1 { flush(page) }
  }

  private mutating func flush(_ page: PageArena) {
    defer {
      start = text.count
      linkBytes = 0
      breaks = 0
    }
    while text.count > start, text.last == 0x20 { text.removeLast() }
    guard text.count > start, let around = open.last else { return }
    let words = Self.words(in: text[start...])
    blocks.append(
      PageBlock(
        range: start..<text.count, node: around.node, tag: page.nodes[around.node].tag,
        linkBytes: min(linkBytes, text.count - start), words: words, isCaption: around.isCaption,
        isWeak: around.isWeak, isFurniture: around.isFurniture, inList: around.inList,
        isStandfirst: around.isStandfirst))
  }

  /// Words divided by spaces; in scripts without spaces, two ideographs or kana count as one.
  static func words(in bytes: ArraySlice<UInt8>) -> Int {
    var spaces = 0
    var ideographs = 0
    for byte in bytes {
      if byte == 0x20 { spaces += 1 }
      if byte >= 0xE3, byte <= 0xE9 { ideographs += 1 }
    }
    return spaces + 1 + ideographs / 2
  }
}
