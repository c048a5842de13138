import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// The persons a report names: each with its fullest name, the offices said of it, and its mentions.
struct PersonRegister: Sendable {
  /// A person with everything the report calls it.
  struct Person: Sendable {
    /// The longest form of the name.
    var name: String
    /// The office or description, empty when none was read.
    var role: String
    /// The tokens that name the person, in order.
    var mentions: [Range<Int>]
    /// Whether a title or a pronoun told a woman ("Ms", "she") or a man.
    var isWoman: Bool?
  }

  private(set) var persons: [Person] = []
  private var bySurname: [String: Int] = [:]
  private var byFirstName: [String: Int] = [:]
  private var byToken: [Int: Int] = [:]

  init(_ document: ReportParse, lexicon: SpeakerLexicon) {
    let tree = document.tree
    for entity in tree.parse.entities where entity.label == .person {
      add(Self.cut(entity.tokens, tree), tree)
    }
    for token in 0..<tree.count where byToken[token] == nil {
      if let name = Self.titled(token, tree, lexicon) ?? Self.described(token, document, lexicon) {
        add(name, tree)
      }
    }
    // A surname alone that the entity recogniser missed or called something else.
    for token in 0..<tree.count where byToken[token] == nil && Self.isCapitalised(token, tree) {
      // At a sentence's start any word has a capital.
      guard tree[token].pos == .propn || tree[token].dep == .nsubj else { continue }
      if let person = bySurname[tree.lower(token)], isAlone(token, tree) {
        persons[person].mentions.append(token..<token + 1)
        byToken[token] = person
      }
    }
    for index in persons.indices {
      if persons[index].isWoman == nil {
        persons[index].isWoman =
          persons[index].mentions.lazy.compactMap {
            $0.count > 1 ? lexicon.isWoman(tree.lower($0.lowerBound)) : nil
          }.first
      }
      persons[index].mentions.sort { $0.lowerBound < $1.lowerBound }
      for mention in persons[index].mentions where persons[index].role.isEmpty {
        persons[index].role = Self.role(of: mention, tree)
      }
    }
  }

  /// The person that a token belongs to, or nil.
  func person(at token: Int) -> Int? { byToken[token] }

  /// Records that a person was called by a pronoun.
  mutating func note(_ person: Int, isWoman: Bool) { persons[person].isWoman = isWoman }

  /// Records the office by which a person was called for the first time.
  mutating func note(_ name: String, office: String) {
    guard let person = persons.firstIndex(where: { $0.name == name && $0.role.isEmpty }) else {
      return
    }
    persons[person].role = office
  }

  private mutating func add(_ tokens: Range<Int>, _ tree: ParseTree) {
    guard let last = tokens.last else { return }
    let surname = tree.lower(last)
    guard surname.utf8.count > 1 else { return }
    let name = tree.text(tokens)
    // Some names begin with the surname ("Mr Wen" after "Wen Jiabao"), and some persons go by the first name.
    let alias = tokens.count == 1 ? byFirstName[surname] : nil
    let known = (bySurname[surname] ?? alias).flatMap { index -> Int? in
      // Two full names with one surname and different first names are two persons.
      let other = persons[index]
      let firstMention = other.mentions[0]
      let bothFull = tokens.count > 1 && other.name.contains(" ")
      if bothFull && tree.lower(tokens.lowerBound) != tree.lower(firstMention.lowerBound)
        && !other.name.lowercased().hasPrefix(tree.lower(tokens.lowerBound))
      {
        return nil
      }
      return index
    }
    let index: Int
    if let known {
      index = known
      if name.utf8.count > persons[index].name.utf8.count { persons[index].name = name }
      persons[index].mentions.append(tokens)
    } else {
      index = persons.count
      persons.append(Person(name: name, role: "", mentions: [tokens], isWoman: nil))
      bySurname[surname] = index
      if tokens.count > 1 { byFirstName[tree.lower(tokens.lowerBound)] = index }
    }
    let before = tokens.lowerBound - 1
    if before >= 0 {
      if tree.isWord(before, "mr") || tree.isWord(before, "mr.") || tree.isWord(before, "sir") {
        persons[index].isWoman = false
      } else if tree.isWord(before, "ms") || tree.isWord(before, "mrs")
        || tree.isWord(before, "ms.") || tree.isWord(before, "mrs.")
      {
        persons[index].isWoman = true
      }
    }
    for token in tokens { byToken[token] = index }
  }

  /// A name that an office introduces ("inquiry chairman Paulo Pinheiro") and the recogniser missed.
  private static func titled(
    _ token: Int, _ tree: ParseTree, _ lexicon: SpeakerLexicon
  ) -> Range<Int>? {
    func noun(_ index: Int) -> SourceKind? {
      lexicon.kind(ofNoun: tree.lower(index), isPlural: false)
    }
    guard tree[token].tag == .nnp, noun(token) == nil, lexicon.known(tree.word(token)) == nil,
      token + 1 >= tree.count || tree[token + 1].pos != .propn
    else { return nil }
    var first = token
    while first > 0, token - first < 3, tree[first - 1].tag == .nnp, noun(first - 1) == nil {
      first -= 1
    }
    // The office may reach over a preposition: "High Commissioner for Human Rights Navi Pillay".
    let nearest = tree.sentences[tree.sentenceOfToken[token]].lowerBound
    var at = first
    while at > nearest, first - at < 6 {
      at -= 1
      switch tree[at].pos {
      case .propn, .noun, .adj, .adp:
        if noun(at) == .role, tree[at].pos != .adp { return first..<token + 1 }
      default: return nil
      }
    }
    return nil
  }

  /// A name of two or three words that an office stands behind ("Samantha Power, the US ambassador") and that the recogniser
  /// took for something else than a place.
  private static func described(
    _ token: Int, _ document: ReportParse, _ lexicon: SpeakerLexicon
  ) -> Range<Int>? {
    let tree = document.tree
    func noun(_ index: Int) -> SourceKind? {
      lexicon.kind(ofNoun: tree.lower(index), isPlural: false)
    }
    guard tree[token].tag == .nnp, let office = tree.child(token, .appos), office > token + 1,
      noun(office) == .role, !tree.isWord(office, "member"), tree.isWord(token + 1, ",")
    else { return nil }
    var first = token
    while first > 0, tree[first - 1].tag == .nnp { first -= 1 }
    let name = first..<token + 1
    let isPlaced = tree.parse.entities.contains {
      $0.tokens.overlaps(name) && [.gpe, .loc, .fac, .norp].contains($0.label)
    }
    guard (2...3).contains(name.count), !isPlaced, name.allSatisfy({ noun($0) == nil }),
      lexicon.known(tree.text(name)) == nil, first == 0 || tree[first - 1].pos != .det
    else { return nil }
    return name
  }

  /// A name without a possessive mark at its end or a title at its start.
  private static func cut(_ tokens: Range<Int>, _ tree: ParseTree) -> Range<Int> {
    var low = tokens.lowerBound
    var high = tokens.upperBound
    while high > low, tree[high - 1].tag == .pos || tree[high - 1].pos == .punct { high -= 1 }
    while low + 1 < high,
      tree.isWord(low, "mr") || tree.isWord(low, "ms") || tree.isWord(low, "mrs")
        || tree.isWord(low, "mr.") || tree.isWord(low, "president")
    { low += 1 }
    return low..<high
  }

  private static func isCapitalised(_ token: Int, _ tree: ParseTree) -> Bool {
    let first = tree.bytes[tree[token].span.start]
    return first >= 65 && first <= 90 || first >= 0xC3
  }

  private func isAlone(_ token: Int, _ tree: ParseTree) -> Bool {
    token + 1 >= tree.count || tree[token + 1].pos != .propn
  }

  /// The office that a mention states: words before the name, an apposition, or the noun it stands by.
  private static func role(of mention: Range<Int>, _ tree: ParseTree) -> String {
    guard let head = tree.head(of: mention) else { return "" }
    let left = tree.subtree(head).lowerBound
    if left < mention.lowerBound {
      var start = left
      while start < mention.lowerBound,
        tree[start].pos == .det || tree[start].pos == .punct || tree[start].pos == .cconj
      { start += 1 }
      let words = start..<mention.lowerBound
      let isTitle = words.count == 1 && tree.word(start).utf8.count <= 4
      if !words.isEmpty && !isTitle
        && words.contains(where: { tree[$0].pos == .noun || tree[$0].pos == .propn })
      {
        return tree.text(words)
      }
    }
    if let described = tree.child(head, .appos),
      tree[described].pos == .noun || tree[described].pos == .propn
    {
      return tree.text(Clauses(tree: tree).nounPhrase(described))
    }
    if tree[head].dep == .appos, let noun = tree.head(head), noun < head {
      return tree.text(tree.subtree(noun).lowerBound..<noun + 1)
    }
    return ""
  }
}
