import PatchworkLanguage

/// Ways from a verb to its subject and from a head to the words it governs.
struct Clauses: Sendable {
  let tree: ParseTree

  /// Who does what the verb says: its own subject, or the one it shares or inherits.
  ///
  /// A relative pronoun gives the noun before it. Nothing is given for a passive without an agent.
  func subject(of verb: Int, depth: Int = 0) -> (head: Int, rule: String)? {
    guard depth < 6 else { return nil }
    if isPassive(verb) {
      return agent(of: verb).map { ($0, "agent") }
    }
    let subjects = tree.children(verb).filter { tree[$0].dep == .nsubj }
    // Two subjects, one behind the verb: the sentence is what that one says ("…, said Geert Wilders").
    if let own = subjects.count > 1 ? subjects.first(where: { $0 > verb }) : subjects.first {
      if tree[own].tag == .wp || tree[own].tag == .wdt {
        return antecedent(of: verb).map { ($0, "relative") }
      }
      return (own, "subject")
    }
    if let own = subjects.first { return (own, "subject") }
    guard let head = tree.head(verb) else { return nil }
    switch tree[verb].dep {
    case .conj where tree[head].pos == .verb || tree[head].pos == .aux:
      if isPassive(head) {
        return tree.child(head, .nsubjpass).map { ($0, "shared") }
      }
      return subject(of: head, depth: depth + 1).map { ($0.head, "shared") }
    case .xcomp, .advcl, .pcomp, .ccomp, .dep:
      let verbal = tree[verb].tag == .vbg || tree[verb].tag == .vb || tree[verb].tag == .vbn
      guard verbal else { return nil }
      guard let governor = governingVerb(of: verb) else { return nil }
      // "was quoted as saying": the one quoted speaks.
      if isPassive(governor) { return tree.child(governor, .nsubjpass).map { ($0, "quoted") } }
      return subject(of: governor, depth: depth + 1).map { ($0.head, "shared") }
    case .acl where tree[verb].tag == .vbg || tree[verb].tag == .vbd:
      // A finite past form cannot shorten a relative clause: the parser took a subject for what it describes.
      return (head, "modified")
    case .relcl:
      return nil
    default:
      return nil
    }
  }

  /// Whether the verb is in the passive.
  func isPassive(_ verb: Int) -> Bool {
    if tree.child(verb, .auxpass, .nsubjpass) != nil { return true }
    return tree[verb].tag == .vbn && tree.child(verb, .agent) != nil
  }

  /// The word that makes one phrase with a verb: its particle, or the "it" of "as he put it".
  func particle(of verb: Int) -> Int? {
    if let particle = tree.child(verb, .prt) { return particle }
    guard tree.lemma(verb) == "put", let object = tree.child(verb, .dobj),
      tree.isWord(object, "it")
    else { return nil }
    return object
  }

  /// Whether a subject is the one who speaks or is spoken to, so that the words have no source of their own.
  func isAnyone(_ token: Int) -> Bool {
    guard tree[token].pos == .pron else { return false }
    return tree.isWord(token, "i") || tree.isWord(token, "we") || tree.isWord(token, "you")
      || tree.isWord(token, "me") || tree.isWord(token, "us") || tree.isWord(token, "there")
      || tree.isWord(token, "this") || tree.isWord(token, "that") || tree.isWord(token, "what")
  }

  /// The noun after "by" of a passive verb.
  func agent(of verb: Int) -> Int? {
    tree.child(verb, .agent).flatMap { tree.child($0, .pobj) }
  }

  /// The noun that a relative clause describes.
  func antecedent(of verb: Int) -> Int? {
    for token in tree.path(from: verb) where tree[token].dep == .relcl {
      return tree.head(token)
    }
    return nil
  }

  /// The nearest verb above a token.
  func governingVerb(of token: Int) -> Int? {
    tree.path(from: token).dropFirst().first { tree[$0].pos == .verb || tree[$0].pos == .aux }
  }

  /// Whether the verb itself is negated.
  func isNegated(_ verb: Int) -> Bool {
    tree.child(verb, .neg) != nil
      || tree.children(verb).contains { tree[$0].dep == .advmod && tree.isWord($0, "never") }
  }

  /// A subtree without the marks, conjunctions and white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, isTrimmable(low, atStart: true) { low += 1 }
    while high > low, isTrimmable(high - 1, atStart: false) { high -= 1 }
    return low..<high
  }

  private func isTrimmable(_ token: Int, atStart: Bool) -> Bool {
    switch tree[token].pos {
    case .space: return true
    case .punct:
      if tree[token].tag == .openBracket { return !atStart }
      if tree[token].tag == .closeBracket { return atStart }
      return true
    case .sconj:
      return atStart && tree[token].dep == .mark && tree.isWord(token, "that")
    case .cconj: return true
    default: return false
    }
  }

  /// The noun phrase of a head: its subtree without relative clauses and loose participles.
  func nounPhrase(_ head: Int) -> Range<Int> {
    let whole = tree.subtree(head)
    var end = whole.upperBound
    for child in tree.children(head) where child > head {
      let label = tree[child].dep
      let start = tree.subtree(child).lowerBound
      guard start > head else { continue }
      let follows = start > head + 1 && tree[start - 1].pos == .punct
      let isLoose =
        label == .relcl
        || (label == .acl && (follows || tree[child].tag == .vbg || tree[child].tag == .vbd))
        || label == .advcl || label == .parataxis
      if isLoose { end = min(end, start) }
    }
    return trimmed(whole.lowerBound..<max(end, head + 1))
  }
}
