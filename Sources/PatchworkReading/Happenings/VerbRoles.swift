import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Who does what to whom at a verb, with passives, relative clauses and shared subjects undone.
struct VerbRoles: Sendable {
  let lexical: LexicalTree
  /// Verbs whose object is the subject of the verb below them ("urged him to leave").
  let objectControl: Set<Int32>

  private var tree: ParseTree { lexical.tree }

  /// Whether the verb stands in the passive.
  func isPassive(_ verb: Int) -> Bool {
    if tree.child(verb, .auxpass, .nsubjpass, .agent) != nil { return true }
    guard tree[verb].tag == .vbn || tree[verb].tag == .vbd else { return false }
    if isHeadlinePassive(verb) { return true }
    switch tree[verb].dep {
    case .acl: return true
    case .advcl, .ccomp, .xcomp:
      return tree[verb].tag == .vbn && tree.child(verb, .aux, .nsubj) == nil
    case .conj:
      // "two were killed and three wounded": the auxiliary is said once.
      guard tree.child(verb, .aux, .dobj) == nil, let head = tree.head(verb), isVerb(head) else {
        return false
      }
      return isPassive(head)
    default: return false
    }
  }

  /// "20 civilians killed 30 injured": numbers side by side, as headlines leave out what makes a passive.
  private func isHeadlinePassive(_ verb: Int) -> Bool {
    guard let subject = tree.child(verb, .nsubj), tree.child(subject, .nummod) != nil,
      tree.child(verb, .aux) == nil, let object = tree.child(verb, .dobj), tree[object].tag == .cd
    else { return false }
    return tree.child(object, .acl).map { tree[$0].tag == .vbn } ?? false
  }

  /// Head word of the one who acts, or nil.
  func actor(_ verb: Int) -> Int? {
    if isPassive(verb) {
      if let agent = tree.child(verb, .agent), let object = tree.child(agent, .pobj) {
        return object
      }
      for child in tree.children(verb)
      where tree[child].dep == .prep && tree.isWord(child, "by") {
        if let object = tree.child(child, .pobj) { return object }
      }
      // "taken hostage by rebels": the agent may hang on the word between.
      for child in tree.children(verb)
      where tree[child].dep == .dobj || tree[child].dep == .oprd || tree[child].dep == .xcomp {
        for inner in tree.children(child) where tree.isWord(inner, "by") {
          if let object = tree.child(inner, .pobj) { return object }
        }
      }
      return nil
    }
    // "the convoy was attacked, killing twelve": whoever attacked, not the convoy.
    if tree[verb].dep == .advcl, tree[verb].tag == .vbg, ownSubject(verb) == nil,
      let governor = tree.head(verb), isVerb(governor), isPassive(governor)
    {
      return actor(governor)
    }
    return subject(verb, depth: 0)
  }

  /// Head word of the one acted on, or nil.
  func target(_ verb: Int) -> Int? {
    if isPassive(verb) { return subject(verb, depth: 0) }
    if let object = tree.child(verb, .dobj) {
      if lexical.isRelative(object), let head = tree.head(verb) { return head }
      return object
    }
    if tree[verb].dep == .relcl, let head = tree.head(verb),
      let subject = tree.child(verb, .nsubj), !lexical.isRelative(subject),
      tree.child(verb, .prep, .advmod) == nil
    {
      return head
    }
    return nil
  }

  /// The grammatical subject, found over relatives, participles, infinitives and coordination.
  func subject(_ verb: Int, depth: Int) -> Int? {
    guard depth < 8 else { return nil }
    if let subject = ownSubject(verb) {
      if lexical.isRelative(subject) {
        var at = verb
        while tree[at].dep == .conj || tree[at].dep == .xcomp, let up = tree.head(at) { at = up }
        if tree[at].dep == .relcl, let head = tree.head(at) { return antecedent(head) }
      }
      if tree[subject].tag == .ex { return tree.child(verb, .attr) }
      if lexical.labels[subject] == .date, let told = tree.child(subject, .appos) {
        // A dateline's day that the parser takes for the subject: "BEIRUT, Sept 17 – Warplanes …".
        return told
      }
      return subject
    }
    guard let head = tree.head(verb) else { return nil }
    switch tree[verb].dep {
    case .relcl, .acl:
      if tree[verb].tag == .vb {
        // "an attempt to enter": whoever acts at the noun's verb.
        return governingSubject(ofNoun: head, depth: depth)
      }
      return head
    case .xcomp, .ccomp:
      guard isVerb(head) else { return subject(head, depth: depth + 1) }
      if let object = controllingObject(head) { return object }
      return subject(head, depth: depth + 1)
    case .conj, .advcl, .dep, .parataxis:
      guard isVerb(head) else { return nil }
      if tree[verb].dep == .advcl, let object = controllingObject(head) { return object }
      return subject(head, depth: depth + 1)
    case .pcomp:
      guard let governor = tree.head(head) else { return nil }
      if isVerb(governor) {
        if tree.isWord(head, "of") || tree.isWord(head, "for"),
          let object = tree.child(governor, .dobj, .nsubjpass)
        {
          return object
        }
        return subject(governor, depth: depth + 1)
      }
      if let owner = tree.child(governor, .poss) { return owner }
      return governingSubject(ofNoun: governor, depth: depth)
    case .acomp, .oprd:
      guard isVerb(head) else { return nil }
      // "held Moscow responsible": said of the object.
      return tree.child(head, .dobj) ?? subject(head, depth: depth + 1)
    case .pobj, .dobj, .nsubj, .nsubjpass, .attr:
      // A gerund that stands where a noun would: "the bombing of", "denied shelling".
      if tree[verb].dep == .dobj, isVerb(head) { return subject(head, depth: depth + 1) }
      return nil
    default: return nil
    }
  }

  /// The verb's own subject, rather not a day that stands beside it; of several before it, as where a heading runs on
  /// into the text, the nearest.
  private func ownSubject(_ verb: Int) -> Int? {
    let subjects = tree.children(verb).filter {
      tree[$0].dep == .nsubj || tree[$0].dep == .nsubjpass
    }
    let undated = subjects.filter { lexical.labels[$0] != .date }
    return undated.last { $0 < verb } ?? undated.first ?? subjects.first
  }

  /// The noun that a relative clause after a date speaks of: "a raid last year that killed nine".
  private func antecedent(_ noun: Int) -> Int {
    guard tree[noun].dep == .npadvmod, lexical.labels[noun] == .date, let head = tree.head(noun)
    else { return noun }
    return head
  }

  /// Whether the token heads a clause.
  func isVerb(_ index: Int) -> Bool { tree[index].pos == .verb || tree[index].pos == .aux }

  private func controllingObject(_ verb: Int) -> Int? {
    guard objectControl.contains(lexical.lemmas[verb]) else { return nil }
    if let object = tree.child(verb, .dobj, .nsubjpass, .dative) { return object }
    for child in tree.children(verb) where tree[child].dep == .prep {
      if tree.isWord(child, "on") || tree.isWord(child, "for") || tree.isWord(child, "to") {
        if let object = tree.child(child, .pobj) { return object }
      }
    }
    return nil
  }

  private func governingSubject(ofNoun noun: Int, depth: Int) -> Int? {
    guard let head = tree.head(noun) else { return nil }
    if isVerb(head), tree[noun].dep == .dobj || tree[noun].dep == .attr {
      return subject(head, depth: depth + 1)
    }
    return nil
  }
}
