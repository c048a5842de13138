import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Who does what to whom at a noun that names a happening.
struct NounRoles: Sendable {
  let lexical: LexicalTree
  let verbs: VerbRoles
  let lexicon: HappeningLexicons

  private var tree: ParseTree { lexical.tree }

  /// The actor and target of a noun under a trigger row.
  func participants(_ noun: Int, row: TriggerRow) -> (actor: Int?, target: Int?) {
    var actor: Int?
    var target: Int?
    let isDoneTo =
      row.type == .killing || row.type == .arrest || row.type == .abduction
      || row.type == .release || row.type == .siege
    for child in tree.children(noun) {
      switch tree[child].dep {
      case .poss:
        if isDoneTo && isPatient(child) {
          target = target ?? child
        } else if lexical.labels[child] != .date {
          actor = actor ?? child
        }
      case .amod, .compound, .nmod:
        if isParty(child) { actor = actor ?? child }
      case .prep, .agent:
        guard let object = tree.child(child, .pobj) else { continue }
        preposition(child, object, row, &actor, &target)
      case .acl where tree[child].tag == .vbn:
        for preposition in tree.children(child)
        where tree[preposition].dep == .prep || tree[preposition].dep == .agent {
          if let object = tree.child(preposition, .pobj),
            tree.isWord(preposition, "by") || tree.isWord(preposition, "to")
              || tree.isWord(preposition, "on")
          {
            actor = actor ?? object
          }
        }
      default: break
      }
    }
    if actor == nil { actor = agentBelow(noun) }
    governor(noun, row, &actor, &target)
    return (actor, target)
  }

  private func preposition(
    _ preposition: Int, _ object: Int, _ row: TriggerRow, _ actor: inout Int?,
    _ target: inout Int?
  ) {
    if tree.isWord(preposition, "by") {
      actor = object
    } else if tree.isWord(preposition, "of") {
      if row.roles.contains(.ofIsActor) {
        actor = actor ?? object
      } else {
        target = target ?? object
      }
    } else if tree.isWord(preposition, "between") {
      actor = object
    } else if tree.isWord(preposition, "against") || tree.isWord(preposition, "on")
      || tree.isWord(preposition, "upon") || tree.isWord(preposition, "targeting")
    {
      if row.type != .protest || tree.isWord(preposition, "against") {
        if lexical.labels[object] != .date { target = object }
      }
    } else if tree.isWord(preposition, "with") {
      if row.type == .talks || row.type == .clash || row.type == .agreement {
        target = target ?? object
      }
    } else if tree.isWord(preposition, "at") || tree.isWord(preposition, "into") {
      target = target ?? object
    }
  }

  /// The party behind a "by" that hangs deeper in the noun's phrase ("attacks in past days by the army").
  private func agentBelow(_ noun: Int) -> Int? {
    for index in tree.subtree(noun) where index > noun && tree.isWord(index, "by") {
      guard tree[index].dep == .prep || tree[index].dep == .agent,
        let object = tree.child(index, .pobj), let host = tree.head(index),
        tree[host].pos == .noun || tree[host].pos == .propn,
        !lexical.phraseClasses(object).isDisjoint(with: lexicon.armedOrState)
      else { continue }
      return object
    }
    return nil
  }

  private func governor(
    _ noun: Int, _ row: TriggerRow, _ actor: inout Int?, _ target: inout Int?
  ) {
    let noun = lexical.measured(noun)
    guard let head = tree.head(noun) else { return }
    switch tree[noun].dep {
    case .dobj:
      let subject = verbs.subject(head, depth: 0)
      switch lexicon.lightVerbs[lexical.lemmas[head]] {
      case .actor: actor = actor ?? subject
      case .target: target = target ?? subject
      case nil:
        if row.type == .talks || row.type == .politicalAct {
          actor = actor ?? subject
        }
      }
      for child in tree.children(head) where tree[child].dep == .prep {
        if tree.isWord(child, "on") || tree.isWord(child, "against") || tree.isWord(child, "with")
          || tree.isWord(child, "at")
        {
          if let object = tree.child(child, .pobj), lexical.labels[object] != .date,
            lexical.labels[object] != .time
          {
            target = target ?? object
          }
        }
      }
    case .nsubj where verbs.isVerb(head):
      // "the blast killed three people", "clashes rocked the town"
      if target == nil, row.type != .talks, row.type != .other,
        let object = tree.child(head, .dobj),
        !lexical.phraseClasses(object).isDisjoint(with: lexicon.struck)
      {
        target = object
      }
    case .pobj:
      if row.roles.contains(.injury), tree.isWord(head, "with"), let verb = tree.head(head),
        verbs.isVerb(verb)
      {
        // "were taken to hospital with injuries"
        target = target ?? verbs.subject(verb, depth: 0)
        return
      }
      // "a city under siege", "people are living under siege"
      guard tree.isWord(head, "under"), let host = tree.head(head) else { return }
      target = target ?? (verbs.isVerb(host) ? verbs.subject(host, depth: 0) : host)
    default: break
    }
  }

  /// Whether an owner is rather the one a deed was done to ("his killing", "Tammo's arrest").
  private func isPatient(_ index: Int) -> Bool {
    lexical.classes[index].isDisjoint(with: lexicon.armedOrState)
      && (tree[index].pos == .pron || !lexical.classes[index].isDisjoint(with: lexicon.people))
  }

  /// Whether a word before a noun names a party ("rebel attack", "Israeli raid", "US strikes").
  private func isParty(_ index: Int) -> Bool {
    if index > 0, tree.isWord(index - 1, "-") || tree.isWord(index - 1, "anti") {
      // "anti-government protests"
      return false
    }
    switch lexical.labels[index] {
    case .norp, .org: return true
    case .gpe: return tree[index].dep != .nmod
    default: return !lexical.classes[index].isDisjoint(with: lexicon.armedOrState)
    }
  }
}
