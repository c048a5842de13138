import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Reads how a happening stands from auxiliaries, negation and the words that govern it.
struct ModalityReader: Sendable {
  let lexical: LexicalTree
  let lexicon: ModalityLexicon

  private var tree: ParseTree { lexical.tree }

  /// The modality of a trigger, or nil where the tree says nothing beyond the plain telling.
  func modality(_ trigger: Int, isVerb: Bool) -> Modality? {
    var found: Modality?
    if isVerb {
      found = clause(trigger)
    } else if tree.children(trigger).contains(where: {
      tree[$0].dep == .det && tree.isWord($0, "no")
    }) {
      return .denied
    }
    if found == .denied { return found }
    return governing(trigger, isVerb: isVerb, own: found) ?? found
  }

  /// Whether a state is said to hold no longer.
  func isOver(_ verb: Int) -> Bool {
    tree.children(verb).contains { child in
      tree.isWord(child, "longer") && child > 0 && tree.isWord(child - 1, "no")
    }
  }

  /// What the verb's own auxiliaries, negation and conditional say.
  func clause(_ verb: Int) -> Modality? {
    var verb = verb
    // A coordinated verb without auxiliaries of its own shares those of the first.
    while tree[verb].dep == .conj, tree.child(verb, .aux, .auxpass, .neg, .nsubj) == nil,
      let head = tree.head(verb), tree[head].pos == .verb, tree[head].tag == tree[verb].tag
    {
      verb = head
    }
    var isFuture = false
    var isPossible = false
    var isProposed = false
    var isPresentBe = false
    var isPerfect = false
    var isPast = false
    var hasTo = false
    var isProgressive = tree[verb].tag == .vbg
    for child in tree.children(verb) {
      switch tree[child].dep {
      case .aux, .auxpass:
        if tree[child].dep == .auxpass, tree[child].tag == .vbg { isProgressive = true }
        if tree.isWord(child, "will") || tree.isWord(child, "shall") || tree.isWord(child, "'ll")
          || tree.isWord(child, "would")
        {
          isFuture = true
        } else if tree.isWord(child, "could") || tree.isWord(child, "may")
          || tree.isWord(child, "might")
        {
          isPossible = true
        } else if tree.isWord(child, "must") || tree.isWord(child, "should")
          || tree.isWord(child, "ought")
        {
          isProposed = true
        } else if tree.isWord(child, "to") {
          hasTo = true
        } else if tree[child].tag == .vbz || tree[child].tag == .vbp {
          let lemma = tree.lemma(child)
          if lemma == "be" { isPresentBe = true }
          if lemma == "have" { isPerfect = true }
        } else if tree[child].tag == .vbd {
          isPast = true
        }
      case .advmod where tree.isWord(child, "almost") || tree.isWord(child, "nearly"):
        isPossible = true
      case .mark:
        if tree.isWord(child, "if") || tree.isWord(child, "unless")
          || tree.isWord(child, "whether")
        {
          isPossible = true
        }
        if tree.isWord(child, "until") { isFuture = true }
      default: break
      }
    }
    if tree.child(verb, .neg) != nil || hasEmptyParticipant(verb) { return .denied }
    if isPossible { return .possible }
    if isProposed { return .proposed }
    if isFuture { return .planned }
    if isProgressive && (isPresentBe || (isPerfect && !isPast)) { return .ongoing }
    if hasTo && tree[verb].dep == .advcl { return .attempted }
    if isProgressive, tree[verb].dep == .acl, !hasTo { return .ongoing }
    return nil
  }

  private func governing(_ trigger: Int, isVerb: Bool, own: Modality?) -> Modality? {
    var at = trigger
    var preposition: Int32?
    for _ in 0..<6 {
      guard let head = tree.head(at) else { return nil }
      let label = tree[at].dep
      if tree[head].pos == .adp || label == .pobj || label == .pcomp {
        if isCircumstance(head) { return nil }
        // "tried to pacify them by giving …": the means is no attempt.
        if label == .pcomp, tree.isWord(head, "by") { return nil }
        if tree.isWord(head, "under"), !isVerb, lasts(trigger) || lasts(head) { return .ongoing }
        preposition = lexical.forms[head]
        at = head
        continue
      }
      if let found = lexicon.modality(
        governor: head, through: label, preposition: label == .prep ? preposition : nil,
        in: lexical)
      {
        if found == .possible, clause(head) == .proposed { return .proposed }
        if found == .planned, lexical.tree.lemma(head) == "be",
          !tree.children(trigger).contains(where: { tree.isWord($0, "to") })
        {
          return nil
        }
        return turned(found, by: head, trigger: trigger)
      }
      if Self.isEnding(head, in: tree) { return nil }
      let isHeadVerb = tree[head].pos == .verb || tree[head].pos == .aux
      switch label {
      case .dobj, .nsubj, .nsubjpass, .attr, .xcomp, .acomp:
        if isHeadVerb, label != .nsubj || !isVerb, let found = clause(head) {
          if found == .denied && label == .xcomp { return .denied }
          return own == nil ? found : nil
        }
        if label == .nsubj || label == .nsubjpass { return nil }
        at = head
      case .prep where isMissedTrace(head), .acl where isMissedTrace(head),
        .ccomp where isMissedTrace(head):
        return .denied
      case .prep:
        // "could slip into civil war": what becomes of a change is as open as the change.
        if isHeadVerb, let found = clause(head), isOpen(found) { return own == nil ? found : nil }
        // "called for an investigation of the attack": the investigation is proposed, not the attack.
        if tree[head].pos == .noun, !lexical.isMeasure(head) { return nil }
        at = head
      case .conj, .acl: at = head
      case .ccomp:
        // "is believed to have", "said that": the governor says nothing of the happening itself.
        return nil
      default: return nil
      }
    }
    return nil
  }

  /// Whether something is said to last until now: "since March", "for almost a year".
  private func lasts(_ index: Int) -> Bool {
    tree.children(index).contains { child in
      if tree.isWord(child, "since") { return true }
      guard tree[child].dep == .prep, tree.isWord(child, "for"),
        let span = tree.child(child, .pobj)
      else { return false }
      return lexical.labels[span] == .date || lexical.labels[span] == .time
    }
  }

  /// Whether nobody did it or nothing was done: "no convoy entered", "neither side attacked".
  private func hasEmptyParticipant(_ verb: Int) -> Bool {
    tree.children(verb).contains { child in
      switch tree[child].dep {
      case .nsubj, .nsubjpass, .dobj:
        isEmpty(child) || tree.children(child).contains { tree[$0].dep == .det && isEmpty($0) }
      default: false
      }
    }
  }

  /// Whether a word is a trace of something that nobody found: "did not find any signs of …", "no evidence that …".
  private func isMissedTrace(_ noun: Int) -> Bool {
    guard tree[noun].pos == .noun, lexical.isTrace(noun) else { return false }
    if tree.children(noun).contains(where: { tree[$0].dep == .det && isEmpty($0) }) { return true }
    guard tree[noun].dep == .dobj, let verb = tree.head(noun) else { return false }
    return tree.child(verb, .neg) != nil
  }

  private func isEmpty(_ index: Int) -> Bool {
    tree.isWord(index, "no") || tree.isWord(index, "neither") || tree.isWord(index, "none")
      || tree.isWord(index, "nobody") || tree.isWord(index, "nothing")
  }

  private func isOpen(_ modality: Modality) -> Bool {
    modality == .possible || modality == .planned || modality == .proposed || modality == .denied
  }

  /// Words that end what they govern: what is proposed or planned is the end, not the thing ended.
  static func isEnding(_ index: Int, in tree: ParseTree) -> Bool {
    tree.isWord(index, "halt") || tree.isWord(index, "end") || tree.isWord(index, "stop")
      || tree.isWord(index, "cessation")
  }

  /// A denial of "ruled out" leaves a possibility; so does a plan that is not made.
  private func turned(_ found: Modality, by governor: Int, trigger: Int) -> Modality {
    guard tree.child(governor, .neg) != nil else { return found }
    switch found {
    case .denied: return .possible
    case .planned, .ongoing, .attempted: return .denied
    default: return found
    }
  }

  /// Prepositions of time and circumstance, below which no plan or proposal reaches.
  private func isCircumstance(_ index: Int) -> Bool {
    tree.isWord(index, "after") || tree.isWord(index, "during") || tree.isWord(index, "before")
      || tree.isWord(index, "since") || tree.isWord(index, "in") || tree.isWord(index, "amid")
      || tree.isWord(index, "following") || tree.isWord(index, "despite")
  }
}
