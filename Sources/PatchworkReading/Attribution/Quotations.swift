import PatchworkLanguage
import PatchworkText

/// A passage between quotation marks: its tokens without the marks.
struct QuotedPassage: Hashable, Sendable {
  /// The quoted tokens.
  var tokens: Range<Int>
  /// Whether it carries on the passage before it, which was left open at a paragraph's end.
  var isContinuation: Bool
}

/// Finds quoted passages; a mark that is never closed ends with its block, so no text is lost to it.
enum Quotations {
  private enum Mark {
    case open, close, either
  }

  /// What kind of double quotation mark a token is, or nil.
  private static func mark(_ tree: ParseTree, _ index: Int) -> Mark? {
    let span = tree[index].span
    guard span.length <= 3, span.length > 0 else { return nil }
    let bytes = tree.bytes[span.start..<span.end]
    let first = bytes[span.start]
    switch span.length {
    case 1: return first == 0x22 ? .either : nil
    case 2:
      let second = bytes[span.start + 1]
      if first == 0xC2 { return second == 0xAB ? .open : second == 0xBB ? .close : nil }
      if first == 0x27 && second == 0x27 { return .either }
      return first == 0x60 && second == 0x60 ? .open : nil
    default:
      guard first == 0xE2, bytes[span.start + 1] == 0x80 else { return nil }
      switch bytes[span.start + 2] {
      case 0x9C, 0x9E, 0x9F: return .open
      case 0x9D: return .close
      default: return nil
      }
    }
  }

  /// The quoted passages of a report, in order.
  static func passages(in document: ReportParse) -> [QuotedPassage] {
    let tree = document.tree
    var found: [QuotedPassage] = []
    var leftOpen = false
    for block in document.blocks {
      var start: Int?
      var continues = false
      for index in block.tokens {
        guard let mark = mark(tree, index) else { continue }
        let isFirst = index == block.tokens.lowerBound
        switch (mark, start) {
        case (.open, nil), (.either, nil):
          start = index + 1
          continues = isFirst && leftOpen
        case (.close, let from?), (.either, let from?):
          if from < index {
            found.append(QuotedPassage(tokens: from..<index, isContinuation: continues))
          }
          start = nil
        case (.open, let from?):
          // A second opening mark without a close: the first one was left open here.
          if from < index {
            found.append(QuotedPassage(tokens: from..<index, isContinuation: continues))
          }
          start = index + 1
          continues = true
        case (.close, nil):
          // A close without an opening: the passage began with the block when nothing else did.
          let last = found.last?.tokens.upperBound ?? 0
          if last <= block.tokens.lowerBound && index > block.tokens.lowerBound {
            found.append(
              QuotedPassage(tokens: block.tokens.lowerBound..<index, isContinuation: leftOpen))
          }
        }
      }
      leftOpen = false
      if let from = start {
        leftOpen = true
        if from < block.tokens.upperBound {
          found.append(
            QuotedPassage(tokens: from..<block.tokens.upperBound, isContinuation: continues))
        }
      }
    }
    return found
  }
}
