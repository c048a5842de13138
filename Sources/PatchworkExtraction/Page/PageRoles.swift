/// The roles of all elements of a page.
struct PageRoles {
  private(set) var roles: [ElementRole]
  /// Elements that the reader does not see.
  private(set) var isHidden: [Bool]

  init(_ page: PageArena, words: ClassWords = .shipped) {
    roles = Array(repeating: [], count: page.nodes.count)
    isHidden = Array(repeating: false, count: page.nodes.count)
    for (index, node) in page.nodes.enumerated() where node.tag != .text {
      var role: ElementRole = []
      for at in Int(node.first)..<Int(node.first + node.count) {
        let attribute = page.attributes[at]
        let from = Int(attribute.start)
        let value = page.values[from..<from + Int(attribute.length)]
        switch attribute.name {
        case .class, .id, .role: role.formUnion(words.roles(in: value))
        case .itemprop where value.elementsEqual("articleBody".utf8): role.insert(.article)
        case .hidden: isHidden[index] = true
        case .style where Self.hides(value): isHidden[index] = true
        default: break
        }
      }
      switch node.tag {
      case .nav, .aside, .footer, .form, .menu: role.insert(.furniture)
      case .figcaption, .caption: role.insert(.caption)
      case .html, .body, .main, .article, .head: role.remove(.furniture)
      default: break
      }
      roles[index] = role
    }
    if isHidden.contains(true) { HiddenArticle.reveal(&isHidden, roles, page) }
  }

  private static func hides(_ style: ArraySlice<UInt8>) -> Bool {
    let plain = style.filter { !isSpace($0) }.map(asciiLower)
    return plain.firstOffset(of: Array("display:none".utf8)) != nil
      || plain.firstOffset(of: Array("visibility:hidden".utf8)) != nil
  }
}
