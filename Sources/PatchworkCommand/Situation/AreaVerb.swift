import ArgumentParser
import Foundation
import PatchworkDisplay
import PatchworkRecord
import PatchworkSituation
import PatchworkStore

/// `patchwork area NAME`: what is said of an area, day by day.
struct AreaVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "area",
    abstract:
      "Shows an area day by day: violence, truce, siege, access, deliveries, control, and where no report is.",
    discussion: """
      Examples:
        patchwork area --db aleppo.record --from 2016-09-01 --to 2016-09-30 Aleppo
        patchwork area --db aleppo.record --from 2016-09-01 --to 2016-09-30 --within sector.geojson
        patchwork area --db aleppo.record --from 2016-01-01 --to 2016-12-31 --by month --as csv Aleppo
      """)

  @OptionGroup var record: RecordOption

  @Option(help: ArgumentHelp("First day.", valueName: "date"))
  var from: String

  @Option(help: ArgumentHelp("Last day.", valueName: "date"))
  var to: String

  @Option(help: "Bring days together: day, week or month.")
  var by: AreaPage.Step = .day

  @Option(name: .customLong("as"), help: "What to print: text, json or csv.")
  var form: Format = .text

  @Option(
    help: ArgumentHelp("Kilometres around it in which incidents are listed.", valueName: "km"))
  var near = 5.0

  /// What is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, csv
  }

  @Option(
    help: ArgumentHelp(
      "A drawn area in place of a name: a GeoJSON file with a polygon.", valueName: "file"))
  var within: String?

  @OptionGroup var text: TextOptions

  @Argument(help: "The area, by name or id; what lies within it counts.")
  var name: String?

  func validate() throws {
    if (name == nil) == (within == nil) {
      throw ValidationError("Give the name of an area, or a drawn one with --within.")
    }
    guard (0...100).contains(near) else {
      throw ValidationError("--near must be from 0 to 100 kilometres.")
    }
  }

  func run() throws {
    guard let first = CivilDay(iso: from), let last = CivilDay(iso: to), first <= last else {
      throw ExitStatus.usage.saying("--from and --to must be days like 2016-09-19, in order")
    }
    guard last.number - first.number < 3660 else {
      throw ExitStatus.usage.saying("an area is shown for ten years at most")
    }
    let file = try record.open(readOnly: true)
    try RecordOption.ending {
      let (picture, incidents, beside) = try found(in: file, days: first...last)
      switch form {
      case .json:
        var writer = JSONWriter(capacity: 65_536)
        SituationJSON.write(picture, by: by == .week ? .week : .month, to: &writer)
        writer.newline()
        FileHandle.standardOutput.write(Data(writer.bytes))
      case .csv:
        let table = AreaTable(picture, by: by).table
        FileHandle.standardOutput.write(Data(table.bytes(.csv, form: text.form)))
      case .text:
        let page = AreaPage(
          picture, incidents, beside: (beside, near), step: by, form: text.form)
        for line in page.lines() { print(line) }
      }
    }
  }

  /// Incidents shown with their grades.
  private static let incidentsShown = 12

  private func found(
    in file: RecordFile, days: ClosedRange<CivilDay>
  ) throws -> (AreaPicture, AreaIncidents, beside: AreaIncidents) {
    let most = Self.incidentsShown
    if let within {
      let bytes = try MovementFile.bytes(within)
      do {
        let area = try DrawnArea(geoJSON: bytes)
        return (
          try file.areaPicture(area, days: days),
          try file.areaIncidents(area, days: days, limit: most),
          try file.incidents(beside: area, within: near, days: days, limit: most)
        )
      } catch let error as DrawnArea.Failure {
        throw ExitStatus.inputData.saying("\(ShownText.clean(within)): \(error.sentence)")
      }
    }
    let name = name ?? ""
    let id = try FilterOptions.place(name, in: file)
    guard let picture = try file.areaPicture(id, days: days) else {
      throw ExitStatus.inputData.saying(
        "no report of the record names “\(ShownText.clean(name))”: nothing is known of it")
    }
    return (
      picture, try file.areaIncidents(id, days: days, limit: most),
      try file.incidents(beside: id, within: near, days: days, limit: most)
    )
  }
}
