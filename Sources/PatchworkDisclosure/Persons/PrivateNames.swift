import PatchworkText

/// The private persons of some reports, numbered in order of first mention, and where their names stand in any text.
struct PrivateNames {
  private let rules: DisclosureRules
  /// Which person a word belongs to, the first of several.
  private var persons: [String: Int] = [:]
  private(set) var count = 0
  /// Whole public names of at least two words by their first, and last words of public names.
  private var publicNames: [String: [[String]]] = [:]
  private var publicWords: Set<String> = []

  /// The private ones among the names of some reports.
  init(_ found: [FoundName], known: PublicPersons, rules: DisclosureRules) {
    self.rules = rules
    let full = found.filter { $0.keys.count > 1 }
    let isPublic = Set(
      found.filter { name in
        name.isPublic || name.keys.count > 1 && known.contains(name.keys)
      }.map(\.keys))
    for name in isPublic.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      if let last = name.last { publicWords.insert(last) }
      if name.count > 1 { publicNames[name[0], default: []].append(name) }
    }
    let hidden = full.filter { !isPublic.contains($0.keys) }
    for name in hidden {
      // "Igor Konashenkov" is public, and so is the "General Igor Konashenkov" that somebody takes for a name.
      if isPublic.contains(where: { $0.count > 1 && name.keys.suffix($0.count) == $0[...] }) {
        continue
      }
      add(name.keys)
    }
    for name in found where name.keys.count == 1 && !name.isPublic {
      let word = name.keys[0]
      if persons[word] != nil || publicWords.contains(word) || isPublic.contains(name.keys) {
        continue
      }
      if !known.contains(name.keys) { add(name.keys) }
    }
  }

  private mutating func add(_ keys: [String]) {
    let known = keys.map { persons[$0] }
    // A name that shares all words but one with an earlier one is the same person's.
    let number = known.compactMap { $0 }.first { number in
      known.count { $0 == number } >= max(1, keys.count - 1)
    }
    if number == nil { count += 1 }
    for key in keys where persons[key] == nil { persons[key] = number ?? count }
  }

  /// Whether any word of an identifier or an address is one of a private name, however it is written.
  func stand(in words: String) -> Bool {
    !persons.isEmpty && NamedText(words).keys.contains { persons[$0] != nil }
  }

  /// Where private names stand in a text, and whose they are.
  func runs(in string: String) -> [(span: Span, person: Int)] {
    persons.isEmpty ? [] : runs(in: NamedText(string))
  }

  /// The same in the words of a text.
  func runs(in text: NamedText) -> [(span: Span, person: Int)] {
    guard !persons.isEmpty else { return [] }
    let hidden = hiddenWords(text)
    var runs: [(span: Span, person: Int)] = []
    var at = 0
    while at < text.count {
      guard hidden[at], let person = persons[text.keys[at]] else {
        at += 1
        continue
      }
      var first = at
      while first > 0, text.joins(first), isParticle(text, first - 1) { first -= 1 }
      var end = at + 1
      var next = end
      while next < text.count, text.joins(next), hidden[next] || isParticle(text, next) {
        next += 1
        if hidden[next - 1] { end = next }
      }
      runs.append(
        (text.folded.spans[first].union(text.folded.spans[end - 1]), person))
      at = end
    }
    return runs
  }

  /// Articles, initials and such words fall with the name that they stand in.
  private func isParticle(_ text: NamedText, _ index: Int) -> Bool {
    rules.nameWords.of(text.words[index]) == .particle
      || text.words[index].utf8.count == 1 && text.isCased(index)
  }

  private func hiddenWords(_ text: NamedText) -> [Bool] {
    var hidden = (0..<text.count).map { index in
      guard let person = persons[text.keys[index]] else { return false }
      if text.isCased(index) { return true }
      // Small letters: two words of one name beside each other.
      return [index - 1, index + 1].contains { other in
        (0..<text.count).contains(other) && text.joins(max(index, other))
          && persons[text.keys[other]] == person && text.keys[other] != text.keys[index]
      }
    }
    for index in 0..<text.count where hidden[index] {
      if let length = publicName(at: index, text), !isLonger(hidden, index, length, text) {
        for word in index..<index + length { hidden[word] = false }
      } else if publicWords.contains(text.keys[index]),
        !(text.joins(index) && hidden[index - 1]),
        !(index + 1 < text.count && text.joins(index + 1) && hidden[index + 1])
      {
        hidden[index] = false
      }
    }
    return hidden
  }

  /// How many words the public name has that begins at a word, or nil.
  private func publicName(at index: Int, _ text: NamedText) -> Int? {
    for name in publicNames[text.keys[index]] ?? [] {
      var (at, matched) = (index, 0)
      while at < text.count, matched < name.count, at == index || text.joins(at) {
        if text.keys[at] == name[matched] {
          matched += 1
        } else if !isParticle(text, at) {
          break
        }
        at += 1
      }
      if matched == name.count { return at - index }
    }
    return nil
  }

  /// Whether a private name goes on after a public one: "Ali Mahmoud" within "Ali Mahmoud Haddad".
  private func isLonger(_ hidden: [Bool], _ index: Int, _ length: Int, _ text: NamedText) -> Bool {
    let after = index + length
    return after < text.count && text.joins(after) && hidden[after]
      || text.joins(index) && index > 0 && hidden[index - 1]
  }
}
