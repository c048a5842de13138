/// The title of a page, cleaned of the outlet's name.
enum PageTitle {
  /// The title that most sources of one agree on, or the most trustworthy.
  static func title(_ page: PageArena, _ metadata: PageMetadata, outlet: String) -> String {
    let heading = headings(page)
    let candidates = [
      metadata.metas["og:title"] ?? "", metadata.linked.headline,
      metadata.metas["twitter:title"] ?? "",
      metadata.titleElement,
    ].map { cleaned($0.trimmed, outlet: outlet) }.filter { !$0.isEmpty }
    for candidate in candidates {
      if let same = heading.first(where: { fold($0) == fold(candidate) }) { return same }
    }
    if heading.count == 1, let only = heading.first, only.utf8.count > 15 { return only }
    return candidates.first ?? heading.first ?? ""
  }

  private static func headings(_ page: PageArena) -> [String] {
    page.nodes.indices.filter { page.nodes[$0].tag == .h1 }.prefix(8).map { page.words(in: $0) }
      .filter { !$0.isEmpty }
  }

  /// Takes the outlet's name off the end or the beginning.
  static func cleaned(_ title: String, outlet: String) -> String {
    for mark in [" | ", " - ", " – ", " — ", " :: ", " » ", " • "] {
      guard let range = title.ranges(of: mark).last else { continue }
      let (head, tail) = (String(title[..<range.lowerBound]), String(title[range.upperBound...]))
      if !outlet.isEmpty, isName(tail, of: outlet) { return cleaned(head, outlet: outlet) }
      if !outlet.isEmpty, isName(head, of: outlet) { return tail }
      if mark == " | ", tail.split(separator: " ").count <= 4, head.utf8.count > tail.utf8.count {
        return cleaned(head, outlet: outlet)
      }
    }
    return title
  }

  private static func isName(_ part: String, of outlet: String) -> Bool {
    let (a, b) = (fold(part), fold(outlet))
    return !a.isEmpty && (a == b || (a.count >= 3 && (b.hasPrefix(a) || a.hasPrefix(b))))
  }

  private static func fold(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
