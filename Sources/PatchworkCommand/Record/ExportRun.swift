import Foundation
import PatchworkDisclosure
import PatchworkDisplay
import PatchworkExchange
import PatchworkPlaces
import PatchworkRecord
import PatchworkStore

/// One export while it is written: incident by incident, so that memory stays bounded.
struct ExportRun {
  private let record: DisclosedRecord
  private let format: ExportFormat
  private let filter: RecordFilter
  private let tables: ExportTables
  private let gazetteer: Gazetteer?
  private let sink: ExportSink
  private var about: ExportAbout

  init(
    _ record: DisclosedRecord, to format: ExportFormat, filter: RecordFilter, words: String,
    output: String?
  ) throws {
    self.record = record
    self.format = format
    self.filter = filter
    tables = try ExportTables()
    gazetteer = (try? Gazetteer.inDataFolder(DataFolder().path)) ?? nil
    about = ExportAbout(
      right: record.right, on: record.day, filter: words,
      sources: (gazetteer?.sources ?? [.geonames, .ocha, .supplement]).map {
        ExportAbout.Source(
          title: $0.title, licence: $0.licence, attribution: $0.attribution, url: $0.url)
      }, tables: tables)
    sink = try ExportSink(output)
  }

  /// Every incident that the filter lets through, in order of lists.
  func incidents() throws {
    var about = about
    var collection = GeoJSONCollection(tables: tables)
    let table = EventTable(format, tables: tables)
    sink.write(table?.head() ?? (format == .geojson ? collection.head() : []))
    about.removals = try record.forEachIncident(filter) { shown in
      about.add(shown.value)
      try write(shown.value, table, &collection)
    }
    try finish(about, collection)
  }

  /// One incident.
  func incident(_ id: String) throws {
    guard try record.file.incident(id) != nil else {
      throw ExitStatus.inputData.saying(
        "there is no incident “\(ShownText.clean(id))” in the record")
    }
    guard let shown = try record.incident(id) else {
      throw ExitStatus.inputData.saying(
        "incident “\(ShownText.clean(id))” is a movement that has not ended long enough before; --full shows it"
      )
    }
    var about = about
    about.add(shown.value)
    about.removals = shown.removals
    if format == .html {
      sink.write(Dossier(event(shown.value), about: about, tables: tables).bytes())
      return
    }
    var collection = GeoJSONCollection(tables: tables)
    let table = EventTable(format, tables: tables)
    sink.write(table?.head() ?? (format == .geojson ? collection.head() : []))
    try write(shown.value, table, &collection)
    try finish(about, collection)
  }

  private func write(
    _ incident: DisclosedIncident, _ table: EventTable?, _ collection: inout GeoJSONCollection
  ) throws {
    if let table {
      sink.write(table.row(event(incident)))
    } else if format == .geojson {
      sink.write(collection.feature(event(incident)))
    } else {
      sink.write(IncidentJSON.line(incident.view, whole: true))
    }
  }

  /// Every report, as `read` prints it, with its accounts as people corrected them.
  func reports() throws {
    var about = about
    for row in try record.file.reports(filter) {
      guard let shown = try record.report(row.id) else { continue }
      var report = shown.value.report
      report.textIsDerived = true
      about.add(report: report.id, outlet: report.outlet)
      about.removals.add(shown.removals)
      sink.write(JSONLine.of(report, shown.value.reading))
    }
    try beside(about)
  }

  /// A line an account, report by report.
  func accounts() throws {
    var about = about
    let form = TerminalForm(width: 100, hasColour: false)
    let head = AccountTable.table([]).bytes(.csv, form: form)
    sink.write(head)
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
      let table = AccountTable.table(shown.value).bytes(.csv, form: form)
      sink.write(Array(table.dropFirst(head.count)))
    }
    try beside(about)
  }

  private func finish(_ about: ExportAbout, _ collection: GeoJSONCollection) throws {
    switch format {
    case .geojson: sink.write(collection.tail(about))
    case .jsonl:
      var json = JSONWriter(capacity: 8192)
      json.begin(.object)
      json.key("about")
      about.write(to: &json)
      json.end(.object)
      json.newline()
      sink.write(json.bytes)
    default: try beside(about)
    }
  }

  /// Beside a file in another, beside standard output on standard error.
  private func beside(_ about: ExportAbout) throws {
    var json = JSONWriter(capacity: 8192)
    about.write(to: &json)
    json.newline()
    try sink.beside(json.bytes, about.lines())
  }

  private func event(_ incident: DisclosedIncident) -> ExportedEvent {
    ExportedEvent(incident) { id in gazetteer.flatMap { Self.area(id, in: $0) } }
  }

  private static func area(_ id: String, in gazetteer: Gazetteer) -> AdminArea? {
    guard let number = gazetteer.place(id: id) else { return nil }
    let place = gazetteer.place(number)
    let order: Int? =
      switch place.kind.level {
      case .country: 0
      case .first: 1
      case .second: place.kind == .subdistrict ? 3 : 2
      default: nil
      }
    return AdminArea(
      name: place.name, kind: place.kind.word, order: order, pcode: place.pcode,
      country: place.country)
  }
}

/// Where an export goes: a file with another beside it, or standard output with standard error.
struct ExportSink {
  private let handle: FileHandle
  private let path: String?

  init(_ path: String?) throws {
    self.path = path
    guard let path else {
      handle = .standardOutput
      return
    }
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let file = FileHandle(forWritingAtPath: path)
    else { throw ExitStatus.inputOutput.saying("\(ShownText.clean(path)) cannot be written") }
    handle = file
  }

  func write(_ bytes: [UInt8]) {
    if !bytes.isEmpty { handle.write(Data(bytes)) }
  }

  func beside(_ json: [UInt8], _ lines: [String]) throws {
    guard let path else {
      FileHandle.standardError.write(Data(lines.map { $0 + "\n" }.joined().utf8))
      return
    }
    let name = path + ".about.json"
    guard FileManager.default.createFile(atPath: name, contents: Data(json)) else {
      throw ExitStatus.inputOutput.saying("\(ShownText.clean(name)) cannot be written")
    }
  }
}
