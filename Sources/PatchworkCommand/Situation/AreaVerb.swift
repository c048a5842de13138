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
      """)

  @OptionGroup var record: RecordOption

  @Option(help: ArgumentHelp("First day.", valueName: "date"))
  var from: String

  @Option(help: ArgumentHelp("Last day.", valueName: "date"))
  var to: String

  @Option(help: "Bring days together: day, week or month.")
  var by: AreaPage.Step = .day

  @Option(name: .customLong("as"), help: "What to print: text or json.")
  var form: IncidentShow.Format = .text

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
      let (picture, incidents) = try found(in: file, days: first...last)
      switch form {
      case .json:
        var writer = JSONWriter(capacity: 65_536)
        SituationJSON.write(picture, to: &writer)
        writer.newline()
        FileHandle.standardOutput.write(Data(writer.bytes))
      case .text:
        let form = text.form
        for line in AreaPage(picture, incidents, step: by, form: form).lines() { print(line) }
      }
    }
  }

  /// Incidents shown with their grades.
  private static let incidentsShown = 12

  private func found(
    in file: RecordFile, days: ClosedRange<CivilDay>
  ) throws -> (AreaPicture, AreaIncidents) {
    if let within {
      let bytes = try MovementFile.bytes(within)
      do {
        let area = try DrawnArea(geoJSON: bytes)
        return (
          try file.areaPicture(area, days: days),
          try file.areaIncidents(area, days: days, limit: Self.incidentsShown)
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
    return (picture, try file.areaIncidents(id, days: days, limit: Self.incidentsShown))
  }
}
