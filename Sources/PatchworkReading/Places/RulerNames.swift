import PatchworkLanguage
import PatchworkText

/// Tells where the name of a country or a capital stands for its rulers: "brokered by Moscow", "pressure on Damascus".
struct RulerNames: Sendable {
  private let words: WordClasses
  private let rules: ClassSet
  private let told: ClassSet
  private let between: ClassSet
  private let on: ClassSet
  private let of: ClassSet

  init() throws(LexiconError) {
    let words = WordClasses(tables: [try LexiconFolder.table("ruler-words.tsv")])
    rules = words.named("rules") ?? []
    told = words.named("rules-told") ?? []
    between = words.named("rules-between") ?? []
    on = words.named("rules-on") ?? []
    of = words.named("rules-of") ?? []
    self.words = words
  }

  /// The tokens of a tree that stand for rulers if they are the names of countries or capitals.
  func tokens(in tree: ParseTree) -> [Int] {
    var labels = Set<Int>()
    for entity in tree.parse.entities where entity.label == .gpe {
      labels.formUnion(entity.tokens)
    }
    return labels.filter { isRuler($0, in: tree) }
  }

  private func isRuler(_ token: Int, in tree: ParseTree) -> Bool {
    var at = token
    // "Moscow and Ankara": what holds of the first holds of the second.
    while tree[at].dep == .conj, let up = tree.head(at), tree[up].pos == .propn { at = up }
    guard let up = tree.head(at) else { return false }
    switch tree[at].dep {
    case .nsubj: return has(up, rules, tree)
    case .dobj: return has(up, told, tree)
    case .pobj:
      guard let governor = tree.head(up) else { return false }
      if tree[up].dep == .agent || tree.isWord(up, "by") {
        return tree[governor].pos == .verb && has(governor, rules, tree)
      }
      if tree.isWord(up, "between") { return has(governor, between, tree) }
      if tree.isWord(up, "on") || tree.isWord(up, "against") {
        return has(governor, on, tree)
      }
      return tree.isWord(up, "of") && has(governor, of, tree)
    default: return false
    }
  }

  private func has(_ token: Int, _ set: ClassSet, _ tree: ParseTree) -> Bool {
    !words.classes(of: words.number(tree.lemma(token))).isDisjoint(with: set)
  }
}
