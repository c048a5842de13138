/// XML as feeds have it, read with patience: what is not well formed is passed over, what was left open ends with the text.
///
/// Nothing is fetched and nothing defined in the text is expanded, so that time and memory grow with the text alone.
struct MarkupTree {
  /// An element.
  struct Element {
    /// The name; elements of namespaces known to feeds have the usual prefix, those of feeds themselves none.
    var name: String
    /// Attributes in order, names as they are for elements.
    var attributes: [(name: String, value: String)]
    /// The element around it, -1 for none.
    var parent: Int
    /// The elements right inside.
    var children: [Int] = []
    /// The bytes between its tags.
    var inner: Range<Int>
    /// The bytes with its tags.
    var outer: Range<Int>
    /// The text right inside, references resolved, CDATA as it stands.
    var text: [UInt8] = []
    /// Whether text was written as CDATA.
    var isLiteral = false
    /// Prefixes declared by the element itself.
    var prefixes: [(prefix: String, uri: String)] = []
  }

  /// Levels of elements that are told apart; deeper ones are left out, their text counts for the deepest.
  private static let depth = 64

  private(set) var elements: [Element] = []
  private let bytes: [UInt8]

  /// Reads UTF-8; stops at the limit of elements.
  init(_ bytes: [UInt8], limit: Int) {
    self.bytes = bytes
    var scan = MarkupScan(bytes)
    var open: [Int] = []
    // Open elements that have no node of their own, for being too deep.
    var unkept = 0
    scanning: while let token = scan.next() {
      switch token {
      case .text(let range):
        if let last = open.last { Entities.resolve(bytes[range], into: &elements[last].text) }
      case .literal(let range):
        guard let last = open.last else { continue }
        elements[last].text.append(contentsOf: bytes[range])
        elements[last].isLiteral = true
      case .start(let name, let attributes, let isEmpty, let range):
        if open.count >= Self.depth {
          if !isEmpty { unkept += 1 }
          continue
        }
        guard elements.count < limit else { break scanning }
        add(name, attributes, range, to: open)
        if !isEmpty { open.append(elements.count - 1) }
      case .end(let name, let tag):
        if unkept > 0 {
          unkept -= 1
          continue
        }
        let written = Self.local(name)
        guard let at = open.lastIndex(where: { Self.local(elements[$0].name) == written }) else {
          continue
        }
        for index in open[at...] { close(index, at: tag.lowerBound) }
        elements[open[at]].outer = elements[open[at]].outer.lowerBound..<tag.upperBound
        open.removeSubrange(at...)
      }
    }
    finish(open)
  }

  /// The bytes between an element's tags as they are written.
  func markup(_ element: Int) -> ArraySlice<UInt8> { bytes[elements[element].inner] }

  /// An element as it is written, with the prefixes, language and base that it has from those around it in its start tag.
  func standalone(_ element: Int) -> [UInt8] {
    let written = bytes[elements[element].outer]
    let tagEnd = elements[element].inner.lowerBound
    let nameEnd =
      written[..<max(tagEnd, written.startIndex)].firstIndex {
        isSpace($0) || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ">")
      } ?? written.startIndex
    var seen = Set(elements[element].prefixes.map(\.prefix))
    var added = ""
    var around = elements[element].parent
    while around >= 0 {
      for declared in elements[around].prefixes where seen.insert(declared.prefix).inserted {
        let name = declared.prefix.isEmpty ? "xmlns" : "xmlns:\(declared.prefix)"
        added += " \(name)=\"\(Entities.escaped(declared.uri))\""
      }
      around = elements[around].parent
    }
    for name in ["xml:lang", "xml:base"] where attribute(element, name) == nil {
      guard let value = inherited(element, name) else { continue }
      added += " \(name)=\"\(Entities.escaped(value))\""
    }
    return written[..<nameEnd] + Array(added.utf8) + written[nameEnd...]
  }

  /// The children of an element with a name.
  func children(_ element: Int, _ name: String) -> [Int] {
    elements[element].children.filter { elements[$0].name == name }
  }

  /// An attribute of an element.
  func attribute(_ element: Int, _ name: String) -> String? {
    elements[element].attributes.first { $0.name == name }?.value
  }

  /// The text right inside an element, without white space at its ends.
  func text(_ element: Int) -> String {
    String(decoding: elements[element].text, as: UTF8.self).trimmed
  }

  /// The nearest value of an attribute on an element or around it.
  func inherited(_ element: Int, _ name: String) -> String? {
    var at = element
    while at >= 0 {
      if let value = attribute(at, name) { return value }
      at = elements[at].parent
    }
    return nil
  }

  private mutating func finish(_ open: [Int]) {
    for index in open { close(index, at: bytes.count) }
  }

  private mutating func close(_ index: Int, at end: Int) {
    let start = elements[index].inner.lowerBound
    elements[index].inner = start..<max(start, end)
    elements[index].outer = elements[index].outer.lowerBound..<max(start, end)
  }

  private mutating func add(
    _ name: String, _ attributes: [(name: String, value: String)], _ tag: Range<Int>, to open: [Int]
  ) {
    var element = Element(
      name: "", attributes: [], parent: open.last ?? -1, inner: tag.upperBound..<tag.upperBound,
      outer: tag)
    for attribute in attributes {
      if attribute.name == "xmlns" { element.prefixes.append(("", attribute.value)) }
      if attribute.name.hasPrefix("xmlns:") {
        element.prefixes.append((String(attribute.name.dropFirst(6)), attribute.value))
      }
    }
    element.name = canonical(name, element)
    element.attributes = attributes.map { (canonicalAttribute($0.name, element), $0.value) }
    if let parent = open.last { elements[parent].children.append(elements.count) }
    elements.append(element)
  }

  private func canonicalAttribute(_ name: String, _ element: Element) -> String {
    name.contains(":") && !name.hasPrefix("xml") ? canonical(name, element) : name
  }

  private func canonical(_ name: String, _ element: Element) -> String {
    let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
    let local = (parts.last ?? name)
    let prefix = parts.count == 2 ? parts[0] : ""
    guard let uri = uri(of: prefix, element) else {
      return FeedNamespaces.ofFeeds.contains(prefix) ? local : name
    }
    let usual = FeedNamespaces.prefix(of: uri) ?? (prefix.isEmpty ? "" : "?")
    return usual.isEmpty ? local : "\(usual):\(local)"
  }

  private func uri(of prefix: String, _ element: Element) -> String? {
    var current = element
    while true {
      if let found = current.prefixes.first(where: { $0.prefix == prefix }) { return found.uri }
      guard current.parent >= 0 else { return nil }
      current = elements[current.parent]
    }
  }

  private static func local(_ name: String) -> Substring {
    name.split(separator: ":").last ?? name[...]
  }
}

/// The namespaces whose elements feeds use.
enum FeedNamespaces {
  /// Prefixes of feeds' own elements where no namespace is declared for them.
  static let ofFeeds: Set<String> = ["", "atom", "rss"]

  private static let known: [(uri: String, prefix: String)] = [
    ("http://www.w3.org/2005/atom", ""), ("http://purl.org/atom/ns#", ""),
    ("http://purl.org/rss/1.0/modules/content/", "content"), ("http://purl.org/rss/", ""),
    ("http://my.netscape.com/rdf/", ""), ("http://channel.netscape.com/rdf/", ""),
    ("http://backend.userland.com/", ""), ("http://blogs.law.harvard.edu/tech/rss", ""),
    ("http://www.sitemaps.org/schemas/sitemap/", ""),
    ("http://www.google.com/schemas/sitemap-news/", "news"),
    ("http://www.google.com/schemas/sitemap/", ""),
    ("http://purl.org/dc/elements/", "dc"), ("http://purl.org/dc/terms/", "dcterms"),
    ("http://www.w3.org/1999/xhtml", "xhtml"), ("http://search.yahoo.com/mrss", "media"),
    ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"),
    ("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
    ("http://rssnamespace.org/feedburner/", "feedburner"),
  ]

  /// The usual prefix of a namespace, empty for feeds' own.
  static func prefix(of uri: String) -> String? {
    let uri = uri.lowercased()
    return known.first { uri.hasPrefix($0.uri) }?.prefix
  }
}
