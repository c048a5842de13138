import PatchworkLanguage

/// Whether a clause tells of what has been or of what is to come.
enum Outlook: Sendable {
  case past, present, future, unknown
}

/// Reads the outlook of clauses off the dependency tree.
struct Outlooks: Sendable {
  let tree: ParseTree

  /// Predicates whose infinitive or complement lies ahead of them.
  private static let ahead: Set<String> = [
    "agree", "aim", "arrange", "ask", "call", "demand", "due", "expect", "hope", "intend",
    "likely", "mean", "offer", "order", "plan", "pledge", "poised", "prepare", "promise",
    "propose", "ready", "schedule", "seek", "set", "slate", "suggest", "threaten", "urge", "vow",
    "want", "warn", "wish", "go", "be", "need", "appeal", "deadline", "ultimatum", "suppose",
    "until",
  ]

  /// The outlook of the clause that a token stands in: what is told in the present lies ahead of a date.
  func outlook(of token: Int) -> Outlook {
    guard let verb = verb(above: token) else { return .unknown }
    let clause = outlook(ofVerb: verb, depth: 0)
    guard clause == .present || clause == .future else { return clause }
    // "Tuesday's declaration", "the Friday attack": a date that modifies a noun is as the noun is.
    let dep = tree[token].dep
    guard dep == .poss || dep == .compound || dep == .nmod, let noun = tree.head(token) else {
      return .future
    }
    return clause == .future && Self.plannedThings.contains(tree.lemma(noun)) ? .future : .unknown
  }

  /// Things that are planned before they happen.
  private static let plannedThings: Set<String> = [
    "meeting", "vote", "election", "talk", "talks", "summit", "session", "conference", "hearing",
    "debate", "deadline", "visit", "round", "ceremony", "match", "trip", "poll", "referendum",
  ]

  /// The nearest verb at or above a token.
  func verb(above token: Int) -> Int? {
    var at = token
    for _ in 0..<32 {
      let pos = tree[at].pos
      if pos == .verb || pos == .aux, !isNounByPlace(at) { return at }
      guard let up = tree.head(at) else { return nil }
      at = up
    }
    return nil
  }

  /// Whether a word tagged as a verb stands as a noun ("the air strikes on the school on Wednesday killed 35").
  private func isNounByPlace(_ token: Int) -> Bool {
    switch tree[token].dep {
    case .nsubj, .nsubjpass, .dobj, .pobj: tree.child(token, .det) != nil
    default: false
    }
  }

  private func outlook(ofVerb verb: Int, depth: Int) -> Outlook {
    var infinitive = false
    var hasFinite = false
    var isModal = false
    for child in tree.children(verb) where tree[child].dep == .aux || tree[child].dep == .auxpass {
      if tree.isWord(child, "to") { infinitive = true }
      if tree.isWord(child, "will") || tree.isWord(child, "shall") || tree.isWord(child, "would")
        || tree.isWord(child, "'ll") || tree.isWord(child, "wo") || tree.isWord(child, "should")
        || tree.isWord(child, "must")
      {
        // "would have met", "should have arrived": looked back on.
        return perfect(verb) ? .past : .future
      }
      switch tree[child].tag {
      case .vbd:
        // "was planned for March" lies ahead of what is told, "was shelled in March" does not.
        hasFinite = true
        if !infinitive, !Self.ahead.contains(tree.lemma(verb)) { return .past }
      case .md: (hasFinite, isModal) = (true, true)
      case .vbz, .vbp: hasFinite = true
      default: break
      }
    }
    switch tree[verb].tag {
    case .vbd: return ahead(verb) ? .unknown : .past
    case .vbn:
      if isModal { return perfect(verb) ? .past : .future }
      // "announced Friday" has been, "scheduled for Friday" is to come.
      return Self.ahead.contains(tree.lemma(verb)) ? .future : .past
    case .vbz, .vbp: return Self.saying.contains(tree.lemma(verb)) ? .past : .present
    case .vbg:
      if hasFinite { return perfect(verb) ? .past : .present }
      return inherited(verb, depth) ?? .unknown
    case .vb:
      if infinitive, let head = tree.head(verb) {
        if Self.ahead.contains(tree.lemma(head)) { return .future }
        return inherited(verb, depth) ?? .unknown
      }
      return hasFinite ? .future : inherited(verb, depth) ?? .unknown
    default: return .unknown
    }
  }

  private func perfect(_ verb: Int) -> Bool {
    tree.children(verb).contains { tree[$0].dep == .aux && tree.lemma($0) == "have" }
  }

  /// "was to meet": a past form that points ahead.
  private func ahead(_ verb: Int) -> Bool {
    guard tree.lemma(verb) == "be" else { return false }
    return tree.children(verb).contains { tree[$0].dep == .xcomp }
  }

  private func inherited(_ verb: Int, _ depth: Int) -> Outlook? {
    guard depth < 4, let head = tree.head(verb), let above = self.verb(above: head) else {
      return nil
    }
    return outlook(ofVerb: above, depth: depth + 1)
  }

  /// Verbs of saying: a time on them dates the statement, not what it tells.
  private static let saying: Set<String> = [
    "say", "tell", "report", "announce", "add", "declare", "claim", "confirm", "deny", "warn",
    "write", "tweet", "state", "note", "quote", "explain", "reject", "accuse", "blame", "admit",
    "condemn", "urge", "insist", "allege", "acknowledge", "reveal", "comment",
  ]

  /// Whether the nearest verb above a token is one of saying.
  func isStatement(_ token: Int) -> Bool {
    guard let verb = verb(above: token), !isOfNoun(token, before: verb) else { return false }
    return Self.saying.contains(tree.parse.tokens[verb].lemma)
  }

  /// Whether a time before a verb hangs on a noun there and dates that: "in one incident on Monday, he said".
  func isOfNoun(_ token: Int, before verb: Int) -> Bool {
    tree.path(from: token).dropFirst().prefix { $0 != verb }.contains { at in
      at < verb && at < token && tree[at].pos == .noun && tree[at].dep == .pobj
    }
  }

  /// Whether the nearest verb above a token stands in the present perfect ("has been besieged").
  func isPerfect(_ token: Int) -> Bool {
    guard let verb = verb(above: token) else { return false }
    return tree.children(verb).contains {
      tree[$0].dep == .aux && tree.lemma($0) == "have" && tree[$0].tag != .vbd
    }
  }

  /// Whether the nearest verb above a token gives somebody time ("gave rebels 48 hours to leave").
  func givesTime(_ token: Int) -> Bool {
    guard let verb = verb(above: token) else { return false }
    return ["give", "have", "grant", "allow", "set"].contains(tree.lemma(verb))
  }
}
