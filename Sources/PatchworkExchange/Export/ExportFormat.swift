/// In which form incidents leave the record.
public enum ExportFormat: String, Sendable, CaseIterable {
  /// A table with hashtags of the Humanitarian Exchange Language.
  case hxl
  /// Features of RFC 7946.
  case geojson
  /// A table of our own columns.
  case csv
  /// The columns of ACLED.
  case acled
  /// The columns of GDELT 2.0 events.
  case gdelt
  /// A JSON object a line.
  case jsonl
  /// A page of one incident.
  case html

  /// Media type.
  public var mediaType: String {
    switch self {
    case .hxl, .csv, .acled: "text/csv; charset=utf-8"
    case .gdelt: "text/tab-separated-values; charset=utf-8"
    case .geojson: "application/geo+json"
    case .jsonl: "application/x-ndjson"
    case .html: "text/html; charset=utf-8"
    }
  }

  /// Whether what the export says of itself stands within it; else it goes beside it.
  public var holdsAbout: Bool {
    switch self {
    case .geojson, .jsonl, .html: true
    case .hxl, .csv, .acled, .gdelt: false
    }
  }
}
