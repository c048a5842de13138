import PatchworkRecord
import PatchworkText

/// What kinds of speaker common nouns and well-known names are.
struct SpeakerLexicon: Sendable {
  /// A name that stands for a speaker, with the speaker's kind.
  struct KnownName: Sendable {
    let name: String
    let kind: SourceKind
  }

  private let nouns: [String: (singular: SourceKind, plural: SourceKind)]
  private let names: [String: KnownName]
  private let isWoman: [String: Bool]
  private let generic: Set<String>
  private let titles: [String: String]

  /// Reads the lexicons that ship with the target.
  init() throws(LexiconError) {
    let table = try LexiconFolder.table("speakers.tsv")
    var nouns: [String: (SourceKind, SourceKind)] = [:]
    for row in table.rows {
      nouns[row["lemma"]] = (
        try Self.kind(row, "singular", table.file), try Self.kind(row, "plural", table.file)
      )
    }
    self.nouns = nouns
    let known = try LexiconFolder.table("speaker-names.tsv")
    var names: [String: KnownName] = [:]
    for row in known.rows {
      names[row["form"]] = KnownName(
        name: row["name"], kind: try Self.kind(row, "kind", known.file))
    }
    self.names = names
    let given = try LexiconFolder.table("given-names.tsv")
    var isWoman: [String: Bool] = [:]
    for row in given.rows {
      switch row["bearer"] {
      case "woman": isWoman[row["name"]] = true
      case "man": isWoman[row["name"]] = false
      default:
        throw .unknownValue(
          file: given.file, line: row.line, field: "bearer", value: row["bearer"])
      }
    }
    self.isWoman = isWoman
    generic = Set(try LexiconFolder.table("generic-speakers.tsv").rows.map { $0["lemma"] })
    titles = Dictionary(
      try LexiconFolder.table("titles.tsv").rows.map { ($0["title"], $0["noun"]) },
      uniquingKeysWith: { first, _ in first })
  }

  private static func kind(
    _ row: LexiconTable.Row, _ column: String, _ file: String
  ) throws(LexiconError) -> SourceKind {
    guard let kind = SourceKind(rawValue: row[column]) else {
      throw .unknownValue(file: file, line: row.line, field: column, value: row[column])
    }
    return kind
  }

  /// The kind of speaker that a common noun names, or nil.
  func kind(ofNoun lemma: String, isPlural: Bool) -> SourceKind? {
    nouns[lemma].map { isPlural ? $0.plural : $0.singular }
  }

  /// The noun that a title written short stands for, in lower case ("dr." is "doctor"), or nil.
  func noun(ofTitle title: String) -> String? { titles[title] }

  /// Whether a noun may stand for any organisation that spoke before.
  func isGeneric(_ lemma: String) -> Bool { generic.contains(lemma) }

  /// Whether a given name, in lower case, is a woman's or a man's, or nil.
  func isWoman(_ givenName: String) -> Bool? { isWoman[givenName] }

  /// The speaker that a name stands for, its article left out, or nil.
  func known(_ text: String) -> KnownName? {
    var form = text.lowercased()
    for article in ["the ", "a "] where form.hasPrefix(article) {
      form.removeFirst(article.count)
      break
    }
    if form.hasSuffix("’s") || form.hasSuffix("'s") { form.removeLast(2) }
    return names[form]
  }
}
