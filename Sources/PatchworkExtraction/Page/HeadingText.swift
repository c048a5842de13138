/// The words of a heading without the kicker, section or label that stands inside it.
enum HeadingText {
  /// The heading's own words; all of them where nothing else is left.
  static func words(of heading: Int, _ page: PageArena, roles: ClassWords = .shipped) -> String {
    var out: [UInt8] = []
    var at = heading + 1
    while at < Int(page.nodes[heading].end) {
      let node = page.nodes[at]
      if node.tag == .text {
        appendFolded(page.textBytes(at), to: &out)
      } else if isBeside(at, page, roles) {
        at = Int(node.end)
        continue
      }
      at += 1
    }
    let own = String(decoding: out, as: UTF8.self).trimmed
    return own.utf8.count > 3 ? own : page.words(in: heading)
  }

  /// Whether an element of a heading is no part of the title.
  private static func isBeside(_ node: Int, _ page: PageArena, _ words: ClassWords) -> Bool {
    if page.value(.ariaHidden, of: node) == "true" { return true }
    guard let names = page.bytes(.class, of: node) else { return false }
    let roles = words.roles(in: names)
    return roles.contains(.weak) && !roles.contains(.article)
  }
}
