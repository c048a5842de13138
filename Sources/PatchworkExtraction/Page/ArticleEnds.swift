import PatchworkText

/// Headings under which a page has something else than its article.
struct ArticleEnds {
  /// What stands under a heading.
  private enum Kind: String {
    /// What readers say: never the article's.
    case comments
    /// What leads elsewhere; among paragraphs the article may go on behind it.
    case related
  }

  /// The headings that ship with Patchwork.
  static let shipped = ArticleEnds(LexiconFolder.table("article-ends.tsv"))

  /// Most words of such a heading.
  private static let longest = 7
  /// Fewest words of the article before it.
  private static let fewestBefore = 60
  /// The share of all words that may stand behind a heading of what leads elsewhere.
  private static let mostBehind = 0.3

  private let kinds: [[UInt8]: Kind]

  init(_ table: LexiconTable) {
    kinds = Dictionary(
      table.rows.map { row in
        guard let kind = Kind(rawValue: row["under"]) else {
          preconditionFailure("\(table.file), line \(row.line): unknown value \(row["under"])")
        }
        return (Array(row["heading"].utf8), kind)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Drops what stands under such a heading, and the heading.
  ///
  /// `homes` are the elements around each block's own, `articles` the outermost article elements around it or -1.
  func cut(
    _ reasons: inout [BlockReason], _ blocks: [PageBlock], _ text: [UInt8], homes: [Int],
    articles: [Int]
  ) {
    let kept = reasons.indices.filter { reasons[$0] == .paragraph }
    let all = kept.reduce(0) { $0 + blocks[$1].words }
    guard let first = kept.first, let last = kept.last else { return }
    for index in first...last where blocks[index].words <= Self.longest {
      guard reasons[index] != .paragraph, reasons[index] != .outside,
        let kind = kind(of: text[blocks[index].range])
      else { continue }
      let before = kept.reduce(0) { $0 + ($1 < index ? blocks[$1].words : 0) }
      // Where paragraphs behind it stand beside those before it, it heads a box and the article goes on.
      let home = Set(kept.filter { $0 < index }.map { homes[$0] })
      let isSmall =
        Double(all - before) <= Self.mostBehind * Double(all)
        && !kept.contains { $0 > index && home.contains(homes[$0]) }
      // What leads elsewhere may outweigh a short text, each in an article element of its own.
      let mine = Set(kept.filter { $0 < index }.map { articles[$0] })
      let others = Set(kept.filter { $0 > index }.map { articles[$0] })
      let isOthers =
        mine.count == 1 && !mine.contains(-1) && !others.contains(-1)
        && (others.count >= 2 || others.contains(articles[index]))
        && mine.isDisjoint(with: others)
      guard before >= Self.fewestBefore, kind == .comments || isSmall || isOthers else { continue }
      for behind in index..<reasons.count where reasons[behind].isKept { reasons[behind] = .edge }
      return
    }
  }

  private func kind(of heading: ArraySlice<UInt8>) -> Kind? {
    let bytes = Array(String(decoding: heading, as: UTF8.self).lowercased().utf8)
    var folded = FoldedLine(Span(0, bytes.count), of: bytes).bytes
    while let last = folded.last, ":.!? ()0".utf8.contains(last) { folded.removeLast() }
    while let first = folded.first, "0( ".utf8.contains(first) { folded.removeFirst() }
    return kinds[folded]
  }
}
