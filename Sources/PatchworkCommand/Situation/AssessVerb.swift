import ArgumentParser
import Foundation
import PatchworkDisplay
import PatchworkRecord
import PatchworkSituation
import PatchworkStore

/// `patchwork assess FILE`: the case file of a planned movement.
struct AssessVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess",
    abstract:
      "Lays out the case file of a planned movement: what is for, against and unknown, with sentences; it clears nothing.",
    discussion: """
      Examples:
        patchwork assess --db aleppo.record --as-of 2016-09-19T06:00:00+03:00 Samples/back-test/urum-al-kubra.json
        patchwork assess --db aleppo.record --to html Samples/back-test/urum-al-kubra.json > case.html
      """)

  /// What is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, html
  }

  @OptionGroup var record: RecordOption

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "Look at the record as it stood then; now when not given.", valueName: "time"))
  var asOf: String?

  @Option(
    help: ArgumentHelp(
      "A folder of rules in place of those that come along; what the record’s desk edited stands over them.",
      valueName: "folder"))
  var rules: String?

  @Option(help: "What to print: text, json or html.")
  var to: Format = .text

  @OptionGroup var text: TextOptions

  @Argument(help: "The movement's file, JSON; - for standard input.")
  var movement: String

  func run() throws {
    let bytes = try MovementFile.bytes(movement)
    let file = try record.open(readOnly: true)
    let planned = try MovementFile.movement(bytes, name: movement)
    guard let moment = Moment(rfc3339: asOf ?? PatchworkCommand.Clock.now()) else {
      throw ExitStatus.usage.saying(
        "--as-of must be a time with its offset, like 2016-09-19T06:00:00+03:00")
    }
    let shown = Moment(minutes: moment.minutes, offset: planned.start.offset)
    try RecordOption.ending {
      let rules = try file.rules(MovementFile.rules(rules))
      let found = try file.caseFile(of: planned, asOf: shown, rules: rules)
      switch to {
      case .text:
        let form = text.form
        for line in CaseFilePage(found, form: form).lines() { print(line) }
      case .json:
        var writer = JSONWriter(capacity: 32_768)
        SituationJSON.write(found, to: &writer)
        writer.newline()
        FileHandle.standardOutput.write(Data(writer.bytes))
      case .html: print(CaseFileSheet(found).document, terminator: "")
      }
    }
  }
}
