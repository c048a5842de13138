/// The authors that a page names.
enum PageByline {
  /// Names, divided by commas; empty when the page names none.
  static func byline(_ page: PageArena, _ metadata: PageMetadata) -> String {
    let linked = metadata.linked.authors.map(\.trimmed).filter(isName)
    if !linked.isEmpty { return joined(linked) }
    let names = [
      "author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author",
    ]
    for name in names {
      if let written = metadata.metas[name]?.trimmed, isName(written) { return withoutBy(written) }
    }
    return inPage(page)
  }

  private static func inPage(_ page: PageArena) -> String {
    var found: [String] = []
    for index in page.nodes.indices where page.nodes[index].tag != .text {
      let rel = page.value(.rel, of: index) == "author"
      guard rel || page.value(.itemprop, of: index) == "author" else { continue }
      let name = withoutBy(page.words(in: index))
      if isName(name) { found.append(name) }
    }
    return joined(found)
  }

  private static func joined(_ names: [String]) -> String {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }.prefix(12).joined(separator: ", ")
  }

  private static func withoutBy(_ name: String) -> String {
    let words = name.split(separator: " ")
    return words.first?.lowercased() == "by" ? words.dropFirst().joined(separator: " ") : name
  }

  private static func isName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 200 && !name.contains("://")
  }
}
