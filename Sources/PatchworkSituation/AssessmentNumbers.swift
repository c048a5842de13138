import PatchworkText

/// The numbers of `assessment.tsv`, by name.
struct AssessmentNumbers {
  private var values: [String: [Int]] = [:]

  /// Reads the table that ships with the target.
  init() throws(LexiconError) {
    let table = try LexiconFolder.table("assessment.tsv")
    for row in table.rows {
      guard let value = Int(row["value"]) else {
        throw .unknownValue(file: table.file, line: row.line, field: "value", value: row["value"])
      }
      values[row["name"], default: []].append(value)
    }
  }

  /// The first value of a name.
  func first(_ name: String) -> Int? { values[name]?.first }

  /// Every value of a name, in the table's order.
  func all(_ name: String) -> [Int] { values[name] ?? [] }
}
