import ArgumentParser
import Foundation
import PatchworkDisplay
import PatchworkRecord
import PatchworkSituation
import PatchworkStore

/// The days of a list of ceasefires.
struct CeasefireOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Statements of this day and later.", valueName: "date"))
  var since: String?

  @Option(
    help: ArgumentHelp(
      "Statements up to this day; clocks are shown as they stand on it.", valueName: "date"))
  var until: String?

  func days() throws -> (since: CivilDay?, until: CivilDay?) {
    func day(_ text: String?, _ option: String) throws -> CivilDay? {
      guard let text else { return nil }
      guard let day = CivilDay(iso: text) else {
        throw ExitStatus.usage.saying("\(option) must be a day like 2016-09-19")
      }
      return day
    }
    return (try day(since, "--since"), try day(until, "--until"))
  }

  func found(in file: RecordFile) throws -> (ceasefires: Ceasefires, day: CivilDay) {
    let (since, until) = try days()
    let ceasefires = try file.ceasefires(since: since, until: until)
    let acts = (ceasefires.instruments + ceasefires.proposals).flatMap(\.acts)
    let newest = acts.compactMap(\.said.published).max() ?? CivilDay(number: 0)
    return (ceasefires, until ?? newest)
  }
}

/// `patchwork ceasefires`: truces, proposals, ultimatums, violations and meetings.
struct CeasefiresVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ceasefires",
    abstract:
      "Lists truces, pauses, halts of flights, suspensions and ultimatums with their clocks, and what was proposed.",
    discussion: """
      Example:
        patchwork ceasefires --db aleppo.record --until 2016-09-22
      """)

  @OptionGroup var record: RecordOption
  @OptionGroup var options: CeasefireOptions

  @Option(help: "What to print: text, jsonl or csv.")
  var to: ListFormat = .text

  @OptionGroup var text: TextOptions

  func run() throws {
    let file = try record.open(readOnly: true)
    try RecordOption.ending {
      let (ceasefires, day) = try options.found(in: file)
      switch to {
      case .jsonl:
        var writer = JSONWriter(capacity: 16_384)
        for instrument in ceasefires.instruments + ceasefires.proposals {
          SituationJSON.write(instrument, on: day, to: &writer)
          writer.newline()
        }
        FileHandle.standardOutput.write(Data(writer.bytes))
      case .csv:
        let table = CeasefireTable(ceasefires, on: day).table
        FileHandle.standardOutput.write(Data(table.bytes(.csv, form: text.form)))
      case .text:
        let page = CeasefiresPage(
          ceasefires, violations: try file.newest(ceasefires.violations), day: day, form: text.form)
        for line in page.lines() { print(line) }
      }
    }
  }
}

/// `patchwork ceasefire ID`: everything that was said of one instrument.
struct CeasefireVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ceasefire",
    abstract: "Shows a truce or proposal: who declared, broke or ended it, and its clocks.",
    discussion: """
      Example:
        patchwork ceasefire --db aleppo.record T-20160912
      """)

  @OptionGroup var record: RecordOption
  @OptionGroup var options: CeasefireOptions

  @Option(help: "What to print: text or json.")
  var to: IncidentShow.Format = .text

  @OptionGroup var text: TextOptions

  @Argument(help: "The code, as `patchwork ceasefires` lists it.")
  var id: String

  func run() throws {
    let file = try record.open(readOnly: true)
    try RecordOption.ending {
      let (ceasefires, day) = try options.found(in: file)
      guard
        let instrument = ceasefires.instrument(id)
      else {
        throw ExitStatus.inputData.saying(
          "there is no truce or proposal “\(ShownText.clean(id))” in the record")
      }
      let violations = try file.newest(ceasefires.violations(of: instrument))
      switch to {
      case .json:
        var writer = JSONWriter(capacity: 16_384)
        SituationJSON.write(
          instrument, violations: violations, in: ceasefires, try ProposalReader(), on: day,
          to: &writer)
        writer.newline()
        FileHandle.standardOutput.write(Data(writer.bytes))
      case .text:
        let page = CeasefiresPage(
          ceasefires, violations: violations, day: day, form: text.form)
        for line in page.whole(instrument, try ProposalReader()) { print(line) }
      }
    }
  }
}
