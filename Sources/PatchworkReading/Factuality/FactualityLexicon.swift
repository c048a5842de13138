import PatchworkLanguage
import PatchworkText

/// What words around an event say of how sure it is, and what each ground weighs.
struct FactualityLexicon: Sendable {
  /// What is left of an event's certainty below a word, affirmed and negated, from 1 to -1.
  struct Signature: Sendable {
    let kind: String
    let affirmed: Double
    let negated: Double
  }

  /// Where a mark stands beside the event.
  enum Place: String, Sendable {
    case modal, adverb, mark, determiner
  }

  private var signatures: [TriggerWordClass: [Int32: Signature]] = [:]
  private var marks: [Place: [Int32: (word: String, factor: Double)]] = [:]
  private var weights: [String: Double] = [:]

  init(
    words table: LexiconTable, marks markTable: LexiconTable, weights weightTable: LexiconTable,
    numbers words: inout WordClasses
  ) throws(LexiconError) {
    for row in table.rows {
      guard let wordClass = TriggerWordClass(rawValue: row["pos"]) else {
        throw .unknownValue(file: table.file, line: row.line, field: "pos", value: row["pos"])
      }
      let signature = Signature(
        kind: row["kind"], affirmed: try Self.number(row, "affirmed", in: table),
        negated: try Self.number(row, "negated", in: table))
      for word in row["words"].split(separator: " ") {
        let number = words.intern(String(word))
        // The first row of a word counts.
        if signatures[wordClass]?[number] == nil {
          signatures[wordClass, default: [:]][number] = signature
        }
      }
    }
    for row in markTable.rows {
      guard let place = Place(rawValue: row["kind"]) else {
        throw .unknownValue(
          file: markTable.file, line: row.line, field: "kind", value: row["kind"])
      }
      let factor = try Self.number(row, "factor", in: markTable)
      for word in row["words"].split(separator: " ") {
        marks[place, default: [:]][words.intern(String(word))] = (String(word), factor)
      }
    }
    for row in weightTable.rows {
      weights[row["ground"]] = try Self.number(row, "weight", in: weightTable)
    }
  }

  private static func number(
    _ row: LexiconTable.Row, _ field: String, in table: LexiconTable
  ) throws(LexiconError) -> Double {
    guard let number = Double(row[field]) else {
      throw .unknownValue(file: table.file, line: row.line, field: field, value: row[field])
    }
    return number
  }

  /// What a word says of the event below it, or nil where it is not listed.
  func signature(of token: Int, in lexical: LexicalTree) -> Signature? {
    let wordClass: TriggerWordClass
    switch lexical[token].pos {
    case .verb, .aux: wordClass = .verb
    case .noun, .propn: wordClass = .noun
    case .adj: wordClass = .adjective
    default: return nil
    }
    let listed = signatures[wordClass]
    return listed?[lexical.lemmas[token]] ?? listed?[lexical.forms[token]]
      // Participles that the tagger takes for verbs: "is expected to", "is unable to".
      ?? (wordClass == .verb ? signatures[.adjective]?[lexical.forms[token]] : nil)
  }

  /// The mark that a word is at a place, or nil.
  func mark(_ token: Int, as place: Place, in lexical: LexicalTree) -> (
    word: String, factor: Double
  )? {
    let listed = marks[place]
    return listed?[lexical.forms[token]] ?? listed?[lexical.lemmas[token]]
  }

  /// What a ground weighs; nothing where training met it too seldom.
  func weight(of ground: String) -> Double { weights[ground] ?? 0 }
}
