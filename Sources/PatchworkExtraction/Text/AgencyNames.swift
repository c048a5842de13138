import PatchworkText

/// Names with which news agencies and broadcasters sign reports.
struct AgencyNames {
  /// The names that ship with Patchwork.
  static let shipped = AgencyNames(LexiconFolder.table("agencies.tsv"))

  private let agencies: [String: String]

  init(_ table: LexiconTable) {
    agencies = Dictionary(
      table.rows.map { ($0["name"], $0["agency"]) }, uniquingKeysWith: { first, _ in first })
  }

  /// The agency that a signature stands for, nil when it is no agency's.
  func agency(_ signature: some StringProtocol) -> String? { agencies[String(signature)] }

  /// The agency that a text begins with, "the" and "news agency" looked through, and the characters it takes.
  func leading(_ text: String) -> (agency: String, length: Int)? {
    let words = text.split(separator: " ", maxSplits: 6)
    let first = ["the", "The"].contains(words.first ?? "") ? 1 : 0
    for last in (first..<min(words.count, first + 4)).reversed() {
      let name = text[words[first].startIndex..<words[last].endIndex]
      let bare = name.prefix { !".,;:!?\"”’'".contains($0) }
      guard bare.utf8.count + 1 >= name.utf8.count || last == first, let agency = agency(bare)
      else {
        continue
      }
      return (agency, text.distance(from: text.startIndex, to: bare.endIndex))
    }
    return nil
  }

  /// The signature after the last sentence of a text ("- REUTERS"), with its dash.
  func signOff(_ span: Span, in text: [UInt8]) -> Span? {
    let reach = max(span.start, span.end - 40)
    guard let dash = text[reach..<span.end].lastIndex(where: { Self.isDash($0) }) else {
      return nil
    }
    guard let name = TextLines.trimmed(text, dash + 1, span.end),
      agency(String(decoding: text[name.start..<name.end], as: UTF8.self)) != nil
    else { return nil }
    var start = dash
    while start > span.start, Self.isDash(text[start - 1]) || text[start - 1] >= 0x80 { start -= 1 }
    guard let before = TextLines.trimmed(text, span.start, start),
      SentenceEnd.isAt(before.end, in: text, from: before.start)
    else { return nil }
    return Span(start, span.end)
  }

  /// A hyphen, or the last byte of a dash: the dashes U+2013 and U+2014 end in 0x93 and 0x94.
  private static func isDash(_ byte: UInt8) -> Bool { byte == 0x2D || byte == 0x93 || byte == 0x94 }
}
