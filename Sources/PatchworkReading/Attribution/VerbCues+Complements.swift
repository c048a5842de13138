import PatchworkLanguage
import PatchworkRecord

/// What hangs on a verb other than a finite clause: infinitives, objects, what a thing is called.
extension VerbCues {
  /// "promised to …", "called on Assad to …", "told them to …".
  func infinitive(
    _ verb: Int, _ constructions: CueLexicon.Constructions
  ) -> Statement? {
    guard let stance = constructions[.infinitive] else { return nil }
    let complement = tree.children(verb).first {
      (tree[$0].dep == .xcomp && hasTo($0))
        || (tree[$0].dep == .ccomp && isInfinitive($0, of: verb))
        || (tree[$0].dep == .advcl && hasTo($0) && constructions[.preposition("on")] != nil)
    }
    guard let complement, !isOfNaming(complement) else { return nil }
    var range = clauses.trimmed(tree.subtree(complement))
    // The one addressed belongs to the content: "called on «the government to stop»".
    for child in tree.children(verb) where child > verb && child < range.lowerBound {
      let isObject = tree[child].dep == .dobj
      let isOn =
        tree[child].dep == .prep && (tree.isWord(child, "on") || tree.isWord(child, "upon"))
      if isObject || isOn {
        let start = isOn ? tree.child(child, .pobj).map { tree.subtree($0).lowerBound } : nil
        range = range.widened(to: start ?? tree.subtree(child).lowerBound)
        break
      }
    }
    return statement(verb, stance, [range], .infinitive)
  }

  /// "denies shelling civilians", "did not rule out using force".
  func gerund(_ verb: Int, _ constructions: CueLexicon.Constructions) -> Statement? {
    guard let stance = constructions[.object] ?? constructions[.infinitive] else { return nil }
    let complement = tree.children(verb).first { child in
      child > verb
        && (tree[child].tag == .vbg
          || tree.children(child).contains { tree[$0].dep == .aux && tree[$0].tag == .vbg })
        && [.xcomp, .ccomp, .dobj].contains(tree[child].dep)
    }
    guard let complement else { return nil }
    // What is denied or ruled out is a thing done, told by a verb where it might be by a noun.
    let form: StatementForm = constructions[.object] == nil ? .infinitive : .object
    return statement(verb, stance, [clauses.trimmed(tree.subtree(complement))], form)
  }

  /// "asked not to be named": how a speaker is cited, not what he says.
  func isOfNaming(_ verb: Int) -> Bool {
    tree.child(verb, .auxpass) != nil && ["name", "identify", "quote"].contains(tree.lemma(verb))
  }

  /// "called the proposal “not functional”", "described it as …".
  func smallClause(
    _ verb: Int, _ constructions: CueLexicon.Constructions
  ) -> Statement? {
    guard let stance = constructions[.smallClause] else { return nil }
    if let called = tree.child(verb, .oprd) {
      let object = tree.child(verb, .dobj).map { tree.subtree($0) } ?? tree.subtree(called)
      // "what it called “terrorist gangs”": the thing stands before the cue.
      if object.upperBound <= verb, called > verb {
        return statement(
          verb, stance, [object, tree.subtree(called)].map(clauses.trimmed), .smallClause)
      }
      let range =
        min(
          object.lowerBound, tree.subtree(called).lowerBound)..<max(
          object.upperBound, tree.subtree(called).upperBound)
      return statement(verb, stance, [clauses.trimmed(range)], .smallClause)
    }
    if let inner = tree.child(verb, .ccomp), inner > verb, tree[inner].pos != .verb {
      return statement(verb, stance, [clauses.trimmed(tree.subtree(inner))], .smallClause)
    }
    if let asWhat = asPhrase(of: verb) {
      if let thing = relativeObject(of: verb) {
        return statement(
          verb, stance, [thing, tree.subtree(asWhat)].map(clauses.trimmed), .smallClause)
      }
      // "described as “unhinged” a message": the name stands before the thing.
      if let object = tree.child(verb, .dobj), object > asWhat {
        let range = tree.subtree(asWhat).lowerBound..<tree.subtree(object).upperBound
        return statement(verb, stance, [clauses.trimmed(range)], .smallClause)
      }
    }
    guard let object = tree.child(verb, .dobj), object > verb else { return nil }
    let named = tree.children(verb).first { child in
      guard child > object else { return false }
      if tree[child].dep == .prep { return tree.isWord(child, "as") }
      return tree[child].dep == .advcl
        && tree.children(child).contains { tree[$0].dep == .mark && tree.isWord($0, "as") }
    }
    guard let named else { return nil }
    let range = tree.subtree(object).lowerBound..<tree.subtree(named).upperBound
    return statement(verb, stance, [clauses.trimmed(range)], .smallClause)
  }

  /// The phrase behind a verb that says as what it takes a thing ("described … as an act of war").
  func asPhrase(of verb: Int) -> Int? {
    tree.children(verb).first {
      $0 > verb && tree[$0].dep == .prep && tree.isWord($0, "as")
    }
  }

  /// "condemned the attack", "accused Russia of bombing it".
  func object(_ verb: Int, _ constructions: CueLexicon.Constructions) -> Statement? {
    if let stance = constructions[.object], let taken = relativeObject(of: verb) {
      return statement(verb, stance, [taken], .object)
    }
    guard let stance = constructions[.object], let object = tree.child(verb, .dobj),
      object > verb, !(tree[verb].dep == .acl && [.reject, .state, .propose].contains(stance))
    else { return nil }
    var range = tree.subtree(object)
    for child in tree.children(verb) where child > object && tree[child].dep == .prep {
      let carriesOn =
        tree.isWord(child, "of") || tree.isWord(child, "for") || tree.isWord(child, "as")
        || tree.isWord(child, "over") || tree.isWord(child, "on") && stance == .accuse
        || isWhere(child)
      guard carriesOn, tree.subtree(child).lowerBound <= range.upperBound else { continue }
      range = range.lowerBound..<max(range.upperBound, tree.subtree(child).upperBound)
    }
    return statement(verb, stance, [clauses.trimmed(range)], .object)
  }

  /// Whether a preposition says where the thing before it is ("ruled out intervention in Libya").
  func isWhere(_ preposition: Int) -> Bool {
    guard tree.isWord(preposition, "in") || tree.isWord(preposition, "near"),
      let place = tree.child(preposition, .pobj)
    else { return false }
    return tree[place].pos == .propn
      || tree.child(place, .poss).map { tree[$0].pos == .propn } == true
  }

  /// "the apology, which Turkey has demanded": the words that the relative pronoun stands for.
  func relativeObject(of verb: Int) -> Range<Int>? {
    guard tree[verb].dep == .relcl, let object = tree.child(verb, .dobj), object < verb,
      tree[object].tag == .wdt || tree[object].tag == .wp, let head = tree.head(verb),
      head < object
    else { return nil }
    return tree[head].pos == .verb ? head..<head + 1 : clauses.nounPhrase(head)
  }

  /// "called for …", "warned of …".
  func prepositional(
    _ verb: Int, _ constructions: CueLexicon.Constructions
  ) -> Statement? {
    for child in tree.children(verb) where tree[child].dep == .prep && child > verb {
      guard let stance = constructions[.preposition(tree.lower(child))],
        let inner = tree.child(child, .pobj, .pcomp)
      else { continue }
      var range = clauses.trimmed(tree.subtree(inner))
      if tree.isWord(child, "on"), let object = tree.child(verb, .dobj), object > verb,
        object < child
      {
        range = range.widened(to: tree.subtree(object).lowerBound)
      }
      // "called for the government to stop": the clause carries on behind the noun.
      for other in tree.children(verb) where other > child {
        let carriesOn = (tree[other].dep == .advcl || tree[other].dep == .xcomp) && hasTo(other)
        let end = clauses.trimmed(tree.subtree(other)).upperBound
        if carriesOn { range = range.lowerBound..<max(range.upperBound, end) }
      }
      var found = statement(verb, stance, [range], .preposition)
      found.cue.append(child..<child + 1)
      return found
    }
    return nil
  }
}
