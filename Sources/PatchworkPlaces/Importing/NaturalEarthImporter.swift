/// Outlines of countries of Natural Earth (`admin_0_countries`, any scale and point of view).
enum NaturalEarthImporter {
  /// Columns by which the table of attributes is known.
  static let columns = ["ADM0_A3", "ISO_A2_EH", "NAME_LONG"]

  /// Farthest that an outline is simplified, in metres; the 1:10m scale is drawn no finer.
  private static let tolerance = 200.0

  /// Calls with a row a country; returns how many records could not be read.
  ///
  /// Areas that the table gives no country's code, as no-man's-lands and leased bases, are left out; several areas of one
  /// code are one country.
  static func rows(_ file: ImportFile, _ body: (PlaceRow) -> Void) -> Int {
    guard let shapefile = file.shapefile else { return 1 }
    var names: [String: String] = [:]
    var polygons: [String: [[PlaceShape.Ring]]] = [:]
    let bad = shapefile.forEachRecord { attributes, shape in
      let code = attributes["ISO_A2_EH"] ?? ""
      guard code.utf8.count == 2, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
        return
      }
      polygons[code, default: []] += shape.polygons
      if names[code] == nil || attributes["ADM0_A3"] == attributes["ISO_A3_EH"] {
        names[code] = attributes["NAME_LONG"]
      }
    }
    for code in polygons.keys.sorted() {
      let shape = ShapeSimplification.simplified(
        PlaceShape(polygons: polygons[code] ?? []), tolerance: tolerance)
      body(
        PlaceRow(
          id: "naturalearth:" + code, country: code, kind: .country, name: names[code] ?? code,
          shape: ShapeCoding.bytes(shape)))
    }
    return bad
  }
}
