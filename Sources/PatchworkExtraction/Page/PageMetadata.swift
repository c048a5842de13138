/// What a page says about itself in its head and in linked data.
struct PageMetadata {
  /// Contents of meta elements by lower-case name, property or itemprop, the first of each.
  private(set) var metas: [String: String] = [:]
  /// The linked data of articles.
  private(set) var linked: LinkedData
  /// Text of the title element.
  private(set) var titleElement = ""
  /// Canonical address.
  private(set) var canonical = ""
  /// Declared language.
  private(set) var language = ""

  init(_ page: PageArena) {
    var scripts: [ArraySlice<UInt8>] = []
    var metas: [String: String] = [:]
    for (index, node) in page.nodes.enumerated() {
      switch node.tag {
      case .meta:
        guard let content = page.value(.content, of: index), !content.isEmpty else { continue }
        for name in [AttributeName.property, .name, .itemprop, .httpEquiv] {
          guard let key = page.value(name, of: index)?.lowercased() else { continue }
          if metas[key] == nil { metas[key] = content }
        }
      case .title where titleElement.isEmpty: titleElement = page.words(in: index)
      case .html where language.isEmpty: language = page.value(.lang, of: index) ?? ""
      case .link where canonical.isEmpty:
        if page.value(.rel, of: index)?.lowercased() == "canonical" {
          canonical = page.value(.href, of: index) ?? ""
        }
      case .script:
        for text in page.inside(index) where page.nodes[text].tag == .text {
          scripts.append(page.textBytes(text))
        }
      default: break
      }
    }
    self.metas = metas
    linked = LinkedData(scripts)
  }

  /// The first of some metas that is there.
  func first(of names: [String]) -> (name: String, content: String)? {
    for name in names { if let content = metas[name] { return (name, content) } }
    return nil
  }
}
