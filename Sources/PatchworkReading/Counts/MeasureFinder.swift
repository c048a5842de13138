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
  private func adjacent(to number: Int, _ people: Bool) -> Finding? {
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
  private func joint(_ finding: Finding) -> Finding {
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

  private func find(_ token: Int, _ role: CountLexicon.Role, _ people: Bool) -> Finding? {
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

  private func itself(_ noun: Int, _ role: CountLexicon.Role) -> Finding? {
    let pos = tree[noun].pos
    guard pos == .noun || pos == .adj || pos == .propn || pos == .verb else { return nil }
    return find(noun, role, true)
  }

  /// A word that describes or names: "dead", "missing", "casualties".
  private func named(_ token: Int, _ people: Bool) -> Finding? {
    find(token, .itself, people) ?? find(token, .state, people)
  }

  /// Adjectives, participles and relative clauses on the noun: "besieged people", "people killed in May".
  private func description(of noun: Int, _ people: Bool) -> Finding? {
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
  private func clause(_ verb: Int, _ people: Bool) -> Finding? {
    let hasObject = tree.child(verb, .dobj) != nil
    let role: CountLexicon.Role =
      (tree[verb].tag == .vbn || tree[verb].tag == .vbd) && !hasObject ? .object : .subject
    if hasObject, let found = phrasal(verb, role, people) { return found }
    if let found = find(verb, role, people) ?? named(verb, people) { return found }
    return complement(of: verb, people)
  }

  private func relative(_ verb: Int, _ people: Bool) -> Finding? {
    let passive = tree.child(verb, .nsubjpass) != nil || tree.child(verb, .auxpass) != nil
    let found = find(verb, passive ? .object : .subject, people) ?? complement(of: verb, people)
    if let found { return found }
    for child in tree.children(verb) where tree[child].dep == .conj {
      if let found = relative(child, people) { return found }
    }
    return nil
  }

  /// "were dead", "left 30 dead", "remained missing", "found dead", "living under siege".
  private func complement(of verb: Int, _ people: Bool) -> Finding? {
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
  private func taken(_ child: Int) -> Finding? {
    let noun = tree[child].dep == .prep ? tree.child(child, .pobj) : child
    guard let noun else { return nil }
    switch tree.lemma(noun) {
    case "hostage", "captive": return Finding(measure: .abducted, token: noun)
    case "custody", "detention": return Finding(measure: .arrested, token: noun)
    case "hospital": return tree.isWord(child, "to") ? Finding(measure: .injured, token: noun) : nil
    default: return nil
    }
  }

  // MARK: Up the tree

  private func governor(of head: Int, _ people: Bool) -> Finding? {
    var at = head
    for _ in 0..<12 {
      guard let up = tree.head(at) else {
        return tree[at].pos == .verb || tree[at].pos == .aux ? complement(of: at, people) : nil
      }
      switch tree[at].dep {
      case .conj, .appos, .nmod, .compound, .nummod, .quantmod, .amod, .poss, .det, .attr:
        // A member of a list shares what governs the first; "12 soldiers and two tanks".
        if tree[at].dep == .attr, let found = copula(up, people) { return found }
        if tree[at].dep != .conj, let found = named(up, people) { return found }
        if tree[up].pos == .verb, tree[at].dep == .conj, let found = verb(up, .object, people) {
          return found
        }
      case .nsubj, .csubj:
        if let found = verb(up, .subject, people) { return found }
        if tree.child(up, .dobj) == nil, let found = named(up, people) { return found }
        if tree[up].tag == .vbn || tree[up].tag == .vbd, find(up, .object, people) != nil,
          tree.child(up, .dobj) == nil
        {
          // "20 injured": the parser's subject of a participle without its auxiliary.
          return find(up, .object, people)
        }
        return shared(up, at, people) ?? copula(up, people)
      case .nsubjpass:
        if let found = verb(up, .object, people) { return found }
        return shared(up, at, people)
      case .dobj, .oprd:
        if Self.passing.contains(tree.lemma(up)), let found = toll(over: up) { return found }
        if let found = verb(up, .object, people) { return found }
        if tree.lemma(up) == "include", let subject = tree.child(up, .nsubj),
          let found = named(subject, true)
        {
          // "The dead included three doctors".
          return found
        }
        return toll(over: up) ?? passed(up)
      case .dative: return find(up, .object, people)
      case .pobj, .pcomp:
        if let found = preposition(up, people) { return found }
      case .prep, .agent: break
      case .npadvmod, .advmod, .none, .meta, .advcl, .relcl, .acl, .ccomp, .parataxis, .root,
        .xcomp:
        if tree[up].pos == .verb, let found = verb(up, .object, people) { return found }
        return toll(over: up)
      default: break
      }
      at = up
      if tree[at].pos == .verb, tree[at].dep != .prep { return nil }
    }
    return nil
  }

  private func verb(_ verb: Int, _ role: CountLexicon.Role, _ people: Bool) -> Finding? {
    if let found = complement(of: verb, people), found.measure == .besieged { return found }
    return phrasal(verb, role, people) ?? find(verb, role, people) ?? complement(of: verb, people)
  }

  /// Verbs that mean something else with what follows: "shot dead", "rounded up", "laid down their arms".
  private func phrasal(_ verb: Int, _ role: CountLexicon.Role, _ people: Bool) -> Finding? {
    let lemma = tree.lemma(verb)
    guard role == .object else {
      guard let object = tree.child(verb, .dobj) else { return nil }
      switch (lemma, tree.lemma(object)) {
      case ("lay", "arm"), ("lay", "arms"), ("lay", "weapon"), ("hand", "weapon"),
        ("give", "weapon"):
        return Finding(measure: .surrendered, token: verb)
      case ("hand", "arm"), ("hand", "arms"), ("give", "arms"):
        return Finding(measure: .surrendered, token: verb)
      case ("leave", "home"), ("leave", "house"):
        return people ? Finding(measure: .displaced, token: verb) : nil
      default: return nil
      }
    }
    for child in tree.children(verb) where child > verb {
      if lemma == "shoot" || lemma == "gun" || lemma == "leave" {
        if tree.isWord(child, "dead") { return Finding(measure: .killed, token: child) }
        if tree.isWord(child, "down") {
          return Finding(measure: people ? .killed : .destroyed, token: verb)
        }
      }
      if lemma == "force" || lemma == "drive", people,
        tree.isWord(child, "from") || tree.isWord(child, "out")
      {
        return Finding(measure: .displaced, token: verb)
      }
      if lemma == "round", tree.isWord(child, "up") {
        return Finding(measure: .arrested, token: verb)
      }
      if lemma == "blow", tree.isWord(child, "up") {
        return people ? nil : Finding(measure: .destroyed, token: verb)
      }
      if lemma == "knock", tree.isWord(child, "out") {
        return Finding(measure: .destroyed, token: verb)
      }
    }
    return nil
  }

  /// A verb that tells nothing itself ("were reported", "rose"): the verb it is joined to, or the toll it moves.
  private func shared(_ verb: Int, _ subject: Int, _ people: Bool) -> Finding? {
    for child in tree.children(verb) where tree[child].dep == .conj {
      let passive = tree[child].tag == .vbn
      if let found = find(child, passive ? .object : .subject, people) { return found }
    }
    return nil
  }

  /// "The toll is 30"; "of the 108 people killed, 49 were children".
  private func copula(_ verb: Int, _ people: Bool) -> Finding? {
    if let found = toll(over: verb) { return found }
    for prep in tree.children(verb) where tree[prep].dep == .prep {
      guard tree.isWord(prep, "of") || tree.isWord(prep, "among") else { continue }
      if let object = tree.child(prep, .pobj) ?? tree.child(prep, .pcomp) {
        return named(object, people) ?? description(of: object, people)
          ?? clause(object, people)
      }
    }
    return nil
  }

  /// A verb whose subject or object is a toll: "the death toll rose to 91".
  private func toll(over verb: Int) -> Finding? {
    for child in tree.children(verb)
    where [.nsubj, .nsubjpass, .dobj, .attr].contains(tree[child].dep) {
      if let found = tollNoun(child) { return found }
    }
    return nil
  }

  /// "estimating the death toll after it passed 5,400": the toll that "it" stands for.
  private func passed(_ verb: Int) -> Finding? {
    guard Self.passing.contains(tree.lemma(verb)), let subject = tree.child(verb, .nsubj),
      tree.isWord(subject, "it")
    else { return nil }
    let sentence = tree.sentences[tree.sentenceOfToken[verb]]
    for token in sentence where token < subject && tree[token].pos == .noun {
      if let found = tollNoun(token) { return found }
    }
    return nil
  }

  private static let passing: Set<String> = [
    "pass", "exceed", "surpass", "top", "reach", "hit", "climb", "rise",
  ]

  /// "death toll", "toll", "number of dead", "number of people killed".
  private func tollNoun(_ noun: Int) -> Finding? {
    let lemma = tree.lemma(noun)
    if lemma == "toll" {
      for child in tree.children(noun)
      where tree[child].dep == .compound || tree[child].dep == .amod {
        if let own = named(child, true) { return own }
      }
      return Finding(measure: .killed, token: noun)
    }
    if lemma == "population" { return Finding(measure: .population, token: noun) }
    guard lemma == "number" || lemma == "total" || lemma == "count" || lemma == "figure" else {
      return nil
    }
    for of in tree.children(noun) where tree[of].dep == .prep {
      guard let object = tree.child(of, .pobj) else { continue }
      if let found = named(object, true) ?? description(of: object, true) { return found }
    }
    return nil
  }

  private static let giving: Set<String> = [
    "deliver", "bring", "distribute", "provide", "give", "get",
  ]
  private static let aid: Set<String> = [
    "aid", "food", "supply", "assistance", "relief", "medicine",
  ]

  /// The preposition that a number hangs on.
  private func preposition(_ prep: Int, _ people: Bool) -> Finding? {
    guard let up = tree.head(prep) else { return nil }
    if tree[prep].dep != .agent, let found = tollNoun(up) { return found }
    // "rose from 83 to 91": the second preposition hangs on the first.
    if tree[up].pos == .adp { return preposition(up, people) }
    if tree[up].pos == .verb || tree[up].pos == .aux {
      if tree.isWord(prep, "including") || tree.isWord(prep, "among") {
        // "At least 20 people died including two women".
        let passive = tree.child(up, .nsubjpass) != nil || tree.child(up, .auxpass) != nil
        return find(up, passive ? .object : .subject, people) ?? complement(of: up, people)
          ?? find(up, .object, people) ?? toll(over: up)
      }
      if let found = toll(over: up) { return found }
      if tree[up].dep == .acl, let noun = tree.head(up), let of = tree.head(noun),
        let number = tree.head(of), let found = tollNoun(number)
      {
        // "the number of civilians killed at 27".
        return found
      }
      if tree.isWord(prep, "to") || tree.isWord(prep, "for"), people,
        Self.giving.contains(tree.lemma(up))
      {
        return Finding(measure: .reached, token: up)
      }
      return nil
    }
    if tree.isWord(prep, "of"), tree[up].pos == .noun,
      let found = find(up, .whole, people) ?? named(up, people)
    {
      return found
    }
    if tree.isWord(prep, "for") || tree.isWord(prep, "to"), people, tree[up].pos == .noun,
      Self.aid.contains(tree.lemma(up))
    {
      return Finding(measure: .reached, token: up)
    }
    if tree.isWord(prep, "to"), tree.lemma(up) == "home" {
      return Finding(measure: .population, token: up)
    }
    return nil
  }

  // MARK: Without the tree

  /// The nearest telling word in the same clause, for phrases that the tree hangs elsewhere.
  func nearest(to tokens: Range<Int>, in sentence: Range<Int>, people: Bool) -> Finding? {
    var at = tokens.upperBound
    var steps = 0
    while at < sentence.upperBound, steps < 8, !isBoundary(at) {
      if let found = near(at, .object, people, before: true) { return found }
      at += 1
      steps += 1
    }
    at = tokens.lowerBound - 1
    steps = 0
    while at >= sentence.lowerBound, steps < 4, !isBoundary(at) {
      if let found = near(at, .object, people, before: false) { return found }
      at -= 1
      steps += 1
    }
    return nil
  }

  private func isBoundary(_ token: Int) -> Bool {
    switch tree[token].tag {
    case .comma, .colon, .fullStop, .openBracket, .closeBracket, .openQuote, .closeQuote, .cc:
      return true
    default: return tree[token].isSpace || tree[token].dep == .cc || tree[token].tag == .preposition
    }
  }

  private func near(
    _ token: Int, _ role: CountLexicon.Role, _ people: Bool, before: Bool
  ) -> Finding? {
    let tag = tree[token].tag
    if before {
      // "20 injured", "13 people killed", "13 died".
      let bare = tree.child(token, .dobj) == nil && tree.child(token, .nsubj) == nil
      if tag == .vbn || tag == .jj || (tag == .vbd && bare) {
        if let found = named(token, people) { return found }
        if tag == .vbn, let found = find(token, .object, people) { return found }
        if let found = find(token, .subject, people) { return found }
      }
      return nil
    }
    // "killing 13", "killed 13".
    guard tree[token].pos == .verb else { return nil }
    return find(token, .object, people)
  }
}
