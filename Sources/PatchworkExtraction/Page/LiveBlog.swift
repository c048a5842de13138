import PatchworkRecord

/// Splits a live blog into its dated entries.
struct LiveBlog {
  /// The entries in the order of the page, none where the page is no live blog.
  private(set) var entries: [Imprint.Entry] = []

  /// Fewest entries of a live blog.
  private static let fewest = 3

  init(_ article: PageArticle, _ metadata: PageMetadata, address: String) {
    guard metadata.linked.isLive || Self.isNamedLive(address) else { return }
    let shown = Self.shown(article)
    let linked = Self.linked(metadata)
    // Linked data often holds the newest entries alone, the page those that are open.
    let best = linked.count > shown.count ? linked : shown
    if best.count >= Self.fewest { entries = best }
  }

  /// Whether the last part of an address has "live" as a word of its own.
  private static func isNamedLive(_ address: String) -> Bool {
    let parts = address.lowercased().split(separator: "/").dropFirst(2)
    return parts.contains { part in
      part.split(whereSeparator: { "-_.".contains($0) }).contains {
        $0 == "live" || $0 == "liveblog"
      }
    }
  }

  private static func linked(_ metadata: PageMetadata) -> [Imprint.Entry] {
    metadata.linked.updates.compactMap { update in
      let text = Entities.decoded(update.body).trimmed
      guard !text.isEmpty || !update.headline.isEmpty else { return nil }
      let day = PageDate.normalised(update.published)
      return Imprint.Entry(
        published: day.map { SourcedDate(value: $0, origin: "json-ld") },
        title: Entities.decoded(update.headline).trimmed, text: text)
    }
  }

  /// The entries that the page shows: elements side by side, each with a time and paragraphs of its own.
  private static func shown(_ article: PageArticle) -> [Imprint.Entry] {
    let page = article.page
    let dates = page.nodes.indices.compactMap { index -> (node: Int, day: String)? in
      guard page.nodes[index].tag == .time, let given = page.value(.datetime, of: index),
        let day = PageDate.normalised(given)
      else { return nil }
      return (index, day)
    }
    guard dates.count >= fewest, let list = list(article, dates.map(\.node)) else { return [] }
    var found: [Imprint.Entry] = []
    var child = list + 1
    while child < Int(page.nodes[list].end) {
      let inside = child..<Int(page.nodes[child].end)
      child = inside.upperBound
      guard let date = dates.first(where: { inside.contains($0.node) }) else { continue }
      let blocks = article.kept.filter { inside.contains(article.blocks.blocks[$0].node) }
      let heading = article.blocks.blocks.indices.first {
        let block = article.blocks.blocks[$0]
        return block.tag.isHeading && inside.contains(block.node)
      }
      let title = heading.map { words($0, article) } ?? ""
      let text = blocks.filter { $0 != heading }.map { words($0, article) }
      guard !text.isEmpty else { continue }
      found.append(
        Imprint.Entry(
          published: SourcedDate(value: date.day, origin: "time"), title: title,
          text: text.joined(separator: "\n\n")))
    }
    return found
  }

  /// The element with the most children that have a time and kept words of their own.
  private static func list(_ article: PageArticle, _ times: [Int]) -> Int? {
    let page = article.page
    var hasWords = [Bool](repeating: false, count: page.nodes.count)
    for index in article.kept { hasWords[article.blocks.blocks[index].node] = true }
    var hasTime = [Bool](repeating: false, count: page.nodes.count)
    for node in times { hasTime[node] = true }
    var counts = [Int](repeating: 0, count: page.nodes.count)
    for node in page.nodes.indices.reversed() {
      let parent = Int(page.nodes[node].parent)
      guard parent >= 0 else { continue }
      if hasTime[node], hasWords[node] { counts[parent] += 1 }
      hasTime[parent] = hasTime[parent] || hasTime[node]
      hasWords[parent] = hasWords[parent] || hasWords[node]
    }
    guard let most = counts.indices.max(by: { (counts[$0], $1) < (counts[$1], $0) }),
      counts[most] >= fewest
    else { return nil }
    return most
  }

  private static func words(_ block: Int, _ article: PageArticle) -> String {
    String(decoding: article.blocks.text[article.blocks.blocks[block].range], as: UTF8.self)
  }
}
