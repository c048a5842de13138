import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Gives happenings the numbers that their tellings count.
struct HappeningTolls: Sendable {
  let lexical: LexicalTree
  let people: ClassSet
  /// Classes of places, which are no persons.
  let places: ClassSet
  let counts: [CountMention]

  private var tree: ParseTree { lexical.tree }

  /// The killed, injured and affected of one happening.
  func tolls(of mention: HappeningMention) -> (killed: Count?, injured: Count?, affected: Count?) {
    var killed: Count?
    var injured: Count?
    var affected: Count?
    for toll in mention.tolls {
      switch toll.kind {
      case .killed: killed = killed ?? count(toll, mention)
      case .injured: injured = injured ?? count(toll, mention)
      case .affected: affected = affected ?? count(toll, mention)
      }
    }
    if killed == nil, isViolence(mention.type), tree[mention.head].pos == .noun {
      killed = (inRelativeClause(of: mention.head) ?? afterTime(of: mention.head)).flatMap {
        fit($0, .killed)
      }
    }
    return (killed, injured, affected)
  }

  private func isViolence(_ type: HappeningType) -> Bool {
    switch type {
    case .airStrike, .shelling, .bombing, .chemicalAttack, .attack, .clash, .shooting, .killing,
      .aidAttack:
      true
    default: false
    }
  }

  private func count(_ toll: Toll, _ mention: HappeningMention) -> Count? {
    if let people = toll.people {
      if let count = counted(inPhraseOf: people) { return fit(count, toll.kind) }
      if tree.isWord(people, "those"), let count = amongThose(people) {
        return fit(count, toll.kind)
      }
      if let one = single(people, mention, toll) { return one }
      // "hundreds are besieged in …" names nobody; "the toll" has its number at the verb.
    }
    guard tree[toll.word].pos == .noun || tree[toll.word].pos == .adj else {
      return smallClause(toll.word).flatMap(counted(inPhraseOf:)).flatMap { fit($0, toll.kind) }
    }
    if let count = counted(inPhraseOf: toll.word) { return fit(count, toll.kind) }
    if toll.kind == .killed,
      let count = inRelativeClause(of: toll.word) ?? afterTime(of: toll.word)
    {
      return fit(count, toll.kind)
    }
    return atVerb(of: toll.word).flatMap { fit($0, toll.kind) }
  }

  /// The count that stands with a phrase's head, not one of a part ("including 49 children").
  private func counted(inPhraseOf head: Int) -> Count? {
    let left = tree.subtree(head).lowerBound
    if let found = counts.first(where: {
      ($0.head == head || $0.tokens.contains(head)) && isOfPeople($0)
    }) {
      return found.count
    }
    if let found = counts.first(where: {
      $0.tokens.lowerBound >= left && $0.tokens.upperBound <= head
        && governs(head, $0.tokens) && isOfPeople($0)
    }) {
      return found.count
    }
    // "a group of 12 men", "the bodies of 20 people"
    for child in tree.children(head) where child > head && tree.isWord(child, "of") {
      if let object = tree.child(child, .pobj) { return counted(inPhraseOf: object) }
    }
    return nil
  }

  /// Whether a count may count people: of people, or of a noun that says nothing.
  private func isOfPeople(_ count: CountMention) -> Bool {
    count.countsPeople || count.kind == .group
  }

  /// Whether some token of a count hangs on the head itself.
  private func governs(_ head: Int, _ tokens: Range<Int>) -> Bool {
    tokens.contains { token in
      var at = token
      for _ in 0..<4 {
        guard let up = tree.head(at) else { return false }
        if up == head {
          let dep = tree[at].dep
          return dep != .poss && dep != .relcl && dep != .appos
        }
        at = up
      }
      return false
    }
  }

  /// The number at the verb of "among those killed were four men".
  private func amongThose(_ those: Int) -> Count? {
    guard let preposition = tree.head(those), tree.isWord(preposition, "among"),
      let verb = tree.head(preposition)
    else { return nil }
    return tree.child(verb, .attr, .nsubj, .nsubjpass).flatMap(counted(inPhraseOf:))
  }

  /// Those counted beside an adjective, as in "left five people dead".
  private func smallClause(_ verb: Int) -> Int? {
    for child in tree.children(verb)
    where tree[child].dep == .ccomp || tree[child].dep == .xcomp || tree[child].dep == .oprd {
      if let subject = tree.child(child, .nsubj) { return subject }
    }
    return tree.child(verb, .dobj)
  }

  /// The number of the dead in a clause that hangs on a noun: "killings …, in which 108 people died".
  private func inRelativeClause(of noun: Int) -> Count? {
    let phrase = tree.subtree(noun)
    for clause in phrase where clause > noun && tree[clause].dep == .relcl {
      guard
        tree.subtree(clause).contains(where: {
          lexical.isRelative($0) && tree.head($0).map { tree[$0].dep == .prep } == true
        })
      else { continue }
      for verb in tree.subtree(clause) where isOfDying(verb) {
        if let subject = tree.child(verb, .nsubj, .nsubjpass),
          let count = counted(inPhraseOf: subject)
        {
          return count
        }
      }
    }
    return nil
  }

  /// The number of the dead in a clause behind a noun's time, which a parser may hang on that time or on any word before
  /// it: "a raid last year that killed nine", "the killings on 25 May, in which 108 people died".
  private func afterTime(of noun: Int) -> Count? {
    let sentence = tree.sentences[tree.sentenceOfToken[noun]]
    // Up to the time everything belongs to the noun: "the killings at Taldou in the Houla area".
    var at = tree.subtree(noun).upperBound
    guard at < sentence.upperBound else { return nil }
    var hasTime = false
    while at < sentence.upperBound {
      let isTime = lexical.labels[at] == .date || lexical.labels[at] == .time
      let opensTime =
        tree[at].dep == .prep
        && tree.child(at, .pobj).map { lexical.labels[$0] == .date } == true
      guard isTime || opensTime || hasTime && tree.isWord(at, ",") else { break }
      hasTime = hasTime || isTime
      at += 1
    }
    guard hasTime, at < sentence.upperBound else { return nil }
    let isWithin = tree[at].dep == .prep && at + 1 < sentence.upperBound
    let relative = isWithin ? at + 1 : at
    guard lexical.isRelative(relative),
      let clause = tree.path(from: relative).first(where: { tree[$0].dep == .relcl })
    else { return nil }
    if !isWithin {
      guard tree[relative].dep == .nsubj, tree.head(relative) == clause,
        tree.lemma(clause) == "kill"
      else { return nil }
      return tree.child(clause, .dobj).flatMap(counted(inPhraseOf:))
    }
    for verb in tree.subtree(clause) where isOfDying(verb) {
      if let subject = tree.child(verb, .nsubj, .nsubjpass) {
        return counted(inPhraseOf: subject)
      }
    }
    return nil
  }

  private func isOfDying(_ verb: Int) -> Bool {
    guard tree[verb].pos == .verb else { return false }
    switch tree.lemma(verb) {
    case "die", "perish": return true
    case "kill", "slaughter", "massacre", "murder": return tree.child(verb, .nsubjpass) != nil
    default: return false
    }
  }

  /// The number at a noun's verb, as in "the death toll rose to 39".
  private func atVerb(of noun: Int) -> Count? {
    guard let verb = tree.head(noun), tree[verb].pos == .verb || tree[verb].pos == .aux,
      tree[noun].dep == .nsubj || tree[noun].dep == .nsubjpass || tree[noun].dep == .dobj
    else { return nil }
    for child in tree.children(verb) where child > verb && child != noun {
      switch tree[child].dep {
      case .dobj, .attr:
        if let count = counted(inPhraseOf: child) { return count }
      case .prep where tree.isWord(child, "to") || tree.isWord(child, "at"):
        if let object = tree.child(child, .pobj), let count = counted(inPhraseOf: object) {
          return count
        }
      default: break
      }
    }
    return nil
  }

  /// One person, named or introduced by "a": "shot dead Tammo", "killed a boy".
  private func single(_ head: Int, _ mention: HappeningMention, _ toll: Toll) -> Count? {
    guard mention.modality == .happened, mention.type != .politicalAct,
      mention.type != .siege, tree[head].tag == .nn || tree[head].tag == .nnp,
      tree.child(head, .conj) == nil, tree.child(head, .nummod) == nil
    else { return nil }
    let label = lexical.labels[head]
    let isNamed =
      tree[head].tag == .nnp && (label == .person || label == nil && lexical.classes[head].isEmpty)
      && lexical.classes[head].isDisjoint(with: places)
    let isIntroduced =
      !lexical.classes[head].isDisjoint(with: people)
      && tree.children(head).contains {
        tree[$0].dep == .det && (tree.isWord($0, "a") || tree.isWord($0, "an"))
          || tree.isWord($0, "only") && tree[$0].dep == .amod
      }
      && !tree.children(head).contains { tree.isWord($0, "of") }
    guard isNamed || isIntroduced else { return nil }
    let range = tree.child(head, .det).map { $0..<head + 1 } ?? head..<head + 1
    return Count(
      quote: Quote(span: tree.span(range), text: tree.text(range)), low: 1, high: 1,
      relation: .exact, measure: measure(toll.kind, mention.type), unit: "person")
  }

  /// A count of people with what it counts here, or nil where it counts other things.
  private func fit(_ count: Count, _ kind: Toll.Kind) -> Count? {
    var count = count
    switch kind {
    case .killed: count.measure = .killed
    case .injured: count.measure = .injured
    case .affected: break
    }
    return count
  }

  private func measure(_ kind: Toll.Kind, _ type: HappeningType) -> Measure {
    switch (kind, type) {
    case (.killed, _): .killed
    case (.injured, _): .injured
    case (_, .arrest): .arrested
    case (_, .abduction): .abducted
    case (_, .displacement): .displaced
    case (_, .siege): .besieged
    case (_, .aidMovement): .reached
    default: .other
    }
  }
}
