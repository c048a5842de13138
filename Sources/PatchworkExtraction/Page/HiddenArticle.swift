/// Tells an article that a page hides, until a script or a paywall shows it, from what nobody is to see.
enum HiddenArticle {
  /// Fewest bytes of the paragraphs of an article that a page may hide.
  private static let least = 600

  /// Shows hidden elements that are named as the article, or stand in it, and hold most of the page's paragraphs.
  static func reveal(_ isHidden: inout [Bool], _ roles: [ElementRole], _ page: PageArena) {
    let bytes = paragraphBytes(page)
    let outermost = self.outermost(isHidden, page)
    let all = bytes.first ?? 0
    let visible = all - outermost.reduce(0) { $0 + bytes[$1] }
    let isArticle = page.nodes.indices.map { index in
      page.nodes[index].tag == .article || roles[index].contains(.article)
    }
    for index in outermost where bytes[index] > max(least, 2 * visible) {
      var around = index
      var isNamed = page.inside(index).contains { isArticle[$0] }
      while around >= 0, !isNamed {
        isNamed = isArticle[around]
        around = Int(page.nodes[around].parent)
      }
      if isNamed, !roles[index].contains(.furniture) { isHidden[index] = false }
    }
  }

  /// Bytes of the paragraphs inside each element.
  private static func paragraphBytes(_ page: PageArena) -> [Int] {
    var bytes = [Int](repeating: 0, count: page.nodes.count)
    for index in page.nodes.indices.reversed() {
      let node = page.nodes[index]
      if node.tag == .p {
        bytes[index] = page.inside(index).reduce(0) { sum, text in
          page.nodes[text].tag == .text ? sum + Int(page.nodes[text].count) : sum
        }
      }
      let parent = Int(node.parent)
      // A paragraph inside another counts once, with the outer one.
      if parent >= 0, page.nodes[parent].tag != .p { bytes[parent] += bytes[index] }
    }
    return bytes
  }

  private static func outermost(_ isHidden: [Bool], _ page: PageArena) -> [Int] {
    var found: [Int] = []
    var end = 0
    for index in page.nodes.indices where isHidden[index] && index >= end {
      found.append(index)
      end = Int(page.nodes[index].end)
    }
    return found
  }
}
