import PatchworkLanguage
import PatchworkRecord

/// How much of a content, without the phrase at its edge, stands between quotation marks.
enum QuotedShare: String {
  case none, part, whole
}

/// What the model of edges sees of a phrase, by name; every feature counts once.
struct EdgeFeatures {
  let clauses: Clauses
  let lexicon: CueLexicon
  /// The labels of entities by token.
  private let labels: [EntityLabel?]
  private var tree: ParseTree { clauses.tree }

  init(clauses: Clauses, lexicon: CueLexicon) {
    self.clauses = clauses
    self.lexicon = lexicon
    var labels = [EntityLabel?](repeating: nil, count: clauses.tree.count)
    for entity in clauses.tree.parse.entities {
      for token in entity.tokens { labels[token] = entity.label }
    }
    self.labels = labels
  }

  /// The features of a phrase at the edge of a statement's content.
  func features(
    of piece: EdgePiece, in statement: Statement, isQuoted: Bool, quoted: QuotedShare
  ) -> [String] {
    let side = piece.isInside ? "in" : "out"
    let form = statement.form.rawValue
    let dep = tree[piece.head].dep.rawValue
    let mark = mark(before: piece.tokens.lowerBound)
    let first = tree.lower(piece.tokens.lowerBound)
    let about = attachment(piece, statement)
    let key = side + " " + dep
    var found = [side, key, side + " " + form, key + " " + form, key + " " + mark]
    found.append(key + " " + about)
    found.append(key + " " + about + " " + mark)
    found.append(key + " " + form + " " + mark)
    found.append(side + " first=" + first)
    found.append(key + " first=" + first)
    found.append(key + " tag=" + tree[piece.head].tag.rawValue + " " + mark)
    let length = piece.tokens.count
    let size = length < 3 ? "2" : length < 6 ? "5" : length < 11 ? "10" : "11"
    found.append(key + " length=" + size)
    let rest = max(0, statement.length - (piece.isInside ? length : 0))
    found.append(side + " rest=" + (rest < 3 ? "2" : rest < 8 ? "7" : "8"))
    found.append(key + " rest=" + (rest < 3 ? "2" : rest < 8 ? "7" : "8"))
    if let cue = statement.cueHead {
      found.append(side + " cue=" + tree.lemma(cue))
      found.append(key + " tags=" + tree[cue].tag.rawValue + "-" + tree[piece.head].tag.rawValue)
      found.append(side + " stance=" + statement.stance.rawValue)
    }
    let hasSubject = tree.child(piece.head, .nsubj, .nsubjpass, .expl) != nil
    found.append(key + (hasSubject ? " subject" : " bare"))
    if let label = piece.tokens.lazy.compactMap({ labels[$0] }).first {
      found.append(key + " entity=" + label.rawValue)
    }
    if isQuoted { found.append(side + " quoted") }
    found.append(side + " rest-quoted=" + quoted.rawValue)
    found.append(key + " rest-quoted=" + quoted.rawValue)
    found.append(key + " " + mark + " rest-quoted=" + quoted.rawValue)
    if lexicon.constructions(of: piece.head, in: tree)?[.clause] != nil {
      found.append(key + " speaks")
    }
    return found
  }

  /// The mark between the phrase and what stands before it.
  private func mark(before token: Int) -> String {
    guard token > 0 else { return "none" }
    var at = token - 1
    var joined = ""
    if tree[at].pos == .cconj {
      joined = "+" + tree.lower(at)
      guard at > 0 else { return joined }
      at -= 1
    }
    guard tree[at].pos == .punct else { return "none" + joined }
    if tree.isWord(at, ",") { return "comma" + joined }
    if tree[at].tag == .closeQuote || tree[at].tag == .openQuote {
      // "a “significant difference,” when …": a comma inside the marks is the sentence's.
      let isComma = at > 0 && tree.isWord(at - 1, ",")
      return (isComma ? "quote-comma" : "quote") + joined
    }
    return "mark" + joined
  }

  /// What the phrase hangs on: the cue, the head of the content, another word of it, or what lies outside.
  private func attachment(_ piece: EdgePiece, _ statement: Statement) -> String {
    guard let up = tree.head(piece.head) else { return "root" }
    if up == statement.cueHead { return "on-cue" }
    guard statement.covers(up) else { return "on-other" }
    let isTop = tree.head(up).map { !statement.covers($0) } ?? true
    return (isTop ? "on-top-" : "on-") + tree[up].pos.rawValue
  }
}
