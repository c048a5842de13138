import PatchworkRecord
import PatchworkText

/// The structure of a text: its paragraphs, headlines and captions, and the pieces that are not read.
struct TextBlocks {
  /// What is to be read, in order.
  private(set) var blocks: [TextBlock] = []
  /// What is not, in order.
  private(set) var dropped: [DroppedText] = []
  /// The date in a date line at the head, if there is one.
  private(set) var date: SourcedDate?

  private let text: String
  private let bytes: [UInt8]
  private let phrases: PhraseLexicon
  /// What the label before announced.
  private var expected = Phrase.Next.none

  /// Structures a text; a known title tells its repetitions as headlines.
  init(text: String, title: String = "", phrases: PhraseLexicon = .shipped) {
    self.text = text
    self.phrases = phrases
    bytes = Array(text.utf8)
    let lines = TextLines.split(bytes)
    let titleBytes = Array(title.utf8)
    let folded = FoldedLine(Span(0, titleBytes.count), of: titleBytes).bytes
    let rule = HeadlineRule(lines: lines, text: bytes, title: folded)
    for (index, line) in lines.enumerated() {
      add(line.span, isFirst: index == 0, rule: rule, title: folded)
    }
  }

  private mutating func add(
    _ span: Span, isFirst: Bool, rule: HeadlineRule, title: [UInt8]
  ) {
    var span = span
    let announced = expected
    expected = .none
    if isFirst || blocks.isEmpty, let stamp = DateStamp(at: span.start, end: span.end, in: bytes) {
      date = date ?? SourcedDate(value: stamp.day, origin: "dateline")
      drop(stamp.span, .boilerplate)
      guard let rest = TextLines.trimmed(bytes, stamp.span.end, span.end) else { return }
      span = rest
    }
    let line = FoldedLine(span, of: bytes)
    if let phrase = phrases.match(line) {
      expected = phrase.next
      switch phrase.verdict {
      case .dropped(let reason): drop(span, reason)
      case .caption: blocks.append(TextBlock(span: span, part: .caption))
      }
      return
    }
    if let found = phrases.part(line) {
      cut(found.range, of: line, at: span, found.phrase, announced, rule, title)
      return
    }
    read(span, line, announced, rule, title)
  }

  /// Leaves a part of a line unread and reads what stands before and after.
  private mutating func cut(
    _ range: Range<Int>, of line: FoldedLine, at span: Span, _ phrase: Phrase,
    _ announced: Phrase.Next, _ rule: HeadlineRule, _ title: [UInt8]
  ) {
    let from = Int(line.offsets[range.lowerBound])
    let to = range.upperBound < line.offsets.count ? Int(line.offsets[range.upperBound]) : span.end
    if let before = TextLines.trimmed(bytes, span.start, from) {
      add(before, isFirst: false, rule: rule, title: title)
    }
    if let piece = TextLines.trimmed(bytes, from, to) {
      switch phrase.verdict {
      case .dropped(let reason): drop(piece, reason)
      case .caption: blocks.append(TextBlock(span: piece, part: .caption))
      }
    }
    if let after = TextLines.trimmed(bytes, to, span.end) {
      add(after, isFirst: false, rule: rule, title: title)
    }
  }

  private mutating func read(
    _ span: Span, _ line: FoldedLine, _ announced: Phrase.Next, _ rule: HeadlineRule,
    _ title: [UInt8]
  ) {
    if announced == .credit, line.words <= 5 {
      drop(span, .credit)
    } else if announced == .caption {
      blocks.append(TextBlock(span: span, part: .caption))
    } else if rule.isHeadline(line, span, in: bytes) {
      blocks.append(TextBlock(span: span, part: .headline))
    } else if blocks.isEmpty, let body = afterTitle(span, line, title) {
      blocks.append(
        TextBlock(span: TextLines.trimmed(bytes, span.start, body) ?? span, part: .headline))
      blocks.append(TextBlock(span: Span(body, span.end), part: .body))
    } else {
      blocks.append(TextBlock(span: span, part: .body))
    }
  }

  /// Where the first paragraph's own words begin, when the title runs on into it.
  private func afterTitle(_ span: Span, _ line: FoldedLine, _ title: [UInt8]) -> Int? {
    guard title.count >= 12, line.bytes.count > title.count + 20, line.bytes.starts(with: title)
    else { return nil }
    var at = title.count
    while at < line.bytes.count, line.bytes[at] < 0x80, !isLetter(line.bytes[at]),
      line.bytes[at] != UInt8(ascii: "#"), line.bytes[at] != UInt8(ascii: "\"")
    {
      at += 1
    }
    guard at > title.count, at < line.bytes.count else { return nil }
    let start = Int(line.offsets[at])
    return isLower(bytes[start]) ? nil : start
  }

  private mutating func drop(_ span: Span, _ reason: DropReason) {
    let words = String(decoding: bytes[span.start..<span.end], as: UTF8.self)
    dropped.append(DroppedText(quote: Quote(span: span, text: words), why: reason))
  }
}
