import PatchworkLanguage
import PatchworkRecord

/// What a speaker does by not saying, by refusing, and by what he calls a thing.
extension StanceReader {
  /// What somebody is found to be: "are found responsible for …".
  func attributed(_ statement: Statement, _ tree: ParseTree) -> Stance? {
    guard statement.form == .passive else { return nil }
    return statement.content.dropFirst().lazy.compactMap { part in
      tree.head(of: part).flatMap { words[tree.lemma($0)]?[tree[$0].pos] }
    }.first
  }

  /// What a negated cue does: "did not say" declines, "does not admit" denies, "did not agree" rejects, "did not rule
  /// out" keeps a threat open; nil where the negation changes nothing ("does not believe").
  func turned(_ stance: Stance, _ cue: Int, _ tree: ParseTree) -> Stance? {
    if stance == .reject {
      return tree.child(cue, .prt).map { tree.isWord($0, "out") } == true ? .threaten : .decline
    }
    if classes.has(cue, .owning, in: tree) { return .deny }
    if classes.has(cue, .consenting, in: tree) { return .reject }
    if classes.has(cue, .mental, in: tree) { return stance == .question ? .state : nil }
    switch stance {
    case .admit: return .deny
    case .question: return .state
    case .state, .report, .deny, .accuse, .condemn, .promise, .claimResponsibility: return .decline
    default: return nil
    }
  }

  /// What is refused or rejected: to speak is declined, to rule something out threatens, a claim is denied.
  func refused(_ root: Int, _ statement: Statement, _ tree: ParseTree) -> Stance {
    if statement.form == .infinitive {
      if tree.lemma(root) == "rule", tree.child(root, .prt) != nil { return .threaten }
      return classes.has(root, .telling, in: tree) || tree.lemma(root) == "deny"
        ? .decline : .reject
    }
    let isClaim = statement.form == .object || statement.form == .passive
    return isClaim && classes.has(root, .assertion, in: tree) ? .deny : .reject
  }

  /// "called the proposal “not functional”": naming something by what it is not.
  func isRejectingName(_ statement: Statement, _ tree: ParseTree) -> Bool {
    guard let cue = statement.cueHead,
      classes.has(cue, .naming, in: tree)
    else { return false }
    return statement.content.contains { range in range.contains { tree[$0].dep == .neg } }
  }

  /// What a crowd chants: what it wants done ("Leave!", "Down with …"), or else whom it scorns.
  func chanted(_ statement: Statement, _ tree: ParseTree) -> Stance? {
    guard let cue = statement.cueHead, classes.has(cue, .chanting, in: tree),
      let first = statement.content.first?.first
    else { return nil }
    let isWish =
      tree[first].tag == .vb || tree.isWord(first, "down") || tree.isWord(first, "out")
      || tree.isWord(first, "leave") || tree.isWord(first, "no")
    return isWish ? .demand : .condemn
  }

  /// "It was too difficult to confirm …": what cannot be told is not said.
  func isBeyondTelling(_ root: Int, _ tree: ParseTree) -> Bool {
    guard tree.lemma(root) == "be", let adjective = tree.child(root, .acomp) else { return false }
    let isHard =
      tree.isWord(adjective, "difficult") || tree.isWord(adjective, "hard")
      || tree.isWord(adjective, "impossible") || tree.isWord(adjective, "unable")
      || tree.isWord(adjective, "early")
    return isHard
      && [adjective, root].contains { host in
        tree.children(host).contains {
          tree[$0].dep == .xcomp && classes.has($0, .telling, in: tree)
        }
      }
  }

  /// "You have 48 hours": time that somebody is given.
  func isUltimatum(_ root: Int, _ statement: Statement, _ tree: ParseTree) -> Bool {
    let verb = statement.content.lazy.flatMap { $0 }.first { token in
      tree.lemma(token) == "have"
        && tree.children(token).contains { child in
          tree[child].dep == .nsubj && tree.isWord(child, "you")
        }
    }
    guard let verb, let given = tree.child(verb, .dobj, .npadvmod) else { return false }
    return classes.has(given, .timespan, in: tree)
      && tree.child(given, .nummod) != nil
  }
}
