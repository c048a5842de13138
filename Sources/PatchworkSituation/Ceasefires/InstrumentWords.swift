import PatchworkText

/// Tells the kind and purpose of an instrument by the words of a sentence.
struct InstrumentWords: Sendable {
  private let classes: [(words: [UInt8], class: Instrument.Class)]
  private let rows: [(words: [UInt8], kind: Instrument.Kind?, purpose: Instrument.Purpose?)]

  /// Reads the table `instruments.tsv` that ships with the target.
  init() throws(LexiconError) {
    let table = try LexiconFolder.table("instruments.tsv")
    var rows: [(words: [UInt8], kind: Instrument.Kind?, purpose: Instrument.Purpose?)] = []
    for row in table.rows {
      let kind = Instrument.Kind(rawValue: row["kind"])
      let purpose = Instrument.Purpose(rawValue: row["purpose"])
      guard row["kind"] == "-" || kind != nil else {
        throw .unknownValue(file: table.file, line: row.line, field: "kind", value: row["kind"])
      }
      guard row["purpose"] == "-" || purpose != nil else {
        throw .unknownValue(
          file: table.file, line: row.line, field: "purpose", value: row["purpose"])
      }
      rows.append((Array(row["words"].replacing("-", with: " ").utf8), kind, purpose))
    }
    self.rows = rows
    let second = try LexiconFolder.table("instrument-classes.tsv")
    var classes: [(words: [UInt8], class: Instrument.Class)] = []
    for row in second.rows {
      guard let value = Instrument.Class(rawValue: row["class"]) else {
        throw .unknownValue(file: second.file, line: row.line, field: "class", value: row["class"])
      }
      classes.append((Array(row["words"].utf8), value))
    }
    self.classes = classes
  }

  /// The highest class that a sentence has words of, nil where it has none.
  func `class`(of sentence: String) -> Instrument.Class? {
    let text = WordBeginnings.folded(sentence)
    return classes.filter { WordBeginnings.stand($0.words, in: text) }.map(\.class).max()
  }

  /// The kind of instrument that a sentence speaks of, nil where no word tells.
  func kind(of sentence: String) -> Instrument.Kind? {
    let text = WordBeginnings.folded(sentence)
    return rows.first { $0.kind != nil && WordBeginnings.stand($0.words, in: text) }?.kind
  }

  /// The purpose that a sentence gives, nil where none is said.
  func purpose(of sentence: String) -> Instrument.Purpose? {
    let text = WordBeginnings.folded(sentence)
    return rows.first { $0.purpose != nil && WordBeginnings.stand($0.words, in: text) }?.purpose
  }
}
