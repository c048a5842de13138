import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Finds the words that a condition row takes for its holder and its place.
struct ConditionRoles: Sendable {
  let lexical: LexicalTree
  let verbs: VerbRoles
  /// Classes of those who fight or govern.
  let parties: ClassSet

  private var tree: ParseTree { lexical.tree }

  /// The word in a role at a trigger, or nil.
  func word(_ role: ConditionRow.Role, at index: Int) -> Int? {
    switch role {
    case .none, .pp: return nil
    case .actor: return verbs.isVerb(index) ? verbs.actor(index) : below(index, "by")
    case .target: return verbs.isVerb(index) ? verbs.target(index) : below(index, "of")
    case .of: return below(index, "of") ?? below(index, "over")
    case .subject: return subject(index)
    case .modifier:
      let before = tree.children(index).filter {
        switch tree[$0].dep {
        case .amod, .compound, .nmod, .npadvmod, .nsubj, .poss: $0 < index
        default: false
        }
      }
      return before.first { isParty($0) }
    case .head: return tree.head(index)
    }
  }

  private func isParty(_ index: Int) -> Bool {
    switch lexical.labels[index] {
    case .norp, .org, .gpe, .person: true
    default: !lexical.classes[index].isDisjoint(with: parties)
    }
  }

  private func below(_ index: Int, _ preposition: String) -> Int? {
    for child in tree.children(index)
    where (tree[child].dep == .prep || tree[child].dep == .agent)
      && tree.lower(child) == preposition
    {
      if let object = tree.child(child, .pobj) { return object }
    }
    return nil
  }

  /// The subject of the verb that a word belongs to, or the noun that it describes.
  private func subject(_ index: Int) -> Int? {
    if let own = tree.child(index, .nsubj, .nsubjpass) { return own }
    var at = index
    for _ in 0..<4 {
      guard let up = tree.head(at) else { return nil }
      if verbs.isVerb(up) {
        return verbs.isPassive(up) ? verbs.target(up) ?? verbs.actor(up) : verbs.actor(up)
      }
      if tree[up].pos == .noun || tree[up].pos == .propn { return up }
      at = up
    }
    return nil
  }
}
