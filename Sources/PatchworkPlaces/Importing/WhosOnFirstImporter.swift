/// Who's On First places as a table with Latin and native names parted by `|`.
enum WhosOnFirstImporter {
  /// Calls with every row; returns how many lines could not be read.
  static func rows(_ file: ImportFile, _ body: (PlaceRow) -> Void) -> Int {
    var bad = 0
    TableReader(file).forEachRow { fields, columns in
      func field(_ column: String) -> String {
        guard let index = columns[column], index < fields.count else { return "" }
        return fields[index]
      }
      guard fields.count == columns.count, Int(field("wof_id")) != nil, !field("name").isEmpty,
        let latitude = Double(field("lat")), let longitude = Double(field("lon"))
      else {
        bad += 1
        return
      }
      let population = Int(field("population")) ?? 0
      guard let kind = kind(field("placetype"), population: population) else { return }
      let listed =
        field("names_latin").split(separator: "|") + field("names_native").split(separator: "|")
      let geonames = field("geonames_id")
      let country = field("cc")
      let parent = field("county_id").isEmpty ? field("region_id") : field("county_id")
      body(
        PlaceRow(
          id: "wof:" + field("wof_id"), sameAs: geonames.isEmpty ? "" : "geonames:" + geonames,
          parent: parent.isEmpty ? "" : "wof:" + parent, country: country, kind: kind,
          name: field("name"),
          names: listed.map(String.init).filter { !isCode($0) && $0 != field("name") }
            .map { PlaceName($0) },
          latitude: latitude, longitude: longitude, population: population))
    }
    return bad
  }

  private static func kind(_ placetype: String, population: Int) -> PlaceKind? {
    switch placetype {
    case "country": .country
    case "region": .province
    case "county": .district
    case "localadmin": .subdistrict
    case "locality": .settlement(population: population)
    case "neighbourhood", "macrohood", "borough": .neighbourhood
    case "campus": .facility
    default: nil
    }
  }

  /// Airport and country codes are no names.
  private static func isCode(_ name: String) -> Bool {
    name.utf8.count <= 4 && name.utf8.allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
  }
}
