import ArgumentParser
import Foundation
import PatchworkDisplay
import PatchworkStore

/// `patchwork incident ID`: everything that was said of one moment.
struct IncidentShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "incident",
    abstract: "Shows an incident: who says what, who denies it, how many, what is not known.",
    discussion: """
      Examples:
        patchwork incident --db aleppo.record I-7K3QXD
        patchwork incident --db aleppo.record --to json I-7K3QXD
      """)

  /// What is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @OptionGroup var record: RecordOption

  @Option(help: "What to print: text or json.")
  var to: Format = .text

  @OptionGroup var text: TextOptions

  @Argument(help: "The incident's code; a former one leads to it too.")
  var id: String

  func run() throws {
    let file = try record.open(readOnly: true)
    guard let view = try RecordOption.ending({ try file.incident(id) }) else {
      throw ExitStatus.inputData.saying(
        "there is no incident “\(ShownText.clean(id))” in the record")
    }
    switch to {
    case .json: FileHandle.standardOutput.write(Data(IncidentJSON.line(view, whole: true)))
    case .text:
      let form = text.form
      for line in IncidentPage(view, form: form).lines() { print(line) }
    }
  }
}
