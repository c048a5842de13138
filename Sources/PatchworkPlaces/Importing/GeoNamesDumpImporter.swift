/// Rows of a GeoNames dump (`allCountries.txt` or one country's), 19 tab-separated columns without a header.
enum GeoNamesDumpImporter {
  /// Calls with every place that reports may name; returns how many lines could not be read.
  static func rows(_ file: ImportFile, _ body: (PlaceRow) -> Void) -> Int {
    var bad = 0
    TableReader(file).forEachLine { fields in
      guard fields.count == 19, Int(fields[0]) != nil, let latitude = Double(fields[4]),
        let longitude = Double(fields[5])
      else {
        bad += 1
        return
      }
      let population = Int(fields[14]) ?? 0
      guard let kind = kind(fields[6], fields[7], population: population) else { return }
      let names = fields[3].split(separator: ",").map(String.init)
        .filter { GeonamescacheImporter.isUsable($0) && $0 != fields[1] }.map { PlaceName($0) }
      body(
        PlaceRow(
          id: "geonames:" + fields[0], division: fields[10], country: fields[8], kind: kind,
          name: fields[1], names: names, latitude: latitude, longitude: longitude,
          population: population, zone: fields[17]))
    }
    return bad
  }

  /// Kind by GeoNames' feature class and code; nil for what is left out (streams, hotels, history).
  static func kind(_ featureClass: String, _ code: String, population: Int) -> PlaceKind? {
    switch (featureClass, code) {
    case ("P", "PPLX"): .neighbourhood
    case ("P", "PPLH"), ("P", "PPLQ"), ("P", "PPLW"): nil
    case ("P", _): .settlement(population: population)
    case ("A", "PCLI"), ("A", "PCLD"), ("A", "PCLF"), ("A", "PCLS"): .country
    case ("A", "TERR"): .territory
    case ("A", "ADM1"): .province
    case ("A", "ADM2"): .district
    case ("A", "ADM3"): .subdistrict
    case ("L", "CONT"): .continent
    case ("L", "RGN"), ("L", "RGNE"): .area
    case ("H", "SEA"), ("H", "OCN"), ("H", "GULF"), ("H", "STRT"), ("H", "BAY"): .water
    case ("S", "AIRP"), ("S", "AIRB"), ("S", "CMP"), ("L", "MILB"), ("L", "CMPRF"): .facility
    default: nil
    }
  }
}
