public import PatchworkText

/// The words before a report's first sentence that say where it was written and by which agency.
///
/// ```swift
/// Dateline(at: 0, in: "ALEPPO, Syria (AP) — Warplanes struck")  // place "ALEPPO, Syria", agency "Associated Press"
/// ```
public struct Dateline: Hashable, Sendable {
  /// The whole dateline with its dash.
  public let span: Span
  /// The place as written, nil when there is none, as in "(CNN) --".
  public let place: Span?
  /// Full name of the agency, empty when there is none.
  public let agency: String
  /// The words between place and agency, where a day may stand ("June 7"); nil when there are none.
  public let stamp: Span?

  private static let reach = 120
  private static let dashes: [[UInt8]] = [" -- ", "--", " - ", " – ", "– ", " — ", "— ", "—"].map {
    Array($0.utf8)
  }

  /// Reads a dateline that begins at a byte of a text; nil where the text begins otherwise.
  public init?(at start: Int, in text: String) {
    self.init(at: start, in: Array(text.utf8.prefix(start + Self.reach + 8)))
  }

  init?(at start: Int, in text: [UInt8]) {
    guard start < text.count, let (dash, end) = Self.dash(from: start, in: text), end < text.count,
      !isLower(text[end])
    else { return nil }
    var head = Span(start, dash)
    var agency = ""
    if let signed = Self.signature(head, in: text) {
      agency = signed.agency
      head = Span(start, signed.start)
    }
    let place = Self.place(head, in: text)
    guard let place else {
      guard !agency.isEmpty, head.isEmpty else { return nil }
      self.init(span: Span(start, end), place: nil, agency: agency, stamp: nil)
      return
    }
    guard !agency.isEmpty || Self.isShouted(place, in: text) else { return nil }
    var after = place.end
    while after < head.end, isSpace(text[after]) || text[after] == UInt8(ascii: ",") { after += 1 }
    self.init(
      span: Span(start, end), place: place, agency: agency,
      stamp: TextLines.trimmed(text, after, head.end))
  }

  private init(span: Span, place: Span?, agency: String, stamp: Span?) {
    self.span = span
    self.place = place
    self.agency = agency
    self.stamp = stamp
  }

  /// The first dash near the start: where it begins, and where the words after it do.
  private static func dash(from start: Int, in text: [UInt8]) -> (Int, Int)? {
    let end = min(text.count, start + reach)
    for at in start..<end {
      if text[at] == 0x0A { return nil }
      guard let dash = dashes.first(where: { text[at...].starts(with: $0) }) else { continue }
      var after = at + dash.count
      while after < text.count, text[after] == 0x20 { after += 1 }
      return (at, after)
    }
    return nil
  }

  /// An agency in brackets or after a comma at the end of the head.
  private static func signature(_ head: Span, in text: [UInt8]) -> (start: Int, agency: String)? {
    guard let trimmed = TextLines.trimmed(text, head.start, head.end) else { return nil }
    let closed = text[trimmed.end - 1] == UInt8(ascii: ")")
    let opening = UInt8(ascii: closed ? "(" : ",")
    guard let open = text[trimmed.start..<trimmed.end].lastIndex(of: opening),
      let name = TextLines.trimmed(text, open + 1, closed ? trimmed.end - 1 : trimmed.end),
      let agency = AgencyNames.shipped.agency(
        String(decoding: text[name.start..<name.end], as: UTF8.self))
    else { return nil }
    return (TextLines.trimmed(text, head.start, open)?.end ?? head.start, agency)
  }

  /// The place at the beginning of the head: capitalised words, up to a month or a figure.
  private static func place(_ head: Span, in text: [UInt8]) -> Span? {
    var end = head.start
    var at = head.start
    while at < head.end {
      while at < head.end, isSpace(text[at]) { at += 1 }
      let from = at
      while at < head.end, !isSpace(text[at]) { at += 1 }
      guard from < at else { break }
      let word = String(
        decoding: text[from..<at].filter { isLetter($0) || $0 >= 0x80 }, as: UTF8.self)
      if isDigit(text[from]) || (end > head.start && MonthNames.shipped.month(word) != nil) {
        break
      }
      guard isUpper(text[from]) || text[from] >= 0x80 || particles.contains(word) else {
        return nil
      }
      end = at
    }
    while end > head.start, text[end - 1] == UInt8(ascii: ",") { end -= 1 }
    return end > head.start && end - head.start <= 60 ? Span(head.start, end) : nil
  }

  private static let particles: Set<String> = ["al", "el", "de", "the", "of", "and", "near", "in"]

  /// Whether the first word is in capitals, as places in datelines are.
  private static func isShouted(_ place: Span, in text: [UInt8]) -> Bool {
    let word = text[place.start..<place.end].prefix { $0 != 0x20 && $0 != UInt8(ascii: ",") }
    return word.count { isUpper($0) } >= 3 && !word.contains(where: isLower)
  }
}
