import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Finds the earlier happening that a definite or outcome mention takes up ("the attack", "many were wounded").
struct Antecedents: Sendable {
  let lexical: LexicalTree

  private var tree: ParseTree { lexical.tree }

  /// Gives a mention the type of the happening that it takes up.
  func resolve(
    _ mention: inout HappeningMention, draft: HappeningDraft, before: [HappeningMention]
  ) {
    let answers = draft.match.row.roles.contains(.answers)
    let isDefinite =
      draft.match.row.roles.contains(.anaphoric) && isDefinite(draft.head)
      && (draft.type != .killing || tree[draft.head].tag == .nn)
    let isOutcomeOnly =
      draft.match.row.roles.contains(.injury) && draft.joined.isEmpty && mention.type == .other
    guard answers || isDefinite || isOutcomeOnly else { return }
    let reach = answers ? 30 : isDefinite ? 12 : 3
    guard
      let number = before.lastIndex(where: {
        isSpecificMeans($0.type)
          && (!draft.match.row.roles.contains(.air) || $0.type == .airStrike)
          && tree.steps(from: $0.head, to: mention.head) <= reach
      })
    else { return }
    mention.type = before[number].type
    mention.takesUp = number
  }

  private func isSpecificMeans(_ type: HappeningType) -> Bool {
    switch type {
    case .airStrike, .shelling, .bombing, .shooting, .chemicalAttack, .aidAttack, .clash: true
    default: false
    }
  }

  private func isDefinite(_ noun: Int) -> Bool {
    tree.children(noun).contains { child in
      (tree[child].dep == .det
        && (tree.isWord(child, "the") || tree.isWord(child, "this") || tree.isWord(child, "that")))
        || (tree[child].dep == .poss && tree[child].pos == .pron)
    }
      && !tree.children(noun).contains {
        tree[$0].dep == .prep && $0 > noun && !tree.isWord($0, "of")
      }
  }
}
