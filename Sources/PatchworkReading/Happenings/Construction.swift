import PatchworkText

/// A word's part of speech with what must and must not stand around it.
struct Construction: Sendable {
  let wordClass: TriggerWordClass
  let with: [TriggerCondition]
  let unless: [TriggerCondition]
  /// Whether it asks for a label itself, so that the usual bar on words before a noun is lifted.
  let asksForLabel: Bool
  /// The row that it was read from, as `file:line`.
  let origin: String

  /// Reads the columns `pos`, `with` and `unless`.
  init(_ table: LexiconTable, _ row: LexiconTable.Row, words: inout WordClasses)
    throws(LexiconError)
  {
    guard let wordClass = TriggerWordClass(rawValue: row["pos"]) else {
      throw .unknownValue(file: table.file, line: row.line, field: "pos", value: row["pos"])
    }
    self.wordClass = wordClass
    origin = "\(table.file):\(row.line)"
    with = try TriggerCondition.list(row["with"], table: table, row: row, words: &words)
    unless = try TriggerCondition.list(row["unless"], table: table, row: row, words: &words)
    asksForLabel = with.contains { $0.slot == .label }
  }
}
