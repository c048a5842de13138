import ArgumentParser
import Foundation
import PatchworkDisplay
import PatchworkExchange
import PatchworkPlaces
import PatchworkRecord
import PatchworkStore
import PatchworkText

/// `patchwork import`: rows of other sets as sources beside the reports.
struct ImportRows: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract:
      "Takes rows of ACLED, UCDP GED or Airwars into a record, as sources beside the reports.",
    discussion: """
      Each row becomes a report with one account, of which the set is the speaker; it is linked as any other, and counts as \
      one origin. A row that lacks its id or its date is named and passed over.

      Example:
        patchwork import --db aleppo.record --as acled 2016-09-01-2016-09-30-Syria.csv
      """)

  @OptionGroup var record: RecordOption

  @Option(name: .customLong("as"), help: "Whose rows: acled, ucdp or airwars.")
  var kind: String

  func validate() throws {
    if EventSet(rawValue: kind) == nil {
      throw ValidationError("--as must be acled, ucdp or airwars.")
    }
  }

  @Argument(help: "Tables of comma-separated values with a header line.")
  var files: [String]

  func run() throws {
    guard let set = EventSet(rawValue: kind) else { throw ExitStatus.usage.code }
    let rows = try EventRows()
    let gazetteer = try? Gazetteer.inDataFolder(DataFolder().path)
    let file = try record.open(create: true)
    var total = AddingOutcome()
    var bad = 0
    for name in files {
      guard let data = FileManager.default.contents(atPath: name) else {
        throw ExitStatus.noInput.saying("\(ShownText.clean(name)) cannot be opened")
      }
      let table: CSVTable
      do {
        table = try CSVTable(Array(data))
      } catch {
        throw ExitStatus.inputData.saying(
          "\(ShownText.clean(name)) is no table of comma-separated values (\(error))")
      }
      var batch: [NewReport] = []
      func flush() throws {
        let outcome = try RecordOption.ending { try file.add(batch) }
        total.added += outcome.added
        total.versions += outcome.versions
        total.known += outcome.known
        batch = []
      }
      for number in table.rows.indices {
        do throws(EventRowError) {
          let (report, reading) = try rows.report(number, of: table, as: set) { spot in
            gazetteer.flatMap { Self.place(spot, in: $0) }
          }
          batch.append(
            NewReport(
              report: report, reading: reading,
              bytes: Array(table.rows[number].joined(separator: ",").utf8), isJSONLine: false,
              acquiredAt: Clock.now(), acquiredHow: "file \(name), row \(number + 1)",
              tool: "patchwork \(Patchwork.version)"))
        } catch {
          bad += 1
          FileHandle.standardError.write(
            Data(
              "patchwork: \(ShownText.clean(name)), row \(error.row): \(error.column) is missing or not valid\n"
                .utf8))
        }
        if batch.count == Add.step { try flush() }
      }
      try flush()
    }
    print(
      "\(Plural.text(total.added, "row")) added, \(total.versions) changed, \(total.known) known already"
    )
    if bad > 0 {
      throw ExitStatus.inputData.saying("\(Plural.text(bad, "row")) could not be taken in")
    }
  }

  /// The gazetteer's place of a row's name, if it lies within 30 km of the row's point.
  private static func place(_ spot: EventRows.Spot, in gazetteer: Gazetteer) -> Place? {
    let near = spot.area.isEmpty ? nil : spot.area
    let found = gazetteer.find(spot.name, near: near, limit: 5).first { candidate in
      guard let latitude = spot.latitude, let longitude = spot.longitude,
        let north = candidate.place.latitude, let east = candidate.place.longitude
      else { return true }
      return abs(north - latitude) < 0.3 && abs(east - longitude) < 0.35
    }
    guard let place = found?.place else { return nil }
    return Place(
      quote: Quote(span: Span(0, 0), text: spot.name), id: place.id, pcode: place.pcode,
      name: place.name, kind: place.kind.word, latitude: place.latitude,
      longitude: place.longitude, precision: 1,
      within: gazetteer.ancestors(of: place.number).map { gazetteer.id($0) }, candidates: 1,
      rule: "name and point of the row")
  }
}
