import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// What happened and what is so: constructions that fit, and those of the same word that did not.
extension Explainer {
  var matcher: TriggerMatcher {
    TriggerMatcher(
      lexicon: lexicons.triggers, lexical: steps.lexical,
      roles: VerbRoles(lexical: steps.lexical, objectControl: lexicons.objectControl))
  }

  func happening(
    _ happening: Happening, of account: Account, in sentence: Range<Int>
  ) -> [Explanation.Decision] {
    guard
      let told = steps.happenings.first(where: {
        $0.happening.trigger.span == happening.trigger.span
      })
    else { return [] }
    let matcher = matcher
    var decisions: [Explanation.Decision] = []
    if let match = matcher.match(told.head) {
      let refined =
        match.row.type == happening.type
        ? "" : "; made \(happening.type.rawValue) by those who take part or by the means"
      decisions.append(
        .init(
          step: .happening, chosen: "\(happening.type.rawValue) “\(happening.trigger.text)”",
          rule: match.row.construction.described + refined,
          lost: unfit(at: told.head, matcher) + unused(in: sentence, matcher)))
    }
    decisions.append(
      .init(
        step: .modality, chosen: happening.modality.rawValue,
        rule: told.happening.modality == happening.modality
          ? "verb, auxiliaries and governing words" : "the stance \(account.stance.rawValue)",
        lost: told.happening.modality == happening.modality
          ? [] : ["\(told.happening.modality.rawValue): as the clause alone tells it"]))
    decisions += participants(happening, told) + counts(happening, told, in: sentence)
    decisions += circumstances(happening.place, happening.time, in: sentence)
    return decisions
  }

  func condition(_ condition: Condition, in sentence: Range<Int>) -> [Explanation.Decision] {
    guard
      let told = steps.conditions.first(where: {
        $0.condition.trigger.span == condition.trigger.span && $0.condition.kind == condition.kind
      })
    else { return [] }
    let matcher = matcher
    let rows = lexicons.conditions.rows[steps.lexical.lemmas[told.head]] ?? []
    let fitting = rows.first { matcher.misfit($0.construction, at: told.head) == nil }
    let lost = rows.prefix { $0.construction.origin != fitting?.construction.origin }
      .compactMap { row in
        matcher.misfit(row.construction, at: told.head).map {
          "\(row.kind.rawValue) \(row.value ?? row.negated ?? "") (\(row.construction.origin)): \($0)"
        }
      }
    let turned =
      fitting?.value == condition.value ? "" : "; turned by negation, tense, wish or clock"
    return [
      Explanation.Decision(
        step: .condition,
        chosen: "\(condition.kind.rawValue) \(condition.value) “\(condition.trigger.text)”",
        rule: (fitting?.construction.described ?? "") + turned, lost: lost)
    ] + circumstances(condition.place, condition.since, in: sentence)
  }

  private func circumstances(
    _ place: Place?, _ time: TimeExpression?, in sentence: Range<Int>
  ) -> [Explanation.Decision] {
    let span = tree.span(sentence)
    let otherPlaces = steps.reading.places.filter {
      span.contains($0.quote.span.start) && $0.quote.span != place?.quote.span
    }.map { "\($0.quote.text): not of this clause (\($0.rule))" }
    let otherTimes = steps.reading.times.filter {
      span.contains($0.quote.span.start) && $0.quote.span != time?.quote.span
    }.map { "\($0.quote.text): not of this clause, or no date" }
    return [
      Explanation.Decision(
        step: .place, chosen: place.map { "\($0.quote.text) → \($0.name)" } ?? "unknown",
        rule: place.map { "\($0.rule), \($0.candidates) candidates" } ?? "none is told",
        lost: otherPlaces),
      Explanation.Decision(
        step: .time, chosen: time.map { "\($0.quote.text) → \($0.edtf)" } ?? "unknown",
        rule: time?.rule ?? "none is told", lost: otherTimes),
    ]
  }

  /// The rows of the same word that were tried before and do not fit.
  private func unfit(at index: Int, _ matcher: TriggerMatcher) -> [String] {
    let rows =
      lexicons.triggers.rows[steps.lexical.lemmas[index]]
      ?? lexicons.triggers.rows[steps.lexical.forms[index]] ?? []
    var lost: [String] = []
    for row in rows {
      guard let reason = matcher.misfit(row.construction, at: index) else { break }
      lost.append("\(row.type.rawValue) (\(row.construction.origin)): \(reason)")
    }
    return lost
  }

  /// Other words of the sentence that name a happening and tell none of their own.
  private func unused(in sentence: Range<Int>, _ matcher: TriggerMatcher) -> [String] {
    let heads = Set(steps.happenings.map(\.head))
    return sentence.compactMap { index in
      guard !heads.contains(index), let match = matcher.match(index) else { return nil }
      return "\(match.row.type.rawValue) “\(tree.word(index))”: part of another, or a bare mention"
    }
  }
}

extension Construction {
  /// The construction as its table has it: where it stands and what it asks for.
  var described: String {
    var text = origin
    if !with.isEmpty { text += " with " + with.map(\.text).joined(separator: " ") }
    return text
  }
}
