import PatchworkExchange

/// A file that the site writes of the record: a form with rows of a kind.
struct ExportFile: Sendable, Equatable {
  let format: ExportFormat
  let rows: ExportRows
  /// Its name in addresses and on disk.
  let name: String
  /// What it is, for people.
  let summary: String

  static let all = [
    ExportFile(
      format: .hxl, rows: .incidents, name: "incidents-hxl.csv",
      summary: "A row an incident with hashtags of the Humanitarian Exchange Language."),
    ExportFile(
      format: .csv, rows: .incidents, name: "incidents.csv",
      summary: "A row an incident in our own columns: ranges, grade, origins, who is blamed."),
    ExportFile(
      format: .acled, rows: .incidents, name: "incidents-acled.csv",
      summary: "A row an incident in the columns of ACLED; fatalities are the least number said."),
    ExportFile(
      format: .gdelt, rows: .incidents, name: "incidents-gdelt.tsv",
      summary: "A row an incident in the 61 columns of GDELT 2.0, which have no names."),
    ExportFile(
      format: .geojson, rows: .incidents, name: "incidents.geojson",
      summary: "A feature an incident (RFC 7946): a point, or a ring where the place is unsure."),
    ExportFile(
      format: .jsonl, rows: .incidents, name: "incidents.jsonl",
      summary: "A JSON object a line with everything that the page of an incident shows."),
    ExportFile(
      format: .csv, rows: .accounts, name: "accounts.csv",
      summary: "A row an account: who, stance, what, the sentence, the incident."),
    ExportFile(
      format: .jsonl, rows: .reports, name: "reports.jsonl",
      summary: "A JSON object a report, as patchwork read prints it."),
    ExportFile(
      format: .csv, rows: .ceasefires, name: "ceasefires.csv",
      summary: "A row a truce, pause, halt of flights, suspension, ultimatum or proposal."),
    ExportFile(
      format: .jsonl, rows: .ceasefires, name: "ceasefires.jsonl",
      summary: "A JSON object a truce or proposal with everything that its page shows."),
    ExportFile(
      format: .csv, rows: .declarations, name: "declarations.csv",
      summary: "A row what each speaker first says of a truce, with the sentence."),
    ExportFile(
      format: .csv, rows: .clocks, name: "clocks.csv",
      summary: "A row a clock of a truce: from and to, to the hour where it is said, by whom."),
    ExportFile(
      format: .csv, rows: .violations, name: "violations.csv",
      summary: "A row a count or allegation of violations: observer, kind, by whom, weapon, rule."),
    ExportFile(
      format: .jsonl, rows: .violations, name: "violations.jsonl",
      summary: "A JSON object a count or allegation of violations."),
    ExportFile(
      format: .geojson, rows: .violations, name: "violations.geojson",
      summary: "A feature (RFC 7946) a count or allegation of violations."),
    ExportFile(
      format: .csv, rows: .areaDays, name: "area-days.csv",
      summary: "A row an area, day, layer and state; days without a report have a row too."),
    ExportFile(
      format: .jsonl, rows: .areaDays, name: "area-days.jsonl",
      summary: "A JSON object an area, day, layer and state."),
    ExportFile(
      format: .geojson, rows: .areaDays, name: "area-days.geojson",
      summary: "A feature (RFC 7946) an area with its days in layers."),
  ]
  /// The page of one incident that opens without a network.
  static let dossier = ExportFile(
    format: .html, rows: .incidents, name: "dossier.html",
    summary: "A page of the incident that opens without a network and prints.")

  /// Media type.
  var type: String { format.mediaType }

  static func named(_ name: String?) -> ExportFile? {
    (all + [dossier]).first { $0.name == name }
  }
}
