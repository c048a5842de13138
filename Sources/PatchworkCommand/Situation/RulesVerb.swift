import ArgumentParser
import Foundation
import PatchworkDisplay
import PatchworkRecord
import PatchworkSituation
import PatchworkStore

/// `patchwork rules`: the rules of case files, as the desk of a record edited them.
struct RulesVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract:
      "Lists, shows and edits the rules by which case files are made; a record keeps every version.",
    discussion: """
      Examples:
        patchwork rules list --db aleppo.record
        patchwork rules show --db aleppo.record access-denied > access-denied.json
        patchwork rules keep --db aleppo.record --by "R. Haddad" --reason "ten days were too few" access-denied access-denied.json
      """, subcommands: [List.self, Show.self, Keep.self, TakeOut.self])

  /// Who edits, and why.
  struct EditorOptions: ParsableArguments {
    @Option(name: .customLong("by"), help: ArgumentHelp("Who edits it.", valueName: "name"))
    var who: String

    @Option(help: "Why it is edited.")
    var reason: String

    /// Keeps a text, or an empty one that takes the rule out.
    func keep(_ id: String, _ text: String, in file: RecordFile) throws {
      do {
        try file.keep(
          rule: id, text: text, over: RuleSet(),
          Decision(who: who, at: PatchworkCommand.Clock.now(), reason: reason))
      } catch let error as RuleError {
        throw ExitStatus.inputData.saying(error.sentence)
      } catch let error as RuleKeepingError {
        throw ExitStatus.usage.saying(error.sentence)
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Lists the rules: what each points to, what follows, and how often the desk edited it.",
      discussion: """
        Example:
          patchwork rules list --db aleppo.record
        """)

    @OptionGroup var record: RecordOption
    @OptionGroup var list: ListOptions

    func run() throws {
      let file = try record.open(readOnly: true)
      try RecordOption.ending {
        let versions = Dictionary(grouping: try file.ruleVersions(), by: \.id).mapValues(\.count)
        var table = RecordTable(columns: [
          .init(name: "id", heading: "rule"), .init(name: "group", heading: "on"),
          .init(name: "direction", heading: "points"),
          .init(name: "consequence", heading: "what follows"),
          .init(name: "versions", heading: "edited", isNumber: true),
        ])
        table.rows = try file.rules(RuleSet()).rules.map { rule in
          [
            .text(rule.id), .text(rule.group.rawValue), .text(rule.direction.rawValue),
            .text(rule.consequence.rawValue), .number(versions[rule.id] ?? 0),
          ]
        }
        list.print(table)
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints a rule’s file as it counts.",
      discussion: """
        Example:
          patchwork rules show --db aleppo.record access-denied
        """)

    @OptionGroup var record: RecordOption

    @Argument(help: "The rule’s id.")
    var id: String

    func run() throws {
      let file = try record.open(readOnly: true)
      try RecordOption.ending {
        guard let found = try file.rules(RuleSet()).files.first(where: { $0.name == "\(id).json" })
        else {
          throw ExitStatus.inputData.saying(
            "there is no rule “\(ShownText.clean(id))”; patchwork rules list names those there are")
        }
        print(found.text, terminator: found.text.hasSuffix("\n") ? "" : "\n")
      }
    }
  }

  struct Keep: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Keeps a file as a rule’s new text; an id that is new makes a rule.",
      discussion: """
        Example:
          patchwork rules keep --db aleppo.record --by "R. Haddad" --reason "ten days were too few" access-denied access-denied.json
        """)

    @OptionGroup var record: RecordOption
    @OptionGroup var editor: EditorOptions

    @Argument(help: "The rule’s id, of small letters, digits and hyphens.")
    var id: String

    @Argument(help: "Its file, JSON; - for standard input.")
    var rule: String

    func run() throws {
      let text = String(decoding: try MovementFile.bytes(rule), as: UTF8.self)
      let file = try record.open()
      try RecordOption.ending { try editor.keep(id, text, in: file) }
    }
  }

  struct TakeOut: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "take-out", abstract: "Takes a rule out; its versions stay in the record.",
      discussion: """
        Example:
          patchwork rules take-out --db aleppo.record --by "R. Haddad" --reason "weather is asked elsewhere" ends-after-sunset
        """)

    @OptionGroup var record: RecordOption
    @OptionGroup var editor: EditorOptions

    @Argument(help: "The rule’s id.")
    var id: String

    func run() throws {
      let file = try record.open()
      try RecordOption.ending { try editor.keep(id, "", in: file) }
    }
  }
}
