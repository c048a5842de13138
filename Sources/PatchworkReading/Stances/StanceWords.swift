import PatchworkText

/// Classes of words by which a speaker's own acts are told apart.
struct StanceWords: Sendable {
  /// What a word is to a stance; the head of the table says what each class decides.
  enum WordClass: String, Sendable {
    case naming, timespan, telling, mental, yielding, owning, consenting, assertion, doing, planning
    case faceless, suffering, chanting
  }

  private let lemmas: [WordClass: Set<String>]

  /// Reads the lexicon that ships with the target.
  init() throws(LexiconError) {
    let table = try LexiconFolder.table("stance-words.tsv")
    var lemmas: [WordClass: Set<String>] = [:]
    for row in table.rows {
      guard let wordClass = WordClass(rawValue: row["class"]) else {
        throw .unknownValue(file: table.file, line: row.line, field: "class", value: row["class"])
      }
      lemmas[wordClass, default: []].insert(row["lemma"])
    }
    self.lemmas = lemmas
  }

  /// Whether a token's lemma is of a class.
  func has(_ token: Int, _ wordClass: WordClass, in tree: ParseTree) -> Bool {
    lemmas[wordClass]?.contains(tree.lemma(token)) == true
  }
}
