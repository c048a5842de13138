import PatchworkRecord
import PatchworkText

/// An article's text made of a page's blocks: headline, paragraphs and captions, blank lines between.
struct ArticleText {
  private(set) var text = ""
  private(set) var blocks: [TextBlock] = []
  private(set) var dropped: [DroppedText] = []
  private var bytes: [UInt8] = []

  /// Joins blocks; what the phrases of boilerplate name is left out of the text.
  init(title: String, pieces: [(bytes: ArraySlice<UInt8>, part: TextPart)]) {
    if !title.isEmpty { add(Array(title.utf8)[...], .headline) }
    for piece in pieces where !isBoilerplate(piece.bytes) && piece.bytes != bytes[...] {
      if piece.part == .headline, piece.bytes.elementsEqual(title.utf8) { continue }
      add(piece.bytes, piece.part)
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

  private func isBoilerplate(_ piece: ArraySlice<UInt8>) -> Bool {
    let whole = Array(piece)
    let line = FoldedLine(Span(0, whole.count), of: whole)
    let ended = SentenceEnd.isAt(whole.count, in: whole, from: 0)
    if let stamp = DateStamp(at: 0, end: whole.count, in: whole), stamp.span.end == whole.count {
      return true
    }
    guard let phrase = PhraseLexicon.shipped.match(line, ended: ended) else { return false }
    if case .dropped = phrase.verdict { return true }
    return false
  }
}
