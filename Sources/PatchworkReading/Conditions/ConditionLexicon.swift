import PatchworkRecord
import PatchworkText

/// One row of the condition lexicon: a construction that asserts a state of a place.
struct ConditionRow: Sendable {
  /// Where in the tree a row's holder or place stands.
  enum Role: String, Sendable {
    case actor, target, subject, of, to, from, attr, hands, modifier, head, pp, none
  }

  let construction: Construction
  let kind: ConditionKind
  /// The state as asserted, or nil where only its negation is a state.
  let value: String?
  /// The state that is so when the construction is negated, or nil.
  let negated: String?
  let holder: Role
  let place: Role
}

/// The constructions that assert conditions, by lemma.
struct ConditionLexicon: Sendable {
  /// Rows by lemma number, in the file's order.
  let rows: [Int32: [ConditionRow]]

  /// Reads the table; a value outside of its kind's list is an unknown value.
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
      func state(_ field: String) throws(LexiconError) -> String? {
        guard row[field] != "-" else { return nil }
        guard kind.values.contains(row[field]) else { throw unknown(field) }
        return row[field]
      }
      let made = ConditionRow(
        construction: try Construction(table, row, words: &words), kind: kind,
        value: try state("value"), negated: try state("negated"), holder: holder, place: place)
      for word in row["words"].split(separator: " ") {
        rows[words.intern(String(word)), default: []].append(made)
      }
    }
    self.rows = rows
  }
}
