import PatchworkText

/// What JSON-LD scripts of a page say of its article.
struct LinkedData {
  private(set) var headline = ""
  private(set) var published = ""
  private(set) var modified = ""
  private(set) var authors: [String] = []
  private(set) var publisher = ""
  private(set) var language = ""
  private(set) var url = ""
  private(set) var body = ""
  /// Whether the page says that it holds an article.
  private(set) var isArticle = false
  /// Whether the page says that it is a list of other pages.
  private(set) var isCollection = false
  /// Whether the page says that it is a live blog.
  private(set) var isLive = false
  /// The entries of a live blog: headline, day and body.
  private(set) var updates: [(headline: String, published: String, body: String)] = []

  /// Types of article, most telling first, after schema.org.
  private static let types = [
    "newsarticle", "reportagenewsarticle", "analysisnewsarticle", "opinionnewsarticle",
    "backgroundnewsarticle", "reviewnewsarticle", "liveblogposting", "article", "blogposting",
    "socialmediaposting", "report", "scholarlyarticle", "webpage", "itempage",
  ]
  private static let pages: Set<String> = ["webpage", "itempage"]
  private static let collections: Set<String> = [
    "collectionpage", "searchresultspage", "itemlist", "profilepage",
  ]
  /// Entries of a live blog that are taken at most.
  private static let mostUpdates = 2000

  init(_ scripts: [ArraySlice<UInt8>]) {
    var things: [(rank: Int, thing: JSONValue)] = []
    var named: Set<String> = []
    for script in scripts {
      guard let value = Self.parse(script) else { continue }
      Self.gather(value, depth: 0, into: &things, &named)
    }
    isArticle = !named.isDisjoint(with: Set(Self.types).subtracting(Self.pages))
    isCollection = !named.isDisjoint(with: Self.collections)
    isLive = named.contains("liveblogposting")
    for (_, thing) in things.sorted(by: { $0.rank < $1.rank }) { take(thing) }
  }

  private mutating func take(_ thing: JSONValue) {
    if headline.isEmpty { headline = Self.text(thing["headline"]) }
    if published.isEmpty { published = Self.text(thing["datePublished"]) }
    if modified.isEmpty { modified = Self.text(thing["dateModified"]) }
    if authors.isEmpty { authors = Self.names(thing["author"]) }
    if publisher.isEmpty { publisher = Self.names(thing["publisher"]).first ?? "" }
    if language.isEmpty { language = Self.text(thing["inLanguage"]) }
    if url.isEmpty { url = Self.text(thing["url"]) }
    if body.isEmpty { body = Self.text(thing["articleBody"]) }
    guard updates.isEmpty, case .array(let items)? = thing["liveBlogUpdate"] else { return }
    updates = items.prefix(Self.mostUpdates).map {
      (
        Self.text($0["headline"]), Self.text($0["datePublished"]), Self.text($0["articleBody"])
      )
    }
  }

  private static func parse(_ script: ArraySlice<UInt8>) -> JSONValue? {
    let opening = script.firstIndex { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }
    let closing = script.lastIndex { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "]") }
    guard let opening, let closing, opening < closing else { return nil }
    return script[opening...closing].withUnsafeBufferPointer { buffer in
      do throws(JSONError) { return try JSONParser.parse(buffer, lenient: true) } catch {
        return nil
      }
    }
  }

  private static func gather(
    _ value: JSONValue, depth: Int, into things: inout [(rank: Int, thing: JSONValue)],
    _ names: inout Set<String>
  ) {
    guard depth < 8 else { return }
    switch value {
    case .array(let items):
      for item in items { gather(item, depth: depth + 1, into: &things, &names) }
    case .object(let fields):
      let named = types(of: value["@type"])
      names.formUnion(named)
      if let rank = named.compactMap({ types.firstIndex(of: $0) }).min() {
        things.append((rank, value))
      }
      for field in fields where ["@graph", "mainEntity", "mainEntityOfPage"].contains(field.key) {
        gather(field.value, depth: depth + 1, into: &things, &names)
      }
    default: break
    }
  }

  private static func types(of value: JSONValue?) -> [String] {
    switch value {
    case .string(let name)?: [name.lowercased()]
    case .array(let items)?: items.compactMap { $0.string?.lowercased() }
    default: []
    }
  }

  private static func text(_ value: JSONValue?) -> String {
    switch value {
    case .string(let text)?: return text
    case .array(let items)?: return text(items.first)
    default: return ""
    }
  }

  private static func names(_ value: JSONValue?) -> [String] {
    switch value {
    case .string(let name)?: return [name]
    case .array(let items)?: return items.flatMap { names($0) }
    case .object?: return value?["name"].map { names($0) } ?? []
    default: return []
    }
  }
}
