import PatchworkText

/// Names of the months in many languages.
struct MonthNames {
  /// The names that ship with Patchwork.
  static let shipped = MonthNames(LexiconFolder.table("months.tsv"))

  private let numbers: [String: Int]

  init(_ table: LexiconTable) {
    var numbers: [String: Int] = [:]
    for row in table.rows {
      guard let month = Int(row["month"]) else {
        preconditionFailure("\(table.file), line \(row.line): no month")
      }
      for name in row["names"].split(separator: " ") { numbers[String(name)] = month }
    }
    self.numbers = numbers
  }

  /// The month of a name, in any case; nil when it is none.
  func month(_ name: some StringProtocol) -> Int? {
    name.utf8.count <= 24 ? numbers[name.lowercased()] : nil
  }
}
