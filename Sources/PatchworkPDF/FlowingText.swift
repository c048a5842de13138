/// Lines of pages joined to paragraphs.
struct FlowingText {
  /// The paragraphs in order.
  private(set) var paragraphs: [String] = []
  private var current = ""
  private var width = 0

  /// Joins the lines of pages, those that run through the document left out.
  init(_ pages: [[String]]) {
    let running = RunningLines.found(in: pages)
    for (page, lines) in pages.enumerated() {
      let widths = lines.map(\.count).sorted()
      // Lines that end well before the column's edge end a paragraph.
      width = widths.isEmpty ? 0 : widths[widths.count * 3 / 4]
      for (number, line) in lines.enumerated() where !running[page].contains(number) {
        let next = number + 1 < lines.count ? lines[number + 1] : ""
        add(line, before: next)
      }
    }
    close()
  }

  private mutating func add(_ line: String, before next: String) {
    let words = line.split { $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "\u{A0}" }
    guard !words.isEmpty else { return close(unless: isUnfinished) }
    let text = words.joined(separator: " ")
    if current.isEmpty {
      current = text
    } else if let joined = Self.joinedHyphen(current, text) {
      current = joined
    } else {
      current += " " + text
    }
    let isShort = text.count * 4 < width * 3
    let isHeading =
      text.count * 5 < width * 3 && next.unicodeScalars.first?.properties.isUppercase == true
    if isShort, endsSentence(text) || isHeading { close() }
  }

  /// Whether the paragraph goes on behind an empty line or the end of a page: it stops within a sentence.
  private var isUnfinished: Bool {
    guard let last = current.unicodeScalars.last else { return false }
    return last == "," || last == "-" || (last.properties.isLowercase && current.count > 60)
  }

  private func endsSentence(_ text: String) -> Bool {
    guard let last = text.last(where: { !"\"”’')»]".contains($0) }) else { return false }
    return ".!?:…؟".contains(last)
  }

  private mutating func close(unless isGoingOn: Bool = false) {
    guard !isGoingOn, !current.isEmpty else { return }
    paragraphs.append(current)
    current = ""
  }

  /// Two lines with a word cut between them made whole; nil when none is.
  ///
  /// A hyphen goes where a lower-case letter stands on both sides of it; in "anti-\nISIS" it stays.
  static func joinedHyphen(_ before: String, _ after: String) -> String? {
    guard let hyphen = before.unicodeScalars.last, let next = after.unicodeScalars.first else {
      return nil
    }
    if hyphen == "\u{AD}" { return String(before.unicodeScalars.dropLast()) + after }
    guard hyphen == "-" || hyphen == "\u{2010}" else { return nil }
    let stem = before.unicodeScalars.dropLast()
    guard let last = stem.last, last.properties.isAlphabetic else { return nil }
    return last.properties.isLowercase && next.properties.isLowercase
      ? String(stem) + after : before + after
  }
}
