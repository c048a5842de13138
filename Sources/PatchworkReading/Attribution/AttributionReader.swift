import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Finds who says what: every attributed statement of a report, before its source is named.
struct AttributionReader: Sendable {
  let lexicon: CueLexicon

  init() throws(LexiconError) { lexicon = try CueLexicon() }

  /// The statements of a report in reading order.
  func statements(in document: ReportParse) -> [Statement] {
    let tree = document.tree
    let verbs = VerbCues(tree)
    let nouns = NounCues(tree)
    let passages = Quotations.passages(in: document)
    var found: [Statement] = []
    for token in 0..<tree.count {
      switch tree[token].pos {
      case .noun, .verb, .aux:
        if CueLexicon.isNoun(token, in: tree) {
          if let constructions = lexicon.constructions(of: token, in: tree),
            let statement = nouns.statement(of: token, constructions)
          {
            found.append(statement)
          }
        } else if let statement = nouns.accordingTo(token) {
          found.append(statement)
        } else if let constructions = lexicon.constructions(of: token, in: tree) {
          found += verbs.statements(of: token, constructions)
        }
      case .adv:
        if let statement = nouns.hearsay(token) { found.append(statement) }
      default:
        if let statement = nouns.accordingTo(token) { found.append(statement) }
      }
    }
    let clauses = Clauses(tree: tree)
    found = withoutAsides(found, clauses).flatMap { coordinated($0, clauses) }
    var quoting = QuotedSpeech(document: document, lexicon: lexicon, passages: passages)
    return quoting.complete(found)
  }

  /// The statements without the relative clauses behind a comma that end them with another one's words
  /// ("said it would not apologise, which Turkey has demanded").
  private func withoutAsides(_ statements: [Statement], _ clauses: Clauses) -> [Statement] {
    let tree = clauses.tree
    return statements.map { statement in
      var statement = statement
      for inner in statements {
        guard let cue = inner.cueHead, cue != statement.cueHead, statement.covers(cue) else {
          continue
        }
        let aside = tree.path(from: cue).first { step in
          statement.covers(step) && isAside(step, tree)
        }
        guard let aside else { continue }
        let range = tree.subtree(aside)
        let rest = statement.content.flatMap { part in
          part.upperBound <= range.upperBound + 1 ? part.subtracting(range) : [part]
        }.map(clauses.trimmed).filter { !$0.isEmpty }
        if !rest.isEmpty { statement.content = rest }
      }
      return statement
    }
  }

  /// Whether a clause behind a comma leaves what is said: relative, or set against it by "while".
  private func isAside(_ clause: Int, _ tree: ParseTree) -> Bool {
    let start = tree.subtree(clause).lowerBound
    guard start > 0, tree.isWord(start - 1, ",") else { return false }
    let isContrast =
      tree[clause].dep == .advcl
      && tree.children(clause).contains {
        tree[$0].dep == .mark && (tree.isWord($0, "while") || tree.isWord($0, "although"))
      }
    return tree[clause].dep == .relcl || isContrast
  }

  /// A statement that goes on with "and that …" as two, the second continuing the first's speaker.
  private func coordinated(_ statement: Statement, _ clauses: Clauses) -> [Statement] {
    let tree = clauses.tree
    guard statement.content.count == 1, let whole = statement.content.first else {
      return [statement]
    }
    let joined = whole.first { token in
      tree[token].dep == .conj && (tree[token].pos == .verb || tree[token].pos == .aux)
        && statement.covers(tree[token].head)
        && tree.children(token).contains { tree[$0].dep == .mark && tree.isWord($0, "that") }
    }
    guard let joined else { return [statement] }
    let range = tree.subtree(joined).clamped(to: whole)
    let first = clauses.trimmed(whole.lowerBound..<range.lowerBound)
    let second = clauses.trimmed(range)
    guard first.count > 2, second.count > 2, range.upperBound + 1 >= whole.upperBound else {
      return [statement]
    }
    var (head, tail) = (statement, statement)
    head.content = [first]
    tail.content = [second]
    return [head, tail]
  }
}
