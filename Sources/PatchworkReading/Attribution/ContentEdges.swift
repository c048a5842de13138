import PatchworkLanguage
import PatchworkRecord

/// Where the words of a speaker end and the reporter's own go on in the same sentence.
struct ContentEdges {
  let clauses: Clauses
  let model: EdgeModel
  let passages: [QuotedPassage]
  private let pieces: EdgePieces
  private let features: EdgeFeatures

  init(clauses: Clauses, lexicon: CueLexicon, model: EdgeModel, passages: [QuotedPassage]) {
    self.clauses = clauses
    self.model = model
    self.passages = passages
    pieces = EdgePieces(clauses: clauses)
    features = EdgeFeatures(clauses: clauses, lexicon: lexicon)
  }

  /// How many phrases a content may be widened by.
  private static let reach = 3

  /// The statement with its right edge where the model sets it: without the longest closing phrase that the speaker
  /// does not say, or with the phrases next to it that he does.
  func settled(_ statement: Statement) -> Statement {
    var statement = statement
    for piece in pieces.closing(statement) where !isQuoted(piece.tokens) {
      guard !belongs(piece, statement) else { continue }
      let last = statement.content.count - 1
      let rest = clauses.trimmed(
        statement.content[last].lowerBound..<piece.tokens.lowerBound)
      guard !rest.isEmpty else { continue }
      statement.content[last] = rest
      return settled(statement)
    }
    for _ in 0..<Self.reach {
      guard let piece = pieces.following(statement), belongs(piece, statement) else { break }
      let last = statement.content.count - 1
      statement.content[last] =
        statement.content[last].lowerBound..<piece.tokens.upperBound
    }
    return statement
  }

  /// The phrases at a statement's edge with what the model sees of each, as the trainer needs them.
  func examples(_ statement: Statement) -> [(piece: EdgePiece, features: [String])] {
    var all = pieces.closing(statement).filter { !isQuoted($0.tokens) }
    if let next = pieces.following(statement) { all.append(next) }
    return all.map { ($0, seen($0, statement)) }
  }

  private func belongs(_ piece: EdgePiece, _ statement: Statement) -> Bool {
    if isJoined(piece, statement) { return true }
    return !isAside(piece, statement) && model.belongs(piece, seen(piece, statement))
  }

  /// What the words before it must share by its form: a plain infinitive behind another ("urged them to “act” and
  /// consider …"), or a noun phrase behind what a thing is called ("as “provocative” and a “grave threat” to …").
  private func isJoined(_ piece: EdgePiece, _ statement: Statement) -> Bool {
    let tree = clauses.tree
    guard tree[piece.head].dep == .conj, let first = tree.head(piece.head), statement.covers(first),
      let cue = statement.cueHead
    else { return false }
    switch tree[piece.head].pos {
    case .verb:
      return tree[piece.head].tag == .vb && tree[first].tag == .vb && tree[cue].tag != .vb
        && tree.child(piece.head, .nsubj, .nsubjpass) == nil
    case .noun, .propn:
      return statement.form == .smallClause && tree.child(piece.head, .nsubj) == nil
    default: return false
    }
  }

  /// "welcomed the deal, which the army has ignored": the reporter's aside on a thing that is named, not told.
  private func isAside(_ piece: EdgePiece, _ statement: Statement) -> Bool {
    let tree = clauses.tree
    let start = piece.tokens.lowerBound
    guard tree[piece.head].dep == .relcl, !Self.finite.contains(statement.form), start > 0,
      tree.isWord(start - 1, ",") || tree.isWord(start - 1, ";")
        || tree[start - 1].tag == .closeQuote
    else { return false }
    switch tree[start].tag {
    case .wdt, .wp, .wpPossessive, .wrb: return true
    default: return false
    }
  }

  /// Forms whose content is a finite clause, of which a closing relative clause is part as often as not.
  private static let finite: Set<StatementForm> = [.clause, .rest, .nounClause, .named]

  private func seen(_ piece: EdgePiece, _ statement: Statement) -> [String] {
    features.features(
      of: piece, in: statement, isQuoted: isQuoted(piece.tokens),
      quoted: quotedShare(of: statement.content.flatMap { $0.subtracting(piece.tokens) }))
  }

  private func quotedShare(of ranges: [Range<Int>]) -> QuotedShare {
    var (all, quoted) = (0, 0)
    for range in ranges {
      all += range.count
      for passage in passages { quoted += range.clamped(to: passage.tokens).count }
    }
    return quoted == 0 ? .none : quoted * 10 > all * 9 ? .whole : .part
  }

  private func isQuoted(_ range: Range<Int>) -> Bool {
    passages.contains { $0.tokens.overlaps(range) }
  }
}
