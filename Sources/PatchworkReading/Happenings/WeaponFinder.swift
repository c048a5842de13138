import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Finds the means of a happening: "with mortars", "using cluster bombs", "tank assault", "warplanes attacked".
struct WeaponFinder: Sendable {
  let lexical: LexicalTree
  let verbs: VerbRoles
  let weapons: ClassSet

  private var tree: ParseTree { lexical.tree }

  /// Head word of the weapon told with a trigger, or nil.
  func weapon(_ match: TriggerMatch, isVerb: Bool, actor: Int?) -> Int? {
    if let found = below(match.head, isVerb: isVerb) { return found }
    // "came under gun attack": the noun in a trigger of several words.
    for token in match.tokens where token != match.head && tree[token].pos == .noun {
      if let found = below(token, isVerb: false) { return found }
    }
    if let actor, isWeapon(actor) { return actor }
    return nil
  }

  private func below(_ trigger: Int, isVerb: Bool) -> Int? {
    for child in tree.children(trigger) {
      switch tree[child].dep {
      case .prep, .agent:
        if tree.isWord(child, "with") || tree.isWord(child, "by") || tree.isWord(child, "from")
          || tree.isWord(child, "of") || tree.isWord(child, "in")
        {
          if let object = tree.child(child, .pobj), isWeapon(object) { return object }
        }
      case .advcl, .acl, .xcomp:
        if tree.isWord(child, "using"), let object = tree.child(child, .dobj), isWeapon(object) {
          return object
        }
      case .compound, .amod, .nmod, .npadvmod:
        if !isVerb, isWeapon(child) { return child }
      case .dobj:
        if isVerb, isWeapon(child), !isPerson(child) { return child }
      default: break
      }
    }
    return nil
  }

  private func isWeapon(_ index: Int) -> Bool {
    !lexical.phraseClasses(index).isDisjoint(with: weapons)
  }

  private func isPerson(_ index: Int) -> Bool {
    lexical.labels[index] == .person
  }
}
