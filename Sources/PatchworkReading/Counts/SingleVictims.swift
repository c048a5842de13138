import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Persons named as the one that something was done to: "shot dead Tammo", "Said was arrested".
struct SingleVictims {
  let tree: ParseTree
  let finder: MeasureFinder

  private static let endured: Set<Measure> = [.killed, .injured, .arrested, .abducted, .missing]

  /// One count of one for every named person that a clause makes the victim.
  func all() -> [CountMention] {
    tree.parse.entities.compactMap { entity in
      guard entity.label == .person, let head = head(of: entity), !isList(head),
        let finding = finding(head), Self.endured.contains(finding.measure)
      else { return nil }
      let span = tree.span(entity.tokens)
      let count = Count(
        quote: Quote(span: span, text: tree.text(entity.tokens)), low: 1, high: 1,
        relation: .exact, measure: finding.measure, unit: "person")
      return CountMention(
        count: count, tokens: entity.tokens, head: head, kind: .people, measureToken: finding.token)
    }
  }

  private func head(of entity: Entity) -> Int? {
    entity.tokens.last { !entity.tokens.contains(tree[$0].head) || tree[$0].head == $0 }
  }

  private func isList(_ head: Int) -> Bool { tree.child(head, .conj) != nil }

  private func finding(_ head: Int) -> MeasureFinder.Finding? {
    switch tree[head].dep {
    case .dobj, .nsubjpass, .nsubj: return finder.suffered(by: head)
    case .pobj:
      // "the killing of Tammo".
      guard let of = tree.head(head), tree.isWord(of, "of"), let noun = tree.head(of) else {
        return nil
      }
      return finder.whole(of: noun)
    default: return nil
    }
  }
}
