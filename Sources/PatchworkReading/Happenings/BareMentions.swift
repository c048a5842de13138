import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Tells nouns that only presuppose a happening ("the talks", "since the attack") from those that tell it.
struct BareMentions: Sendable {
  let lexical: LexicalTree
  /// Classes of words that describe a place.
  let places: ClassSet

  private var tree: ParseTree { lexical.tree }

  /// Whether the draft is a bare mention without verb, toll, participant or date of its own.
  func isBare(_ draft: HappeningDraft) -> Bool {
    guard !draft.isVerb, draft.match.row.wordClass == .noun, draft.joined.isEmpty,
      !draft.match.row.roles.contains(.injury)
    else {
      return false
    }
    let noun = lexical.measured(draft.head)
    guard tree[noun].dep == .pobj, let preposition = tree.head(noun) else {
      return false
    }
    if draft.actor != nil || draft.target != nil || draft.weapon != nil { return false }
    if draft.modality != nil { return false }
    if tree.isWord(preposition, "of"), let governor = tree.head(preposition),
      tree[governor].pos != .noun && tree[governor].pos != .propn
    {
      // "guilty of war crimes", "some of the fiercest fighting"
      return false
    }
    if hasTimeOrPlace(draft.head) { return false }
    return tree.isWord(preposition, "in") || tree.isWord(preposition, "during")
      || tree.isWord(preposition, "after") || tree.isWord(preposition, "since")
      || tree.isWord(preposition, "before") || tree.isWord(preposition, "amid")
      || tree.isWord(preposition, "despite") || tree.isWord(preposition, "following")
      || tree.isWord(preposition, "from") || tree.isWord(preposition, "with")
      || tree.isWord(preposition, "of")
  }

  private func hasTimeOrPlace(_ head: Int) -> Bool {
    for child in tree.children(head) {
      if lexical.labels[child] == .date || lexical.labels[child] == .time { return true }
      if tree[child].dep == .prep, let object = tree.child(child, .pobj) {
        if !lexical.classes[object].isDisjoint(with: places) { return true }
        switch lexical.labels[object] {
        case .date, .time, .gpe, .loc, .fac: return true
        default: break
        }
      }
    }
    return false
  }
}
