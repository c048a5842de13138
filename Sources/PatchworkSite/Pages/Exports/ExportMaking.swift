import PatchworkDisclosure
import PatchworkExchange
import PatchworkRecord
import PatchworkStore

/// An export that a visitor asked for: which file, of what, under what right.
struct ExportMaking {
  let visit: Visit
  let file: ExportFile
  let right: Right
  /// The code of the one incident that it is of.
  let incident: String?

  init(_ visit: Visit, _ file: ExportFile, right: Right = .redacted) {
    self.visit = visit
    self.file = file
    self.right = right
    incident = visit.value("incident")
  }

  /// Writes the export piece by piece; refuses an incident that is not there or may not be shown.
  func written(to sink: ([UInt8]) throws -> Void) throws -> ExportAbout {
    let export = try export()
    guard let incident else { return try export.write(file.rows, to: sink) }
    do {
      return try export.write(incident: incident, to: sink)
    } catch ExportError.noIncident(let id) {
      throw Refusal.missing("There is no incident “\(id)” in the record.")
    } catch ExportError.withheld(let id) {
      throw Refusal.missing("There is no incident “\(id)” in the record that may be shown.")
    }
  }

  private func export() throws -> RecordExport {
    if file.rows.isOfSituation {
      // What does not narrow them is refused before a body is begun.
      for name in ["type", "stance", "speaker", "incident"] where visit.value(name) != nil {
        throw Refusal.against(
          "“\(name)” does not narrow \(file.name): “since”, “until” and “place” do.")
      }
    }
    if incident == nil { try visit.site.limits.checkExport(visit.visitor, at: visit.time) }
    var list = try ListFilter(visit, path: "")
    (list.filter.limit, list.filter.offset) = (nil, 0)
    let gazetteer = visit.site.options.gazetteer
    let record = try DisclosedRecord(
      visit.record, right: right, on: CivilDay(iso: visit.now) ?? CivilDay(number: 0),
      register: visit.site.disclosures.register)
    return RecordExport(
      record, to: file.format, filter: list.filter, words: words,
      sources: ExportAbout.Source.all(of: gazetteer),
      tables: try ExportTables()
    ) { id in gazetteer.flatMap { AdminArea(id, in: $0) } }
  }

  /// How the export is narrowed; whose statements were asked for is not told in what is redacted.
  private var words: String {
    let named = ListFilter.all.compactMap { parameter -> String? in
      guard let value = visit.value(parameter.name) else { return nil }
      return parameter.name == "speaker" && !right.isFull
        ? "one speaker" : "\(parameter.name) \(value)"
    }
    return (named + (incident.map { ["incident \($0)"] } ?? [])).joined(separator: ", ")
  }

  /// The answer: a file to keep, with where it says what it is; rows and what was left out are known at its end.
  func answer() throws -> Answer {
    let day = CivilDay(iso: visit.now)?.iso ?? ""
    let name = (incident.map { $0 + "-" } ?? "") + (right.isFull ? "full-" : "") + file.name
    var headers = [
      ("Content-Disposition", "attachment; filename=\"\(day)-\(ExportMaking.plain(name))\"")
    ]
    if !right.isFull {
      headers.append(("Link", "<\(address(of: "/exports/about"))>; rel=\"describedby\""))
    }
    return .stream(type: file.type, try stream(), headers: headers)
  }

  /// The body; that of one incident is made at once, so that what is not there is refused.
  private func stream() throws -> BodyStream {
    let trailers = ["X-Rows", "X-Left-Out"]
    @Sendable func values(_ about: ExportAbout) -> [String] {
      ["\(about.rows)", "\(about.removals.list.reduce(0) { $0 + $1.count })"]
    }
    guard incident == nil else {
      var body: [UInt8] = []
      let about = try written { body += $0 }
      return BodyStream(trailers: trailers) { [body] sink in
        try sink(body)
        return values(about)
      }
    }
    let (export, rows) = (try export(), file.rows)
    return BodyStream(trailers: trailers) { values(try export.write(rows, to: $0)) }
  }

  /// The address under which the export, or what it says of itself, is had again.
  func address(of path: String) -> String {
    let names = ["incident"] + ListFilter.all.map(\.name)
    return Address.query(
      path,
      [("file", path.hasSuffix("about") ? file.name : "")]
        + names.map { ($0, visit.value($0) ?? "") })
  }

  /// A name that every file system takes.
  private static func plain(_ name: String) -> String {
    String(
      name.unicodeScalars.map { scalar in
        let isPlain =
          scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        return isPlain || scalar == "-" || scalar == "." ? Character(scalar) : "_"
      })
  }
}
