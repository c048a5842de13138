import PatchworkLanguage
import PatchworkPlaces
import PatchworkText

/// Tells names that stand where places stand: what is shelled or entered, what is listed with a place.
///
/// A recogniser that has never read "Mleiha" takes it for a person or an organisation; its sentence knows better.
struct PlaceRoles: Sendable {
  private let words: WordClasses
  private let places: ClassSet
  private let targets: ClassSet

  init() throws(LexiconError) {
    words = WordClasses(tables: [try LexiconFolder.table("place-roles.tsv")])
    places = words.named("takes-place") ?? []
    targets = words.named("takes-target") ?? []
  }

  /// How well a place fits at each token of a tree; tokens of other words than names are left out.
  func fits(in tree: ParseTree) -> [Int: PlaceToken.Fit] {
    var recognised: Set<Int> = []
    for entity in tree.parse.entities {
      switch entity.label {
      case .gpe, .loc, .fac: recognised.formUnion(entity.tokens)
      default: break
      }
    }
    var out: [Int: PlaceToken.Fit] = [:]
    for token in 0..<tree.count where tree[token].pos == .propn {
      guard tree[token].dep != .compound, let fit = fit(of: token, recognised, tree) else {
        continue
      }
      out[token] = fit
      for part in tree.children(token) where tree[part].dep == .compound && part < token {
        out[part] = fit
      }
    }
    return out
  }

  private func fit(
    of token: Int, _ recognised: Set<Int>, _ tree: ParseTree
  ) -> PlaceToken.Fit? {
    var at = token
    while tree[at].dep == .conj, let up = tree.head(at), tree[up].pos == .propn { at = up }
    if let fit = role(of: at, tree) { return fit }
    return isListedWithPlace(at, recognised, tree) ? .likely : nil
  }

  /// What the first of a list is to its verb or noun.
  private func role(of token: Int, _ tree: ParseTree) -> PlaceToken.Fit? {
    guard let up = tree.head(token) else { return nil }
    switch tree[token].dep {
    case .dobj, .nsubjpass: return tree[up].pos == .verb ? fit(taken: up, tree) : nil
    case .pobj:
      guard tree.isWord(up, "of") || tree.isWord(up, "on") || tree.isWord(up, "over"),
        let noun = tree.head(up), tree[noun].pos == .noun
      else { return nil }
      return fit(taken: noun, tree)
    default: return nil
    }
  }

  private func fit(taken word: Int, _ tree: ParseTree) -> PlaceToken.Fit? {
    let classes = words.classes(of: words.number(tree.lemma(word)))
    if !classes.isDisjoint(with: places) { return .sure }
    return classes.isDisjoint(with: targets) ? nil : .likely
  }

  private func isListedWithPlace(
    _ first: Int, _ recognised: Set<Int>, _ tree: ParseTree
  ) -> Bool {
    var pending = [first]
    for _ in 0..<20 {
      guard let next = pending.popLast() else { return false }
      if recognised.contains(next) { return true }
      pending += tree.children(next).filter { tree[$0].dep == .conj }
    }
    return false
  }
}
