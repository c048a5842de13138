import PatchworkDisclosure
import PatchworkRecord
public import PatchworkStore

/// What the rows of an export are of.
public enum ExportRows: String, CaseIterable, Sendable {
  /// A row an incident.
  case incidents
  /// A row an account.
  case accounts
  /// A row a report.
  case reports
  /// A row a truce, pause, halt of flights, suspension, ultimatum or proposal.
  case ceasefires
  /// A row what each speaker first says of one.
  case declarations
  /// A row a clock of one.
  case clocks
  /// A row a count or allegation of violations.
  case violations
  /// A row an area, day, layer and state.
  case areaDays = "area-days"

  /// The forms that have rows of this kind.
  public var formats: [ExportFormat] {
    switch self {
    case .incidents: ExportFormat.allCases.filter { $0 != .html }
    case .accounts: [.csv]
    case .reports: [.jsonl]
    case .ceasefires: [.csv, .jsonl]
    case .declarations, .clocks: [.csv]
    case .violations, .areaDays: [.csv, .jsonl, .geojson]
    }
  }

  /// Whether a form has rows of this kind.
  public func has(_ format: ExportFormat) -> Bool { formats.contains(format) }

  /// Whether rows are of truces or areas, which are narrowed by days and place alone.
  public var isOfSituation: Bool {
    switch self {
    case .incidents, .accounts, .reports: false
    case .ceasefires, .declarations, .clocks, .violations, .areaDays: true
    }
  }
}

/// Why an export of one incident cannot be made.
public enum ExportError: Error, Hashable, Sendable {
  /// The record has no incident of the code.
  case noIncident(String)
  /// The incident is a movement that may not be shown yet.
  case withheld(String)
  /// Rows of truces and areas cannot be narrowed so.
  case notNarrowed(ExportRows, by: String)
}

/// An export of a record, written incident by incident, so that memory stays bounded.
public struct RecordExport: Sendable {
  /// What of the record may be shown.
  public let record: DisclosedRecord
  /// In which form it leaves.
  public let format: ExportFormat
  let filter: RecordFilter
  let tables: ExportTables
  let wider: @Sendable (String) -> AdminArea?
  let head: ExportAbout

  /// An export of what a filter lets through; `words` say how it narrows, `sources` are the data beside the reports, and
  /// `wider` gives what a gazetteer knows of a place's identifier.
  public init(
    _ record: DisclosedRecord, to format: ExportFormat, filter: RecordFilter, words: String,
    sources: [ExportAbout.Source], tables: ExportTables,
    wider: @escaping @Sendable (String) -> AdminArea?
  ) {
    self.record = record
    self.format = format
    self.filter = filter
    self.tables = tables
    self.wider = wider
    head = ExportAbout(
      right: record.right, on: record.day, filter: words, sources: sources, tables: tables)
  }

  /// Whether what the export says of itself stands within it.
  public static func holdsAbout(_ format: ExportFormat, _ rows: ExportRows) -> Bool {
    format == .geojson || format.holdsAbout && rows == .incidents
  }

  /// Writes rows of a kind that the form has, piece by piece, and gives what the export says of itself.
  public func write(
    _ rows: ExportRows, to sink: ([UInt8]) throws -> Void
  ) throws -> ExportAbout {
    switch rows {
    case .incidents: try incidents(to: sink)
    case .accounts: try accounts(to: sink)
    case .reports: try reports(to: sink)
    case .ceasefires, .declarations, .clocks, .violations, .areaDays:
      try situation(rows, to: sink)
    }
  }

  /// Writes one incident.
  public func write(
    incident id: String, to sink: ([UInt8]) throws -> Void
  ) throws -> ExportAbout {
    guard let shown = try record.incident(id) else {
      throw try record.file.incident(id) == nil
        ? ExportError.noIncident(id) : ExportError.withheld(id)
    }
    var about = head
    about.add(shown.value)
    about.removals = shown.removals
    if format == .html {
      let row = event(shown.value, &about)
      try sink(Dossier(row, about: about, tables: tables).bytes())
      return about
    }
    var form = Form(format, tables)
    try sink(form.begin())
    let row = event(shown.value, &about)
    try sink(form.row(row))
    try sink(form.end(about))
    return about
  }

  private func incidents(to sink: ([UInt8]) throws -> Void) throws -> ExportAbout {
    var about = head
    var form = Form(format, tables)
    try sink(form.begin())
    let removals = try record.forEachIncident(filter) { shown in
      about.add(shown.value)
      let row = event(shown.value, &about)
      try sink(form.row(row))
    }
    about.removals.add(removals)
    try sink(form.end(about))
    return about
  }

  /// Every report, as `read` prints it, with its accounts as people corrected them.
  private func reports(to sink: ([UInt8]) throws -> Void) throws -> ExportAbout {
    var about = head
    for row in try record.file.reports(filter) {
      guard let shown = try record.report(stored: row.id) else { continue }
      var report = shown.value.report
      report.textIsDerived = true
      about.add(report: report.id, outlet: report.outlet)
      about.removals.add(shown.removals)
      try sink(JSONLine.of(report, shown.value.reading))
    }
    return about
  }

  /// A line an account, report by report.
  private func accounts(to sink: ([UInt8]) throws -> Void) throws -> ExportAbout {
    var about = head
    try sink(AccountColumns.head)
    var reports = filter
    (reports.since, reports.until, reports.limit) = (nil, nil, nil)
    var left = filter.limit ?? .max
    for row in try record.file.reports(reports) where left > 0 {
      var narrow = filter
      narrow.report = row.id
      narrow.limit = left == .max ? nil : left
      let shown = try record.accounts(narrow)
      about.removals.add(shown.removals)
      guard let first = shown.value.first else { continue }
      left = left == .max ? .max : left - shown.value.count
      about.add(report: first.report.id, outlet: first.report.outlet, rows: shown.value.count)
      for account in shown.value { try sink(AccountColumns.line(account)) }
    }
    return about
  }

  /// An incident as a row; what of it is too small to be shown is entered among what was left out.
  private func event(_ incident: DisclosedIncident, _ about: inout ExportAbout) -> ExportedEvent {
    let event = ExportedEvent(incident, cells: record.smallCells, wider: wider)
    if event.hiddenCells > 0 {
      about.removals.add(
        .cell, why: "a number of people too small for so close a place", times: event.hiddenCells)
    }
    return event
  }

  /// The form of incidents: what stands before, around and after them.
  private struct Form {
    let format: ExportFormat
    let table: EventTable?
    var collection: GeoJSONCollection

    init(_ format: ExportFormat, _ tables: ExportTables) {
      self.format = format
      table = EventTable(format, tables: tables)
      collection = GeoJSONCollection(tables: tables)
    }

    func begin() -> [UInt8] { table?.head() ?? (format == .geojson ? collection.head() : []) }

    mutating func row(_ event: ExportedEvent) -> [UInt8] {
      if let table { return table.row(event) }
      return format == .geojson
        ? collection.feature(event) : IncidentJSON.line(event.view, whole: true)
    }

    func end(_ about: ExportAbout) -> [UInt8] {
      switch format {
      case .geojson: return collection.tail(about)
      case .jsonl:
        var json = JSONWriter(capacity: 8192)
        json.begin(.object)
        json.key("about")
        about.write(to: &json)
        json.end(.object)
        json.newline()
        return json.bytes
      default: return []
      }
    }
  }
}
