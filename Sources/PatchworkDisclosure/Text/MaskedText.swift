import PatchworkRecord
import PatchworkText

/// A text with some of its words replaced, and where each span of it went.
struct MaskedText {
  /// What is replaced.
  struct Cut {
    var span: Span
    var replacement: String
    var kind: Removal.Kind
    var why: String
  }

  let original: String
  let text: String
  /// The cuts, in order, without overlaps.
  let cuts: [Cut]
  /// Where each replacement begins in the new text.
  private let starts: [Int]

  /// Of cuts that overlap the longer one stands.
  init(_ original: String, cuts all: [Cut]) {
    self.original = original
    var cuts: [Cut] = []
    for cut in all.sorted(by: { ($0.span.start, $1.span.end) < ($1.span.start, $0.span.end) }) {
      guard let last = cuts.last, last.span.end > cut.span.start else {
        cuts.append(cut)
        continue
      }
      let whole = last.span.union(cut.span)
      if cut.span.length > last.span.length { cuts[cuts.count - 1] = cut }
      cuts[cuts.count - 1].span = whole
    }
    var bytes: [UInt8] = []
    var starts: [Int] = []
    let source = Array(original.utf8)
    var at = 0
    for cut in cuts {
      bytes += source[at..<cut.span.start]
      starts.append(bytes.count)
      bytes += cut.replacement.utf8
      at = cut.span.end
    }
    bytes += source[at...]
    self.cuts = cuts
    self.starts = starts
    text = cuts.isEmpty ? original : String(decoding: bytes, as: UTF8.self)
  }

  /// Where a span of the original stands now; what begins or ends within a cut takes in the whole replacement.
  func map(_ span: Span) -> Span {
    Span(
      offset(span.start, isEnd: false),
      max(offset(span.start, isEnd: false), offset(span.end, isEnd: true)))
  }

  /// The quote as it stands now.
  func quote(_ quote: Quote) -> Quote {
    let span = map(quote.span)
    return Quote(span: span, text: text[span])
  }

  /// Whether a span touches a cut of a kind.
  func touches(_ span: Span, _ kind: Removal.Kind) -> Bool {
    cuts.contains { $0.kind == kind && $0.span.overlaps(span) }
  }

  private func offset(_ byte: Int, isEnd: Bool) -> Int {
    var (low, high) = (0, cuts.count)
    while low < high {
      let middle = (low + high) / 2
      if cuts[middle].span.start < byte || (!isEnd && cuts[middle].span.start == byte) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low > 0 else { return min(byte, original.utf8.count) }
    let cut = cuts[low - 1]
    let start = starts[low - 1]
    if byte < cut.span.end {
      return isEnd ? start + cut.replacement.utf8.count : start
    }
    return min(start + cut.replacement.utf8.count + byte - cut.span.end, text.utf8.count)
  }
}
