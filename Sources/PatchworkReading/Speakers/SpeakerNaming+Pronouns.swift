import PatchworkLanguage
import PatchworkRecord

/// Whom a pronoun stands for.
extension SpeakerNaming {
  /// Whom a pronoun stands for: the latest speaker or subject that fits.
  mutating func pronoun(_ head: Int, _ quote: Quote, _ rule: String) -> Source? {
    let isHe = tree.isWord(head, "he") || tree.isWord(head, "his") || tree.isWord(head, "him")
    let isShe = tree.isWord(head, "she") || tree.isWord(head, "her")
    if isHe || isShe {
      let found = antecedentPerson(before: head, isWoman: isShe)
      if let unnamed = unnamedSpeaker(before: head, unless: found) {
        return Source(
          kind: unnamed.kind, who: unnamed.who, role: unnamed.role, mention: quote,
          rule: "coref:pronoun")
      }
      guard let person = found else { return unrecognised(before: head, quote) }
      register.note(person, isWoman: isShe)
      let known = register.persons[person]
      return Source(
        kind: .person, who: known.name, role: known.role, mention: quote, rule: "coref:pronoun")
    }
    let isIt = tree.isWord(head, "it") || tree.isWord(head, "its")
    let isThey = tree.isWord(head, "they") || tree.isWord(head, "their")
    guard isIt || isThey else { return nil }
    if isThey, let near = pluralBefore(head, quote) { return near }
    let kinds: Set<SourceKind> =
      isIt ? [.organisation, .document, .medium] : [.collective, .organisation, .anonymous]
    for (source, token) in recent.reversed() where token < head && kinds.contains(source.kind) {
      guard tree.sentenceOfToken[head] - tree.sentenceOfToken[token] <= 4 else { break }
      return Source(
        kind: source.kind, who: source.who, role: source.role, mention: quote,
        rule: "coref:pronoun")
    }
    return antecedentNoun(before: head, kinds: kinds, quote: quote)
      ?? (isThey ? pluralSpokenOf(before: head, quote) : nil)
  }

  /// The plural noun that acts earlier in the same sentence ("residents sharing images … what they alleged").
  func pluralBefore(_ head: Int, _ quote: Quote) -> Source? {
    let sentence = tree.sentences[tree.sentenceOfToken[head]]
    let noun = (sentence.lowerBound..<head).last { token in
      guard tree[token].tag == .nns || tree[token].tag == .nnps else { return false }
      let acts =
        tree[token].dep == .nsubj || tree.children(token).contains { tree[$0].tag == .vbg }
      let kind = lexicon.kind(ofNoun: tree.lemma(token), isPlural: true)
      return acts && (kind == .collective || kind == .anonymous || kind == .organisation)
    }
    guard let noun else { return nil }
    let kind = lexicon.kind(ofNoun: tree.lemma(noun), isPlural: true) ?? .collective
    return Source(
      kind: kind, who: tree.text(clauses.nounPhrase(noun)), mention: quote, rule: "coref:pronoun")
  }

  /// The plural noun that the sentence before says something of, where none speaks or acts ("He accused Russian officials of …
  /// They said").
  private func pluralSpokenOf(before head: Int, _ quote: Quote) -> Source? {
    let sentence = tree.sentenceOfToken[head]
    let from = tree.sentences[max(0, sentence - 1)].lowerBound
    for noun in (from..<head).reversed() {
      guard tree[noun].tag == .nns || tree[noun].tag == .nnps,
        tree[noun].dep == .dobj || tree[noun].dep == .pobj, !isSpoken[noun],
        let kind = lexicon.kind(ofNoun: tree.lemma(noun), isPlural: true),
        kind == .collective || kind == .anonymous || kind == .organisation
      else { continue }
      return Source(
        kind: kind, who: tree.text(clauses.nounPhrase(noun)), mention: quote, rule: "coref:pronoun")
    }
    return nil
  }

  /// The latest speaker by a bare name that was not known to be a person's ("Paris claims … She also …").
  private func unrecognised(before token: Int, _ quote: Quote) -> Source? {
    let last = recent.last { speaker in
      speaker.source.kind == .organisation && tree[speaker.token].tag == .nnp
        && tree.child(speaker.token, .det) == nil && lexicon.known(speaker.source.who) == nil
        && tree.sentenceOfToken[token] - tree.sentenceOfToken[speaker.token] <= 3
    }
    return last.map {
      Source(kind: .person, who: $0.source.who, mention: quote, rule: "coref:pronoun")
    }
  }

  /// The unnamed official or office who spoke last, later than the person was named.
  func unnamedSpeaker(before token: Int, unless person: Int?) -> Source? {
    guard let last = recent.last(where: { $0.token < token }),
      last.source.kind == .anonymous || last.source.kind == .role,
      tree.sentenceOfToken[token] - tree.sentenceOfToken[last.token] <= 2,
      tree[last.token].tag != .nns
    else { return nil }
    let named = person.flatMap { index in
      register.persons[index].mentions.last { $0.upperBound <= token && !isSpoken[$0.lowerBound] }
    }
    return named.map { $0.lowerBound > last.token } == true ? nil : last.source
  }

  /// The person most likely meant by he or she: latest speaker, else latest subject, else latest named.
  func antecedentPerson(before token: Int, isWoman: Bool) -> Int? {
    func fits(_ person: Int) -> Bool {
      let known = register.persons[person]
      return (known.isWoman.map { $0 == isWoman } ?? true) && !isPlaced(known)
    }
    let sentence = tree.sentenceOfToken[token]
    var best: (person: Int, score: Int)?
    for (index, person) in register.persons.enumerated() where fits(index) {
      guard
        let mention = person.mentions.last(where: { mention in
          mention.upperBound <= token && !said.contains { $0.overlaps(mention) }
        }),
        let head = tree.head(of: mention)
      else { continue }
      let distance = sentence - tree.sentenceOfToken[head]
      var score = -3 * distance
      if person.isWoman == isWoman { score += 2 }
      if tree[head].dep == .nsubj || tree[head].dep == .nsubjpass { score += 4 }
      if tree[head].dep == .poss || tree[head].dep == .compound {
        // "Mr Wen's comments came as he …": whose deeds the sentence is about.
        score += tree[tree[head].head].dep == .nsubj ? 2 : -3
      }
      // Whom others only speak of is less likely to speak next.
      if isSpoken[head] { score -= 4 }
      let spoke = recent.last { $0.source.who == person.name && $0.token < token }
      if let spoke { score += max(0, 6 - 2 * (sentence - tree.sentenceOfToken[spoke.token])) }
      if recent.last?.source.who == person.name { score += 3 }
      if score > (best?.score ?? Int.min) { best = (index, score) }
    }
    return best?.person
  }

  /// Whether a name is only ever met where something happens ("on Jabal Tharda"), so that it names no person.
  func isPlaced(_ person: PersonRegister.Person) -> Bool {
    person.role.isEmpty
      && person.mentions.allSatisfy { mention in
        guard let head = tree.head(of: mention) else { return false }
        guard tree[head].dep == .pobj, let preposition = tree.head(head) else {
          return tree[head].dep == .appos || tree[head].dep == .npadvmod
        }
        return ["in", "on", "at", "near", "from", "around", "outside", "into"]
          .contains(tree.lower(preposition))
      }
  }

  /// The latest subject of a fitting kind, for "it" and "they".
  func antecedentNoun(
    before token: Int, kinds: Set<SourceKind>, quote: Quote
  ) -> Source? {
    let sentence = tree.sentenceOfToken[token]
    let from = tree.sentences[max(0, sentence - 2)].lowerBound
    for candidate in stride(from: token - 1, through: from, by: -1) {
      guard tree[candidate].dep == .nsubj || tree[candidate].dep == .nsubjpass,
        tree[candidate].pos == .noun || tree[candidate].pos == .propn
      else { continue }
      let range = clauses.nounPhrase(candidate)
      let text = tree.text(range)
      let isPlural = tree[candidate].tag == .nns || tree[candidate].tag == .nnps
      let kind =
        lexicon.known(text)?.kind
        ?? lexicon.kind(ofNoun: tree.lemma(candidate), isPlural: isPlural)
        ?? (entityOfToken[candidate].map { $0 == .org || $0 == .gpe ? .organisation : .person })
      guard let kind, kinds.contains(kind) else { continue }
      return Source(
        kind: kind, who: lexicon.known(text)?.name ?? text, mention: quote,
        rule: "coref:pronoun")
    }
    return nil
  }
}
