import Foundation
import Testing

@testable import PatchworkPlaces

/// Facts only, each with its source: every row of our own tables says which list vouches for it.
@Suite struct SupplementTests {
  private struct Row {
    var name: String
    var same: String
    var source: String
  }

  private static func rows() throws -> [Row] {
    try GazetteerBuilder.supplementTables.flatMap { path in
      let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        .filter { !$0.hasPrefix("#") }
        .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
      let columns = try #require(lines.first)
      let same = try #require(columns.firstIndex(of: "same"))
      let source = try #require(columns.firstIndex(of: "source"))
      return lines.dropFirst().map { fields in
        #expect(fields.count == columns.count, "\(fields)")
        return Row(name: fields[0], same: fields[same], source: fields[source])
      }
    }
  }

  /// The lists that rows name, each with the words by which the attribution names it.
  private static let lists = [
    "GeoNames": "GeoNames (CC BY 4.0)", "Who's On First": "Who's On First (CC0)",
    "OCHA COD Syria": "OCHA COD Syria", "OCHA/HDX": "OCHA/HDX",
    "OurAirports": "OurAirports", "UN M49": "UN M49", "US Census": "U.S. Census Bureau",
    "CIA World Factbook": "CIA World Factbook", "Wikipedia": "Wikipedia (CC BY-SA 4.0)",
    "Global Power Plant Database": "Global Power Plant Database (CC BY 4.0)",
    "OpenStreetMap": "OpenStreetMap (ODbL 1.0)",
  ]

  @Test func `every place names a list or the places of the table that its point is the mean of`()
    throws
  {
    for row in try Self.rows() {
      #expect(
        Self.lists.keys.contains(where: row.source.contains)
          || row.source.hasPrefix("mean of ") && row.source.contains(" in this table"),
        "\(row.name): \(row.source)")
    }
  }

  @Test func `the attribution names every list with its licence`() throws {
    let sources = try Self.rows().map(\.source)
    for (list, words) in Self.lists {
      #expect(sources.contains { $0.contains(list) }, "no row is from \(list)")
      #expect(PlaceSource.supplement.attribution.contains(words))
    }
  }

  @Test func `identifiers of other lists have their schemes, and one means one place`() throws {
    let schemes: Set = ["geonames", "wof", "icao", "m49", "wri", "fips"]
    var seen: [String: String] = [:]
    for row in try Self.rows() where !row.same.isEmpty {
      let parts = row.same.split(separator: ":")
      #expect(parts.count == 2 && schemes.contains(String(parts[0])), "\(row.same)")
      #expect(seen[row.same] == nil, "\(row.name) and \(seen[row.same] ?? "") are \(row.same)")
      seen[row.same] = row.name
    }
  }

  @Test(arguments: [
    ("wri:1005114", "Zaporizhzhia nuclear power plant"), ("icao:OS72", "Tiyas air base"),
    ("fips:09001", "Fairfield County"), ("m49:143", "Central Asia"),
  ])
  func `a place is found by its identifier in another list`(id: String, name: String) throws {
    let gazetteer = try Fixture.gazetteer(supplement: true)
    let number = try #require(gazetteer.place(id: id))
    #expect(gazetteer.name(number) == name)
  }

  @Test func `counties of one name in two states are two places`() throws {
    let gazetteer = try Fixture.gazetteer(supplement: true)
    let counties = gazetteer.find("Harris County", limit: 9).filter { $0.likeness == 1 }
    #expect(Set(counties.map(\.place.id)) == ["geonames:4696376", "geonames:4199416"])
  }
}
