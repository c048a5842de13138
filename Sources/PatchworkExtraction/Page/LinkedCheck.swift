/// Holds the blocks of a page against the article's text that its linked data gives.
///
/// Linked data is often cut short, and leaves out lists and what is embedded: it speaks for blocks, and against them only
/// where it holds nearly all others and they stand before its first or behind its last words.
struct LinkedCheck {
  /// Bytes of a text that tells anything.
  private static let shortest = 300
  /// The share of a block's words that must be in it.
  private static let most = 0.8
  /// The share of the article's words that a whole text holds.
  private static let whole = 0.8

  private let runs: WordRuns

  /// Nil where the page gives no text of its own to hold blocks against.
  init?(_ linked: String) {
    guard linked.utf8.count >= Self.shortest else { return nil }
    runs = WordRuns(linked)
    if runs.isEmpty { return nil }
  }

  /// Keeps paragraphs that the text has, and drops those around it that it has not.
  func correct(_ reasons: inout [BlockReason], _ blocks: [PageBlock], _ text: [UInt8]) {
    let shares = blocks.indices.map { index -> Double in
      let block = blocks[index]
      guard block.words >= 5, !block.isCaption, !block.tag.isHeading else { return 0 }
      return runs.share(of: text[block.range]) ?? 0
    }
    var seen: Set<ArraySlice<UInt8>> = []
    for index in blocks.indices where reasons[index].isKept {
      seen.insert(text[blocks[index].range])
    }
    for index in blocks.indices where !reasons[index].isKept && shares[index] >= Self.most {
      guard blocks[index].words >= 8, blocks[index].linkDensity < 0.8, reasons[index] != .repeated,
        SentenceEnd.isAt(
          blocks[index].range.upperBound, in: text, from: blocks[index].range.lowerBound),
        seen.insert(text[blocks[index].range]).inserted
      else { continue }
      reasons[index] = .linked
    }
    let kept = blocks.indices.filter {
      reasons[$0] == .paragraph || reasons[$0] == .linked
    }
    let all = kept.reduce(0.0) { $0 + Double(blocks[$1].words) }
    let held = kept.reduce(0.0) { $0 + Double(blocks[$1].words) * shares[$1] }
    guard held >= Self.whole * all, let first = kept.first(where: { shares[$0] >= Self.most }),
      let last = kept.last(where: { shares[$0] >= Self.most })
    else { return }
    for index in kept where shares[index] < 0.1 && (index < first || index > last) {
      reasons[index] = .unlinked
    }
  }
}
