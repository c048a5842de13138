import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Finds what a number counts by going up the dependency tree from the counted phrase.
struct MeasureFinder {
  let tree: ParseTree
  let lexicon: CountLexicon

  struct Finding {
    let measure: Measure
    let token: Int
  }

  /// What the phrase under a head counts; `people` says which of two readings a word has.
  func measure(of head: Int, noun: Int?, people: Bool) -> Finding? {
    if let noun, let own = itself(noun, .itself) { return joint(own) }
    if noun == nil, let said = adjacent(to: head, people) { return joint(said) }
    if let described = description(of: noun ?? head, people)
      ?? (noun != nil && noun != head ? description(of: head, people) : nil)
    {
      return joint(described)
    }
    return (governor(of: head, people) ?? noun.flatMap { itself($0, .state) }).map(joint)
  }

  /// "20 injured": the participle right behind a bare number.
  func adjacent(to number: Int, _ people: Bool) -> Finding? {
    let next = number + 1
    guard next < tree.count, tree[number].pos == .num || tree[number].pos == .noun else {
      return nil
    }
    switch tree[next].tag {
    case .vbn, .jj: return find(next, .state, people) ?? find(next, .itself, people)
    case .vbd where tree.child(next, .dobj) == nil && tree.child(next, .auxpass) == nil:
      return find(next, .state, people)
    default: return nil
    }
  }

  /// "killed or injured" counts both together.
  func joint(_ finding: Finding) -> Finding {
    guard finding.measure == .killed || finding.measure == .injured else { return finding }
    for child in tree.children(finding.token) where tree[child].dep == .conj {
      let own = [.dobj, .nsubj, .nsubjpass].contains { tree.child(child, $0) != nil }
      guard !own, tree.child(child, .nummod) == nil,
        let other = find(child, .state, true) ?? find(child, .itself, true)
          ?? find(child, .object, true), other.measure != finding.measure,
        other.measure == .killed || other.measure == .injured
      else { continue }
      // "killing 12 and wounding dozens" counts each by itself.
      if tree[child].tag == .vbg || child + 1 < tree.count && tree[child + 1].pos == .num {
        continue
      }
      return Finding(measure: .casualty, token: finding.token)
    }
    return finding
  }

  /// What the clause's own verb or the noun's own participle says happened to one person.
  func suffered(by noun: Int) -> Finding? {
    guard let verb = tree.head(noun) else { return description(of: noun, true) }
    let said: Finding?
    switch tree[noun].dep {
    case .dobj, .nsubjpass:
      said =
        phrasal(verb, .object, true) ?? description(of: noun, true) ?? find(verb, .object, true)
    case .nsubj: said = find(verb, .subject, true)
    case .pobj where tree.isWord(verb, "including"): return governor(of: noun, true)
    case .conj, .appos:
      // "A man and his two children were killed", "three doctors and a nurse died".
      return suffered(by: verb)
    default: said = nil
    }
    return said ?? description(of: noun, true)
  }

  /// What a noun makes of a person that follows it with "of" ("the killing of").
  func whole(of noun: Int) -> Finding? { find(noun, .whole, true) }

  // MARK: The words of the phrase

  func find(_ token: Int, _ role: CountLexicon.Role, _ people: Bool) -> Finding? {
    // A verb form's lemma may also be a noun: "wounded" is no "wound".
    let isArgument = role == .object || role == .subject
    let byLemma = isArgument || tree[token].pos != .verb
    let found =
      lexicon.measures[tree.key(token)]?.first { $0.role == role }
      ?? (byLemma ? lexicon.measures[tree.lemmaKey(token)]?.first { $0.role == role } : nil)
    guard let found else { return nil }
    let measure = people ? found.people : found.things
    return measure == .other ? nil : Finding(measure: measure, token: token)
  }

  func itself(_ noun: Int, _ role: CountLexicon.Role) -> Finding? {
    let pos = tree[noun].pos
    guard pos == .noun || pos == .adj || pos == .propn || pos == .verb else { return nil }
    return find(noun, role, true)
  }

  /// A word that describes or names: "dead", "missing", "casualties".
  func named(_ token: Int, _ people: Bool) -> Finding? {
    find(token, .itself, people) ?? find(token, .state, people)
  }

  /// Adjectives, participles and relative clauses on the noun: "besieged people", "people killed in May".
  func description(of noun: Int, _ people: Bool) -> Finding? {
    for child in tree.children(noun) {
      switch tree[child].dep {
      case .amod where child < noun || people:
        if let found = named(child, people) { return found }
      case .acl, .advcl:
        if let found = clause(child, people) { return found }
      case .relcl:
        if let found = relative(child, people) { return found }
      case .prep where tree.isWord(child, "under"):
        if let object = tree.child(child, .pobj), tree.isWord(object, "siege") {
          return Finding(measure: .besieged, token: object)
        }
      default: break
      }
    }
    return nil
  }

  /// "people killed", "people fleeing", "people reported killed".
  func clause(_ verb: Int, _ people: Bool) -> Finding? {
    let hasObject = tree.child(verb, .dobj) != nil
    let role: CountLexicon.Role =
      (tree[verb].tag == .vbn || tree[verb].tag == .vbd) && !hasObject ? .object : .subject
    if hasObject, let found = phrasal(verb, role, people) { return found }
    if let found = find(verb, role, people) ?? named(verb, people) { return found }
    return complement(of: verb, people)
  }

  func relative(_ verb: Int, _ people: Bool) -> Finding? {
    let passive = tree.child(verb, .nsubjpass) != nil || tree.child(verb, .auxpass) != nil
    let found = find(verb, passive ? .object : .subject, people) ?? complement(of: verb, people)
    if let found { return found }
    for child in tree.children(verb) where tree[child].dep == .conj {
      if let found = relative(child, people) { return found }
    }
    return nil
  }

  /// "were dead", "left 30 dead", "remained missing", "found dead", "living under siege".
  func complement(of verb: Int, _ people: Bool) -> Finding? {
    for child in tree.children(verb) {
      switch tree[child].dep {
      case .acomp, .oprd, .attr, .ccomp, .xcomp, .advcl, .none, .advmod:
        if let found = named(child, people) { return found }
        if tree[child].tag == .vbn, let found = find(child, .object, people) { return found }
        if tree[child].dep == .xcomp, let found = find(child, .subject, people) { return found }
      case .prep where tree.isWord(child, "under"):
        if let object = tree.child(child, .pobj), tree.isWord(object, "siege") {
          return Finding(measure: .besieged, token: object)
        }
      case .prep, .dobj:
        if let hostage = taken(child) { return hostage }
      default: break
      }
    }
    return nil
  }

  /// "taken hostage", "taken into custody", "taken to hospital".
  func taken(_ child: Int) -> Finding? {
    let noun = tree[child].dep == .prep ? tree.child(child, .pobj) : child
    guard let noun else { return nil }
    switch tree.lemma(noun) {
    case "hostage", "captive": return Finding(measure: .abducted, token: noun)
    case "custody", "detention": return Finding(measure: .arrested, token: noun)
    case "hospital": return tree.isWord(child, "to") ? Finding(measure: .injured, token: noun) : nil
    default: return nil
    }
  }
}
