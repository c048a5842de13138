/// Names of GeoNames' places with their languages (`alternateNamesV2.txt`).
enum GeoNamesNamesImporter {
  /// Codes that stand where languages do and mark what is no name: links, postcodes, stations, phonetic and other ids.
  private static let others: Set<String> = [
    "link", "post", "wkdt", "unlc", "icao", "iata", "faac", "tcid", "fr_1793", "phon", "piny",
  ]

  /// Calls with the identifier of a place and a name of it; returns how many lines could not be read.
  static func names(_ file: ImportFile, _ body: (_ id: String, _ name: PlaceName) -> Void) -> Int {
    var bad = 0
    TableReader(file).forEachLine { fields in
      guard fields.count >= 8, Int(fields[1]) != nil, !fields[3].isEmpty else {
        bad += 1
        return
      }
      let isHistoric = fields[7] == "1"
      guard !isHistoric, !others.contains(fields[2]), GeonamescacheImporter.isUsable(fields[3])
      else { return }
      body("geonames:" + fields[1], PlaceName(fields[3], language: fields[2]))
    }
    return bad
  }
}

/// Divisions of GeoNames by their codes (`admin1CodesASCII.txt`, `admin2Codes.txt`).
enum GeoNamesDivisionsImporter {
  /// Calls with every row; returns how many lines could not be read.
  static func rows(_ file: ImportFile, _ body: (PlaceRow) -> Void) -> Int {
    var bad = 0
    TableReader(file).forEachLine { fields in
      let codes = fields[0].split(separator: ".").map(String.init)
      guard fields.count == 4, codes.count == 2 || codes.count == 3, Int(fields[3]) != nil,
        !fields[1].isEmpty
      else {
        bad += 1
        return
      }
      let isFirst = codes.count == 2
      body(
        PlaceRow(
          id: "geonames:" + fields[3], division: codes[1], country: codes[0],
          kind: isFirst ? CountryCodes.standard.firstDivision(codes[0]) : .district,
          name: fields[1],
          names: fields[2].isEmpty || fields[2] == fields[1] ? [] : [PlaceName(fields[2])]))
    }
    return bad
  }
}
