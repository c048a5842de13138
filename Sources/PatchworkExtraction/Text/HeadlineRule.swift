import PatchworkText

/// Tells headlines standing among the paragraphs of a text.
struct HeadlineRule {
  /// Most words of a headline.
  private static let mostWords = 26
  /// Most words of a headline whose words are not capitalised.
  private static let mostPlainWords = 18

  /// Whether the text ends its sentences with full stops, so that a line without one means something.
  private let isPunctuated: Bool
  /// The title, folded; empty when unknown.
  private let title: [UInt8]

  /// Looks over the lines of a text.
  init(lines: [TextLine], text: [UInt8], title: [UInt8]) {
    self.title = title
    let long = lines.filter { $0.span.length > 20 }
    let ended = long.count { SentenceEnd.isAt($0.span.end, in: text, from: $0.span.start) }
    isPunctuated = lines.count > 1 && ended > 0 && ended * 2 >= long.count
  }

  /// Whether a line is a headline: the title again, or a short line that does not end as a sentence does.
  func isHeadline(_ line: FoldedLine, _ span: Span, in text: [UInt8]) -> Bool {
    if !title.isEmpty, line.bytes == title { return true }
    guard isPunctuated, (1...Self.mostWords).contains(line.words), span.length <= 240,
      text[span.start..<span.end].contains(where: { isLetter($0) || $0 >= 0x80 }),
      !isLower(text[span.start]), text[span.start] != UInt8(ascii: "("),
      !SentenceEnd.isAt(span.end, in: text, from: span.start)
    else { return false }
    let last = text[span.end - 1]
    if [UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "-")].contains(last) {
      return false
    }
    if isQuotation(line) { return false }
    return line.words <= Self.mostPlainWords || isCapitalised(span, text)
  }

  /// Whether the line is a quotation of sentence length, whose full stop the writer left out.
  private func isQuotation(_ line: FoldedLine) -> Bool {
    let quote = UInt8(ascii: "\"")
    return line.words > 6 && line.bytes.first == quote
      && (line.bytes.last == quote || line.bytes.count { $0 == quote } == 1)
  }

  /// Whether most words begin with a capital.
  private func isCapitalised(_ span: Span, _ text: [UInt8]) -> Bool {
    var (words, capitals) = (0, 0)
    for at in span.start..<span.end where at == span.start || isSpace(text[at - 1]) {
      guard isLetter(text[at]) else { continue }
      words += 1
      if isUpper(text[at]) { capitals += 1 }
    }
    return capitals * 10 >= words * 6
  }
}
