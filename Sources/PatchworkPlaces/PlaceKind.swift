/// What kind of place a row of the gazetteer is, wider kinds first.
public enum PlaceKind: UInt8, Sendable, CaseIterable, Comparable {
  case continent, worldRegion, water, country, territory
  case region, governorate, province, state, oblast
  case county, district, subdistrict, area
  case city, town, village, neighbourhood, facility

  /// Steps from the wide to the narrow, on which places of one name at several levels differ.
  public enum Level: UInt8, Sendable {
    case world, country, first, second, settlement, part
  }

  /// The word shown to people and machines.
  public var word: String {
    switch self {
    case .continent: "continent"
    case .worldRegion: "world-region"
    case .water: "water"
    case .country: "country"
    case .territory: "territory"
    case .region: "region"
    case .governorate: "governorate"
    case .province: "province"
    case .state: "state"
    case .oblast: "oblast"
    case .county: "county"
    case .district: "district"
    case .subdistrict: "subdistrict"
    case .area: "area"
    case .city: "city"
    case .town: "town"
    case .village: "village"
    case .neighbourhood: "neighbourhood"
    case .facility: "facility"
    }
  }

  /// Finds a kind by its word.
  public init?(word: some StringProtocol) {
    guard let kind = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = kind
  }

  /// Level of the kind.
  public var level: Level {
    switch self {
    case .continent, .worldRegion, .water: .world
    case .country, .territory: .country
    case .region, .governorate, .province, .state, .oblast: .first
    case .county, .district, .subdistrict, .area: .second
    case .city, .town, .village: .settlement
    case .neighbourhood, .facility: .part
    }
  }

  /// UCDP `where_prec` of a place of this kind taken as said.
  public var precision: Int {
    switch self {
    case .water: 7
    case .continent, .worldRegion, .country, .territory: 6
    case .region: 5
    case .governorate, .province, .state, .oblast: 4
    case .county, .district, .subdistrict: 3
    case .area: 2
    case .city, .town, .village, .neighbourhood, .facility: 1
    }
  }

  /// The kind of a settlement of so many people, 0 when unknown.
  static func settlement(population: Int) -> PlaceKind {
    population >= 50_000 ? .city : population >= 5_000 ? .town : .village
  }

  /// Order from the wide to the narrow.
  public static func < (a: PlaceKind, b: PlaceKind) -> Bool { a.rawValue < b.rawValue }
}
