import Testing

@testable import PatchworkPlaces

@Suite struct ExtentTests {
  /// Two districts side by side, one apart from them, and a place in the first.
  private static let outlines = """
    {"type": "FeatureCollection", "features": [\(feature("SY0101", 36.0)), \(feature("SY0102", 36.5)),
      \(feature("SY0103", 39.0))]}
    """
  private static let table = """
    level\tpcode\tname_en\tname_ar\tlat\tlon\tparent_pcode\tadm1_pcode
    1\tSY01\tLower Field\t\t35.25\t36.25\tSY\t
    4\tC9001\tMiddle Field\t\t35.25\t36.35\tSY01\tSY01
    4\tC9002\tEnd Field\t\t35.25\t37.25\tSY01\tSY01
    """

  private static func feature(_ pcode: String, _ west: Double) -> String {
    let east = west + 0.5
    return """
      {"type": "Feature", "properties": {"ADM2_PCODE": "\(pcode)", "ADM1_PCODE": "SY01", "ADM2_EN": "\(pcode)"},
        "geometry": {"type": "Polygon", "coordinates": [[[\(west), 35.0], [\(east), 35.0], [\(east), 35.5],
          [\(west), 35.5], [\(west), 35.0]]]}}
      """
  }

  private func gazetteer() throws -> Gazetteer {
    let path = try Fixture.path()
    var builder = GazetteerBuilder()
    for (name, text, kind) in [
      ("units.geojson", Self.outlines, ImportFile.Kind.ochaOutlines),
      ("places.tsv", Self.table, .ocha),
    ] {
      _ = try builder.add(ImportFile(path: name, bytes: Array(text.utf8), kind: kind))
    }
    try builder.write(to: path)
    return try Gazetteer(path: path)
  }

  @Test(arguments: [("SY0101", ["SY0102"]), ("SY0102", ["SY0101"]), ("SY0103", []), ("C9001", [])])
  func `areas border on those of their kind beside them`(id: String, beside: [String]) throws {
    let gazetteer = try gazetteer()
    let area = try #require(gazetteer.place(id: id))
    #expect(gazetteer.bordering(on: area) == beside.compactMap(gazetteer.place))
  }

  @Test func `an area reaches to the farthest place in it, a settlement nowhere`() throws {
    let gazetteer = try gazetteer()
    let area = try #require(gazetteer.place(id: "SY01"))
    let farthest = gazetteer.narrower(than: area).compactMap(gazetteer.coordinates)
      .map { Geodesy.kilometres((35.25, 36.25), $0) }.max()
    #expect(gazetteer.reach(of: area) ?? 0 >= farthest ?? .infinity)
    #expect(gazetteer.reach(of: try #require(gazetteer.place(id: "C9001"))) == nil)
  }
}
