import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Words that govern a happening and say how it stands.
struct ModalityLexicon: Sendable {
  struct Row: Sendable {
    let wordClass: TriggerWordClass
    let through: Set<Dependency>
    let prepositions: Set<Int32>
    let modality: Modality
  }

  private let rows: [Int32: [Row]]

  init(_ table: LexiconTable, words: inout WordClasses) throws(LexiconError) {
    var rows: [Int32: [Row]] = [:]
    for row in table.rows {
      func unknown(_ field: String) -> LexiconError {
        .unknownValue(file: table.file, line: row.line, field: field, value: row[field])
      }
      guard let wordClass = TriggerWordClass(rawValue: row["pos"]) else { throw unknown("pos") }
      guard let modality = Modality(rawValue: row["modality"]) else { throw unknown("modality") }
      var through: Set<Dependency> = []
      for name in row["through"].split(separator: " ") {
        guard let label = Dependency(rawValue: String(name)) else { throw unknown("through") }
        through.insert(label)
      }
      var prepositions: Set<Int32> = []
      for word in row["prepositions"].split(separator: "|") {
        prepositions.insert(words.intern(String(word)))
      }
      let made = Row(
        wordClass: wordClass, through: through, prepositions: prepositions, modality: modality)
      for word in row["words"].split(separator: " ") {
        rows[words.intern(String(word)), default: []].append(made)
      }
    }
    self.rows = rows
  }

  /// What a word says of what hangs under it by a label and, for a preposition, by which one.
  func modality(
    governor: Int, through label: Dependency, preposition: Int32?, in lexical: LexicalTree
  ) -> Modality? {
    guard let rows = rows[lexical.lemmas[governor]] ?? rows[lexical.forms[governor]] else {
      return nil
    }
    let pos = lexical[governor].pos
    for row in rows {
      switch row.wordClass {
      case .verb where pos != .verb && pos != .aux: continue
      case .noun where pos != .noun && pos != .propn: continue
      case .adjective where pos != .adj && pos != .verb: continue
      default: break
      }
      guard row.through.contains(label) else { continue }
      if let preposition, !row.prepositions.isEmpty, !row.prepositions.contains(preposition) {
        continue
      }
      return row.modality
    }
    return nil
  }
}
