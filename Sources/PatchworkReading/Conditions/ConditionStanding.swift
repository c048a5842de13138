import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// How a state stands in its telling: so, not so, ahead, asked for, or left open.
struct ConditionStanding: Sendable {
  enum Standing: Sendable {
    case so, notSo, ahead, wished, open
  }

  let lexical: LexicalTree
  let verbs: VerbRoles
  let governors: ModalityLexicon

  private var tree: ParseTree { lexical.tree }

  /// Climbs from a word over the verbs that carry it; each negation turns the state, a plan or a doubt ends the climb.
  ///
  /// A denial by a speaker ("denied that") leaves the state as it is: the account's stance tells it.
  func standing(_ index: Int) -> Standing {
    var isNot = hasNo(index)
    var standing: Standing = .so
    var at = index
    var verb: Int? = verbs.isVerb(index) ? index : nil
    for _ in 0..<10 {
      if let verb {
        if turns(verb) { isNot.toggle() }
        if let told = ownStanding(verb, isNot: isNot) {
          if told == .open { return .open }
          standing = told
        }
        at = verb
      }
      guard let head = tree.head(at) else { break }
      let label = tree[at].dep
      if tree[head].pos == .adp || label == .pobj || label == .pcomp {
        if tree.isWord(head, "without") { isNot.toggle() }
        if isCircumstance(head) { break }
        (at, verb) = (head, nil)
        continue
      }
      if isOnlyPossible(head, through: label) { return .open }
      if tree[at].dep == .ccomp, denies(head) { break }
      if fails(head) || hasYet(head), label == .xcomp || label == .acl || label == .advcl {
        isNot.toggle()
      }
      if hinders(head), label == .prep, tree.isWord(at, "from") { isNot.toggle() }
      switch label {
      case .xcomp, .acomp, .attr, .oprd, .dobj, .nsubj, .nsubjpass, .prep, .auxpass: break
      case .csubj where wouldOnly(head): return .open
      case .ccomp, .advcl, .acl, .relcl, .conj:
        if !reaches(label, from: at, to: head) {
          if isPurpose(at, label, of: head) { return .open }
          return result(standing, isNot)
        }
      default: return result(standing, isNot)
      }
      if label != .prep, !fails(head), !hinders(head),
        let found = wish(head, over: at, label: label)
      {
        if found == .open { return .open }
        standing = found
      }
      if (label == .nsubj || label == .nsubjpass), verbs.isVerb(at) { break }
      // Beyond a noun that is itself told of ("an offer of a truce was refused"), its verb counts.
      verb = verbs.isVerb(head) ? head : nil
      if label == .conj { verb = nil }
      at = head
    }
    return result(standing, isNot)
  }

  private func result(_ standing: Standing, _ isNot: Bool) -> Standing {
    isNot && standing != .wished ? .notSo : standing
  }

  /// Whether a clause is carried by the word above it.
  private func reaches(_ label: Dependency, from at: Int, to head: Int) -> Bool {
    switch label {
    case .ccomp:
      // "is not able to", "did not let …": not the speech verbs, whose negation is about saying.
      tree.lemma(head) == "let" || tree.lemma(head) == "be" || tree.lemma(head) == "agree"
        || tree.lemma(head) == "allow" || fails(head)
    case .advcl, .acl:
      tree[at].tag == .vb && (fails(head) || tree.lemma(head) == "agree")
    case .conj:
      // A second verb shares the first one's auxiliaries and negation only without a subject of its own.
      verbs.isVerb(at) && verbs.isVerb(head) && tree[at].tag == .vb
        && tree.child(at, .nsubj, .nsubjpass, .aux) == nil
    case .relcl: false
    default: true
    }
  }

  /// "retaking it would cut the road": neither has come about.
  private func wouldOnly(_ verb: Int) -> Bool {
    tree.child(verb, .csubj) != nil
      && tree.children(verb).contains { tree[$0].dep == .aux && tree.isWord($0, "would") }
  }

  /// "ways to end the siege": an infinitive below a noun that neither decides nor grants it.
  private func isPurpose(_ at: Int, _ label: Dependency, of head: Int) -> Bool {
    guard label == .acl || label == .relcl, tree[at].tag == .vb, tree[head].pos == .noun,
      tree.children(at).contains(where: { tree.isWord($0, "to") })
    else { return false }
    return governors.modality(governor: head, through: label, preposition: nil, in: lexical) == nil
  }

  /// "hopes for a renewal", "little chance that it will be renewed", "efforts to extend it": nothing of it has come about.
  private func isOnlyPossible(_ head: Int, through label: Dependency) -> Bool {
    guard tree[head].pos == .noun else { return false }
    let through: Dependency
    switch label {
    case .prep: through = .prep
    case .acl, .relcl, .ccomp: through = .acl
    default: return false
    }
    switch governors.modality(governor: head, through: through, preposition: nil, in: lexical) {
    case .possible, .attempted: return true
    default: return false
    }
  }

  /// What the verb's auxiliaries and marks say, beside its negation.
  private func ownStanding(_ verb: Int, isNot: Bool) -> Standing? {
    var found: Standing? = isScheduled(verb) ? .ahead : nil
    for child in tree.children(verb) {
      switch tree[child].dep {
      case .aux, .auxpass:
        if tree.isWord(child, "will") || tree.isWord(child, "shall") || tree.isWord(child, "'ll")
          || tree.isWord(child, "would")
        {
          if wouldOnly(verb) { return .open }
          found = .ahead
        } else if tree.isWord(child, "may") || tree.isWord(child, "might") {
          return .open
        } else if tree.isWord(child, "could"), !isNot, !isPerceived(verb) {
          return .open
        } else if tree.isWord(child, "must") || tree.isWord(child, "should")
          || tree.isWord(child, "ought")
        {
          found = .wished
        }
      case .mark, .advmod:
        if tree.isWord(child, "if") || tree.isWord(child, "unless")
          || tree.isWord(child, "whether") || tree.isWord(child, "until")
          || tree.isWord(child, "once") && tree[child].dep == .mark
          || tree.isWord(child, "almost") || tree.isWord(child, "nearly")
        {
          return .open
        }
      default: break
      }
    }
    if tree[verb].dep == .advcl, tree[verb].tag == .vb,
      tree.children(verb).contains(where: { tree.isWord($0, "to") }),
      tree.head(verb).map({ !fails($0) && tree.lemma($0) != "agree" }) ?? false
    {
      return .open
    }
    return found
  }

  /// Whether a timetable is told in the present ("begins on Monday").
  private func isScheduled(_ verb: Int) -> Bool {
    guard tree[verb].tag == .vbz || tree[verb].tag == .vbp else { return false }
    switch tree.lemma(verb) {
    case "begin", "start", "expire", "end": return true
    default: return false
    }
  }

  /// Whether a clause is negated, by "not", "never", "no longer" or a participant that is nobody.
  func turns(_ verb: Int) -> Bool {
    tree.children(verb).contains { child in
      switch tree[child].dep {
      case .neg: true
      case .advmod:
        tree.isWord(child, "never") || tree.isWord(child, "hardly") || tree.isWord(child, "barely")
          || tree.isWord(child, "longer") && child > 0 && tree.isWord(child - 1, "no")
      case .nsubj, .nsubjpass, .dobj, .attr: isNobody(child)
      default: false
      }
    }
  }

  private func isNobody(_ index: Int) -> Bool {
    if isNo(index) { return true }
    return tree.subtree(index).prefix { $0 <= index }.contains { child in
      isNo(child) && (tree[child].dep == .det || tree[child].dep == .preconj)
        || tree[child].dep == .neg && child < index
        || tree.isWord(child, "not") && child < index
    } || tree.isWord(index, "one") && index > 0 && tree.isWord(index - 1, "no")
  }

  private func isNo(_ index: Int) -> Bool {
    // "no-fly zone" negates nothing.
    tree.isWord(index, "no") && !(index + 1 < tree.count && tree[index + 1].tag == .hyph)
      || tree.isWord(index, "neither") || tree.isWord(index, "none")
      || tree.isWord(index, "nobody") || tree.isWord(index, "nothing")
  }

  /// "no siege", "no permission" where no verb above counts it already.
  private func hasNo(_ index: Int) -> Bool {
    guard !verbs.isVerb(index), isNobody(index) else { return false }
    switch tree[index].dep {
    case .nsubj, .nsubjpass, .dobj, .attr: return false
    default: return true
    }
  }

  /// Whether what is below a verb or adjective did not come about.
  private func fails(_ index: Int) -> Bool {
    switch tree.lemma(index) {
    case "fail", "refuse", "decline", "unable", "impossible", "unwilling", "stop", "cease",
      "powerless", "forbidden", "forbid":
      true
    default: false
    }
  }

  /// Whether something has yet to be done ("has yet to answer").
  private func hasYet(_ index: Int) -> Bool {
    (tree.lemma(index) == "have" || tree.lemma(index) == "be")
      && tree.children(index).contains { tree.isWord($0, "yet") }
  }

  private func hinders(_ index: Int) -> Bool {
    switch tree.lemma(index) {
    case "prevent", "stop", "bar", "block", "keep", "ban", "prohibit", "hinder": true
    default: false
    }
  }

  private func denies(_ index: Int) -> Bool {
    switch tree.lemma(index) {
    case "deny", "reject", "dismiss", "refute", "say", "claim", "report": true
    default: false
    }
  }

  private func isPerceived(_ verb: Int) -> Bool {
    tree.lemma(verb) == "hear" || tree.lemma(verb) == "see"
  }

  /// What a word above says of it: planned, asked for, attempted.
  private func wish(_ head: Int, over at: Int, label: Dependency) -> Standing? {
    if tree.lemma(head) == "able" || hasYet(head) { return nil }
    if tree.lemma(head) == "be", !tree.children(at).contains(where: { tree.isWord($0, "to") }) {
      return nil
    }
    guard
      let found = governors.modality(
        governor: head, through: label, preposition: nil, in: lexical)
    else { return nil }
    switch found {
    case .planned: return .ahead
    case .proposed: return .wished
    case .attempted, .threatened, .possible: return .open
    default: return nil
    }
  }

  /// Prepositions of time and circumstance, beyond which nothing above bears on the state.
  private func isCircumstance(_ index: Int) -> Bool {
    tree.isWord(index, "after") || tree.isWord(index, "during") || tree.isWord(index, "before")
      || tree.isWord(index, "since") || tree.isWord(index, "amid") || tree.isWord(index, "by")
      || tree.isWord(index, "following") || tree.isWord(index, "despite")
  }
}
