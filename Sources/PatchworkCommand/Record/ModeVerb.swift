public import ArgumentParser
import PatchworkDisplay
public import PatchworkStore

/// `patchwork mode`: what may be done with a record at all.
struct ModeVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mode", abstract: "Says or sets what may be done with a record at all.",
    discussion: """
      normal: who may, reads and changes it. read-only: it is read, and nothing that it holds is changed. locked: neither this \
      program nor the site shows or changes anything; a manager opens it again, here or on the site. Users can be changed, and a \
      record be verified and backed up, in every mode. The file itself is not sealed by it: keep it on an encrypted disk.

      Examples:
        patchwork mode --db aleppo.record
        patchwork mode --db aleppo.record --by "R. Haddad" --reason "handed to the court" read-only
      """)

  @OptionGroup var record: RecordOption

  @Option(help: ArgumentHelp("Who decides.", valueName: "name"))
  var by: String?

  @Option(help: ArgumentHelp("Why.", valueName: "words"))
  var reason: String?

  @Argument(help: "The mode to set: normal, read-only or locked; without it the mode is said.")
  var mode: RecordMode?

  func run() throws {
    guard let mode else {
      let file = try record.open(readOnly: true, evenLocked: true)
      print(try RecordOption.ending { try file.mode().words })
      return
    }
    let file = try record.open(evenLocked: true)
    let decision = Decision(who: by ?? "", at: Clock.now(), reason: reason ?? "")
    print("entry", try RecordOption.ending { try file.setMode(mode, decision) })
  }
}

extension RecordMode: ExpressibleByArgument {}

extension RecordModeState {
  /// The mode in words.
  var words: String { ModeText.of(mode.rawValue, who: who, at: at, reason: reason) }
}
