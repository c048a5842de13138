import Foundation
public import PatchworkRecord
public import PatchworkText

/// The tables that exports are made by.
public struct ExportTables: Sendable {
  /// Codes of a country.
  public struct Country: Hashable, Sendable {
    /// ISO 3166-1: two letters, three letters, number.
    public let iso2: String
    /// Three letters.
    public let iso3: String
    /// The number.
    public let number: Int
    /// FIPS 10-4, empty where there is none.
    public let fips: String
    /// The name.
    public let name: String
  }

  let acledColumns: [String]
  let gdeltColumns: [String]
  /// Event type and disorder type by ACLED's sub-event type.
  let acledEvents: [String: (event: String, disorder: String)]
  let cameo: [HappeningType: String]
  let countries: [String: Country]
  let countriesByName: [String: Country]
  /// What every export says of how it counts, by key, in order.
  public let conventions: [(key: String, text: String)]
  private let reach: PlaceReach

  /// Reads the tables that ship with the target.
  public init() throws(LexiconError) {
    acledColumns = try Self.table("acled-columns.tsv").rows.map { $0["column"] }
    gdeltColumns = try Self.table("gdelt-columns.tsv").rows.map { $0["column"] }
    acledEvents = Dictionary(
      try Self.table("acled-events.tsv").rows.map {
        ($0["sub_event"], ($0["event"], $0["disorder"]))
      }, uniquingKeysWith: { a, _ in a })
    var cameo: [HappeningType: String] = [:]
    for row in try Self.table("cameo-codes.tsv").rows {
      guard let type = HappeningType(rawValue: row["type"]) else {
        throw .unknownValue(
          file: "cameo-codes.tsv", line: row.line, field: "type", value: row["type"])
      }
      cameo[type] = row["code"]
    }
    self.cameo = cameo
    let countries = try Self.table("countries.tsv").rows.map { row in
      Country(
        iso2: row["iso2"], iso3: row["iso3"], number: Int(row["number"]) ?? 0, fips: row["fips"],
        name: row["name"])
    }
    self.countries = Dictionary(countries.map { ($0.iso2, $0) }, uniquingKeysWith: { a, _ in a })
    countriesByName = Dictionary(
      countries.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
    conventions = try Self.table("conventions.tsv").rows.map { ($0["key"], $0["text"]) }
    reach = try PlaceReach()
  }

  /// How far around its point a place can lie, in kilometres; nil where no ring can be drawn.
  public func radius(of place: Place) -> Double? { reach.kilometres(place) }

  static func table(_ file: String) throws(LexiconError) -> LexiconTable {
    let url = Bundle.module.bundleURL.appendingPathComponent("Lexicons/" + file)
    guard let data = try? Data(contentsOf: url) else { throw .unreadable(file: file) }
    return try LexiconTable(file: file, text: String(decoding: data, as: UTF8.self))
  }
}
