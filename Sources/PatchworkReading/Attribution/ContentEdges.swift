import PatchworkLanguage
import PatchworkRecord

/// Where the words of a speaker end and the reporter's own go on in the same sentence.
struct ContentEdges {
  let clauses: Clauses
  let lexicon: CueLexicon
  private var tree: ParseTree { clauses.tree }

  /// The statement without what closes its content and is not said by its speaker: relative clauses behind a
  /// comma, contrasts with "while", and further acts of the speaker that the parser hung on the content.
  func trimmed(_ statement: Statement, quoted: (Range<Int>) -> Bool) -> Statement {
    guard let cue = statement.cueHead, let last = statement.content.last,
      let first = statement.content.first,
      first.lowerBound > cue || statement.form == .passive
    else { return statement }
    var statement = statement
    for token in last {
      let range = tree.subtree(token)
      guard range.lowerBound > first.lowerBound, range.upperBound + 1 >= last.upperBound,
        range.upperBound <= last.upperBound + 1,
        range.lowerBound > last.lowerBound, !quoted(range), leaves(token, statement, cue)
      else { continue }
      let rest = clauses.trimmed(last.lowerBound..<range.lowerBound)
      guard !rest.isEmpty else { continue }
      statement.content[statement.content.count - 1] = rest
      return trimmed(statement, quoted: quoted)
    }
    return statement
  }

  private func leaves(_ token: Int, _ statement: Statement, _ cue: Int) -> Bool {
    let start = tree.subtree(token).lowerBound
    let followsComma =
      tree.isWord(start - 1, ",") || tree.isWord(start - 1, ";")
      || tree[start - 1].tag == .closeQuote
    switch tree[token].dep {
    case .relcl:
      return followsComma && !Self.finite.contains(statement.form)
        && (tree[start].tag == .wdt || tree[start].tag == .wp || tree[start].tag == .wpPossessive
          || tree[start].tag == .wrb)
    case .advcl:
      let isContrast = tree.children(token).contains {
        tree[$0].dep == .mark
          && (tree.isWord($0, "while") || tree.isWord($0, "although") || tree.isWord($0, "though"))
      }
      if followsComma, isContrast { return true }
      return followsComma && tree[token].tag == .vbg && start == token
        && lexicon.constructions(of: token, in: tree) != nil
    case .conj:
      guard tree.child(token, .nsubj, .nsubjpass, .expl, .aux, .auxpass) == nil,
        tree[token].pos == .verb, tree[token].tag == tree[cue].tag,
        let joined = tree.head(token), statement.covers(joined)
      else { return false }
      return tree[joined].tag != tree[token].tag
        || lexicon.constructions(of: token, in: tree)?[.clause] != nil
    default: return false
    }
  }

  /// Forms whose content is a finite clause, of which a closing relative clause is part as often as not.
  private static let finite: Set<StatementForm> = [.clause, .rest, .nounClause, .named]
}
