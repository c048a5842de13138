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

  private let bytes: [UInt8]
  private let phrases: PhraseLexicon
  /// What the label before announced.
  private var expected = Phrase.Next.none

  /// Structures a text; a known title tells its repetitions as headlines.
  init(text: String, title: String = "", phrases: PhraseLexicon = .shipped) {
    self.phrases = phrases
    bytes = Array(text.utf8)
    let lines = TextLines.split(bytes)
    let titleBytes = Array(title.utf8)
    let folded = FoldedLine(Span(0, titleBytes.count), of: titleBytes).bytes
    let rule = HeadlineRule(lines: lines, text: bytes, title: folded)
    for line in lines { add(line.span, rule: rule, title: folded) }
    dropSignOff()
    blocks = DatelineSplit.apart(RunOnSplit.apart(blocks, in: bytes), in: bytes)
  }

  /// Takes in a line, or with `whole` a piece of one that is not to be cut further.
  private mutating func add(
    _ span: Span, whole: Bool = false, rule: HeadlineRule, title: [UInt8]
  ) {
    var span = span
    let announced = expected
    expected = .none
    if blocks.isEmpty, let stamp = DateStamp(at: span.start, end: span.end, in: bytes) {
      date = date ?? SourcedDate(value: stamp.day, origin: "dateline")
      drop(stamp.span, .boilerplate)
      guard let rest = TextLines.trimmed(bytes, stamp.span.end, span.end) else { return }
      span = rest
    }
    let line = FoldedLine(span, of: bytes)
    let ended = SentenceEnd.isAt(span.end, in: bytes, from: span.start)
    if let phrase = phrases.match(line, ended: ended) {
      settle(span, phrase)
      return
    }
    let parts = whole ? [] : phrases.parts(line)
    if parts.isEmpty {
      read(span, line, announced, rule, title)
    } else {
      cut(parts, of: line, at: span, rule, title)
    }
  }

  /// Leaves parts of a line unread and reads what stands between them.
  private mutating func cut(
    _ parts: [(phrase: Phrase, range: Range<Int>)], of line: FoldedLine, at span: Span,
    _ rule: HeadlineRule, _ title: [UInt8]
  ) {
    var from = span.start
    for part in parts {
      let start = Int(line.offsets[part.range.lowerBound])
      let end = part.range.upperBound
      let stop = end < line.offsets.count ? Int(line.offsets[end]) : span.end
      if let before = TextLines.trimmed(bytes, from, start) {
        add(before, whole: true, rule: rule, title: title)
      }
      if let piece = TextLines.trimmed(bytes, start, stop) { settle(piece, part.phrase) }
      from = stop
    }
    if let rest = TextLines.trimmed(bytes, from, span.end) {
      add(rest, whole: true, rule: rule, title: title)
    }
  }

  /// Does with words what the phrase they match says.
  private mutating func settle(_ span: Span, _ phrase: Phrase) {
    expected = phrase.next
    switch phrase.verdict {
    case .dropped(let reason): drop(span, reason)
    case .caption: blocks.append(TextBlock(span: span, part: .caption))
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

  /// Leaves an agency's signature after the last sentence unread.
  private mutating func dropSignOff() {
    guard let last = blocks.last, last.part == .body,
      let signOff = AgencyNames.shipped.signOff(last.span, in: bytes),
      let rest = TextLines.trimmed(bytes, last.span.start, signOff.start)
    else { return }
    blocks[blocks.count - 1].span = rest
    let position = dropped.firstIndex { $0.quote.span.start > signOff.start } ?? dropped.count
    dropped.insert(
      DroppedText(quote: Quote(span: signOff, text: words(signOff)), why: .credit), at: position)
  }

  private func words(_ span: Span) -> String {
    String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }

  private mutating func drop(_ span: Span, _ reason: DropReason) {
    dropped.append(DroppedText(quote: Quote(span: span, text: words(span)), why: reason))
  }
}
