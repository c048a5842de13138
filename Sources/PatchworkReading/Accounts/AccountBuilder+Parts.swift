import PatchworkLanguage
import PatchworkRecord

/// Which happenings of a statement are accounts of their own, and with which words.
extension AccountBuilder {
  /// Whether a happening is only a detail of the main one: a purpose, or the same thing described once more with
  /// nobody else who did it.
  func isPart(_ told: ToldHappening, of main: ToldHappening, _ statement: Statement) -> Bool {
    let head = told.head
    if told.happening.type == .other,
      [.advcl, .acl, .conj, .relcl].contains(tree[head].dep),
      tree.child(head, .nsubj, .nsubjpass) == nil
    {
      return true
    }
    if tree[head].tag == .vb, [.advcl, .acl, .conj].contains(tree[head].dep),
      told.happening.actor == nil || told.actorHead == main.actorHead,
      told.happening.type == .other || tree[head].dep != .advcl
    {
      return told.happening.killed == nil && told.happening.injured == nil
    }
    if isAttribute(head, of: main.head) { return true }
    guard told.happening.type == main.happening.type, told.happening.actor == nil,
      told.happening.time == nil
    else {
      return false
    }
    let path = tree.path(from: head).prefix { $0 != main.head }
    return path.contains { [.relcl, .acl, .appos].contains(tree[$0].dep) && statement.covers($0) }
  }

  /// Whether a noun only says what its subject is ("the massacre was one of the worst attacks").
  private func isAttribute(_ noun: Int, of subject: Int) -> Bool {
    guard tree[noun].pos == .noun, [.nsubj, .nsubjpass].contains(tree[subject].dep),
      let verb = tree.head(subject), noun > verb
    else { return false }
    let path = tree.path(from: noun).prefix { $0 != verb }
    guard let top = path.last, tree.head(top) == verb, [.attr, .oprd].contains(tree[top].dep) else {
      return false
    }
    return path.dropLast().allSatisfy { [.pobj, .prep].contains(tree[$0].dep) }
      && path.filter { tree[$0].dep == .prep }.allSatisfy {
        tree.isWord($0, "of") || tree.isWord($0, "among")
      }
  }

  /// A passive verb that shares the subject of the one it is joined to ("were detained, beaten or expelled"): the
  /// shared words, its own, and all that is joined from it on.
  func sharedPassive(
    _ verb: Int, in statement: Statement
  ) -> (subject: Range<Int>, own: Range<Int>, joined: Range<Int>)? {
    guard tree[verb].tag == .vbn || tree[verb].tag == .vbd, tree[verb].dep == .conj,
      tree.child(verb, .nsubj, .nsubjpass, .aux, .auxpass) == nil
    else { return nil }
    var first = verb
    while tree[first].dep == .conj, let head = tree.head(first) { first = head }
    guard let subject = tree.child(first, .nsubjpass), subject < first else { return nil }
    let start = tree.subtree(subject).lowerBound
    guard statement.covers(start), statement.covers(verb) else { return nil }
    let next = tree.children(verb).first { tree[$0].dep == .conj }
    let end = next.map { tree.subtree($0).lowerBound } ?? tree.subtree(verb).upperBound
    return (start..<first, verb..<max(verb + 1, end), verb..<tree.subtree(verb).upperBound)
  }

  /// Whether two things of different kinds stand side by side ("abductions, torture and killings").
  func isListed(_ told: ToldHappening, with main: ToldHappening) -> Bool {
    var head = told.head
    while head != main.head, tree[head].dep == .conj, let above = tree.head(head) { head = above }
    return head == main.head && told.head != main.head && told.happening.type != main.happening.type
  }

  /// Whether a happening inside another's account is only named: a noun without actor, target, time or toll.
  func isBare(_ told: ToldHappening) -> Bool {
    let happening = told.happening
    return tree[told.head].pos == .noun && happening.actor == nil && happening.target == nil
      && happening.time == nil && happening.killed == nil && happening.injured == nil
      && happening.affected == nil
  }

  /// The clause that tells a happening; for what a thing is under ("the city, under heavy attack"), the thing's phrase.
  func described(_ told: ToldHappening) -> Range<Int> {
    guard tree[told.head].dep == .pobj, let under = tree.head(told.head),
      tree.isWord(under, "under"), let thing = tree.head(under), tree[thing].pos != .verb
    else { return told.clause }
    return tree.subtree(thing)
  }

  /// The relative clause behind a comma that ends a statement's content with a thing of its own.
  func closingRelative(of token: Int, in statement: Statement) -> Range<Int>? {
    let clause = tree.path(from: token).first { step in
      statement.covers(step)
        && (tree[step].dep == .relcl || tree[step].dep == .prep && tree.isWord(step, "with"))
        && tree.subtree(step).lowerBound > 0
        && tree.isWord(tree.subtree(step).lowerBound - 1, ",")
    }
    guard let clause, let end = statement.content.last?.upperBound else { return nil }
    let range = tree.subtree(clause)
    return range.upperBound >= end - 1 ? range : nil
  }

  /// The clause with a subject of its own that "and" or "but" joins to the rest of a statement's content.
  func coordinateClause(of token: Int, in statement: Statement) -> Range<Int>? {
    tree.path(from: token).first { step in
      statement.covers(step) && tree[step].dep == .conj
        && (tree[step].pos == .verb || tree[step].pos == .aux)
        && tree.child(step, .nsubj, .nsubjpass) != nil && statement.covers(tree[step].head)
    }.map(tree.subtree)
  }
}
