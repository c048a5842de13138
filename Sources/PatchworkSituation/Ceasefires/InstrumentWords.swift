import PatchworkText

/// Tells the kind and purpose of an instrument by the words of a sentence.
struct InstrumentWords: Sendable {
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
      rows.append((Array(row["words"].utf8), kind, purpose))
    }
    self.rows = rows
  }

  /// The kind of instrument that a sentence speaks of, nil where no word tells.
  func kind(of sentence: String) -> Instrument.Kind? {
    let text = Self.folded(sentence)
    return rows.first { $0.kind != nil && Self.begins($0.words, in: text) }?.kind
  }

  /// The purpose that a sentence gives, nil where none is said.
  func purpose(of sentence: String) -> Instrument.Purpose? {
    let text = Self.folded(sentence)
    return rows.first { $0.purpose != nil && Self.begins($0.words, in: text) }?.purpose
  }

  /// Small letters, hyphens as spaces, a space before the first word.
  private static func folded(_ text: String) -> [UInt8] {
    [0x20]
      + text.utf8.map { byte in
        switch byte {
        case 0x41...0x5A: byte + 0x20
        case UInt8(ascii: "-"), UInt8(ascii: "\""): 0x20
        default: byte
        }
      }
  }

  private static func begins(_ words: [UInt8], in text: [UInt8]) -> Bool {
    guard text.count > words.count else { return false }
    let first = words.map { $0 == UInt8(ascii: "-") ? 0x20 : $0 }
    return (1...text.count - first.count).contains { at in
      let before = text[at - 1]
      return !(0x61...0x7A).contains(before) && before < 0x80
        && text[at..<at + first.count].elementsEqual(first)
    }
  }
}
