import Foundation
public import PatchworkRecord
public import PatchworkText

/// The tables by which is decided what is left out of what is shown.
public struct DisclosureRules: Sendable {
  /// Which descriptions are of a public office.
  public let offices: PublicOffices
  let nameWords: NameWords
  let places: SensitivePlaces
  let movements: MovementRules
  /// Numbers of a table below this one are not shown.
  public let smallestCell: Int

  /// Reads the tables that ship with the target.
  public init() throws(LexiconError) {
    offices = PublicOffices(try Self.table("public-offices.tsv"))
    nameWords = NameWords(try Self.table("name-words.tsv"))
    places = try SensitivePlaces(
      sites: try Self.table("sensitive-sites.tsv"), levels: try Self.table("place-levels.tsv"))
    movements = try MovementRules(try Self.table("movements.tsv"))
    let cells = try Self.table("small-cells.tsv")
    smallestCell = try Self.number(cells.rows[0], "smallest", of: cells)
  }

  /// Whether something of a type is not yet to be shown on a day: it ended on `end`, or no end is known and it was told last on
  /// `told`.
  public func withholds(
    _ type: HappeningType, until end: CivilDay?, told: CivilDay? = nil, on day: CivilDay
  ) -> Bool {
    movements.withholds(type, until: end, told: told, on: day)
  }

  static func table(_ file: String) throws(LexiconError) -> LexiconTable {
    let url = Bundle.module.bundleURL.appendingPathComponent("Lexicons")
      .appendingPathComponent(file)
    guard let data = try? Data(contentsOf: url) else { throw .unreadable(file: file) }
    let table = try LexiconTable(file: file, text: String(decoding: data, as: UTF8.self))
    if table.rows.isEmpty { throw .unreadable(file: file) }
    return table
  }

  static func number(
    _ row: LexiconTable.Row, _ column: String, of table: LexiconTable
  ) throws(LexiconError) -> Int {
    guard let number = Int(row[column]) else {
      throw .unknownValue(file: table.file, line: row.line, field: column, value: row[column])
    }
    return number
  }
}
