import PatchworkLanguage
import PatchworkRecord

/// How much is known of a candidate's cue: its row of the lexicon, or only its form.
package enum CueKind: String, Sendable, CaseIterable {
  /// A verb, "according to" or an adverb of the lexicon.
  case listed
  /// A noun of the lexicon.
  case noun
  /// Any other word.
  case open
  /// A word before a quotation that no construction ties to it.
  case quoted
}

/// Everything in a report that has the form of an attribution, whatever word makes it.
struct CueCandidates {
  let tree: ParseTree
  let lexicon: CueLexicon
  private let verbs: VerbCues
  private let nouns: NounCues
  private let adjectives: AdjectiveCues
  private let quoted: QuotedCues

  init(tree: ParseTree, lexicon: CueLexicon, passages: [QuotedPassage]) {
    self.tree = tree
    self.lexicon = lexicon
    verbs = VerbCues(tree)
    nouns = NounCues(tree, makers: lexicon.makers)
    adjectives = AdjectiveCues(tree)
    quoted = QuotedCues(
      clauses: Clauses(tree: tree), lexicon: lexicon,
      quoted: QuotedTokens(passages, count: tree.count))
  }

  /// A statement that may be one, and whether its cue's row of the lexicon made it.
  struct Candidate {
    var statement: Statement
    var isListed: Bool

    var kind: CueKind {
      if statement.form == .quotedPhrase { return .quoted }
      guard isListed else { return .open }
      switch statement.form {
      case .nounClause, .nounPreposition, .nounInfinitive: return .noun
      default: return .listed
      }
    }
  }

  /// The candidates in the order of their cues.
  func all() -> [Candidate] {
    var found: [Candidate] = []
    for token in 0..<tree.count { add(token, to: &found) }
    for statement in quoted.statements(besides: found.map(\.statement)) {
      let place = found.firstIndex { $0.statement.cueHead ?? 0 > statement.cueHead ?? 0 }
      found.insert(Candidate(statement: statement, isListed: false), at: place ?? found.count)
    }
    return found
  }

  private func add(_ token: Int, to found: inout [Candidate]) {
    switch tree[token].pos {
    case .noun, .verb, .aux:
      if CueLexicon.isNoun(token, in: tree) {
        addNoun(token, to: &found)
      } else if let statement = nouns.accordingTo(token) {
        found.append(Candidate(statement: statement, isListed: true))
      } else {
        addVerb(token, to: &found)
      }
    case .adv:
      if let statement = nouns.hearsay(token) ?? nouns.accordingTo(token) {
        found.append(Candidate(statement: statement, isListed: true))
      }
    case .adj:
      if let statement = adjectives.statement(of: token) {
        found.append(Candidate(statement: statement, isListed: false))
      }
    default:
      if let statement = nouns.accordingTo(token) {
        found.append(Candidate(statement: statement, isListed: true))
      }
    }
  }

  private func addNoun(_ token: Int, to found: inout [Candidate]) {
    if let listed = lexicon.constructions(of: token, in: tree),
      let statement = nouns.statement(of: token, listed)
    {
      found.append(Candidate(statement: statement, isListed: true))
    } else if lexicon.isOpen(token, in: tree),
      let statement = nouns.statement(
        of: token, lexicon.openConstructions(of: token, in: tree))
    {
      found.append(Candidate(statement: statement, isListed: false))
    }
  }

  private func addVerb(_ token: Int, to found: inout [Candidate]) {
    if let listed = lexicon.constructions(of: token, in: tree) {
      let statements = verbs.statements(of: token, listed)
      if !statements.isEmpty {
        found += statements.map { Candidate(statement: $0, isListed: true) }
        return
      }
    }
    guard tree[token].pos == .verb, lexicon.isOpen(token, in: tree) else { return }
    found += verbs.openStatements(of: token, lexicon.openConstructions(of: token, in: tree))
      .map { Candidate(statement: $0, isListed: false) }
  }
}
