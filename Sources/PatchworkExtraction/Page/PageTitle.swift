/// The title of a page, cleaned of the outlet's name.
enum PageTitle {
  /// The title that most sources of one agree on, or the most trustworthy.
  static func title(_ page: PageArena, _ metadata: PageMetadata, outlet: String) -> String {
    let heading = headings(page, .h1).filter { outlet.isEmpty || fold($0) != fold(outlet) }
    let linked = cleaned(metadata.linked.headline.trimmed, outlet: outlet)
    let others = [
      metadata.metas["og:title"], metadata.metas["twitter:title"], metadata.titleElement,
    ].map { cleaned(($0 ?? "").trimmed, outlet: outlet) }
    let candidates = [others[0], linked, others[1], others[2]].filter { !$0.isEmpty }
    for candidate in candidates {
      if let same = heading.first(where: { fold($0) == fold(candidate) }) { return same }
    }
    // Linked data with another source beside it outvotes a heading that stands alone.
    if !linked.isEmpty, others.contains(where: { fold($0) == fold(linked) }) { return linked }
    if heading.count == 1, let only = heading.first, only.utf8.count > 15 { return only }
    if candidates == [others[2]], let part = headingPart(of: metadata.titleElement, page) {
      return part
    }
    return candidates.first ?? heading.first ?? ""
  }

  /// The longest heading that is a part of the title element between its marks; the site's name is the shorter.
  private static func headingPart(of title: String, _ page: PageArena) -> String? {
    let parts = marks.reduce([title]) { parts, mark in
      parts.flatMap { $0.split(separator: mark).map(String.init) }
    }
    guard parts.count > 1 else { return nil }
    let folded = Set(parts.map(fold).filter { $0.count >= 8 })
    return (headings(page, .h1) + headings(page, .h2)).filter { folded.contains(fold($0)) }
      .max { $0.count < $1.count }
  }

  private static func headings(_ page: PageArena, _ tag: Tag) -> [String] {
    page.nodes.indices.filter { page.nodes[$0].tag == tag }.prefix(8)
      .map { HeadingText.words(of: $0, page) }.filter { !$0.isEmpty }
  }

  private static let marks = [" | ", " - ", " – ", " — ", " :: ", " » ", " • "]

  /// Takes the outlet's name off the end or the beginning.
  static func cleaned(_ title: String, outlet: String) -> String {
    let bytes = Array(title.utf8)
    for mark in marks {
      guard let range = lastRange(of: Array(mark.utf8), in: bytes) else { continue }
      let head = String(decoding: bytes[..<range.lowerBound], as: UTF8.self)
      let tail = String(decoding: bytes[range.upperBound...], as: UTF8.self)
      if !outlet.isEmpty, isName(tail, of: outlet) { return cleaned(head, outlet: outlet) }
      if !outlet.isEmpty, isName(head, of: outlet) { return tail }
      if mark == " | ", tail.split(separator: " ").count <= 4, head.utf8.count > tail.utf8.count {
        return cleaned(head, outlet: outlet)
      }
    }
    return title
  }

  private static func lastRange(of mark: [UInt8], in title: [UInt8]) -> Range<Int>? {
    var at = title.count - mark.count
    while at >= 0 {
      if title[at] == mark[0], title[at...].starts(with: mark) { return at..<at + mark.count }
      at -= 1
    }
    return nil
  }

  private static func isName(_ part: String, of outlet: String) -> Bool {
    let (a, b) = (fold(part), fold(outlet))
    return !a.isEmpty && (a == b || (a.count >= 3 && (b.hasPrefix(a) || a.hasPrefix(b))))
  }

  private static func fold(_ text: String) -> String {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
      return text.lowercased().filter { $0.isLetter || $0.isNumber }
    }
    let kept = text.utf8.lazy.filter { isLetter($0) || isDigit($0) }.map(asciiLower)
    return String(decoding: Array(kept), as: UTF8.self)
  }
}
