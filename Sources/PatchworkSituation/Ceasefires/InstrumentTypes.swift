import PatchworkText

/// Tells by the words of a sentence how many sides a truce has, whether it is written, and why it ended.
struct InstrumentTypes: Sendable {
  private var laterals: [(words: [UInt8], value: Instrument.Lateral)] = []
  private var forms: [(words: [UInt8], value: Instrument.Form)] = []
  private var ends: [(words: [UInt8], value: Instrument.Ending.Reason)] = []
  private var besides: [String] = []

  /// Reads the table `instrument-types.tsv` that ships with the target.
  init() throws(LexiconError) {
    let table = try LexiconFolder.table("instrument-types.tsv")
    for row in table.rows {
      let words = Array(row["words"].utf8)
      switch row["of"] {
      case "type": laterals.append((words, try Self.value(row, table.file)))
      case "form": forms.append((words, try Self.value(row, table.file)))
      case "beside": besides.append(row["words"])
      case "end": ends.append((words, try Self.value(row, table.file)))
      default:
        throw .unknownValue(file: table.file, line: row.line, field: "of", value: row["of"])
      }
    }
  }

  private static func value<Value: RawRepresentable<String>>(
    _ row: LexiconTable.Row, _ file: String
  ) throws(LexiconError) -> Value {
    guard let value = Value(rawValue: row["value"]) else {
      throw .unknownValue(file: file, line: row.line, field: "value", value: row["value"])
    }
    return value
  }

  /// How many sides a sentence says that a truce has, and whether it is written.
  func shape(of sentence: String) -> (lateral: Instrument.Lateral?, form: Instrument.Form?) {
    let text = WordBeginnings.folded(sentence)
    return (Self.first(laterals, in: text), Self.first(forms, in: text))
  }

  /// Why a truce ended, nil where no word tells.
  func end(of sentence: String) -> Instrument.Ending.Reason? {
    Self.first(ends, in: WordBeginnings.folded(sentence))
  }

  /// Characters after such words in which those who stand beside a truce are looked for: further on others are named.
  private static let longestNames = 60

  /// The words of a sentence that name who brokered a truce, nil where it names nobody so.
  func beside(_ sentence: String) -> String? {
    for words in besides {
      guard let range = sentence.firstRange(of: words) else { continue }
      let rest = sentence[range.upperBound...].prefix(Self.longestNames)
      return String(rest.prefix { !",;.:".contains($0) })
    }
    return nil
  }

  private static func first<Value>(
    _ rows: [(words: [UInt8], value: Value)], in text: [UInt8]
  ) -> Value? {
    rows.first { WordBeginnings.stand($0.words, in: text) }?.value
  }
}
