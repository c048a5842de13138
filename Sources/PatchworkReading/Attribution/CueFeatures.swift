import PatchworkLanguage
import PatchworkRecord

/// What is seen of a candidate attribution by the model that decides whether it is one.
struct CueFeatures {
  let document: ReportParse
  let speakers: SpeakerLexicon
  let clauses: Clauses
  private let quoted: QuotedTokens
  private let labels: [EntityLabel?]
  private var tree: ParseTree { document.tree }

  init(document: ReportParse, speakers: SpeakerLexicon, passages: [QuotedPassage]) {
    self.document = document
    self.speakers = speakers
    clauses = Clauses(tree: document.tree)
    quoted = QuotedTokens(passages, count: document.tree.count)
    var labels = [EntityLabel?](repeating: nil, count: document.tree.count)
    for entity in document.tree.parse.entities {
      for token in entity.tokens { labels[token] = entity.label }
    }
    self.labels = labels
  }

  private static let nouns: Set<StatementForm> = [.nounClause, .nounPreposition, .nounInfinitive]

  /// The features of a candidate by name; every one counts once.
  func features(of candidate: CueCandidates.Candidate) -> [String] {
    let statement = candidate.statement
    guard let cue = statement.cueHead else { return [] }
    let form = statement.form.rawValue
    var found = [form]
    func add(_ feature: String) {
      found.append(feature)
      found.append(form + "|" + feature)
    }
    let lemma = word(of: statement, cue)
    found.append("lemma=" + lemma)
    found.append(form + "|lemma=" + lemma)
    if candidate.isListed {
      add("listed")
      add("stance=" + statement.stance.rawValue)
    }
    let subject = subject(statement)
    add("subject=" + subject)
    found.append("lemma=" + lemma + "|subject=" + subject)
    add("rule=" + statement.rule)
    // A noun that the tagger took for a verb is seen as the noun that it is.
    add("tag=" + (Self.nouns.contains(statement.form) ? "noun" : tree[cue].tag.rawValue))
    add("dep=" + tree[cue].dep.rawValue)
    if quoted.contains(cue) { add("cue-quoted") }
    if statement.rule == "maker", let verb = tree.head(cue) {
      found.append("maker=" + tree.lemma(verb))
    }
    if statement.polarity == .negative { add("negated") }
    for child in tree.children(cue) where tree[child].dep == .aux {
      add("aux=" + tree.lower(child))
    }
    if let mark = mark(above: cue) { add("mark=" + mark) }
    if document.blocks[document.block(of: cue)].part == .headline { add("headline") }
    content(statement, cue, add)
    return found
  }

  /// The lemma, with the preposition or particle that belongs to the cue.
  private func word(of statement: Statement, _ cue: Int) -> String {
    var lemma = tree.lemma(cue)
    for part in statement.cue.dropFirst() {
      lemma += " " + tree.lower(part.lowerBound)
    }
    return lemma
  }

  private func subject(_ statement: Statement) -> String {
    guard let head = statement.sourceHead else { return statement.isUnstated ? "unstated" : "none" }
    if tree[head].pos == .pron { return tree.lower(head) }
    if let label = labels[head] { return label.rawValue }
    if let kind = speakers.kind(ofNoun: tree.lemma(head), isPlural: tree[head].tag == .nns) {
      return kind.rawValue
    }
    return tree[head].pos.rawValue
  }

  /// The word that makes the cue's clause depend on another ("if", "whether", "because", "to"), or nil.
  private func mark(above cue: Int) -> String? {
    var at = cue
    for _ in 0..<3 {
      for child in tree.children(at) {
        if tree[child].dep == .mark { return tree.lower(child) }
        if tree[child].tag == .to, tree[child].dep == .aux { return "to" }
      }
      guard let up = tree.head(at), tree[at].dep != .root else { return nil }
      at = up
    }
    return nil
  }

  private func content(_ statement: Statement, _ cue: Int, _ add: (String) -> Void) {
    let length = statement.length
    add(
      "length="
        + (length < 2 ? "1" : length < 4 ? "3" : length < 8 ? "7" : length < 16 ? "15" : "16"))
    guard let first = statement.content.first, let last = statement.content.last else { return }
    add(first.lowerBound > cue ? "after" : last.upperBound <= cue ? "before" : "around")
    var inside = 0
    var isFinite = false
    for range in statement.content {
      for token in range {
        if quoted.contains(token) { inside += 1 }
        if [.vbd, .vbz, .vbp, .md].contains(tree[token].tag) { isFinite = true }
      }
    }
    if isFinite { add("finite") }
    add(inside == 0 ? "unquoted" : inside * 10 > length * 9 ? "quoted" : "part-quoted")
    if quoted.contains(first.lowerBound) { add("starts-quoted") }
    if quoted.contains(last.upperBound - 1) { add("ends-quoted") }
    add("first=" + tree[first.lowerBound].tag.rawValue)
    let root = tree.head(of: first) ?? first.lowerBound
    add("root=" + tree[root].tag.rawValue)
    if let label = labels[root] { add("object=" + label.rawValue) }
  }
}
