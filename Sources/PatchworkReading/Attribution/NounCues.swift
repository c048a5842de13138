import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Statements made by nouns ("the US call for …", "claims that …"), by "according to" and by adverbs.
struct NounCues: Sendable {
  let clauses: Clauses
  /// Verbs whose subject makes what their object says.
  let makers: Set<String>
  private var tree: ParseTree { clauses.tree }

  init(_ tree: ParseTree, makers: Set<String>) {
    clauses = Clauses(tree: tree)
    self.makers = makers
  }

  /// The statement of one noun, given what its lemma may do as a cue.
  func statement(of noun: Int, _ constructions: CueLexicon.Constructions) -> Statement? {
    // "no reports of casualties", "had no doubts about": nobody says it.
    guard !tree.children(noun).contains(where: { tree[$0].dep == .det && tree.isWord($0, "no") })
    else { return nil }
    guard let (content, stance, bridge, form) = content(of: noun, constructions) else { return nil }
    var found = Statement(content: [content], stance: stance, form: form, rule: "unstated")
    found.cue = [noun..<noun + 1]
    if let bridge { found.cue.append(bridge..<bridge + 1) }
    found.cueHead = noun
    guard let source = source(of: noun, content: content) else {
      // "amid reports that …": somebody, nobody knows who.
      guard form == .nounClause else { return nil }
      found.isUnstated = true
      return found
    }
    found.source = source.range
    found.sourceHead = source.head
    found.rule = source.rule
    return found
  }

  private func content(
    of noun: Int, _ constructions: CueLexicon.Constructions
  ) -> (Range<Int>, Stance, bridge: Int?, StatementForm)? {
    var after = tree.children(noun).filter { $0 > noun }
    // "voiced concern about the fighting": the parser may hang what follows on the verb.
    if tree[noun].dep == .dobj, let verb = tree.head(noun), makers.contains(tree.lemma(verb)) {
      after += tree.children(verb).filter { $0 > noun && tree[$0].dep == .prep }
    }
    for child in after {
      guard [.acl, .ccomp, .relcl, .xcomp].contains(tree[child].dep) else { continue }
      let words = tree.children(child)
      let isThat = words.contains { tree[$0].dep == .mark && tree.isWord($0, "that") }
      if isThat, let stance = constructions[.clause] {
        return (clauses.trimmed(tree.subtree(child)), stance, nil, .nounClause)
      }
    }
    if let found = afterFor(noun, constructions) { return found }
    for child in after where tree[child].dep == .prep {
      guard let stance = constructions[.preposition(tree.lower(child))],
        let inner = tree.child(child, .pobj, .pcomp)
      else { continue }
      var range = clauses.trimmed(tree.subtree(inner))
      for other in tree.children(noun) where other > child {
        let carriesOn = tree[other].dep == .acl || tree[other].dep == .advcl
        if carriesOn {
          range = range.lowerBound..<max(range.upperBound, tree.subtree(other).upperBound)
        }
      }
      return (clauses.trimmed(range), stance, child, .nounPreposition)
    }
    let infinitive = after.first { child in
      [.acl, .ccomp, .xcomp].contains(tree[child].dep)
        && tree.children(child).contains { tree[$0].dep == .aux && tree[$0].tag == .to }
    }
    guard let infinitive, let stance = constructions[.infinitive] else { return nil }
    return (clauses.trimmed(tree.subtree(infinitive)), stance, nil, .nounInfinitive)
  }

  /// "a call for all warplanes to halt flights", where the parser hung the infinitive on another word.
  private func afterFor(
    _ noun: Int, _ constructions: CueLexicon.Constructions
  ) -> (Range<Int>, Stance, bridge: Int?, StatementForm)? {
    let bridge = noun + 1
    let sentence = tree.sentences[tree.sentenceOfToken[noun]]
    guard bridge + 1 < sentence.upperBound, tree.isWord(bridge, "for"),
      let stance = constructions[.preposition("for")] ?? constructions[.infinitive]
    else { return nil }
    let to = (bridge + 1..<min(bridge + 8, sentence.upperBound)).first { tree[$0].tag == .to }
    guard let to, let verb = tree.head(to), verb > to, tree[verb].pos == .verb else { return nil }
    // The infinitive ends where what follows it is no longer its object or adverb.
    let end =
      tree.children(verb).filter { $0 > verb && tree[$0].dep != .conj }
      .map { tree.subtree($0).upperBound }.max() ?? verb + 1
    return (clauses.trimmed(bridge + 1..<max(end, verb + 1)), stance, bridge, .nounPreposition)
  }

  /// Whose statement the noun names: possessor, modifier, "by", "from", or who makes it.
  private func source(
    of noun: Int, content: Range<Int>
  ) -> (range: Range<Int>, head: Int, rule: String)? {
    if let owner = tree.child(noun, .poss) {
      var range = tree.subtree(owner)
      if tree[range.upperBound - 1].tag == .pos { range = range.lowerBound..<range.upperBound - 1 }
      return (range, owner, "possessor")
    }
    for child in tree.children(noun) where child < noun {
      let isModifier =
        tree[child].dep == .compound || tree[child].dep == .amod
        || tree[child].dep == .nmod
      if isModifier, namesActor(child) {
        return (tree.subtree(child).lowerBound..<child + 1, child, "modifier")
      }
    }
    for child in tree.children(noun) where tree[child].dep == .prep || tree[child].dep == .agent {
      guard let inner = tree.child(child, .pobj) else { continue }
      // "the claim of the ministry that …": the owner stands before the words.
      let isOwner = tree.isWord(child, "of") && inner < content.lowerBound
      guard tree.isWord(child, "by") || tree.isWord(child, "from") || isOwner else { continue }
      return (clauses.nounPhrase(inner), inner, "by")
    }
    // "made the claim that …", "issued a statement that …"
    if tree[noun].dep == .dobj, let verb = tree.head(noun), !clauses.isPassive(verb),
      makers.contains(tree.lemma(verb)),
      let subject = clauses.subject(of: verb)
    {
      return (clauses.nounPhrase(subject.head), subject.head, "maker")
    }
    return nil
  }

  private func namesActor(_ token: Int) -> Bool {
    tree[token].pos == .propn || (tree[token].pos == .adj && tree.isCapitalised(token))
  }

  /// "according to X": the words around it are X's.
  func accordingTo(_ token: Int) -> Statement? {
    guard tree.isWord(token, "according"), let to = tree.child(token, .prep) ?? nextTo(token),
      let inner = tree.child(to, .pobj) ?? misread(behind: to)
    else { return nil }
    guard let head = tree.head(token) else { return accordingFirst(token, to, inner) }
    var top = head
    while tree[top].pos != .verb && tree[top].pos != .aux, let up = tree.head(top) { top = up }
    let own = token..<max(tree.subtree(to).upperBound, to + 1)
    if closesSentence(own) { top = sentenceVerb(above: top) }
    let around = tree.subtree(top).subtracting(own).map(clauses.trimmed).filter { !$0.isEmpty }
    guard !around.isEmpty else { return nil }
    var found = Statement(content: around, stance: .state, form: .accordingTo, rule: "according-to")
    found.cue = [token..<to + 1]
    found.cueHead = token
    let phrase = clauses.nounPhrase(inner)
    found.source = phrase.widened(to: tree.child(to, .pcomp) ?? phrase.lowerBound)
    found.sourceHead = inner
    return found
  }

  /// The noun behind "to" of which the tagger took the first word for a verb ("according to aid workers").
  private func misread(behind to: Int) -> Int? {
    guard let verb = tree.child(to, .pcomp), verb == to + 1, tree[verb].tag == .vb else {
      return nil
    }
    return tree.child(verb, .dobj)
  }

  /// "According to X, …" where the parser took the first word for the verb of the sentence: the rest behind the comma
  /// is X's.
  private func accordingFirst(_ token: Int, _ to: Int, _ source: Int) -> Statement? {
    let sentence = tree.sentences[tree.sentenceOfToken[token]]
    guard token == tree.subtree(token).lowerBound, source + 1 < sentence.upperBound,
      tree.isWord(source + 1, ",")
    else { return nil }
    let content = clauses.trimmed(source + 2..<sentence.upperBound)
    guard content.count > 2 else { return nil }
    var found = Statement(
      content: [content], stance: .state, form: .accordingTo, rule: "according-to")
    found.cue = [token..<to + 1]
    found.cueHead = token
    found.source = tree.subtree(source).lowerBound..<source + 1
    found.sourceHead = source
    return found
  }

  /// Whether words behind a comma end their sentence: they speak of the whole of it, whatever the parser hung them on.
  private func closesSentence(_ words: Range<Int>) -> Bool {
    let sentence = tree.sentences[tree.sentenceOfToken[words.lowerBound]]
    return words.lowerBound > sentence.lowerBound && tree.isWord(words.lowerBound - 1, ",")
      && (words.upperBound..<max(words.upperBound, sentence.upperBound)).allSatisfy {
        tree[$0].pos == .punct || tree[$0].pos == .space
      }
  }

  /// The verb of the clause that a verb is below by no words of another speaker: out of relative clauses,
  /// participles, and of what is reported, believed or feared.
  private func sentenceVerb(above verb: Int) -> Int {
    var top = verb
    while let up = tree.head(top) {
      switch tree[top].dep {
      case .xcomp, .ccomp:
        guard clauses.isPassive(up) else { return top }
        top = up
      case .relcl, .acl, .advcl:
        var above: Int? = up
        while let at = above, tree[at].pos != .verb, tree[at].pos != .aux { above = tree.head(at) }
        guard let above else { return top }
        top = above
      default: return top
      }
    }
    return top
  }

  private func nextTo(_ token: Int) -> Int? {
    token + 1 < tree.count && tree.isWord(token + 1, "to") ? token + 1 : nil
  }

  /// "reportedly", "allegedly": somebody unnamed says so.
  func hearsay(_ token: Int) -> Statement? {
    guard
      tree.isWord(token, "reportedly") || tree.isWord(token, "allegedly")
        || tree.isWord(token, "purportedly") || tree.isWord(token, "supposedly"),
      let head = tree.head(token)
    else { return nil }
    let own = token..<token + 1
    let around = tree.subtree(head).subtracting(own).map(clauses.trimmed).filter { !$0.isEmpty }
    guard !around.isEmpty else { return nil }
    var found = Statement(content: around, stance: .state, form: .hearsay, rule: "unstated")
    found.cue = [own]
    found.cueHead = token
    found.isUnstated = true
    found.quoted = .none
    return found
  }
}
