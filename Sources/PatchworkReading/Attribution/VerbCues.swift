import PatchworkLanguage
import PatchworkRecord

/// Statements made by verbs: "said that …", "refused to …", "condemned …", "is believed to …".
struct VerbCues: Sendable {
  let clauses: Clauses
  var tree: ParseTree { clauses.tree }

  init(_ tree: ParseTree) { clauses = Clauses(tree: tree) }

  /// The statements of one verb, given what its lemma may do as a cue.
  func statements(of verb: Int, _ constructions: CueLexicon.Constructions) -> [Statement] {
    if let asked = askedAbout(verb) { return [asked] }
    if let passive = passive(verb, constructions) { return [passive] }
    if let stance = constructions[.clause], tree.child(verb, .nsubj) == nil,
      let tagged = looseTag(verb, stance)
    {
      return [tagged]
    }
    guard let subject = clauses.subject(of: verb), !clauses.isAnyone(subject.head) else {
      return constructions[.clause].flatMap { unparsed(verb, $0) }.map { [$0] } ?? []
    }
    if let stance = constructions[.clause] {
      let found = clause(verb, stance, constructions)
      if !found.isEmpty { return found }
    }
    if let found = infinitive(verb, constructions) { return [found] }
    if let found = gerund(verb, constructions) { return [found] }
    if let found = smallClause(verb, constructions) { return [found] }
    if let found = prepositional(verb, constructions) { return [found] }
    if let found = object(verb, constructions) { return [found] }
    return constructions[.clause].flatMap { unparsed(verb, $0) }.map { [$0] } ?? []
  }

  /// The statements that a verb would make if its lemma were a cue in any construction.
  func openStatements(of verb: Int, _ constructions: CueLexicon.Constructions) -> [Statement] {
    if let passive = passive(verb, constructions) { return [passive] }
    guard let subject = clauses.subject(of: verb), !clauses.isAnyone(subject.head),
      let stance = constructions[.clause]
    else { return [] }
    let found = clause(verb, stance, constructions)
    if !found.isEmpty { return found }
    let other =
      infinitive(verb, constructions) ?? gerund(verb, constructions)
      ?? smallClause(verb, constructions)
      ?? object(verb, constructions) ?? prepositional(verb, constructions)
    return other.map { [$0] } ?? []
  }

  // MARK: - Constructions

  /// A finite clause or quotation below the verb, or around it ("…, she said, …", "as he put it").
  func clause(
    _ verb: Int, _ stance: Stance, _ constructions: CueLexicon.Constructions
  ) -> [Statement] {
    let below = tree.children(verb).filter {
      tree[$0].dep == .ccomp && !isInfinitive($0, of: verb)
    }
    if !below.isEmpty {
      let ordered = below.flatMap { contentRanges(of: $0, without: verb) }
        .sorted { $0.lowerBound < $1.lowerBound }
      guard !ordered.isEmpty else { return [] }
      let content = withoutDay(reaching(behind(ordered, verb), verb), after: verb)
      return [statement(verb, stance, content, .clause)]
    }
    if let named = named(verb, stance) { return [named] }
    if let tagged = tag(verb, stance) { return [tagged] }
    if let rest = rest(verb, stance) { return [rest] }
    if let loose = looseThat(verb, stance) { return [loose] }
    guard let head = tree.head(verb), clauses.subject(of: verb) != nil else { return [] }
    let isAside = tree[verb].dep == .parataxis
    let isAs =
      tree[verb].dep == .advcl
      && tree.children(verb).contains { tree[$0].dep == .mark && tree.isWord($0, "as") }
    guard isAside || isAs else { return [] }
    let own = tree.subtree(verb)
    let around = tree.subtree(head).subtracting(own).map(clauses.trimmed).filter { !$0.isEmpty }
    guard !around.isEmpty else { return [] }
    return [statement(verb, stance, around, .aside)]
  }

  /// A content without what stands before its cue where no mark parts the cue from what follows it: "While fighting went
  /// on, residents said the road was open" is told by no "…, residents said, …".
  private func behind(_ content: [Range<Int>], _ verb: Int) -> [Range<Int>] {
    guard let next = content.first(where: { $0.lowerBound > verb }),
      !(verb + 1..<next.lowerBound).contains(where: { tree[$0].pos == .punct })
    else { return content }
    return content.filter { part in
      part.lowerBound > verb || part.count < 4 || tree[part.upperBound].pos != .punct
    }
  }

  /// A content that stands before its cue, up to the speaker or the cue, whichever comes first: what the parser
  /// hung on the cue in between ("Hopes remain, despite the raids, says …") is said as well.
  private func reaching(_ content: [Range<Int>], _ verb: Int) -> [Range<Int>] {
    guard content.count == 1, let only = content.first, only.upperBound <= verb,
      let subject = clauses.subject(of: verb)
    else { return content }
    let speaker = clauses.nounPhrase(subject.head)
    let end = speaker.lowerBound >= only.upperBound ? min(verb, speaker.lowerBound) : verb
    let between = only.upperBound..<end
    guard between.count > 1, between.count < 30, !between.overlaps(speaker) else { return content }
    let hangs = tree.children(verb).contains { child in
      between.contains(child) && [.prep, .advcl, .npadvmod].contains(tree[child].dep)
        && tree.subtree(child).upperBound <= end
    }
    return hangs ? [clauses.trimmed(only.lowerBound..<end)] : content
  }

  /// A content without the day that stands right behind its cue, or behind whom it is addressed to: "said on Tuesday it had
  /// evidence" tells when it was said.
  private func withoutDay(_ content: [Range<Int>], after verb: Int) -> [Range<Int>] {
    guard let first = content.first, first.lowerBound > verb,
      first.lowerBound == verb + 1 || follows(first.lowerBound, addresseeOf: verb)
    else { return content }
    let day = first.lowerBound + (tree.isWord(first.lowerBound, "on") ? 1 : 0)
    guard day < first.upperBound, let entity = tree.entity(at: day), entity.label == .date,
      entity.tokens.lowerBound == day, entity.tokens.count <= 3
    else { return content }
    let rest = clauses.trimmed(entity.tokens.upperBound..<first.upperBound)
    let isClause =
      tree.isWord(entity.tokens.upperBound, "that") || rest.lowerBound == entity.tokens.upperBound
    // What follows is a clause of its own, not what the day counts or joins ("said Monday and Tuesday were quiet").
    guard rest.count > 2, isClause, !isVerbal(rest.lowerBound),
      rest.contains(where: {
        tree[$0].dep == .nsubj || tree[$0].dep == .nsubjpass || tree[$0].dep == .expl
      })
    else { return content }
    return [rest] + content.dropFirst()
  }

  /// Whether a token stands right behind whom the words of a verb are addressed to ("told reporters this week …").
  private func follows(_ token: Int, addresseeOf verb: Int) -> Bool {
    tree.child(verb, .dobj, .dative).map { $0 > verb && tree.subtree($0).upperBound == token }
      ?? false
  }

  func isVerbal(_ token: Int) -> Bool {
    tree[token].pos == .verb || tree[token].pos == .aux
  }

  /// "is believed to …", "was condemned by …", "it was reported that …".
  func passive(_ verb: Int, _ constructions: CueLexicon.Constructions) -> Statement? {
    // "a source quoted by state media said": the medium passes on, the words belong to what follows.
    let isReduced = tree[verb].tag == .vbn && tree[verb].dep == .acl
    guard clauses.isPassive(verb) || isReduced, !["quote", "cite"].contains(tree.lemma(verb)) else {
      return nil
    }
    let subject = tree.child(verb, .nsubjpass)
    let agent = clauses.agent(of: verb)
    let inner = tree.children(verb).first {
      $0 > verb && (tree[$0].dep == .xcomp || tree[$0].dep == .ccomp || tree[$0].dep == .oprd)
    }
    let isEmptySubject = subject.map { tree.isWord($0, "it") } ?? true
    // "The deliveries were completed: 84,000 people were reached" says nothing of what stands before it.
    let clausal = tree.child(verb, .ccomp, .csubjpass).flatMap { clause in
      clause > verb || isEmptySubject || tree[clause].dep == .csubjpass ? clause : nil
    }
    let stance: Stance
    if let found = constructions[.passive] {
      guard agent != nil || inner != nil || clausal != nil || found != .state else { return nil }
      stance = found
    } else if let found = constructions[.smallClause],
      inner.map({ tree[$0].dep == .oprd }) == true || asPhrase(of: verb) != nil
    {
      // "was labelled “mostly true”", "was described as a massacre".
      stance = found
    } else if agent != nil, let found = constructions[.object] {
      stance = found
    } else if let said = clausal, !isInfinitive(said, of: verb), let found = constructions[.clause]
    {
      stance = found
    } else {
      return nil
    }
    var content: [Range<Int>] = []
    if let subject, !(isEmptySubject && clausal != nil) {
      let range = clauses.trimmed(tree.subtree(subject))
      content.append(range)
    } else if tree[verb].dep == .acl, let head = tree.head(verb) {
      content.append(clauses.trimmed(tree.subtree(head).lowerBound..<head + 1))
    }
    if let inner { content.append(clauses.trimmed(tree.subtree(inner))) }
    if let clausal, clausal != inner { content.append(clauses.trimmed(tree.subtree(clausal))) }
    for child in tree.children(verb) where child > verb && tree[child].dep == .prep {
      guard
        tree.isWord(child, "on") || tree.isWord(child, "as") || tree.isWord(child, "of")
          || tree.isWord(child, "for") || tree.isWord(child, "to")
      else { continue }
      content.append(clauses.trimmed(tree.subtree(child)))
    }
    content = content.filter { !$0.isEmpty }
    guard !content.isEmpty else { return nil }
    var found = Statement(content: content, stance: stance, form: .passive, rule: "agent")
    let first = tree.child(verb, .auxpass) ?? verb
    found.cue = [min(first, verb)..<verb + 1]
    found.cueHead = verb
    if let agent {
      found.source = clauses.nounPhrase(agent)
      found.sourceHead = agent
    } else {
      found.isUnstated = true
      found.rule = "unstated"
    }
    found.polarity = clauses.isNegated(verb) ? .negative : .positive
    return found
  }

  // MARK: - Pieces

  func statement(
    _ verb: Int, _ stance: Stance, _ content: [Range<Int>], _ form: StatementForm
  ) -> Statement {
    var found = Statement(content: content, stance: stance, form: form, rule: "unstated")
    found.cue = [verb..<verb + 1]
    if let particle = clauses.particle(of: verb) { found.cue.append(particle..<particle + 1) }
    found.cueHead = verb
    if let subject = clauses.subject(of: verb) {
      found.source = clauses.nounPhrase(subject.head)
      found.sourceHead = subject.head
      found.rule = subject.rule
    }
    found.polarity = clauses.isNegated(verb) ? .negative : .positive
    return found
  }

  /// The ranges of a clause below a cue, leaving out the cue's own words where the clause surrounds it.
  func contentRanges(of clause: Int, without verb: Int) -> [Range<Int>] {
    let whole = tree.subtree(clause)
    guard whole.contains(verb) else { return [clauses.trimmed(whole)].filter { !$0.isEmpty } }
    var low = verb
    var high = verb + 1
    for child in tree.children(verb) where child != clause && tree[child].dep != .punct {
      let range = tree.subtree(child)
      guard tree[child].dep != .ccomp else { continue }
      low = min(low, range.lowerBound)
      high = max(high, range.upperBound)
    }
    return whole.subtracting(low..<high).map(clauses.trimmed).filter { !$0.isEmpty }
  }

  func hasTo(_ verb: Int) -> Bool {
    tree.children(verb).contains { tree[$0].dep == .aux && tree[$0].tag == .to }
  }

  /// Whether a clause below a verb is an infinitive with its own subject ("told them to leave").
  func isInfinitive(_ clause: Int, of verb: Int) -> Bool {
    tree[clause].tag == .vb && hasTo(clause) && tree.child(clause, .mark) == nil && clause > verb
  }
}
