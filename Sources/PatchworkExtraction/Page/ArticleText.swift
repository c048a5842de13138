import PatchworkRecord
import PatchworkText

/// An article's text made of a page's blocks: headline, paragraphs and captions, blank lines between.
struct ArticleText {
  private(set) var text = ""
  private(set) var blocks: [TextBlock] = []
  private(set) var dropped: [DroppedText] = []
  /// For every piece why it was left out of the text, nil where it is in it.
  private(set) var reasons: [BlockReason?] = []
  /// The pieces that the phrases of boilerplate name.
  private(set) var left: [String] = []
  private var bytes: [UInt8] = []
  /// The long paragraphs met.
  private var said: Set<[UInt8]> = []

  /// Bytes from which on a paragraph is not said twice for emphasis.
  private static let longLine = 50

  /// Joins blocks; what the phrases of boilerplate name is left out of the text.
  init(title: String, pieces: [(bytes: ArraySlice<UInt8>, part: TextPart)]) {
    if !title.isEmpty { add(Array(title.utf8)[...], .headline) }
    for piece in pieces {
      let reason = reason(piece.bytes, piece.part, title: title)
      reasons.append(reason)
      if reason == nil {
        add(piece.bytes, piece.part)
      } else if reason == .phrase {
        left.append(String(decoding: piece.bytes, as: UTF8.self))
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
    blocks = DatelineSplit.apart(blocks, in: bytes)
  }

  private mutating func add(_ piece: ArraySlice<UInt8>, _ part: TextPart) {
    if !bytes.isEmpty { bytes.append(contentsOf: [0x0A, 0x0A]) }
    let start = bytes.count
    bytes.append(contentsOf: piece)
    blocks.append(TextBlock(span: Span(start, bytes.count), part: part))
  }

  /// Why a piece is left out, nil when it is not.
  private mutating func reason(
    _ piece: ArraySlice<UInt8>, _ part: TextPart, title: String
  ) -> BlockReason? {
    let whole = Array(piece)
    if let stamp = DateStamp(at: 0, end: whole.count, in: whole), stamp.span.end == whole.count {
      return .stamp
    }
    if StampLine.isNothingElse(whole) { return .stamp }
    if part == .body, whole.count >= Self.longLine, !said.insert(whole).inserted {
      return .repeated
    }
    let line = FoldedLine(Span(0, whole.count), of: whole)
    let ended = SentenceEnd.isAt(whole.count, in: whole, from: 0)
    if let phrase = PhraseLexicon.shipped.match(line, ended: ended),
      case .dropped = phrase.verdict
    {
      return .phrase
    }
    if piece == bytes[...] || (part == .headline && piece.elementsEqual(title.utf8)) {
      return .title
    }
    return nil
  }
}
