import PatchworkRecord

/// The entries of a live blog that a page shows.
///
/// Publishing systems either put each entry into an element of its own, side by side, or let the entries follow one
/// another with a time between or before them; the layout that gives more entries is the page's.
struct LiveEntries {
  private struct Found {
    var stamp: EntryStamp
    var stated: String?
    var title = ""
    var text: [String] = []
  }

  private let article: PageArticle
  private let published: SourcedDate?
  private let modified: SourcedDate?

  init(_ article: PageArticle, published: SourcedDate?, modified: SourcedDate?) {
    self.article = article
    self.published = published
    self.modified = modified
  }

  /// The entries in the order of the page.
  func entries() -> [Imprint.Entry] {
    let (side, run) = (sideBySide(), inARow())
    let holdsMore = Self.bytes(run) > Self.bytes(side)
    let found = run.count > side.count || (run.count == side.count && holdsMore) ? run : side
    let dates = EntryDays(published: published, modified: modified)
      .dates(of: found.map(\.stamp), stated: found.map(\.stated))
    return zip(found, dates).map { entry, date in
      Imprint.Entry(
        published: date, title: entry.title, text: entry.text.joined(separator: "\n\n"))
    }
  }

  private static func bytes(_ found: [Found]) -> Int {
    found.reduce(0) { $0 + $1.text.reduce(0) { $0 + $1.utf8.count } }
  }

  /// Elements side by side, each with a time and paragraphs of its own.
  private func sideBySide() -> [Found] {
    let page = article.page
    let blocks = article.blocks.blocks
    var stamps: [(node: Int, stamp: EntryStamp)] = page.nodes.indices.compactMap { node in
      EntryStamp(element: node, of: page).map { (node, $0) }
    }
    if stamps.count < LiveBlog.fewest {
      stamps = blocks.indices.compactMap { index in
        let line = words(index)
        let stamp = EntryStamp(line: line) ?? EntryStamp.leading(line)?.stamp
        return stamp.map { (blocks[index].node, $0) }
      }
    }
    guard stamps.count >= LiveBlog.fewest, let list = list(stamps.map(\.node)) else { return [] }
    var found: [Found] = []
    var stated: String?
    var child = list + 1
    while child < Int(page.nodes[list].end) {
      let inside = child..<Int(page.nodes[child].end)
      child = inside.upperBound
      for index in blocks.indices where inside.contains(blocks[index].node) {
        stated = DayHeading.day(words(index), near: published) ?? stated
      }
      let own = stamps.filter { inside.contains($0.node) }.map(\.stamp)
      guard let stamp = own.first(where: { $0.date != nil }) ?? own.first else { continue }
      let heading = blocks.indices.first {
        blocks[$0].tag.isHeading && inside.contains(blocks[$0].node) && !isMark($0)
      }
      var entry = Found(stamp: stamp, stated: stated)
      entry.title = heading.map { words($0) } ?? ""
      entry.text = article.kept.filter {
        inside.contains(blocks[$0].node) && $0 != heading && !isMark($0)
      }.map { EntryStamp.leading(words($0))?.rest ?? words($0) }
      if !entry.text.isEmpty { found.append(entry) }
    }
    return found
  }

  /// Paragraphs in a row, with a line that is a time before each entry, or a time at the head of its first paragraph.
  private func inARow() -> [Found] {
    guard let first = article.kept.first, let last = article.kept.last else { return [] }
    let blocks = article.blocks.blocks
    let kept = Set(article.kept)
    var found: [Found] = []
    var stated: String?
    for index in max(0, first - 3)...last {
      let line = words(index)
      if let day = DayHeading.day(line, near: published) {
        stated = day
      } else if let stamp = EntryStamp(line: line) {
        found.append(Found(stamp: stamp, stated: stated))
      } else if let (stamp, rest) = EntryStamp.leading(line) {
        found.append(Found(stamp: stamp, stated: stated))
        if blocks[index].tag.isHeading {
          found[found.count - 1].title = rest
        } else if kept.contains(index) {
          found[found.count - 1].text = [rest]
        }
      } else if kept.contains(index), !found.isEmpty {
        let entry = found.count - 1
        if blocks[index].tag.isHeading, found[entry].text.isEmpty, found[entry].title.isEmpty {
          found[entry].title = line
        } else {
          found[entry].text.append(line)
        }
      }
    }
    return found.filter { !$0.text.isEmpty }
  }

  /// The element with the most children that have a time and kept words of their own.
  private func list(_ times: [Int]) -> Int? {
    let page = article.page
    var hasWords = [Bool](repeating: false, count: page.nodes.count)
    for index in article.kept where !isMark(index) {
      hasWords[article.blocks.blocks[index].node] = true
    }
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
      counts[most] >= LiveBlog.fewest
    else { return nil }
    return most
  }

  /// Whether a block only says when.
  private func isMark(_ block: Int) -> Bool {
    let line = words(block)
    return EntryStamp(line: line) != nil || DayHeading.day(line, near: published) != nil
  }

  private func words(_ block: Int) -> String {
    String(decoding: article.blocks.text[article.blocks.blocks[block].range], as: UTF8.self)
  }
}
