import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// A word of the tree that a lexicon row takes for the name of a happening.
struct TriggerMatch: Sendable {
  let head: Int
  /// The trigger with the words that the row takes into it.
  let tokens: Range<Int>
  let row: TriggerRow
}

/// Finds the triggers of a tree by the lexicon's rows.
struct TriggerMatcher: Sendable {
  /// How many tokens away a word may stand and still be named in the trigger.
  private static let reach = 6

  let lexicon: TriggerLexicon
  let lexical: LexicalTree
  let roles: VerbRoles

  private var tree: ParseTree { lexical.tree }

  /// The match at one word, by the first row that fits.
  func match(_ index: Int) -> TriggerMatch? {
    guard let rows = lexicon.rows[lexical.lemmas[index]] ?? lexicon.rows[lexical.forms[index]]
    else { return nil }
    if let label = lexical.labels[index], label == .date || label == .time || label == .person {
      return nil
    }
    for row in rows {
      if let tokens = fits(row.construction, at: index) {
        return TriggerMatch(head: index, tokens: tokens, row: row)
      }
    }
    return nil
  }

  /// The tokens that a construction takes when it fits at a word, or nil.
  func fits(_ row: Construction, at index: Int) -> Range<Int>? {
    guard fits(row.wordClass, index) else { return nil }
    if !row.asksForLabel {
      let dep = tree[index].dep
      if dep == .amod || dep == .compound || dep == .nmod { return nil }
    }
    var tokens = index..<index + 1
    for condition in row.with {
      guard let found = holds(condition, at: index) else { return nil }
      if condition.isPartOfTrigger, let at = found.first, abs(at - index) <= Self.reach {
        tokens = min(tokens.lowerBound, at)..<max(tokens.upperBound, at + 1)
      }
    }
    for condition in row.unless where holds(condition, at: index) != nil { return nil }
    return tokens
  }

  private func fits(_ wanted: TriggerWordClass, _ index: Int) -> Bool {
    let found = wordClass(of: index)
    if wanted == .participle { return found == .verb || found == .adjective }
    return found == wanted
  }

  private func wordClass(of index: Int) -> TriggerWordClass? {
    switch tree[index].pos {
    case .verb, .aux: .verb
    case .noun, .propn: .noun
    case .adj: .adjective
    default: nil
    }
  }

  /// Why a construction does not fit at a word, in words; nil where it fits.
  func misfit(_ row: Construction, at index: Int) -> String? {
    guard fits(row.wordClass, index) else { return "is no \(row.wordClass.words) here" }
    if !row.asksForLabel {
      let dep = tree[index].dep
      if dep == .amod || dep == .compound || dep == .nmod { return "stands before a noun" }
    }
    if let missing = row.with.first(where: { holds($0, at: index) == nil }) {
      return "lacks \(missing.text)"
    }
    return row.unless.first { holds($0, at: index) != nil }.map { "barred by \($0.text)" }
  }

  /// The words that make a condition true, empty where it needs none, nil where it fails.
  private func holds(_ condition: TriggerCondition, at index: Int) -> [Int]? {
    switch condition.slot {
    case .label:
      return condition.labels.contains(tree[index].dep.rawValue) ? [] : nil
    case .negation:
      return tree.child(index, .neg) != nil ? [] : nil
    case .subject:
      guard let actor = roles.actor(index) else { return nil }
      return phrase(condition, [actor])
    case .object:
      // In the passive, "hostage" of "taken hostage" stands as object beside the subject.
      let heads = [roles.target(index), tree.child(index, .dobj, .oprd)].compactMap { $0 }
      return phrase(condition, heads)
    case .governor:
      return governors(of: index).contains { word(condition, $0) } ? [] : nil
    case .governingPreposition:
      guard let head = tree.head(index), tree[index].dep == .pobj || tree[index].dep == .pcomp
      else { return nil }
      return word(condition, head) ? [] : nil
    case .preposition(let number):
      return preposition(number, condition, at: index)
    case .topic:
      return described(index).flatMap { phrase(condition, [$0]) }
    case .right, .left, .wholeRight, .wholeLeft, .sentence:
      return surroundings(condition.slot, of: index).contains { word(condition, $0) } ? [] : nil
    case .below:
      return tree.subtree(index).contains { $0 != index && word(condition, $0) } ? [] : nil
    case .coordinate:
      return coordinates(of: index).contains { word(condition, $0) } ? [] : nil
    case .none:
      return tree.children(index).contains { tree[$0].dep == .det && tree.isWord($0, "no") }
        ? [] : nil
    case .above:
      return tree.path(from: index).dropFirst().prefix(5).contains { word(condition, $0) }
        ? [] : nil
    case .able:
      return tree.path(from: index).prefix(4).contains { tree.isWord($0, "able") } ? [] : nil
    case .particle, .adverb, .complement, .modifier, .auxiliary, .expletive:
      let found = tree.children(index).first {
        isLabel(tree[$0].dep, in: condition.slot) && word(condition, $0)
      }
      return found.map { [$0] }
    }
  }

  private func isLabel(_ dep: Dependency, in slot: Slot) -> Bool {
    switch slot {
    case .particle: dep == .prt
    case .adverb: dep == .advmod || dep == .prt
    case .complement:
      dep == .acomp || dep == .oprd || dep == .attr || dep == .xcomp || dep == .ccomp
    case .auxiliary: dep == .aux
    case .expletive: dep == .expl
    case .modifier:
      dep == .compound || dep == .amod || dep == .nmod || dep == .advmod || dep == .dep
        || dep == .npadvmod
    default: false
    }
  }

  private func word(_ condition: TriggerCondition, _ index: Int) -> Bool {
    condition.accepts(index, in: lexical, classes: lexical.classes[index])
  }

  private func phrase(_ condition: TriggerCondition, _ heads: [Int]) -> [Int]? {
    for head in heads
    where condition.accepts(head, in: lexical, classes: lexical.phraseClasses(head)) {
      return [head]
    }
    return nil
  }

  /// The verbs and prepositions that govern a word, through one preposition and through coordination.
  private func governors(of index: Int) -> [Int] {
    var found: [Int] = []
    var at = index
    for _ in 0..<4 {
      guard let head = tree.head(at) else { break }
      found.append(head)
      let pos = tree[head].pos
      if pos == .verb || (pos == .noun && tree[at].dep != .conj && tree[at].dep != .pobj) { break }
      at = head
    }
    return found
  }

  private func preposition(_ number: Int32, _ condition: TriggerCondition, at index: Int)
    -> [Int]?
  {
    var hosts = [index]
    if let object = tree.child(index, .dobj, .nsubjpass) { hosts.append(object) }
    for host in hosts {
      for child in tree.children(host) where lexical.forms[child] == number {
        let dep = tree[child].dep
        guard
          dep == .prep || dep == .prt || dep == .advmod || dep == .agent || dep == .dative
            || dep == .mark || dep == .aux
        else { continue }
        if let object = lexical.object(ofPreposition: child) {
          if let hit = phrase(condition, [object]) { return hit }
        } else if condition.acceptsAny {
          return [child]
        }
      }
    }
    return nil
  }
}
