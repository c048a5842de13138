extension Feed {
  private static let roots: Set<String> = [
    "rss", "feed", "rdf:RDF", "RDF", "urlset", "channel", "item", "entry", "url",
  ]

  /// Reads a feed in XML; nil when no element of a feed is in it.
  init?(xml bytes: [UInt8], limits: ExtractionLimits) {
    let tree = MarkupTree(bytes, limit: limits.nodes)
    guard tree.elements.contains(where: { Self.roots.contains($0.name) }) else { return nil }
    let items = tree.elements.indices.filter { index in
      switch tree.elements[index].name {
      case "item", "entry": true
      case "url": !tree.children(index, "news:news").isEmpty
      default: false
      }
    }
    let head =
      tree.elements.indices.first { ["channel", "feed"].contains(tree.elements[$0].name) } ?? 0
    let fields = FeedFields(tree, head)
    self.init(
      title: fields.line(["title", "dc:title"]),
      language: fields.line(["language", "dc:language"]), entries: [])
    if language.isEmpty { language = tree.inherited(head, "xml:lang") ?? "" }
    language = language.replacing("_", with: "-")
    entries = items.map { item in
      var entry = FeedFields(tree, item).entry
      entry.bytes = tree.standalone(item)
      return entry
    }
  }
}

/// The fields of one element of a feed, by the names that the formats give them, best first.
private struct FeedFields {
  private static let bodies = [
    "content", "content:encoded", "xhtml:body", "body", "description", "summary",
    "dc:description", "media:description", "itunes:summary",
  ]

  private let tree: MarkupTree
  private let element: Int

  init(_ tree: MarkupTree, _ element: Int) {
    self.tree = tree
    self.element = element
  }

  var entry: FeedEntry {
    if let news = tree.children(element, "news:news").first { return story(news) }
    var entry = FeedEntry()
    entry.title = line(["title", "dc:title", "media:title", "itunes:title"])
    entry.link = link
    entry.id = first(["id", "guid"]) ?? tree.attribute(element, "rdf:about") ?? ""
    if entry.link.isEmpty { entry.link = permanentLink }
    entry.published =
      first([
        "published", "pubDate", "issued", "dc:date", "dcterms:issued", "created", "dcterms:created",
      ])
      ?? ""
    entry.modified = first(["updated", "modified", "dcterms:modified", "lastmod"]) ?? ""
    entry.author = author
    entry.source =
      tree.children(element, "source").first.map { source in
        tree.children(source, "title").first.map { tree.text($0) } ?? tree.text(source)
      } ?? ""
    entry.language =
      first(["language", "dc:language"]) ?? tree.inherited(element, "xml:lang") ?? ""
    let body = longestBody
    entry.body = body.text
    entry.isMarkup = body.isMarkup
    return entry
  }

  /// A story of a news sitemap, which holds no text.
  private func story(_ news: Int) -> FeedEntry {
    let fields = FeedFields(tree, news)
    var entry = FeedEntry()
    entry.title = fields.line(["news:title"])
    entry.published = fields.first(["news:publication_date"]) ?? ""
    entry.modified = first(["lastmod"]) ?? ""
    entry.link = first(["loc"]) ?? ""
    if let publication = tree.children(news, "news:publication").first {
      let outlet = FeedFields(tree, publication)
      entry.source = outlet.line(["news:name"])
      entry.language = outlet.line(["news:language"])
    }
    return entry
  }

  /// The first of some elements that has text.
  func first(_ names: [String]) -> String? {
    for name in names {
      for child in tree.children(element, name) {
        let text = tree.text(child)
        if !text.isEmpty { return text }
      }
    }
    return nil
  }

  /// The first of some elements that has text, its markup taken off, on one line.
  func line(_ names: [String]) -> String {
    for name in names {
      for child in tree.children(element, name) {
        let (text, isMarkup) = content(child)
        let line =
          isMarkup || FragmentText.isMarkup(Array(text.utf8))
          ? FragmentText.line(text) : text.trimmed
        if !line.isEmpty { return line }
      }
    }
    return ""
  }

  private var link: String {
    let links = tree.children(element, "link")
    for rel in ["alternate", ""] {
      for link in links where (tree.attribute(link, "rel") ?? "") == rel {
        if let address = tree.attribute(link, "href") { return resolved(address, link) }
      }
    }
    for name in ["feedburner:origLink", "link"] {
      if let text = first([name]) { return resolved(text, element) }
    }
    return ""
  }

  /// A guid is an address too, unless it says that it is none.
  private var permanentLink: String {
    guard let guid = tree.children(element, "guid").first,
      tree.attribute(guid, "isPermaLink") != "false"
    else { return "" }
    let text = tree.text(guid)
    return text.hasPrefix("http://") || text.hasPrefix("https://") ? text : ""
  }

  private func resolved(_ address: String, _ from: Int) -> String {
    guard !address.contains("://"), let base = tree.inherited(from, "xml:base") else {
      return address.trimmed
    }
    return WebAddress.resolved(address.trimmed, against: base)
  }

  private var author: String {
    for name in ["author", "dc:creator", "itunes:author", "managingEditor"] {
      for child in tree.children(element, name) {
        let inside = FeedFields(tree, child)
        if let named = inside.first(["name", "email"]) { return FragmentText.line(named) }
        let text = FragmentText.line(tree.text(child))
        if !text.isEmpty { return MailAddress.name(of: text) }
      }
    }
    return ""
  }

  private var longestBody: (text: String, isMarkup: Bool) {
    var best = (text: "", isMarkup: false)
    for name in Self.bodies {
      for child in tree.children(element, name) {
        let found = content(child)
        if found.text.utf8.count > best.text.utf8.count { best = found }
      }
    }
    if best.isMarkup { return best }
    return (best.text, FragmentText.isMarkup(Array(best.text.utf8)))
  }

  /// What an element holds: text, HTML written as text, or elements of HTML.
  private func content(_ child: Int) -> (text: String, isMarkup: Bool) {
    if !tree.elements[child].children.isEmpty {
      return (String(decoding: tree.markup(child), as: UTF8.self).trimmed, true)
    }
    let type = tree.attribute(child, "type")?.lowercased() ?? ""
    if tree.attribute(child, "mode") == "base64" || (type.contains("/") && Self.isPacked(type)) {
      let text = Base64.decoded(tree.elements[child].text)
      return (String(decoding: text, as: UTF8.self).trimmed, type.contains("html"))
    }
    let isHTML = type == "html" || type == "xhtml" || type == "text/html"
    return (tree.text(child), isHTML)
  }

  private static func isPacked(_ type: String) -> Bool {
    !type.hasPrefix("text/") && !type.hasSuffix("+xml") && !type.hasSuffix("/xml")
  }
}
