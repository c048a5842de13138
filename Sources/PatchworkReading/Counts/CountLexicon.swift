import PatchworkRecord
import PatchworkText

/// The knowledge that reading counts needs, by key.
struct CountLexicon: Sendable {
  struct Unit: Sendable {
    let name: String
    let kind: UnitKind
  }

  /// Which argument of a word is counted.
  enum Role: String, Sendable {
    case object, subject, whole, state, itself = "self"
  }

  struct Measured: Sendable {
    let role: Role
    let people: Measure
    let things: Measure
  }

  struct Phrase<Value: Sendable>: Sendable {
    /// The words behind the first, or before the last, in the order in which they are tried.
    let rest: [WordKey]
    let value: Value
  }

  struct Vague: Sendable {
    let low: Int?
    let high: Int?
    let convention: String
  }

  enum Identifier: String, Sendable {
    case identifier, age
  }

  let units: WordTable<Unit>
  let measures: WordTable<[Measured]>
  /// Bounding phrases before a number, by their last word.
  let before: WordTable<[Phrase<CountRelation>]>
  /// Bounding phrases behind a number, by their first word.
  let after: WordTable<[Phrase<CountRelation>]>
  /// Vague numbers, by their first word.
  let vague: WordTable<[Phrase<Vague>]>
  let identifiers: WordTable<Identifier>
  /// Words besides vague ones that a quantity may start with.
  private let starts = WordTable<Bool>(
    (Numerals.startingWords + CountScan.determiners + [WordKey("twice")]).map {
      (key: $0, value: true)
    })

  /// The lexicon that ships with this target, or the reason why it cannot be used.
  static let shipped = Result { () throws(LexiconError) in try CountLexicon() }

  init() throws(LexiconError) {
    units = try Self.readUnits()
    measures = try Self.readMeasures()
    (before, after) = try Self.readQuantifiers()
    vague = try Self.readVague()
    let table = try LexiconFolder.table("identifiers.tsv")
    var identifiers: [WordKey: Identifier] = [:]
    for row in table.rows {
      identifiers[WordKey(row["word"])] = try Self.value(row, "why", in: table)
    }
    self.identifiers = WordTable(identifiers)
  }

  /// Whether a quantity may start at an atom; O(1).
  func mayStart(_ atom: Atom) -> Bool {
    switch atom.kind {
    case .number: return true
    case .sign: return false
    case .word: return starts.contains(atom.key) || vague.contains(atom.key)
    }
  }

  private static func value<Value: RawRepresentable<String>>(
    _ row: LexiconTable.Row, _ column: String, in table: LexiconTable
  ) throws(LexiconError) -> Value {
    guard let value = Value(rawValue: row[column]) else {
      throw .unknownValue(file: table.file, line: row.line, field: column, value: row[column])
    }
    return value
  }

  private static func readUnits() throws(LexiconError) -> WordTable<Unit> {
    let table = try LexiconFolder.table("units.tsv")
    var units: [WordKey: Unit] = [:]
    for row in table.rows {
      units[WordKey(row["word"])] = Unit(name: row["unit"], kind: try value(row, "kind", in: table))
    }
    return WordTable(units)
  }

  private static func readMeasures() throws(LexiconError) -> WordTable<[Measured]> {
    let table = try LexiconFolder.table("measures.tsv")
    var measures: [WordKey: [Measured]] = [:]
    for row in table.rows {
      let people: Measure = try value(row, "measure", in: table)
      let things: Measure =
        row["things"].isEmpty ? people.ofThings : try value(row, "things", in: table)
      measures[WordKey(row["word"]), default: []].append(
        Measured(role: try value(row, "role", in: table), people: people, things: things))
    }
    return WordTable(measures)
  }

  private static func words(_ phrase: String) -> [WordKey] {
    phrase.split(separator: " ").map { WordKey(String($0)) }
  }

  private static func readQuantifiers() throws(LexiconError) -> (
    WordTable<[Phrase<CountRelation>]>, WordTable<[Phrase<CountRelation>]>
  ) {
    let table = try LexiconFolder.table("quantifiers.tsv")
    var before: [WordKey: [Phrase<CountRelation>]] = [:]
    var after: [WordKey: [Phrase<CountRelation>]] = [:]
    for row in table.rows {
      let relation: CountRelation = try value(row, "relation", in: table)
      let words = words(row["phrase"])
      guard let first = words.first, let last = words.last else { continue }
      if row["side"] == "before" {
        before[last, default: []].append(
          Phrase(rest: words.dropLast().reversed(), value: relation))
      } else {
        after[first, default: []].append(Phrase(rest: Array(words.dropFirst()), value: relation))
      }
    }
    return (
      WordTable(before.mapValues(longestFirst)), WordTable(after.mapValues(longestFirst))
    )
  }

  private static func readVague() throws(LexiconError) -> WordTable<[Phrase<Vague>]> {
    let table = try LexiconFolder.table("vague-numbers.tsv")
    var vague: [WordKey: [Phrase<Vague>]] = [:]
    for row in table.rows {
      let words = words(row["phrase"])
      guard let first = words.first, row["low"].isEmpty || Int(row["low"]) != nil else {
        throw .unknownValue(file: table.file, line: row.line, field: "low", value: row["low"])
      }
      vague[first, default: []].append(
        Phrase(
          rest: Array(words.dropFirst()),
          value: Vague(
            low: Int(row["low"]), high: Int(row["high"]), convention: row["convention"])))
    }
    return WordTable(vague.mapValues(longestFirst))
  }

  private static func longestFirst<Value>(_ phrases: [Phrase<Value>]) -> [Phrase<Value>] {
    phrases.sorted { $0.rest.count > $1.rest.count }
  }
}

extension Measure {
  /// The same said of things: only people are killed, wounded, held or driven out.
  fileprivate var ofThings: Measure {
    switch self {
    case .killed, .injured, .casualty, .missing, .arrested, .abducted, .displaced, .surrendered:
      return .other
    case .evacuated, .besieged, .reached, .population, .destroyed, .dropped, .other: return self
    }
  }
}
