import PatchworkLanguage
import PatchworkText

/// A passage between quotation marks: its tokens without the marks.
struct QuotedPassage: Hashable, Sendable {
  /// The quoted tokens.
  var tokens: Range<Int>
  /// Whether it carries on the passage before it, which was left open at a paragraph's end.
  var isContinuation: Bool
}

/// Finds quoted passages over paragraph ends.
///
/// A passage that its paragraph leaves open runs on to the mark that closes it, when that is the next mark and
/// comes within a few blocks; else it ends with its own block, so that an unpaired mark loses no text.
enum Quotations {
  /// How many blocks an open passage may run over.
  private static let reach = 8

  private enum Mark {
    case open, close
  }

  /// The quoted passages of a report, in order.
  static func passages(in document: ReportParse) -> [QuotedPassage] {
    let tree = document.tree
    var found: [QuotedPassage] = []
    var start: Int?
    var continues = false
    func end(_ token: Int) {
      if let from = start, from < token {
        found.append(QuotedPassage(tokens: from..<token, isContinuation: continues))
      }
      start = nil
      continues = false
    }
    for (number, block) in document.blocks.enumerated() {
      for index in block.tokens {
        guard let mark = mark(tree, index, in: block.tokens, isOpen: start != nil) else { continue }
        switch mark {
        case .open:
          let wasOpen = start != nil
          end(index)
          start = index + 1
          continues = wasOpen
        case .close:
          if start == nil, (found.last?.tokens.upperBound ?? 0) <= block.tokens.lowerBound {
            // A close without an opening: the passage began with the block.
            start = block.tokens.lowerBound
          }
          end(index)
        }
      }
      guard start != nil, !runsOn(from: number, document) else { continue }
      let reopens =
        number + 1 < document.blocks.count
        && document.blocks[number + 1].tokens.first.map {
          self.mark(tree, $0, in: document.blocks[number + 1].tokens, isOpen: false) == .open
        } == true
      end(block.tokens.upperBound)
      if reopens {
        start = block.tokens.upperBound
        continues = true
      }
    }
    end(tree.count)
    return found
  }

  /// Whether the next mark after a block, within reach, closes a passage.
  private static func runsOn(from number: Int, _ document: ReportParse) -> Bool {
    for next in document.blocks.dropFirst(number + 1).prefix(reach) {
      for index in next.tokens {
        if let mark = mark(document.tree, index, in: next.tokens, isOpen: true) {
          return mark == .close
        }
      }
    }
    return false
  }

  /// What a token opens or closes, or nil when it is no double quotation mark.
  ///
  /// A straight mark is told by the spaces around it, and where they do not tell, by whether a passage is open.
  private static func mark(
    _ tree: ParseTree, _ index: Int, in block: Range<Int>, isOpen: Bool
  ) -> Mark? {
    let span = tree[index].span
    if isClosedByDash(span, tree) { return .close }
    guard span.length <= 3, span.length > 0 else { return nil }
    let first = tree.bytes[span.start]
    switch span.length {
    case 1 where first == 0x22:
      return straight(tree, index, in: block, isOpen: isOpen)
    case 2:
      let second = tree.bytes[span.start + 1]
      if first == 0xC2 { return second == 0xAB ? .open : second == 0xBB ? .close : nil }
      if first == 0x27 && second == 0x27 {
        return straight(tree, index, in: block, isOpen: isOpen)
      }
      return first == 0x60 && second == 0x60 ? .open : nil
    case 3 where first == 0xE2 && tree.bytes[span.start + 1] == 0x80:
      switch tree.bytes[span.start + 2] {
      case 0x9C, 0x9E, 0x9F: return .open
      case 0x9D: return .close
      default: return nil
      }
    default: return nil
    }
  }

  /// Whether a mark and the dash behind it were taken for one word ("…”― Jane Doe").
  private static func isClosedByDash(_ span: Span, _ tree: ParseTree) -> Bool {
    guard span.length == 6 || span.length == 4 else { return false }
    let mark = tree.bytes[span.start..<span.end - 3]
    return (mark.elementsEqual([0x22]) || mark.elementsEqual([0xE2, 0x80, 0x9D]))
      && isDash(tree.bytes[span.end - 3..<span.end])
  }

  /// Whether three bytes are a dash between an en dash and a horizontal bar.
  static func isDash(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count == 3 && bytes.starts(with: [0xE2, 0x80])
      && (0x93...0x95).contains(bytes[bytes.startIndex + 2])
  }

  private static func straight(
    _ tree: ParseTree, _ index: Int, in block: Range<Int>, isOpen: Bool
  ) -> Mark {
    let isFirst = index == block.lowerBound
    let before = isFirst || tree[index - 1].hasSpace || tree[index - 1].isSpace
    let isLast = index + 1 == block.upperBound
    let after = isLast || tree[index].hasSpace || tree[index + 1].isSpace
    if before != after { return before ? .open : .close }
    return isOpen ? .close : .open
  }
}
