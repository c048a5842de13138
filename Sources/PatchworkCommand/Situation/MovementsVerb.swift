import ArgumentParser
import Foundation
import PatchworkDisclosure
import PatchworkDisplay
import PatchworkRecord
import PatchworkSituation
import PatchworkStore

/// `patchwork movements`: planned movements, kept under seal.
struct MovementsVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "movements",
    abstract:
      "Keeps planned movements under seal, lists them without their way, and opens them for a named reader.",
    discussion: """
      The key is a file outside the record (make one with `patchwork movements key FILE`); without it nothing can be read.
      Movements are in no export.

      Examples:
        patchwork movements key ~/movements.key
        patchwork movements keep --db aleppo.record --key ~/movements.key --by "R. Haddad" plan.json
        patchwork movements list --db aleppo.record
        patchwork movements show --db aleppo.record --key ~/movements.key --by "R. Haddad" --reason "radio room" M-1
      """, subcommands: [Key.self, Keep.self, List.self, Show.self, Export.self])

  /// The file with the key.
  struct KeyOption: ParsableArguments {
    @Option(help: ArgumentHelp("The key's file.", valueName: "file"))
    var key: String

    func seal() throws -> Seal { try MovementFile.seal(key) }
  }

  /// Who opens plans, and why.
  struct ReaderOptions: ParsableArguments {
    @Option(name: .customLong("by"), help: ArgumentHelp("Who reads it.", valueName: "name"))
    var who: String

    @Option(help: "Why it is read.")
    var reason: String

    func decision(at time: String) -> Decision { Decision(who: who, at: time, reason: reason) }
  }

  struct Key: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Makes a new key in a file that only its owner can read.",
      discussion: """
        Example:
          patchwork movements key ~/movements.key
        """)

    @Argument(help: "The file; it must not exist.")
    var file: String

    func run() throws {
      guard !FileManager.default.fileExists(atPath: file) else {
        throw ExitStatus.inputOutput.saying(
          "\(ShownText.clean(file)) exists; a key that seals something must not be lost")
      }
      guard
        FileManager.default.createFile(
          atPath: file, contents: Data(Seal.newKey()),
          attributes: [.posixPermissions: 0o600])
      else { throw ExitStatus.inputOutput.saying("\(ShownText.clean(file)) cannot be written") }
    }
  }

  struct Keep: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Keeps a movement's file under seal and prints its code.",
      discussion: """
        Example:
          patchwork movements keep --db aleppo.record --key ~/movements.key --by "R. Haddad" plan.json
        """)

    @OptionGroup var record: RecordOption
    @OptionGroup var key: KeyOption

    @Option(name: .customLong("by"), help: ArgumentHelp("Who enters it.", valueName: "name"))
    var who: String

    @Option(
      help: ArgumentHelp(
        "A folder of rules in place of those that come along; they are kept with the movement.",
        valueName: "folder"))
    var rules: String?

    @Argument(help: "The movement's file, JSON; - for standard input.")
    var movement: String

    func run() throws {
      let rules = try MovementFile.rules(rules)
      let bytes = try MovementFile.bytes(movement)
      let planned = try MovementFile.movement(bytes, name: movement)
      let seal = try key.seal()
      let file = try record.open()
      try RecordOption.ending {
        try file.keep(rules: file.rules(rules))
        let id = try file.keep(
          movement: bytes, ends: planned.end, seal: seal,
          Decision(who: who, at: PatchworkCommand.Clock.now(), reason: "planned"))
        print(id)
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists the movements that are kept: code, who entered it, when it ends.",
      discussion: """
        Example:
          patchwork movements list --db aleppo.record
        """)

    @OptionGroup var record: RecordOption
    @OptionGroup var list: ListOptions

    func run() throws {
      let file = try record.open(readOnly: true)
      try RecordOption.ending {
        var table = RecordTable(columns: [
          .init(name: "id", heading: "movement"), .init(name: "ends", heading: "ends"),
          .init(name: "made_at", heading: "entered"), .init(name: "made_by", heading: "by"),
          .init(name: "signatures", heading: "signed by"),
        ])
        table.rows = try file.movements().map {
          [
            .text($0.id), .text($0.ends.rfc3339), .text($0.madeAt), .text($0.madeBy),
            .number($0.signatures),
          ]
        }
        list.print(table)
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Opens a movement's file; who reads it and why goes into the journal.",
      discussion: """
        Example:
          patchwork movements show --db aleppo.record --key ~/movements.key --by "R. Haddad" --reason "radio room" M-1
        """)

    @OptionGroup var record: RecordOption
    @OptionGroup var key: KeyOption

    @OptionGroup var reader: ReaderOptions

    @Argument(help: "The movement's code.")
    var id: String

    func run() throws {
      let seal = try key.seal()
      let file = try record.open()
      try RecordOption.ending {
        do {
          let bytes = try file.movement(
            id, seal: seal,
            reader.decision(at: PatchworkCommand.Clock.now()))
          FileHandle.standardOutput.write(Data(bytes))
        } catch let error as MovementSealError {
          throw ExitStatus.inputData.saying(error.sentence)
        }
      }
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Prints the plans of movements that ended long enough ago, a line each; the others never leave.",
      discussion: """
        A plan is printed from the seventh day after its movement ended. Each is entered in the journal as read.

        Example:
          patchwork movements export --db aleppo.record --key ~/movements.key --by "R. Haddad" --reason "yearly review" > plans.jsonl
        """)

    @OptionGroup var record: RecordOption
    @OptionGroup var key: KeyOption

    @OptionGroup var reader: ReaderOptions

    func run() throws {
      let seal = try key.seal()
      let delay = try MovementDelay()
      let file = try record.open()
      try RecordOption.ending {
        let now = PatchworkCommand.Clock.now()
        guard let today = CivilDay(iso: now) else { return }
        let rows = try file.movements()
        let free = rows.filter { delay.isOver(ended: $0.ends.day, on: today) }
        do {
          for row in free {
            let plan = try file.movement(
              row.id, seal: seal, reader.decision(at: now))
            let line = plan.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
            FileHandle.standardOutput.write(Data(line + [0x0A]))
          }
        } catch let error as MovementSealError {
          throw ExitStatus.inputData.saying(error.sentence)
        }
        let held = rows.count - free.count
        if held > 0 {
          FileHandle.standardError.write(
            Data(
              "patchwork: \(Plural.text(held, "movement")) left out: not ended, or not \(delay.days) days ago\n"
                .utf8))
        }
      }
    }
  }
}
