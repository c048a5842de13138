/// The persons of whom some report states a public office.
public struct PublicPersons: Sendable {
  private let rules: DisclosureRules
  /// Full names by the keys of their words, and by their last word how many there are.
  private var names: Set<String> = []
  private var lastWords: [String: Int] = [:]

  /// Makes an empty register.
  public init(_ rules: DisclosureRules) { self.rules = rules }

  /// Enters a person whom a report describes so; descriptions that are of no public office change nothing.
  public mutating func add(_ name: String, described role: String) {
    guard rules.offices.isOffice(role) else { return }
    add(keys(of: name))
  }

  /// Whether a name is that of a person of whom a report states a public office.
  public func contains(_ name: String) -> Bool { contains(keys(of: name)) }

  private func keys(of name: String) -> [String] {
    let text = NamedText(name)
    return (0..<text.count).filter { index in
      let kind = rules.nameWords.of(text.words[index])
      return (kind == nil || kind == .given) && text.words[index].utf8.count > 1
        && !rules.offices.isTitle(text.words[index])
    }.map { text.keys[$0] }
  }

  mutating func add(_ keys: [String]) {
    guard let last = keys.last, names.insert(keys.joined(separator: " ")).inserted else { return }
    if keys.count > 1 { lastWords[last, default: 0] += 1 }
  }

  /// Whether a name is that of a known person: the whole of it, or a last word that one person alone has.
  func contains(_ keys: [String]) -> Bool {
    if names.contains(keys.joined(separator: " ")) { return true }
    return keys.count == 1 && lastWords[keys[0]] == 1
  }
}
