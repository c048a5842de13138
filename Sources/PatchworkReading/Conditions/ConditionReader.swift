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
    let standings = ConditionStanding(
      lexical: lexical, verbs: verbs, governors: lexicons.modalities)
    let finder = ConditionRoles(
      lexical: lexical, verbs: verbs, matcher: matcher, parties: lexicons.armedOrState)
    let assembler = ConditionAssembler(
      lexical: lexical, lexicons: lexicons, counts: counts, times: times, places: places)
    var told: [ToldCondition] = []
    for index in 0..<tree.count {
      guard let rows = lexicons.conditions.rows[lexical.lemmas[index]] else { continue }
      for row in rows {
        guard let trigger = matcher.fits(row.construction, at: index) else { continue }
        guard
          var value = ConditionValue.value(
            of: row, standing: standing(row, index, standings), isYet: isYet(index, tree))
        else { break }
        if value == "lost", hasNeither(index, tree) { value = "contested" }
        if value == "entered", isBareGerund(index, tree) { break }
        let found = assembler.condition(
          row, value: value, at: index, trigger: trigger,
          holder: finder.word(row.holder, at: index), place: finder.word(row.place, at: index))
        told.append(found)
        if let rest = partlyRefused(found, at: index, verbs, tree) { told.append(rest) }
        break
      }
    }
    return withoutRepeats(told, tree)
  }

  /// How a row's state stands; a row that asks for "no" or a negation has it in its value.
  private func standing(
    _ row: ConditionRow, _ index: Int, _ standings: ConditionStanding
  ) -> ConditionStanding.Standing {
    let standing = standings.standing(index)
    let hasOwn = row.construction.with.contains { $0.slot == .none || $0.slot == .negation }
    return hasOwn && standing == .notSo ? .so : standing
  }

  /// "neither side holds the town": both hold some of it.
  private func hasNeither(_ index: Int, _ tree: ParseTree) -> Bool {
    tree.child(index, .nsubj).map { subject in
      tree.subtree(subject).contains { tree.isWord($0, "neither") }
    } ?? false
  }

  /// "the trucks passing": named, not told.
  private func isBareGerund(_ index: Int, _ tree: ParseTree) -> Bool {
    tree[index].tag == .vbg && tree.child(index, .aux, .auxpass) == nil
  }

  /// Whether something is said to be so not yet.
  private func isYet(_ index: Int, _ tree: ParseTree) -> Bool {
    let sentence = tree.sentences[tree.sentenceOfToken[index]]
    return sentence.contains { tree.isWord($0, "yet") || tree.isWord($0, "still") }
  }

  /// "approved only two of the eight convoys": the others were refused.
  private func partlyRefused(
    _ told: ToldCondition, at index: Int, _ verbs: VerbRoles, _ tree: ParseTree
  ) -> ToldCondition? {
    guard told.condition.kind == .approval, told.condition.value == "approved",
      let object = verbs.target(index)
    else { return nil }
    let phrase = tree.subtree(object)
    guard phrase.contains(where: { tree.isWord($0, "only") || tree.isWord($0, "just") }),
      tree.children(object).contains(where: { tree.isWord($0, "of") })
    else { return nil }
    var rest = told
    rest.condition.value = "refused"
    return rest
  }

  /// The conditions without those that say the same once more in one sentence.
  private func withoutRepeats(_ told: [ToldCondition], _ tree: ParseTree) -> [ToldCondition] {
    told.enumerated().filter { number, condition in
      !told.enumerated().contains { other, first in
        guard other != number, first.condition.kind == condition.condition.kind,
          tree.sentenceOfToken[first.head] == tree.sentenceOfToken[condition.head]
        else { return false }
        let isSame = first.condition.value == condition.condition.value
        if first.head != condition.head, tree.isInside(condition.head, of: first.head) {
          return isSame || condition.condition.kind == .access
            || condition.condition.kind == .threat
        }
        let place = condition.condition.place?.quote.text
        return isSame && other < number
          && (place == nil || place == first.condition.place?.quote.text)
      }
    }.map(\.element)
  }
}
