import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// How many people a siege or an encirclement concerns.
struct ConditionPeople: Sendable {
  let lexical: LexicalTree
  let counts: [CountMention]

  /// The count of people nearest to the trigger in its sentence, none of those killed, hurt, seized or fled.
  func people(near index: Int) -> Count? {
    let tree = lexical.tree
    let sentence = tree.sentences[tree.sentenceOfToken[index]]
    return
      counts
      .filter {
        sentence.contains($0.tokens.lowerBound) && ($0.countsPeople || $0.kind == .group)
          && isLiving($0.count)
      }
      .min { distance($0, index) < distance($1, index) }?.count
  }

  private func distance(_ count: CountMention, _ index: Int) -> Int {
    index < count.tokens.lowerBound
      ? count.tokens.lowerBound - index : index - count.tokens.upperBound + 1
  }

  private func isLiving(_ count: Count) -> Bool {
    switch count.measure {
    case .besieged, .population, .reached, .other, .evacuated: true
    default: false
    }
  }
}
