import PatchworkLanguage
import PatchworkText

/// Reads how sure an event is from negation, modals, conditions, questions and the words that it hangs under.
///
/// Works on any word that names an event, verb, noun or adjective. Each thing met on the way from the word up to the root of
/// its sentence is a ground; the value is the sum of the grounds' weights, which training gives them.
struct FactualityReader: Sendable {
  let lexical: LexicalTree
  let lexicon: FactualityLexicon

  private var tree: ParseTree { lexical.tree }

  /// How far up the tree a governing word is still asked.
  private static let reach = 8

  /// How sure the event at a token is.
  func factuality(_ token: Int) -> Factuality {
    var walk = Walk()
    own(token, &walk)
    climb(from: token, &walk)
    sentence(of: token, &walk)
    let certainty = max(-1, min(1, walk.certainty))
    let sum = walk.grounds.reduce(
      lexicon.weight(of: "any event") + certainty * lexicon.weight(of: "certainty")
        + abs(certainty) * lexicon.weight(of: "size of certainty")
    ) { $0 + lexicon.weight(of: $1) }
    return Factuality(
      span: tree[token].span, value: max(-3, min(3, sum)), grounds: walk.grounds,
      certainty: certainty)
  }

  /// What was met on the way up.
  private struct Walk {
    var grounds: [String] = []
    var certainty = 1.0

    mutating func meet(_ ground: String, _ factor: Double = 1) {
      grounds.append(ground)
      certainty *= factor
    }
  }

  // MARK: - The event's own words

  private func own(_ token: Int, _ walk: inout Walk) {
    switch tree[token].pos {
    case .verb, .aux: walk.meet("verb \(tree[token].tag.rawValue)")
    case .noun, .propn: walk.meet("noun")
    case .adj: walk.meet("adjective")
    default: walk.meet("other word")
    }
    walk.meet("label \(tree[token].dep.rawValue)")
    if let signature = lexicon.signature(of: token, in: lexical) {
      walk.meet("is \(signature.kind)")
    }
    if isVerbal(token) {
      clause(token, "", &walk)
    } else {
      for child in tree.children(token) {
        if let mark = lexicon.mark(child, as: .determiner, in: lexical) {
          walk.meet("determiner \(mark.word)", mark.factor)
        } else if tree[child].dep == .amod || tree[child].dep == .compound {
          if let signature = lexicon.signature(of: child, in: lexical) {
            walk.meet("described as \(signature.kind)", max(0.3, signature.affirmed))
          }
          if tree.isWord(child, "possible") || tree.isWord(child, "potential")
            || tree.isWord(child, "future") || tree.isWord(child, "planned")
            || tree.isWord(child, "proposed")
          {
            walk.meet("described as open", 0.2)
          }
        } else if tree[child].dep == .poss {
          walk.meet("has an owner")
        }
      }
    }
  }

  private func isVerbal(_ token: Int) -> Bool {
    tree[token].pos == .verb || tree[token].pos == .aux
  }

  /// What a verb's auxiliaries, negation, adverbs and marks say; `place` is empty for the event's own clause.
  private func clause(_ verb: Int, _ place: String, _ walk: inout Walk) {
    var hasSubject = false
    for child in carriers(of: verb).flatMap({ Array(tree.children($0)) }) {
      switch tree[child].dep {
      case .neg:
        walk.meet(place + "negated", -0.9)
      case .aux, .auxpass:
        if let mark = lexicon.mark(child, as: .modal, in: lexical) {
          walk.meet(place + "modal \(mark.word)", mark.factor)
        } else if tree.isWord(child, "to") {
          walk.meet(place + "infinitive")
        } else if tree.lemma(child) == "have" {
          walk.meet(place + (tree[child].tag == .vbd ? "past perfect" : "perfect"))
        } else if tree.lemma(child) == "be", tree[verb].tag == .vbg {
          walk.meet(place + "progressive")
        } else if tree.lemma(child) == "do" {
          walk.meet(place + "do")
        }
      case .advmod, .npadvmod:
        if let mark = lexicon.mark(child, as: .adverb, in: lexical) {
          walk.meet(place + "adverb \(mark.word)", mark.factor)
        }
        if tree[child].tag == .wrb { walk.meet(place + "adverb \(tree.lower(child))") }
      case .mark:
        if let mark = lexicon.mark(child, as: .mark, in: lexical) {
          walk.meet(place + "mark \(mark.word)", mark.factor)
        }
      case .advcl:
        if tree.children(child).contains(where: {
          tree[$0].dep == .mark && (tree.isWord($0, "if") || tree.isWord($0, "unless"))
        }) {
          walk.meet(place + "on a condition", 0.7)
        }
      case .nsubj, .nsubjpass, .expl:
        hasSubject = true
        if isEmpty(child) { walk.meet(place + "nobody", -0.9) }
        if lexical.isRelative(child) { walk.meet(place + "relative subject") }
      case .dobj:
        if isEmpty(child) { walk.meet(place + "nothing", -0.7) }
      default: break
      }
    }
    if place.isEmpty, !hasSubject, tree[verb].tag == .vb, tree[verb].dep == .root {
      walk.meet("bidding", 0.2)
    }
  }

  /// The verb with the first of those that "and" joins it to, where that one carries its auxiliaries.
  private func carriers(of verb: Int) -> [Int] {
    if tree[verb].dep == .conj, tree.child(verb, .aux, .auxpass, .neg, .nsubj, .nsubjpass) == nil,
      let first = tree.head(verb), isVerbal(first), tree[first].tag == tree[verb].tag
    {
      return [verb, first]
    }
    return [verb]
  }

  private func isEmpty(_ token: Int) -> Bool {
    func isNo(_ index: Int) -> Bool {
      guard let mark = lexicon.mark(index, as: .determiner, in: lexical) else { return false }
      return mark.factor < 0
    }
    return isNo(token) || tree.children(token).contains { tree[$0].dep == .det && isNo($0) }
  }

  // MARK: - What it hangs under

  private func climb(from token: Int, _ walk: inout Walk) {
    var at = token
    var steps = 0
    var joined = carriers(of: token)
    for _ in 0..<Self.reach {
      guard let head = tree.head(at) else { return }
      let label = tree[at].dep
      let near = steps == 0 ? "" : "far "
      switch tree[head].pos {
      case .adp, .sconj, .part:
        walk.meet(near + "after \(tree.lower(head))")
      case .verb, .aux, .adj, .noun, .propn:
        steps += 1
        let relation = relation(label)
        if relation == .beside {
          // What "and" joins stands as the first does, and has nothing below it.
          if !joined.contains(head) { walk.meet(near + "joined") }
          joined.append(head)
        } else if relation == .apart {
          walk.meet(near + "inside \(label.rawValue)")
          if label == .relcl || label == .appos || label == .parataxis { return }
        } else {
          govern(head, label, relation, near, &walk)
        }
      default:
        walk.meet(near + "under other")
      }
      at = head
    }
  }

  /// How a word hangs under another: as what is said, wanted or done, as a participant, beside it, or apart from it.
  private enum Relation: String {
    case content = "under"
    case participant = "of"
    case beside, apart
  }

  private func relation(_ label: Dependency) -> Relation {
    switch label {
    case .ccomp, .xcomp, .pcomp, .acl, .csubj, .csubjpass: .content
    case .dobj, .nsubj, .nsubjpass, .attr, .pobj, .dative, .agent, .acomp, .oprd, .prep:
      .participant
    case .conj: .beside
    default: .apart
    }
  }

  private func govern(
    _ head: Int, _ label: Dependency, _ relation: Relation, _ near: String, _ walk: inout Walk
  ) {
    let isNegated = tree.child(head, .neg) != nil
    let name = near + relation.rawValue + " "
    if let signature = lexicon.signature(of: head, in: lexical) {
      walk.meet(name + (isNegated ? "not " : "") + signature.kind)
      walk.meet("\(label.rawValue) " + (isNegated ? "not " : "") + signature.kind)
      let takes = relation == .content || label == .dobj || label == .nsubjpass || label == .pobj
      if takes { walk.certainty *= isNegated ? signature.negated : signature.affirmed }
    } else {
      walk.meet(name + (isNegated ? "not " : "") + "plain \(label.rawValue)")
      if isNegated, relation == .participant { walk.certainty *= -0.5 }
    }
    if isVerbal(head) { clause(head, near + "governor ", near.isEmpty, &walk) }
  }

  /// The governor's own clause: it weighs on the certainty only where it governs directly.
  private func clause(_ verb: Int, _ place: String, _ counts: Bool, _ walk: inout Walk) {
    let before = walk.certainty
    clause(verb, place, &walk)
    if tree.child(verb, .neg) != nil || !counts { walk.certainty = before }
  }

  // MARK: - The sentence

  private func sentence(of token: Int, _ walk: inout Walk) {
    let range = tree.sentences[tree.sentenceOfToken[token]]
    guard let last = range.last(where: { !tree[$0].isSpace && tree[$0].tag != .closeQuote }) else {
      return
    }
    if tree.isWord(last, "?") { walk.meet("question", 0.4) }
  }
}
