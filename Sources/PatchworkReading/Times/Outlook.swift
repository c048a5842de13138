import PatchworkLanguage

/// Whether a clause tells of what has been or of what is to come.
enum Outlook: Sendable {
  case past, future, unknown
}

/// Reads the outlook of clauses off the dependency tree.
struct Outlooks: Sendable {
  let tree: ParseTree

  /// Predicates whose infinitive or complement lies ahead of them.
  private static let ahead: Set<String> = [
    "agree", "aim", "arrange", "ask", "call", "demand", "due", "expect", "hope", "intend",
    "likely", "mean", "offer", "order", "plan", "pledge", "poised", "prepare", "promise",
    "propose", "ready", "schedule", "seek", "set", "slate", "suggest", "threaten", "urge", "vow",
    "want", "warn", "wish", "go", "be", "need", "appeal", "deadline", "plan", "ultimatum",
  ]

  /// The outlook of the clause that a token stands in.
  func outlook(of token: Int) -> Outlook {
    guard let verb = verb(above: token) else { return .unknown }
    return outlook(ofVerb: verb, depth: 0)
  }

  /// The nearest verb at or above a token.
  func verb(above token: Int) -> Int? {
    var at = token
    for _ in 0..<32 {
      let pos = tree[at].pos
      if pos == .verb || pos == .aux { return at }
      guard let up = tree.head(at) else { return nil }
      at = up
    }
    return nil
  }

  private func outlook(ofVerb verb: Int, depth: Int) -> Outlook {
    var infinitive = false
    var hasFinite = false
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
        hasFinite = true
        if !infinitive { return .past }
      case .vbz, .vbp, .md: hasFinite = true
      default: break
      }
    }
    switch tree[verb].tag {
    case .vbd: return ahead(verb) ? .unknown : .past
    case .vbn:
      if hasFinite { return progressive(verb) ? .future : .past }
      return inherited(verb, depth) ?? .past
    case .vbz, .vbp: return .future
    case .vbg:
      if hasFinite { return .future }
      return inherited(verb, depth) ?? .unknown
    case .vb:
      if infinitive, let head = tree.head(verb) {
        if Self.ahead.contains(tree.lemma(head)) { return .future }
        return depth < 4 ? inherited(verb, depth) ?? .unknown : .unknown
      }
      return hasFinite ? .future : inherited(verb, depth) ?? .unknown
    default: return .unknown
    }
  }

  private func perfect(_ verb: Int) -> Bool {
    tree.children(verb).contains { tree[$0].dep == .aux && tree.isWord($0, "have") }
  }

  /// "was to meet": a past form that points ahead.
  private func ahead(_ verb: Int) -> Bool {
    guard tree.lemma(verb) == "be" else { return false }
    return tree.children(verb).contains { tree[$0].dep == .xcomp }
  }

  /// "are scheduled", "is due": a present passive whose verb points ahead.
  private func progressive(_ verb: Int) -> Bool {
    Self.ahead.contains(tree.lemma(verb))
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
    "write", "tweet", "state", "note", "quote", "explain",
  ]

  /// Whether the nearest verb above a token is one of saying.
  func isStatement(_ token: Int) -> Bool {
    guard let verb = verb(above: token) else { return false }
    return Self.saying.contains(tree.parse.tokens[verb].lemma)
  }
}
