import PatchworkText

/// Where in the tree around a word a condition looks.
enum Slot: Hashable, Sendable {
  case subject, object, particle, adverb, complement, modifier, governor, governingPreposition
  case label, negation
  /// What the word is said of.
  case topic
  /// The six words after or before, all words after or before in the sentence, the sentence, what hangs below.
  case right, left, wholeRight, wholeLeft, sentence, below
  /// Words coordinated with it; its auxiliaries; "there"; "no" before it; "able" above it; whatever stands above.
  case coordinate, auxiliary, expletive, none, able, above
  /// A preposition or adverb below the word, by its number.
  case preposition(Int32)

  init(_ name: String, words: inout WordClasses) {
    switch name {
    case "subj", "actor": self = .subject
    case "obj", "target": self = .object
    case "prt": self = .particle
    case "adv": self = .adverb
    case "comp": self = .complement
    case "mod": self = .modifier
    case "gov": self = .governor
    case "case": self = .governingPreposition
    case "dep": self = .label
    case "neg": self = .negation
    case "topic": self = .topic
    case "right": self = .right
    case "left": self = .left
    case "right2": self = .wholeRight
    case "left2": self = .wholeLeft
    case "sent": self = .sentence
    case "below": self = .below
    case "conj": self = .coordinate
    case "aux": self = .auxiliary
    case "expl": self = .expletive
    case "no": self = .none
    case "able": self = .able
    case "up": self = .above
    default: self = .preposition(words.intern(name))
    }
  }
}

/// A condition of a lexicon row: `slot:word|word|@class`, `*` for any word, `+` to take the match into the trigger.
struct TriggerCondition: Sendable {
  let slot: Slot
  let numbers: [Int32]
  let classes: ClassSet
  /// Dependency labels, for the slot `dep`.
  let labels: [String]
  let acceptsAny: Bool
  let isPartOfTrigger: Bool
  /// The condition as the table writes it.
  let text: String

  /// Reads the conditions of one field, divided by spaces.
  static func list(
    _ field: String, table: LexiconTable, row: LexiconTable.Row, words: inout WordClasses
  ) throws(LexiconError) -> [TriggerCondition] {
    var list: [TriggerCondition] = []
    for piece in field.split(separator: " ") {
      let parts = piece.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else {
        throw .unknownValue(
          file: table.file, line: row.line, field: "condition", value: String(piece))
      }
      let slot = Slot(String(parts[0]), words: &words)
      let isPart = parts[1].hasPrefix("+")
      var numbers: [Int32] = []
      var classes = ClassSet()
      var labels: [String] = []
      var any = false
      for word in parts[1].drop(while: { $0 == "+" }).split(separator: "|") {
        if word == "*" {
          any = true
        } else if slot == .label {
          labels.append(String(word))
        } else if word.hasPrefix("@") {
          guard let set = words.named(String(word.dropFirst())) else {
            throw .unknownValue(
              file: table.file, line: row.line, field: "class", value: String(word))
          }
          classes.formUnion(set)
        } else {
          numbers.append(words.intern(String(word)))
        }
      }
      list.append(
        TriggerCondition(
          slot: slot, numbers: numbers, classes: classes, labels: labels, acceptsAny: any,
          isPartOfTrigger: isPart, text: String(piece)))
    }
    return list
  }

  /// Whether a word, with the classes of its phrase, is among those asked for.
  func accepts(_ index: Int, in tree: LexicalTree, classes found: ClassSet) -> Bool {
    if acceptsAny { return true }
    if !classes.isDisjoint(with: found) { return true }
    return numbers.contains(tree.lemmas[index]) || numbers.contains(tree.forms[index])
  }
}
