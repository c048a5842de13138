import PatchworkLanguage
import PatchworkRecord

/// What a speaker does by not saying, by refusing, and by what he calls a thing.
extension StanceReader {
  /// What somebody is found to be: "are found responsible for …".
  func attributed(_ statement: Statement, _ tree: ParseTree) -> Stance? {
    guard statement.form == .passive, statement.content.count > 1,
      let part = statement.content.last,
      let head = tree.head(of: part)
    else { return nil }
    return words[tree.lemma(head)]?[tree[head].pos]
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
