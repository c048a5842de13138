/// Administrative units, populated places and neighbourhoods of OCHA common operational datasets.
enum OCHAImporter {
  /// Calls with every row of a table; returns how many could not be read.
  static func rows(_ file: ImportFile, _ body: (PlaceRow) -> Void) -> Int {
    var bad = 0
    var columns: [String: Int] = [:]
    func take(_ fields: [String]) {
      if columns.isEmpty {
        columns = TableReader.columns(fields.map { $0.lowercased() })
        return
      }
      // A second header of HXL tags is no row.
      if fields.contains(where: { $0.hasPrefix("#") }) { return }
      let row = OCHAFields { column in
        columns[column].flatMap { $0 < fields.count ? fields[$0] : nil } ?? ""
      }.row()
      if let row, fields.count == columns.count { body(row) } else { bad += 1 }
    }
    var isTabbed: Bool?
    TableReader(file).forEachLineBytes { line in
      if isTabbed == nil { isTabbed = line.contains(0x09) }
      guard isTabbed == true, !line.isEmpty, line.first != 0x23 else { return }
      take(
        line.split(separator: 0x09, omittingEmptySubsequences: false)
          .map { String(decoding: $0, as: UTF8.self) })
    }
    if isTabbed == false { CommaReader.forEachRecord(file.bytes, take) }
    return bad
  }

  /// Calls with every feature of a GeoJSON collection; returns how many could not be read.
  static func outlines(_ file: ImportFile, _ body: (PlaceRow) -> Void) -> Int {
    var bad = 0
    file.bytes.withUnsafeBufferPointer { bytes in
      var scanner = JSONScanner(bytes)
      do {
        try scanner.forEachElement(of: "features") { feature in
          guard var row = row(feature) else {
            bad += 1
            return
          }
          if let shape = feature["geometry"].flatMap(GeoJSONShape.shape) {
            row.shape = ShapeCoding.bytes(ShapeSimplification.simplified(shape))
          }
          body(row)
        }
      } catch {
        bad += 1
      }
    }
    return bad
  }

  private static func row(_ feature: JSONValue) -> PlaceRow? {
    guard case .object(let properties)? = feature["properties"] else { return nil }
    let values = Dictionary(
      properties.map { ($0.key.lowercased(), $0.value.text ?? "") }, uniquingKeysWith: max)
    return OCHAFields { values[$0] ?? "" }.row()
  }
}
