import PatchworkLanguage
import PatchworkRecord

/// Statements made by verbs: "said that …", "refused to …", "condemned …", "is believed to …".
struct VerbCues: Sendable {
  let clauses: Clauses
  var tree: ParseTree { clauses.tree }

  init(_ tree: ParseTree) { clauses = Clauses(tree: tree) }

  /// The statements of one verb, given what its lemma may do as a cue.
  func statements(of verb: Int, _ constructions: CueLexicon.Constructions) -> [Statement] {
    if let passive = passive(verb, constructions) { return [passive] }
    if let stance = constructions[.clause], tree.child(verb, .nsubj) == nil,
      let tagged = looseTag(verb, stance)
    {
      return [tagged]
    }
    guard let subject = clauses.subject(of: verb), !isAnyone(subject.head) else {
      return constructions[.clause].flatMap { unparsed(verb, $0) }.map { [$0] } ?? []
    }
    if let stance = constructions[.clause] {
      let found = clause(verb, stance, constructions)
      if !found.isEmpty { return found }
    }
    if let found = infinitive(verb, constructions) { return [found] }
    if let found = smallClause(verb, constructions) { return [found] }
    if let found = prepositional(verb, constructions) { return [found] }
    if let found = object(verb, constructions) { return [found] }
    return constructions[.clause].flatMap { unparsed(verb, $0) }.map { [$0] } ?? []
  }

  // MARK: - Constructions

  /// A finite clause or quotation below the verb, or around it ("…, she said, …", "as he put it").
  func clause(
    _ verb: Int, _ stance: Stance, _ constructions: CueLexicon.Constructions
  ) -> [Statement] {
    let below = tree.children(verb).filter {
      tree[$0].dep == .ccomp && !isInfinitive($0, of: verb)
    }
    if !below.isEmpty {
      var content: [Range<Int>] = []
      for child in below { content += contentRanges(of: child, without: verb) }
      guard !content.isEmpty else { return [] }
      return [statement(verb, stance, content.sorted { $0.lowerBound < $1.lowerBound })]
    }
    if let named = named(verb, stance) { return [named] }
    if let tagged = tag(verb, stance) { return [tagged] }
    if let rest = rest(verb, stance) { return [rest] }
    guard let head = tree.head(verb), clauses.subject(of: verb) != nil else { return [] }
    let isAside = tree[verb].dep == .parataxis
    let isAs =
      tree[verb].dep == .advcl
      && tree.children(verb).contains { tree[$0].dep == .mark && tree.isWord($0, "as") }
    guard isAside || isAs else { return [] }
    let own = tree.subtree(verb)
    let around = tree.subtree(head).subtracting(own).map(clauses.trimmed).filter { !$0.isEmpty }
    guard !around.isEmpty else { return [] }
    return [statement(verb, stance, around)]
  }

  func isVerbal(_ token: Int) -> Bool {
    tree[token].pos == .verb || tree[token].pos == .aux
  }

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
      let isOn = tree[child].dep == .prep && tree.isWord(child, "on")
      if isObject || isOn {
        let start = isOn ? tree.child(child, .pobj).map { tree.subtree($0).lowerBound } : nil
        range = (start ?? tree.subtree(child).lowerBound)..<range.upperBound
        break
      }
    }
    return statement(verb, stance, [range])
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
      let range =
        min(
          object.lowerBound, tree.subtree(called).lowerBound)..<max(
          object.upperBound, tree.subtree(called).upperBound)
      return statement(verb, stance, [clauses.trimmed(range)])
    }
    if let inner = tree.child(verb, .ccomp), inner > verb, tree[inner].pos != .verb {
      return statement(verb, stance, [clauses.trimmed(tree.subtree(inner))])
    }
    guard let object = tree.child(verb, .dobj), object > verb else { return nil }
    let named = tree.children(verb).first {
      $0 > object && tree[$0].dep == .prep && tree.isWord($0, "as")
    }
    guard let named else { return nil }
    let range = tree.subtree(object).lowerBound..<tree.subtree(named).upperBound
    return statement(verb, stance, [clauses.trimmed(range)])
  }

  /// "condemned the attack", "accused Russia of bombing it".
  func object(_ verb: Int, _ constructions: CueLexicon.Constructions) -> Statement? {
    if let stance = constructions[.object], let taken = relativeObject(of: verb) {
      return statement(verb, stance, [taken])
    }
    guard let stance = constructions[.object], let object = tree.child(verb, .dobj),
      object > verb, !(tree[verb].dep == .acl && [.reject, .state, .propose].contains(stance))
    else { return nil }
    var range = tree.subtree(object)
    for child in tree.children(verb) where child > object && tree[child].dep == .prep {
      let carriesOn =
        tree.isWord(child, "of") || tree.isWord(child, "for") || tree.isWord(child, "as")
        || tree.isWord(child, "over") || tree.isWord(child, "on") && stance == .accuse
      guard carriesOn, tree.subtree(child).lowerBound <= range.upperBound else { continue }
      range = range.lowerBound..<max(range.upperBound, tree.subtree(child).upperBound)
    }
    return statement(verb, stance, [clauses.trimmed(range)])
  }

  /// "the apology, which Turkey has demanded": the words that the relative pronoun stands for.
  private func relativeObject(of verb: Int) -> Range<Int>? {
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
        range = tree.subtree(object).lowerBound..<range.upperBound
      }
      // "called for the government to stop": the clause carries on behind the noun.
      for other in tree.children(verb) where other > child {
        let carriesOn = (tree[other].dep == .advcl || tree[other].dep == .xcomp) && hasTo(other)
        if carriesOn { range = range.lowerBound..<clauses.trimmed(tree.subtree(other)).upperBound }
      }
      var found = statement(verb, stance, [range])
      found.cue.append(child..<child + 1)
      return found
    }
    return nil
  }

  /// "is believed to …", "was condemned by …", "it was reported that …".
  func passive(_ verb: Int, _ constructions: CueLexicon.Constructions) -> Statement? {
    // "a source quoted by state media said": the medium passes on, the words belong to what follows.
    guard clauses.isPassive(verb), !["quote", "cite"].contains(tree.lemma(verb)) else { return nil }
    let subject = tree.child(verb, .nsubjpass)
    let agent = clauses.agent(of: verb)
    let inner = tree.children(verb).first {
      $0 > verb && (tree[$0].dep == .xcomp || tree[$0].dep == .ccomp || tree[$0].dep == .oprd)
    }
    let clausal = tree.child(verb, .ccomp, .csubjpass)
    let stance: Stance
    if let found = constructions[.passive] {
      guard agent != nil || inner != nil || clausal != nil || found != .state else { return nil }
      stance = found
    } else if agent != nil, let found = constructions[.object] {
      stance = found
    } else if let said = clausal, !isInfinitive(said, of: verb), let found = constructions[.clause]
    {
      stance = found
    } else {
      return nil
    }
    var content: [Range<Int>] = []
    let isEmptySubject = subject.map { tree.isWord($0, "it") } ?? true
    if let subject, !(isEmptySubject && clausal != nil) {
      let range = clauses.trimmed(tree.subtree(subject))
      content.append(range)
    } else if tree[verb].dep == .acl, let head = tree.head(verb) {
      content.append(clauses.trimmed(tree.subtree(head).lowerBound..<head + 1))
    }
    if let inner { content.append(clauses.trimmed(tree.subtree(inner))) }
    if let clausal, clausal != inner { content.append(clauses.trimmed(tree.subtree(clausal))) }
    for child in tree.children(verb) where child > verb && tree[child].dep == .prep {
      guard
        tree.isWord(child, "on") || tree.isWord(child, "as") || tree.isWord(child, "of")
          || tree.isWord(child, "for") || tree.isWord(child, "to")
      else { continue }
      content.append(clauses.trimmed(tree.subtree(child)))
    }
    content = content.filter { !$0.isEmpty }
    guard !content.isEmpty else { return nil }
    var found = Statement(content: content, stance: stance, rule: "agent")
    let first = tree.child(verb, .auxpass) ?? verb
    found.cue = [min(first, verb)..<verb + 1]
    found.cueHead = verb
    if let agent {
      found.source = clauses.nounPhrase(agent)
      found.sourceHead = agent
    } else {
      found.isUnstated = true
      found.rule = "unstated"
    }
    found.polarity = clauses.isNegated(verb) ? .negative : .positive
    return found
  }

  // MARK: - Pieces

  func statement(_ verb: Int, _ stance: Stance, _ content: [Range<Int>]) -> Statement {
    var found = Statement(content: content, stance: stance, rule: "unstated")
    found.cue = [verb..<verb + 1]
    if let particle = tree.child(verb, .prt) { found.cue.append(particle..<particle + 1) }
    found.cueHead = verb
    if let subject = clauses.subject(of: verb) {
      found.source = clauses.nounPhrase(subject.head)
      found.sourceHead = subject.head
      found.rule = subject.rule
    }
    found.polarity = clauses.isNegated(verb) ? .negative : .positive
    return found
  }

  /// The ranges of a clause below a cue, leaving out the cue's own words where the clause surrounds it.
  func contentRanges(of clause: Int, without verb: Int) -> [Range<Int>] {
    let whole = tree.subtree(clause)
    guard whole.contains(verb) else { return [clauses.trimmed(whole)].filter { !$0.isEmpty } }
    var low = verb
    var high = verb + 1
    for child in tree.children(verb) where child != clause && tree[child].dep != .punct {
      let range = tree.subtree(child)
      guard tree[child].dep != .ccomp else { continue }
      low = min(low, range.lowerBound)
      high = max(high, range.upperBound)
    }
    return whole.subtracting(low..<high).map(clauses.trimmed).filter { !$0.isEmpty }
  }

  /// Whether a subject is the one who speaks or is spoken to, so that the words have no source of their own.
  func isAnyone(_ token: Int) -> Bool {
    guard tree[token].pos == .pron else { return false }
    return tree.isWord(token, "i") || tree.isWord(token, "we") || tree.isWord(token, "you")
      || tree.isWord(token, "me") || tree.isWord(token, "us") || tree.isWord(token, "there")
      || tree.isWord(token, "this") || tree.isWord(token, "that") || tree.isWord(token, "what")
  }

  func hasTo(_ verb: Int) -> Bool {
    tree.children(verb).contains { tree[$0].dep == .aux && tree[$0].tag == .to }
  }

  /// Whether a clause below a verb is an infinitive with its own subject ("told them to leave").
  func isInfinitive(_ clause: Int, of verb: Int) -> Bool {
    tree[clause].tag == .vb && hasTo(clause) && tree.child(clause, .mark) == nil && clause > verb
  }
}
