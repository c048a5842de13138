import PatchworkLanguage
import PatchworkRecord

/// Statements made by adjectives behind a copula: "is confident that …", "are ready to …", "was critical of …".
struct AdjectiveCues: Sendable {
  let clauses: Clauses
  private var tree: ParseTree { clauses.tree }

  init(_ tree: ParseTree) { clauses = Clauses(tree: tree) }

  /// The statement of one adjective, or nil when nothing hangs on it.
  func statement(of adjective: Int) -> Statement? {
    guard tree[adjective].dep == .acomp || tree[adjective].dep == .oprd,
      let copula = tree.head(adjective), let subject = clauses.subject(of: copula),
      let (content, stance) = content(of: adjective)
    else { return nil }
    var found = Statement(
      content: [content], stance: stance, form: .adjective, rule: subject.rule)
    found.cue = [adjective..<adjective + 1]
    found.cueHead = adjective
    found.source = clauses.nounPhrase(subject.head)
    found.sourceHead = subject.head
    found.polarity = clauses.isNegated(copula) ? .negative : .positive
    return found
  }

  private func content(of adjective: Int) -> (Range<Int>, Stance)? {
    for child in tree.children(adjective) where child > adjective {
      switch tree[child].dep {
      case .ccomp: return (clauses.trimmed(tree.subtree(child)), .state)
      case .xcomp: return (clauses.trimmed(tree.subtree(child)), .promise)
      case .prep:
        guard let inner = tree.child(child, .pobj, .pcomp) else { continue }
        return (clauses.trimmed(tree.subtree(inner)), .state)
      default: continue
      }
    }
    return nil
  }
}
