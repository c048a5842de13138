import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Finds the happenings that a parsed text tells.
struct HappeningReader: Sendable {
  let lexicons: HappeningLexicons

  /// The happenings of a text in reading order.
  func happenings(in lexical: LexicalTree) -> [HappeningMention] {
    var mentions: [HappeningMention] = []
    for sentence in lexical.tree.sentences { read(sentence, lexical, into: &mentions) }
    return mentions
  }

  private func read(
    _ sentence: Range<Int>, _ lexical: LexicalTree, into mentions: inout [HappeningMention]
  ) {
    let verbs = VerbRoles(lexical: lexical, objectControl: lexicons.objectControl)
    let nouns = NounRoles(lexical: lexical, verbs: verbs, lexicon: lexicons)
    let matcher = TriggerMatcher(lexicon: lexicons.triggers, lexical: lexical, roles: verbs)
    let weapons = WeaponFinder(lexical: lexical, verbs: verbs, weapons: lexicons.weapons)
    let modalities = ModalityReader(lexical: lexical, lexicon: lexicons.modalities)
    var drafts: [HappeningDraft] = []
    for index in sentence {
      guard let match = matcher.match(index) else { continue }
      drafts.append(draft(match, lexical, verbs, nouns, weapons, modalities))
    }
    guard !drafts.isEmpty else { return }
    drafts = withoutParts(drafts)
    drafts = withoutStopped(drafts, verbs, lexical)
    drafts = HappeningJoiner(lexical: lexical, verbs: verbs).join(drafts)
    let phrases = PhraseSpans(lexical: lexical)
    let bareness = BareMentions(lexical: lexical, places: lexicons.placeLike)
    for draft in drafts where !bareness.isBare(draft) {
      let mention = mention(draft, lexical, phrases, before: mentions)
      if draft.match.row.roles.contains(.answers) && mention.takesUp == nil { continue }
      mentions.append(mention)
    }
  }

  private func draft(
    _ match: TriggerMatch, _ lexical: LexicalTree, _ verbs: VerbRoles, _ nouns: NounRoles,
    _ weapons: WeaponFinder, _ modalities: ModalityReader
  ) -> HappeningDraft {
    let isVerb = match.row.wordClass == .verb
    var actor: Int?
    var target: Int?
    let isPredicate =
      match.row.wordClass == .adjective
      && (match.row.roles.contains(.subjectIsTarget) || match.row.roles.contains(.answers))
    if isPredicate, match.row.roles.contains(.answers) {
      actor = verbs.subject(match.head, depth: 0)
    } else if isVerb || isPredicate {
      actor = verbs.actor(match.head)
      target = verbs.target(match.head)
      if match.row.roles.contains(.subjectIsTarget) {
        (actor, target) = (nil, verbs.subject(match.head, depth: 0))
      } else if match.row.roles.contains(.subjectIsNone) {
        actor = nil
      }
    } else {
      (actor, target) = nouns.participants(match.head, row: match.row)
    }
    if isVerb, lexical[match.head].tag == .vbg, standsAsNoun(match.head, lexical) {
      // A gerund that the parser takes for a verb still has a noun's company.
      let told = nouns.participants(match.head, row: match.row)
      actor = actor ?? told.actor
      target = target ?? told.target
    }
    if let found = actor, isTime(found, lexical) { actor = nil }
    if let found = target, isTime(found, lexical) { target = nil }
    let pronouns = SubjectPronouns(lexical: lexical)
    actor = actor.map(pronouns.antecedent)
    target = target.map(pronouns.antecedent)
    let weapon = weapons.weapon(match, isVerb: isVerb, actor: actor)
    if isVerb, let found = target,
      found == weapon || found != match.head && match.tokens.contains(found)
    {
      target = prepositionalTarget(match.head, lexical)
    }
    if target == nil && isVerb { target = prepositionalTarget(match.head, lexical) }
    return HappeningDraft(
      match: match, isVerb: isVerb, type: match.row.type, actor: actor, target: target,
      weapon: weapon, modality: modalities.modality(match.head, isVerb: isVerb),
      tolls: tolls(match, isVerb: isVerb, actor: actor, target: target, lexical))
  }

  /// Where the numbers of those a happening befell may stand.
  private func tolls(
    _ match: TriggerMatch, isVerb: Bool, actor: Int?, target: Int?, _ lexical: LexicalTree
  ) -> [Toll] {
    let kind: Toll.Kind
    var people = target
    if match.row.type == .killing {
      kind = .killed
    } else if match.row.roles.contains(.injury) {
      kind = .injured
    } else {
      switch match.row.type {
      case .arrest, .abduction, .release, .siege, .aidMovement: break
      case .displacement where isVerb:
        let isTransitive = lexical.tree.child(match.head, .dobj, .nsubjpass) != nil
        people = isTransitive ? target : actor
      case .displacement: break
      case .other where lexical.tree.lemma(match.head) == "miss": people = target
      case .politicalAct where target != nil: break
      case .shooting where isVerb:
        // "shot dead", "gunned down"
        let next = match.head + 1
        guard next < lexical.tree.count,
          lexical.tree.isWord(next, "dead") || lexical.tree.isWord(next, "down")
            || lexical.tree.children(match.head).contains(where: {
              lexical.tree.isWord($0, "dead") || lexical.tree.isWord($0, "fatally")
            })
        else { return [] }
        return [Toll(kind: .killed, word: match.head, people: target)]
      default: return []
      }
      kind = .affected
    }
    return [Toll(kind: kind, word: match.head, people: people)]
  }

  /// Whether a word names a time, which neither acts nor is acted on.
  private func isTime(_ index: Int, _ lexical: LexicalTree) -> Bool {
    lexical.labels[index] == .date || lexical.labels[index] == .time
  }

  private func standsAsNoun(_ index: Int, _ lexical: LexicalTree) -> Bool {
    switch lexical[index].dep {
    case .pobj, .dobj, .nsubj, .nsubjpass, .attr: true
    default: false
    }
  }

  /// What a verb without object turns against: "opened fire on", "fired at", "dropped bombs on".
  private func prepositionalTarget(_ verb: Int, _ lexical: LexicalTree) -> Int? {
    let tree = lexical.tree
    var hosts = [verb]
    if let object = tree.child(verb, .dobj) { hosts.append(object) }
    for host in hosts {
      for child in tree.children(host)
      where tree[child].dep == .prep || tree[child].dep == .dative {
        guard
          tree.isWord(child, "on") || tree.isWord(child, "at") || tree.isWord(child, "into")
            || tree.isWord(child, "against") || tree.isWord(child, "with")
            || tree.isWord(child, "upon") || tree.isWord(child, "to")
        else { continue }
        if let object = tree.child(child, .pobj), lexical.labels[object] != .date,
          lexical.labels[object] != .time
        {
          return object
        }
      }
    }
    return nil
  }

  /// The drafts without those whose trigger lies inside a wider one.
  private func withoutParts(_ drafts: [HappeningDraft]) -> [HappeningDraft] {
    drafts.filter { draft in
      !drafts.contains { other in
        other.head != draft.head && other.match.tokens.count > 1
          && other.match.tokens.contains(draft.head)
      }
    }
  }

  /// The modality of a plain telling: the row's, but what flared or ended has happened, and what one does is going on.
  private func usual(_ draft: HappeningDraft, _ lexical: LexicalTree) -> Modality {
    let tree = lexical.tree
    if !draft.isVerb, tree[draft.head].dep == .nsubj, let verb = tree.head(draft.head),
      tree[verb].tag == .vbd, tree[verb].pos == .verb
    {
      return .happened
    }
    if draft.isVerb, draft.type == .other,
      tree[draft.head].tag == .vbz || tree[draft.head].tag == .vbp
    {
      return .ongoing
    }
    return draft.match.row.modality ?? .happened
  }

  /// The drafts without the fighting whose end is told: "the operations have to stop" is one happening.
  private func withoutStopped(
    _ drafts: [HappeningDraft], _ verbs: VerbRoles, _ lexical: LexicalTree
  ) -> [HappeningDraft] {
    let stopped = Set(
      drafts.filter { $0.isVerb && $0.type == .ceasefireAct }.flatMap {
        [verbs.subject($0.head, depth: 0), lexical.tree.child($0.head, .dobj)].compactMap { $0 }
      })
    guard !stopped.isEmpty else { return drafts }
    return drafts.filter { $0.isVerb || $0.type == .ceasefireAct || !stopped.contains($0.head) }
  }

  private func mention(
    _ draft: HappeningDraft, _ lexical: LexicalTree, _ phrases: PhraseSpans,
    before: [HappeningMention]
  ) -> HappeningMention {
    // The wounded of a told means are that means'; otherwise an injury keeps its own type.
    let isInjury = draft.type == .other && draft.match.row.roles.contains(.injury)
    let refined = lexicons.refinements.refine(
      isInjury ? .killing : draft.type, actor: draft.actor.map(lexical.phraseClasses) ?? [],
      target: draft.target.map(lexical.phraseClasses) ?? [],
      weapon: draft.weapon.map(lexical.phraseClasses) ?? [])
    let type = isInjury && refined == .killing ? .other : refined
    var mention = HappeningMention(
      trigger: draft.match.tokens, head: draft.head, type: type,
      modality: draft.modality ?? usual(draft, lexical),
      actor: draft.actor.map { phrases.nounPhrase($0, without: draft.head) },
      actorHead: draft.actor,
      target: draft.target.map { phrases.nounPhrase($0, without: draft.head) },
      targetHead: draft.target,
      weapon: draft.weapon.map { phrases.nounPhrase($0) },
      clause: phrases.clause(of: draft.head, isVerb: draft.isVerb),
      tolls: draft.tolls, anchors: [draft.head] + draft.joined, takesUp: nil)
    Antecedents(lexical: lexical).resolve(&mention, draft: draft, before: before)
    return mention
  }
}
