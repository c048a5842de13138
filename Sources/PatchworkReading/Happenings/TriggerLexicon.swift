import PatchworkRecord
import PatchworkText

/// How a trigger word is used.
enum TriggerWordClass: String, Sendable {
  case verb = "v"
  case noun = "n"
  case adjective = "a"
  /// Verb or adjective: the parser takes "is besieged" for either.
  case participle = "va"

  /// The class in words.
  var words: String {
    switch self {
    case .verb: "verb"
    case .noun: "noun"
    case .adjective: "adjective"
    case .participle: "verb or adjective"
    }
  }
}

/// One row of the trigger lexicon: a construction that names a happening.
struct TriggerRow: Sendable {
  /// What a construction does with those it names, away from the usual.
  enum Role: String, Sendable {
    case subjectIsTarget = "subj=target"
    case subjectIsNone = "subj=none"
    case ofIsActor = "of=actor"
    case ofIsTarget = "of=target"
    case injury
    /// Takes up an earlier happening when it stands with "the", "this" or "his".
    case anaphoric
    /// Takes up strikes from the air only ("the raid").
    case air
    /// Speaks of an earlier happening only, and of none without it ("it was responsible").
    case answers
  }

  let construction: Construction
  let type: HappeningType
  let roles: Set<Role>
  let modality: Modality?

  /// How the word is used.
  var wordClass: TriggerWordClass { construction.wordClass }
}

/// The triggers by lemma.
struct TriggerLexicon: Sendable {
  /// Rows by lemma number, in the file's order.
  let rows: [Int32: [TriggerRow]]

  init(_ table: LexiconTable, words: inout WordClasses) throws(LexiconError) {
    var rows: [Int32: [TriggerRow]] = [:]
    for row in table.rows {
      func unknown(_ field: String) -> LexiconError {
        .unknownValue(file: table.file, line: row.line, field: field, value: row[field])
      }
      guard let type = HappeningType(rawValue: row["type"]) else { throw unknown("type") }
      let modality = Modality(rawValue: row["modality"])
      if modality == nil && !row["modality"].isEmpty { throw unknown("modality") }
      var roles: Set<TriggerRow.Role> = []
      for name in row["roles"].split(separator: " ") {
        guard let role = TriggerRow.Role(rawValue: String(name)) else { throw unknown("roles") }
        roles.insert(role)
      }
      let made = TriggerRow(
        construction: try Construction(table, row, words: &words), type: type, roles: roles,
        modality: modality)
      for word in row["words"].split(separator: " ") {
        rows[words.intern(String(word)), default: []].append(made)
      }
    }
    self.rows = rows
  }
}
