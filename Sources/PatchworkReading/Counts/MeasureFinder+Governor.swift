import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// What governs a counted phrase, going up the tree.
extension MeasureFinder {
  func governor(of head: Int, _ people: Bool) -> Finding? {
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

  func verb(_ verb: Int, _ role: CountLexicon.Role, _ people: Bool) -> Finding? {
    if let found = complement(of: verb, people), found.measure == .besieged { return found }
    return phrasal(verb, role, people) ?? find(verb, role, people) ?? complement(of: verb, people)
  }

  /// Verbs that mean something else with what follows: "shot dead", "rounded up", "laid down their arms".
  func phrasal(_ verb: Int, _ role: CountLexicon.Role, _ people: Bool) -> Finding? {
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
  func shared(_ verb: Int, _ subject: Int, _ people: Bool) -> Finding? {
    for child in tree.children(verb) where tree[child].dep == .conj {
      let passive = tree[child].tag == .vbn
      if let found = find(child, passive ? .object : .subject, people) { return found }
    }
    return nil
  }

  /// "The toll is 30"; "of the 108 people killed, 49 were children".
  func copula(_ verb: Int, _ people: Bool) -> Finding? {
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
  func toll(over verb: Int) -> Finding? {
    for child in tree.children(verb)
    where [.nsubj, .nsubjpass, .dobj, .attr].contains(tree[child].dep) {
      if let found = tollNoun(child) { return found }
    }
    return nil
  }

  /// "estimating the death toll after it passed 5,400": the toll that "it" stands for.
  func passed(_ verb: Int) -> Finding? {
    guard Self.passing.contains(tree.lemma(verb)), let subject = tree.child(verb, .nsubj),
      tree.isWord(subject, "it")
    else { return nil }
    let sentence = tree.sentences[tree.sentenceOfToken[verb]]
    for token in sentence where token < subject && tree[token].pos == .noun {
      if let found = tollNoun(token) { return found }
    }
    return nil
  }

  static let passing: Set<String> = [
    "pass", "exceed", "surpass", "top", "reach", "hit", "climb", "rise",
  ]

  /// "death toll", "toll", "number of dead", "number of people killed".
  func tollNoun(_ noun: Int) -> Finding? {
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

  static let giving: Set<String> = [
    "deliver", "bring", "distribute", "provide", "give", "get",
  ]
  static let aid: Set<String> = [
    "aid", "food", "supply", "assistance", "relief", "medicine",
  ]

  /// The preposition that a number hangs on.
  func preposition(_ prep: Int, _ people: Bool) -> Finding? {
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
}
