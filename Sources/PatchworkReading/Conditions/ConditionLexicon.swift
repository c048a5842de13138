import PatchworkRecord
import PatchworkText

/// One row of the condition lexicon: a construction that asserts a state of a place.
struct ConditionRow: Sendable {
  /// Where in the tree a row's holder or place stands.
  enum Role: String, Sendable {
    case actor, target, subject, of, modifier, head, pp, none
  }

  let construction: Construction
  let kind: ConditionKind
  let value: String
  let holder: Role
  let place: Role
}

/// The constructions that assert conditions, by lemma.
struct ConditionLexicon: Sendable {
  /// Rows by lemma number, in the file's order.
  let rows: [Int32: [ConditionRow]]

  init(_ table: LexiconTable, words: inout WordClasses) throws(LexiconError) {
    var rows: [Int32: [ConditionRow]] = [:]
    for row in table.rows {
      func unknown(_ field: String) -> LexiconError {
        .unknownValue(file: table.file, line: row.line, field: field, value: row[field])
      }
      guard let kind = ConditionKind(rawValue: row["kind"]) else { throw unknown("kind") }
      guard let holder = ConditionRow.Role(rawValue: row["holder"]) else {
        throw unknown("holder")
      }
      guard let place = ConditionRow.Role(rawValue: row["place"]) else { throw unknown("place") }
      let made = ConditionRow(
        construction: try Construction(table, row, words: &words), kind: kind,
        value: row["value"], holder: holder, place: place)
      for word in row["words"].split(separator: " ") {
        rows[words.intern(String(word)), default: []].append(made)
      }
    }
    self.rows = rows
  }
}
