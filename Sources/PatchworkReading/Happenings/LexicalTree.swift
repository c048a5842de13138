import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// A dependency tree whose words carry their lexicon numbers and classes.
struct LexicalTree: Sendable {
  let tree: ParseTree
  /// Number of every token's lemma.
  let lemmas: [Int32]
  /// Number of every token's lower-case form.
  let forms: [Int32]
  /// Classes of every token by its lemma, form and entity.
  let classes: [ClassSet]
  /// The entity label over every token.
  let labels: [EntityLabel?]

  private let measures: ClassSet
  private let traces: ClassSet

  init(_ tree: ParseTree, words: WordClasses) {
    self.tree = tree
    var labels = [EntityLabel?](repeating: nil, count: tree.count)
    for entity in tree.parse.entities {
      for token in entity.tokens { labels[token] = entity.label }
    }
    let person = (words.named("person") ?? []).union(words.named("individual") ?? [])
    let place = words.named("place") ?? []
    let body = words.named("body") ?? []
    measures = words.named("measure") ?? []
    traces = words.named("trace") ?? []
    var lemmas: [Int32] = []
    var forms: [Int32] = []
    var classes: [ClassSet] = []
    lemmas.reserveCapacity(tree.count)
    forms.reserveCapacity(tree.count)
    classes.reserveCapacity(tree.count)
    for index in 0..<tree.count {
      let form = tree.lower(index)
      var lemma = tree.lemma(index)
      if tree[index].pos == .propn && words.number(lemma) < 0 && lemma.hasSuffix("s") {
        lemma.removeLast()
      }
      let lemmaNumber = words.number(lemma)
      let formNumber = form == lemma ? lemmaNumber : words.number(form)
      var set = words.classes(of: lemmaNumber)
      if formNumber != lemmaNumber { set.formUnion(words.classes(of: formNumber)) }
      switch labels[index] {
      case .person: set.formUnion(person)
      case .gpe: set.formUnion(place.union(body))
      case .loc, .fac: set.formUnion(place)
      case .org, .norp: set.formUnion(body)
      default: break
      }
      lemmas.append(lemmaNumber)
      forms.append(formNumber)
      classes.append(set)
    }
    self.labels = labels
    self.lemmas = lemmas
    self.forms = forms
    self.classes = classes
  }

  subscript(index: Int) -> Token { tree[index] }

  /// Classes of a phrase: its head, what stands before the head, and what a measure noun counts.
  func phraseClasses(_ head: Int) -> ClassSet {
    var set = classes[head]
    for child in tree.children(head) {
      switch tree[child].dep {
      case .compound, .amod, .nmod: set.formUnion(classes[child])
      case .prep where tree.isWord(child, "of"):
        if let inner = tree.child(child, .pobj) { set.formUnion(classes[inner]) }
      case .conj: set.formUnion(classes[child])
      default: break
      }
    }
    return set
  }

  /// The object of a preposition, through a second preposition ("out of the city").
  func object(ofPreposition index: Int) -> Int? {
    if let object = tree.child(index, .pobj, .pcomp) { return object }
    if let inner = tree.child(index, .prep) { return tree.child(inner, .pobj, .pcomp) }
    return nil
  }

  /// The noun that measures out another ("a series of raids"), or the noun itself.
  func measured(_ noun: Int) -> Int {
    guard tree[noun].dep == .pobj, let preposition = tree.head(noun),
      tree.isWord(preposition, "of"), let outer = tree.head(preposition),
      !classes[outer].isDisjoint(with: measures)
    else { return noun }
    return outer
  }

  /// Whether a noun measures out what its "of" names.
  func isMeasure(_ noun: Int) -> Bool { !classes[noun].isDisjoint(with: measures) }

  /// Whether a noun is what something that happened leaves to be found.
  func isTrace(_ noun: Int) -> Bool { !classes[noun].isDisjoint(with: traces) }

  /// Whether a token is one of the relative pronouns.
  func isRelative(_ index: Int) -> Bool {
    tree[index].tag == .wdt || tree[index].tag == .wp
      || (tree.isWord(index, "that") && tree[index].pos == .pron)
  }
}
