import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Finds the words that a condition row takes for its holder and its place.
struct ConditionRoles: Sendable {
  let lexical: LexicalTree
  let verbs: VerbRoles
  let matcher: TriggerMatcher
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
    case .to: return below(index, "to") ?? matcher.described(index).flatMap { below($0, "to") }
    case .from:
      return below(index, "from") ?? tree.child(index, .dobj).flatMap { below($0, "from") }
    case .attr: return tree.child(index, .attr) ?? tree.child(index, .nsubj)
    case .subject: return matcher.described(index)
    case .hands: return below(index, "of") ?? tree.child(index, .poss) ?? party(before: index)
    case .modifier: return party(before: index)
    case .head: return tree.head(index)
    }
  }

  private func party(before index: Int) -> Int? {
    tree.children(index).first { child in
      switch tree[child].dep {
      case .amod, .compound, .nmod, .npadvmod, .nsubj, .poss, .advmod:
        child < index && isParty(child)
      default: false
      }
    }
  }

  private func isParty(_ index: Int) -> Bool {
    switch lexical.labels[index] {
    case .norp, .org, .gpe, .person: true
    default:
      !lexical.classes[index].isDisjoint(with: parties) || tree.isWord(index, "opposition")
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
}
