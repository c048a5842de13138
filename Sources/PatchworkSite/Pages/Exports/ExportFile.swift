import PatchworkExchange

/// A file that the site writes of the record: a form with rows of a kind.
struct ExportFile: Sendable, Equatable {
  let format: ExportFormat
  let rows: ExportRows
  /// Its name in addresses and on disk.
  let name: String
  /// Media type.
  let type: String
  /// What it is, for people.
  let summary: String

  static let all = [
    ExportFile(
      format: .hxl, rows: .incidents, name: "incidents-hxl.csv", type: "text/csv; charset=utf-8",
      summary: "A row an incident with hashtags of the Humanitarian Exchange Language."),
    ExportFile(
      format: .csv, rows: .incidents, name: "incidents.csv", type: "text/csv; charset=utf-8",
      summary: "A row an incident in our own columns: ranges, grade, origins, who is blamed."),
    ExportFile(
      format: .acled, rows: .incidents, name: "incidents-acled.csv",
      type: "text/csv; charset=utf-8",
      summary: "A row an incident in the columns of ACLED; fatalities are the least number said."),
    ExportFile(
      format: .gdelt, rows: .incidents, name: "incidents-gdelt.tsv",
      type: "text/tab-separated-values; charset=utf-8",
      summary: "A row an incident in the 61 columns of GDELT 2.0, which have no names."),
    ExportFile(
      format: .geojson, rows: .incidents, name: "incidents.geojson", type: "application/geo+json",
      summary: "A feature an incident (RFC 7946): a point, or a ring where the place is unsure."),
    ExportFile(
      format: .jsonl, rows: .incidents, name: "incidents.jsonl", type: "application/x-ndjson",
      summary: "A JSON object a line with everything that the page of an incident shows."),
    ExportFile(
      format: .csv, rows: .accounts, name: "accounts.csv", type: "text/csv; charset=utf-8",
      summary: "A row an account: who, stance, what, the sentence, the incident."),
    ExportFile(
      format: .jsonl, rows: .reports, name: "reports.jsonl", type: "application/x-ndjson",
      summary: "A JSON object a report, as patchwork read prints it."),
  ]
  /// The page of one incident that opens without a network.
  static let dossier = ExportFile(
    format: .html, rows: .incidents, name: "dossier.html", type: "text/html; charset=utf-8",
    summary: "A page of the incident that opens without a network and prints.")

  static func named(_ name: String?) -> ExportFile? {
    (all + [dossier]).first { $0.name == name }
  }
}
