import PatchworkLanguage
import PatchworkText

/// Draws a sentence's dependency tree as lines of text.
enum TreeDrawing {
  /// A line a word, each below its head and in the order of the sentence; marks and blanks are left out.
  static func lines(of sentence: Range<Int>, in tree: ParseTree) -> [String] {
    var lines: [String] = []
    let roots = sentence.filter { index in
      tree.head(index).map { !sentence.contains($0) } ?? true
    }
    for root in roots { draw(root, depth: 0, within: sentence, tree, &lines) }
    return lines
  }

  private static func draw(
    _ index: Int, depth: Int, within sentence: Range<Int>, _ tree: ParseTree,
    _ lines: inout [String]
  ) {
    if !tree[index].isSpace, tree[index].pos != .punct {
      let indent = String(repeating: "  ", count: min(depth, 24))
      lines.append(
        "\(indent)\(tree.word(index))  \(tree[index].dep.rawValue) \(tree[index].tag.rawValue)")
    }
    for child in tree.children(index) where sentence.contains(child) && depth < sentence.count {
      draw(child, depth: depth + 1, within: sentence, tree, &lines)
    }
  }
}
