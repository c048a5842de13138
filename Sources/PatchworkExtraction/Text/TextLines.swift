import PatchworkText

/// A line or paragraph of a text, without the white space around it.
struct TextLine: Equatable {
  let span: Span
  /// Whether a blank line stands before it.
  let afterBlank: Bool
}

/// Splits a text into the units that its author meant: lines, or paragraphs where lines are only wrapped.
enum TextLines {
  /// Lines this short or shorter may be wrapped ones.
  private static let wrapWidth = 100
  /// Lines that are told apart; all text after them is one unit.
  static let mostLines = 200_000

  /// The units of a text, in order.
  static func split(_ text: [UInt8]) -> [TextLine] {
    let lines = physical(text)
    var units: [TextLine] = []
    var from = 0
    while from < lines.count {
      var to = from + 1
      while to < lines.count, !lines[to].afterBlank { to += 1 }
      let paragraph = lines[from..<to]
      if isWrapped(paragraph, text) {
        units.append(contentsOf: joined(paragraph, text))
      } else {
        units.append(contentsOf: paragraph)
      }
      from = to
    }
    return units
  }

  private static func physical(_ text: [UInt8]) -> [TextLine] {
    var lines: [TextLine] = []
    var blank = false
    var at = 0
    while at < text.count {
      var end = lines.count < mostLines - 1 ? at : text.count
      while end < text.count, text[end] != 0x0A, text[end] != 0x0D { end += 1 }
      if let span = trimmed(text, at, end) {
        lines.append(TextLine(span: span, afterBlank: blank))
        blank = false
      } else if end < text.count, !(text[end] == 0x0A && end > 0 && text[end - 1] == 0x0D) {
        blank = true
      }
      at = end + 1
    }
    return lines
  }

  /// The part of a range without white space and no-break spaces at its ends, nil when nothing is left.
  static func trimmed(_ text: [UInt8], _ start: Int, _ end: Int) -> Span? {
    var (from, to) = (start, end)
    while from < to {
      if isSpace(text[from]) {
        from += 1
      } else if text[from] == 0xC2, from + 1 < to, text[from + 1] == 0xA0 {
        from += 2
      } else {
        break
      }
    }
    while to > from {
      if isSpace(text[to - 1]) {
        to -= 1
      } else if text[to - 1] == 0xA0, to - 2 >= from, text[to - 2] == 0xC2 {
        to -= 2
      } else {
        break
      }
    }
    return from < to ? Span(from, to) : nil
  }

  /// Whether most line ends fall inside sentences: no full stop before, a small letter after.
  private static func isWrapped(_ lines: ArraySlice<TextLine>, _ text: [UInt8]) -> Bool {
    guard lines.count > 1 else { return false }
    // In capitals no letter tells how a line begins, but a full line does.
    let width = lines.map(\.span.length).max() ?? 0
    let inCapitals = width >= 40 && !lines.contains { hasSmallLetter($0.span, text) }
    var inside = 0
    for (line, next) in zip(lines, lines.dropFirst()) {
      if line.span.length > wrapWidth { return false }
      if !SentenceEnd.isAt(line.span.end, in: text, from: line.span.start),
        isLower(text[next.span.start]) || inCapitals && line.span.length * 10 >= width * 8
      {
        inside += 1
      }
    }
    return inside * 10 >= (lines.count - 1) * 3
  }

  private static func hasSmallLetter(_ span: Span, _ text: [UInt8]) -> Bool {
    text[span.start..<span.end].contains { $0 >= 0x61 && $0 <= 0x7A }
  }

  /// Joins wrapped lines; a line that ends a sentence well short of the width ends a paragraph.
  private static func joined(_ lines: ArraySlice<TextLine>, _ text: [UInt8]) -> [TextLine] {
    let width = lines.map(\.span.length).max() ?? 0
    var units: [TextLine] = []
    var open: TextLine?
    for line in lines {
      let unit = open.map { TextLine(span: $0.span.union(line.span), afterBlank: $0.afterBlank) }
      open = unit ?? line
      if line.span.length * 10 < width * 7,
        SentenceEnd.isAt(line.span.end, in: text, from: line.span.start)
      {
        if let done = open { units.append(done) }
        open = nil
      }
    }
    if let open { units.append(open) }
    return units
  }
}
