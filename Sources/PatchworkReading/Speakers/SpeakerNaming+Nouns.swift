import PatchworkLanguage
import PatchworkRecord

/// Speakers that a noun names: an office, a group, a body called again.
extension SpeakerNaming {
  /// The noun of which a number or quantifier takes a part ("one of the messages", "many of them").
  func whole(_ head: Int) -> Int? {
    guard
      tree[head].pos == .num || tree[head].pos == .pron || tree[head].pos == .adj
        || tree[head].pos == .det,
      let of = tree.children(head).first(where: { tree[$0].dep == .prep && tree.isWord($0, "of") })
    else { return nil }
    return tree.child(of, .pobj)
  }

  /// A common noun: a role that a named person holds, a known group, or a kind by its noun.
  func common(
    _ head: Int, _ mention: Range<Int>, _ quote: Quote, _ rule: String
  ) -> Source {
    let lemma = tree.lemma(head)
    let isPlural = tree[head].tag == .nns || tree[head].tag == .nnps
    let isDefinite = tree.children(head).contains {
      tree[$0].dep == .det && (tree.isWord($0, "the") || tree.isWord($0, "that"))
        || tree[$0].dep == .poss
    }
    if !isPlural, isDefinite, let unnamed = unnamed(head, quote) { return unnamed }
    if !isPlural, isDefinite, let resolved = role(head, quote) ?? epithet(head, quote) {
      return resolved
    }
    var kind = lexicon.kind(ofNoun: lemma, isPlural: isPlural)
    // "the Interfax news agency"
    if kind == nil || kind == .organisation,
      mention.contains(where: { lexicon.known(tree.word($0))?.kind == .medium })
    {
      kind = .medium
    }
    if kind == nil, entityOfToken[head] == .org { kind = .organisation }
    let isShort = mention.count <= 2
    if isDefinite, isShort, let known = byNoun[lemma], known.who != quote.text {
      return Source(
        kind: known.kind, who: known.who, role: known.role, mention: quote, rule: "coref:noun")
    }
    if isDefinite, isShort, !isPlural, let body = body(head, quote) { return body }
    if declinesName(head) { kind = .anonymous }
    return Source(
      kind: kind ?? (isPlural ? .collective : .organisation), who: quote.text, mention: quote,
      rule: rule)
  }

  /// The named person whose office a definite noun repeats ("the minister").
  func role(_ head: Int, _ quote: Quote) -> Source? {
    let noun = tree.lemma(head)
    let kind = lexicon.kind(ofNoun: noun, isPlural: false)
    guard kind == .role || kind == .anonymous else { return nil }
    let words = quote.text.lowercased().split(separator: " ").filter { $0 != "the" }
    let holders = register.persons.filter { person in
      guard let first = person.mentions.first, first.lowerBound < head else { return false }
      let role = person.role.lowercased()
      return role.split(separator: " ").contains { $0 == noun }
        || title(before: first) == noun
    }
    let best =
      holders.last { person in
        let role = person.role.lowercased()
        return words.allSatisfy { role.contains($0.prefix(5)) }
      } ?? (words.count == 1 ? holders.last : nil)
    guard let best else { return nil }
    return Source(
      kind: .person, who: best.name, role: best.role, mention: quote, rule: "coref:role")
  }

  /// The noun of the title that a name has before it or begins with, or nil.
  private func title(before name: Range<Int>) -> String? {
    [name.lowerBound - 1, name.lowerBound].lazy.filter { $0 >= 0 }
      .compactMap { lexicon.noun(ofTitle: tree.lower($0)) }.first
  }

  /// The unnamed speaker whom a definite noun repeats, where none with a name was called by it since
  /// ("the official" after "an official who asked not to be named").
  func unnamed(_ head: Int, _ quote: Quote) -> Source? {
    let noun = tree.lemma(head)
    let last = recent.last { speaker in
      tree.lemma(speaker.token) == noun
        || speaker.source.role.lowercased().split(separator: " ").contains { $0 == noun }
    }
    guard let last, last.source.kind == .anonymous else { return nil }
    return Source(kind: .anonymous, who: last.source.who, mention: quote, rule: "coref:noun")
  }

  /// Peoples and joined names speak together ("the Kurds", "Germany, France and Britain").
  func several(_ head: Int, _ quote: Quote, _ rule: String) -> Source? {
    guard tree[head].pos == .propn else { return nil }
    let isJoined = tree.children(head).contains {
      tree[$0].dep == .conj && tree[$0].pos == .propn && register.person(at: $0) == nil
    }
    var noun = tree.lower(head)
    if noun.hasSuffix("s") { noun.removeLast() }
    let kind = lexicon.kind(ofNoun: noun, isPlural: true)
    let isPeople =
      tree[head].tag == .nnps && (entityOfToken[head] == .norp || kind == .collective)
    guard isJoined && register.person(at: head) == nil || isPeople else { return nil }
    return Source(kind: .collective, who: quote.text, mention: quote, rule: rule)
  }

  /// The person who spoke just before and of whom no office was said, called by one now ("the Turkish president").
  func epithet(_ head: Int, _ quote: Quote) -> Source? {
    guard lexicon.kind(ofNoun: tree.lemma(head), isPlural: false) == .role else { return nil }
    func hasNoOffice(_ speaker: (source: Source, token: Int)) -> Bool {
      speaker.source.kind == .person && speaker.source.role.isEmpty
    }
    var name: String?
    if let last = recent.last, hasNoOffice(last),
      tree.sentenceOfToken[head] - tree.sentenceOfToken[last.token] <= 2
    {
      name = last.source.who
    } else {
      // Or the only one of them who spoke more than once.
      let speakers = recent.filter(hasNoOffice).map(\.source.who)
      if speakers.count > 1, Set(speakers).count == 1 { name = speakers.first }
    }
    return name.map {
      Source(kind: .person, who: $0, role: quote.text, mention: quote, rule: "coref:epithet")
    }
  }

  /// The body that spoke before and is now called by a noun that fits any ("the group", "the agency").
  func body(_ head: Int, _ quote: Quote) -> Source? {
    guard lexicon.isGeneric(tree.lemma(head)) else { return nil }
    let last = recent.last { speaker in
      speaker.source.kind == .organisation && tree[speaker.token].pos == .propn
        && tree.sentenceOfToken[head] - tree.sentenceOfToken[speaker.token] <= 6
    }
    return last.map {
      Source(
        kind: $0.source.kind, who: $0.source.who, role: $0.source.role, mention: quote,
        rule: "coref:noun")
    }
  }

  /// Whether the one who speaks asked not to be named.
  func declinesName(_ head: Int) -> Bool {
    let range = tree.subtree(head)
    return range.contains { token in
      tree.isWord(token, "anonymity") || tree.isWord(token, "named") && token > head
        || tree.isWord(token, "unnamed") || tree.isWord(token, "anonymous")
    }
  }
}
