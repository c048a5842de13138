import PatchworkRecord
import PatchworkText

/// One row of the evidence lexicon: a construction that says what a claim rests on.
struct EvidenceRow: Sendable {
  /// What must stand with the construction beyond its conditions.
  enum Need: String, Sendable {
    case nothing = ""
    /// Somebody named who looked.
    case looker
    /// The name of a model, letters with digits.
    case model
  }

  let construction: Construction
  let kind: EvidenceKind
  let need: Need
}

/// The constructions that tell evidence, by lemma.
struct EvidenceLexicon: Sendable {
  /// Rows by lemma number, in the file's order.
  let rows: [Int32: [EvidenceRow]]

  /// Reads the table with the columns of `triggers.tsv` and `kind` and `asks`.
  init(_ table: LexiconTable, words: inout WordClasses) throws(LexiconError) {
    var rows: [Int32: [EvidenceRow]] = [:]
    for row in table.rows {
      func unknown(_ field: String) -> LexiconError {
        .unknownValue(file: table.file, line: row.line, field: field, value: row[field])
      }
      guard let kind = EvidenceKind(rawValue: row["kind"]) else { throw unknown("kind") }
      guard let need = EvidenceRow.Need(rawValue: row["asks"]) else { throw unknown("asks") }
      let made = EvidenceRow(
        construction: try Construction(table, row, words: &words), kind: kind, need: need)
      for word in row["words"].split(separator: " ") {
        rows[words.intern(String(word)), default: []].append(made)
      }
    }
    self.rows = rows
  }
}
