import PatchworkLanguage
import PatchworkText

/// What is seen of a text by the model that tells what it is about: which common words occur, and how it is told.
struct TopicFeatures {
  let tree: ParseTree
  /// For every token, whether it belongs to a name.
  private let isNamed: [Bool]

  /// A year before this one is one of history.
  private static let history = 1950
  /// Finite verbs from which the tense of a text can be told.
  private static let telling = 6

  init(_ tree: ParseTree) {
    self.tree = tree
    var named = [Bool](repeating: false, count: tree.count)
    for entity in tree.parse.entities where Self.names.contains(entity.label) {
      for token in entity.tokens { named[token] = true }
    }
    isNamed = named
  }

  private static let names: Set<EntityLabel> = [
    .person, .gpe, .loc, .fac, .org, .norp, .event, .product, .workOfArt,
  ]

  /// The features of some tokens, each once, in the order in which they are met; names of people and places are none.
  func features(in tokens: Range<Int>) -> [String] {
    var found: [String] = []
    var seen: Set<String> = []
    func add(_ feature: String) {
      if seen.insert(feature).inserted { found.append(feature) }
    }
    var finite = 0
    var present = 0
    for index in tokens {
      switch tree[index].pos {
      case .noun, .verb, .aux, .adj, .adv, .pron:
        guard !isNamed[index] else { break }
        add(tree.lemma(index))
      case .num: if isHistoric(index) { add("year=historic") }
      default: break
      }
      switch tree[index].tag {
      case .vbz, .vbp:
        present += 1
        finite += 1
      case .vbd: finite += 1
      default: break
      }
    }
    if finite >= Self.telling {
      let share = Double(present) / Double(finite)
      add(share > 0.75 ? "tense=present" : share > 0.4 ? "tense=mixed" : "tense=past")
    }
    return found
  }

  private func isHistoric(_ index: Int) -> Bool {
    let span = tree[index].span
    guard span.length == 4 else { return false }
    var year = 0
    for byte in tree.bytes[span.start..<span.end] {
      guard byte >= 48, byte <= 57 else { return false }
      year = year * 10 + Int(byte - 48)
    }
    return year >= 1000 && year < Self.history
  }
}
