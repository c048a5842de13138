import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Finds the states that a parsed text asserts of places: who holds them, are they besieged, may aid enter.
struct ConditionReader: Sendable {
  let lexicons: HappeningLexicons

  /// The conditions of a text in reading order.
  func conditions(
    in lexical: LexicalTree, counts: [CountMention], times: [TimeMention], places: [Place]
  ) -> [ToldCondition] {
    let tree = lexical.tree
    let verbs = VerbRoles(lexical: lexical, objectControl: lexicons.objectControl)
    let matcher = TriggerMatcher(lexicon: lexicons.triggers, lexical: lexical, roles: verbs)
    let modalities = ModalityReader(lexical: lexical, lexicon: lexicons.modalities)
    let phrases = PhraseSpans(lexical: lexical)
    let finder = ConditionRoles(
      lexical: lexical, verbs: verbs, parties: lexicons.armedOrState)
    let placer = HappeningPlaces(
      lexical: lexical,
      places: places.compactMap { place in
        tree.tokens(covering: place.quote.span).map { Located(tokens: $0, value: place) }
      }, placeLike: lexicons.placeLike, sites: lexicons.sites,
      namedAfterPlaces: lexicons.namedAfterPlaces)
    let tolls = HappeningTolls(
      lexical: lexical, people: lexicons.people, places: lexicons.placeLike, counts: counts)
    let timer = HappeningTimes(lexical: lexical, times: times, heads: [])
    var told: [ToldCondition] = []
    for index in 0..<tree.count {
      guard let rows = lexicons.conditions.rows[lexical.lemmas[index]] else { continue }
      for row in rows {
        guard let trigger = matcher.fits(row.construction, at: index),
          let value = value(of: row, at: index, modalities)
        else { continue }
        let holder = finder.word(row.holder, at: index).flatMap { $0 == index ? nil : $0 }
        let place = finder.word(row.place, at: index)
        let mention = mention(row, index, trigger, place, phrases)
        var condition = Condition(
          kind: row.kind, value: value,
          trigger: Quote(span: tree.span(trigger), text: tree.text(trigger)))
        condition.place = placer.place(of: mention)
        if let holder {
          let range = phrases.nounPhrase(holder, without: index)
          let quote = Quote(span: tree.span(range), text: tree.text(range))
          condition.holder = Participant(quote: quote, who: quote.text)
        }
        condition.since = timer.time(of: mention) { $0.edtf.hasSuffix("/..") }
        condition.until = timer.time(of: mention) {
          $0.kind == .deadline || $0.edtf.hasPrefix("../") || $0.edtf.hasPrefix("/")
        }
        if row.kind == .siege { condition.people = tolls.tolls(of: mention).affected }
        told.append(
          ToldCondition(head: index, clause: mention.clause, condition: condition))
        break
      }
    }
    return told
  }

  /// The row's value as it stands in the telling, or nil where the state is only sought or feared.
  private func value(of row: ConditionRow, at index: Int, _ modalities: ModalityReader) -> String? {
    guard row.kind != .threat else { return row.value }
    // A row that asks for a negation has it in its value.
    if row.construction.with.contains(where: { $0.slot == .negation }) { return row.value }
    if modalities.isOver(index) { return "not " + row.value }
    let modality = modalities.modality(
      index, isVerb: row.construction.wordClass == .verb)
    if row.kind == .truce {
      if row.value == "proposed" || row.value == "rejected" { return row.value }
      switch modality {
      case .happened, .ongoing, nil: return row.value
      case .denied: return "not " + row.value
      case .some(let open): return row.value + ", " + open.rawValue
      }
    }
    switch modality {
    case .denied: return "not " + row.value
    case .proposed: return row.value + ", proposed"
    case .planned where row.kind == .access || row.kind == .approval: return row.value
    case .planned, .attempted, .possible, .threatened: return nil
    default: return row.value
    }
  }

  private func mention(
    _ row: ConditionRow, _ head: Int, _ trigger: Range<Int>, _ place: Int?,
    _ phrases: PhraseSpans
  ) -> HappeningMention {
    HappeningMention(
      trigger: trigger, head: head, type: .siege, modality: .ongoing, actor: nil,
      actorHead: nil, target: nil, targetHead: place, weapon: nil,
      clause: phrases.clause(of: head, isVerb: row.construction.wordClass == .verb),
      tolls: [Toll(kind: .affected, word: head, people: place)], anchors: [head], takesUp: nil)
  }
}
