import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Who takes part, how many, and through whom it was said: where the tree has the chosen words, and what else stood there.
extension Explainer {
  /// Who did it and whom it befell.
  func participants(_ happening: Happening, _ told: ToldHappening) -> [Explanation.Decision] {
    let chosen = [
      (Explanation.Decision.Step.actor, happening.actor, told.actorHead),
      (.target, happening.target, told.targetHead),
    ]
    let heads = chosen.compactMap { $0.1.flatMap { head(of: $0.quote.span) } }
    return chosen.compactMap { step, participant, own in
      guard let participant, let head = own ?? head(of: participant.quote.span) else { return nil }
      return Explanation.Decision(
        step: step, chosen: participant.quote.text, rule: relation(of: head, to: told.head),
        lost: besides(heads + [head], at: told.head))
    }
  }

  /// How many were killed, injured and otherwise affected.
  func counts(_ happening: Happening, _ told: ToldHappening, in sentence: Range<Int>)
    -> [Explanation.Decision]
  {
    let span = tree.span(sentence)
    let chosen = [
      ("killed", happening.killed), ("injured", happening.injured),
      ("affected", happening.affected),
    ]
    let taken = chosen.compactMap { $0.1?.quote.span }
    let lost = steps.reading.quantities.filter { other in
      span.contains(other.quote.span.start) && !taken.contains { $0.overlaps(other.quote.span) }
    }.map { "“\($0.quote.text)”: counts \($0.unit.isEmpty ? $0.measure.rawValue : $0.unit)" }
    return chosen.compactMap { name, count in
      guard let count else { return nil }
      let bounds = "\(count.low.map(String.init) ?? "?")–\(count.high.map(String.init) ?? "?")"
      let place = head(of: count.quote.span).map { ", " + relation(of: $0, to: told.head) } ?? ""
      let convention = count.convention.map { " (\($0))" } ?? ""
      return Explanation.Decision(
        step: .count, chosen: "\(name) \(bounds) “\(count.quote.text)”",
        rule: count.relation.rawValue + convention + place, lost: lost)
    }
  }

  /// The medium that passes it on and the one it is addressed to.
  func channels(of account: Account, in sentence: Range<Int>) -> [Explanation.Decision] {
    let cue = account.cue.first.flatMap { head(of: $0.span) }
    return [("through", account.via), ("to", account.addressee)].compactMap { way, words in
      guard !words.isEmpty else { return nil }
      let found = sentence.first {
        tree.text($0..<$0 + 1) == words.split(separator: " ").last ?? ""
      }
      let rule =
        cue.flatMap { cue in found.map { relation(of: $0, to: cue) } }
        ?? "by the speaker inside of whose words it stands, or named elsewhere"
      return Explanation.Decision(step: .via, chosen: "\(way) \(words)", rule: rule)
    }
  }

  /// The token that governs the words of a span.
  private func head(of span: Span) -> Int? {
    tree.tokens(covering: span).flatMap(tree.head(of:))
  }

  /// Where the tree has a word, seen from another: the labels on the way down to it.
  private func relation(of head: Int, to anchor: Int) -> String {
    guard tree.sentenceOfToken[head] == tree.sentenceOfToken[anchor] else {
      return "from another sentence"
    }
    if head == anchor { return "“\(tree.word(anchor))” itself" }
    let above = Set(tree.path(from: anchor))
    var labels: [String] = []
    for step in tree.path(from: head) {
      if above.contains(step) {
        let way = labels.reversed().joined(separator: " › ")
        let governs = step == anchor ? "" : ", which governs “\(tree.word(anchor))”"
        return (way.isEmpty ? "" : way + " of ") + "“\(tree.word(step))”" + governs
      }
      labels.append(tree[step].dep.rawValue)
    }
    return "of the same sentence"
  }

  /// What else hangs on the trigger as a noun, with the way to it.
  private func besides(_ taken: [Int], at trigger: Int) -> [String] {
    var found: [String] = []
    for child in tree.children(trigger) {
      let noun = tree[child].dep == .prep ? tree.child(child, .pobj) : child
      guard let noun, tree.isNominal(noun), !taken.contains(noun) else { continue }
      found.append("\(tree.word(noun)): \(relation(of: noun, to: trigger)), takes no part")
    }
    return found
  }
}
