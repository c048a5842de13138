import ArgumentParser
import Foundation
import PatchworkDisplay
import PatchworkStore

/// `patchwork backup`: a whole copy of a record, under seal where a key is given.
struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes a whole copy of a record, as of one moment, and verifies it.",
    discussion: """
      Others may go on writing meanwhile. With a key (make one with `patchwork movements key FILE`) the copy is sealed: \
      without the key nothing of it can be read, and a copy that was changed or cut off does not open. `patchwork restore` \
      opens it.

      Examples:
        patchwork backup --db aleppo.record aleppo-2016-09-24.record
        patchwork backup --db aleppo.record --key ~/backup.key aleppo-2016-09-24.sealed
      """)

  @OptionGroup var record: RecordOption

  @Option(help: ArgumentHelp("The file with the key that seals the copy.", valueName: "file"))
  var key: String?

  @Argument(help: "The file to write; it must not exist.")
  var copy: String

  func run() throws {
    let seal = try key.map(MovementFile.seal)
    let file = try record.open(evenLocked: true)
    let found = try SealedBackup.Failure.ending {
      if let seal { return try file.backUp(to: copy, under: seal) }
      try file.backUp(to: copy)
      return try RecordFile(path: copy, readOnly: true).verify()
    }
    try found.report(copy, seal == nil ? "verified" : "verified and sealed")
  }
}

/// `patchwork restore`: a record from a copy under seal.
struct Restore: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Opens a sealed copy of a record into a new file, and verifies it.",
    discussion: """
      A copy that is not sealed is a record: it is put back by copying it.

      Example:
        patchwork restore --db aleppo.record --key ~/backup.key aleppo-2016-09-24.sealed
      """)

  @OptionGroup var record: RecordOption

  @Option(help: ArgumentHelp("The file with the key that sealed the copy.", valueName: "file"))
  var key: String

  @Argument(help: "The sealed copy.")
  var copy: String

  func run() throws {
    let seal = try MovementFile.seal(key)
    let found = try SealedBackup.Failure.ending {
      try SealedBackup(seal: seal).open(copy, to: record.path)
      return try RecordFile(path: record.path).verify()
    }
    try found.report(record.path, "restored and verified")
  }
}

extension Verification {
  /// Says that a file was written and what is in it; ends with a status where it is not whole.
  fileprivate func report(_ file: String, _ done: String) throws {
    for flaw in flaws { print(flaw.sentence) }
    let file = ShownText.clean(file)
    if !flaws.isEmpty {
      throw ExitStatus.inputData.saying("\(file) was written, but it is not whole")
    }
    print("\(file): \(Plural.text(reports, "report")), \(done)")
  }
}

extension SealedBackup.Failure: EndingError {
  var ending: ExitCode {
    switch self {
    case .unreadable(let path):
      ExitStatus.noInput.saying("\(ShownText.clean(path)) cannot be read")
    case .unwritable(let path):
      ExitStatus.inputOutput.saying(
        "\(ShownText.clean(path)) cannot be written; nothing of it was kept")
    case .exists(let path):
      ExitStatus.inputOutput.saying(
        "\(ShownText.clean(path)): there is a file already; name another")
    case .notSealed(let path):
      ExitStatus.inputData.saying("\(ShownText.clean(path)) is no sealed copy of a record")
    case .notOpened(let path):
      ExitStatus.inputData.saying(
        "\(ShownText.clean(path)) does not open: the key is another, or the copy was changed or cut off"
      )
    }
  }
}
