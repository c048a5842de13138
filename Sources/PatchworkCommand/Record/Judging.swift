import ArgumentParser
import Foundation
import PatchworkDisplay
import PatchworkRecord
import PatchworkStore

/// Who decides and why.
struct DecisionOptions: ParsableArguments {
  @Option(name: .customLong("by"), help: ArgumentHelp("Who decides.", valueName: "name"))
  var who: String

  @Option(help: ArgumentHelp("Why.", valueName: "words"))
  var reason: String

  var decision: Decision { Decision(who: who, at: Clock.now(), reason: reason) }
}

/// `patchwork judge`: what a person decides about what the machine read and linked.
struct Judge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Accepts, rejects or corrects what was read and linked, by name and with a reason.",
    discussion: """
      What the machine read stays; a judgement lies on top of it, and undoing it is another entry of the journal. An \
      account is named REPORT#NUMBER, as `patchwork report` and `patchwork incident` show it.

      Examples:
        patchwork judge account --db a.record --by "R. Haddad" --reason "names the minister" wire-1#4 who="Sergei Lavrov"
        patchwork judge merge --db a.record --by "R. Haddad" --reason "one raid" I-7K3QXD I-B2C9FG
      """,
    subcommands: [
      JudgeAccount.self, JudgeRead.self, JudgeMerge.self, JudgeSplit.self, JudgeGrade.self,
      JudgeNote.self, JudgeAlias.self, JudgeAffiliation.self, JudgeUndo.self,
    ])
}

/// Accepts, rejects or corrects an account.
struct JudgeAccount: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account",
    abstract: "Accepts, rejects or corrects an account.",
    discussion: """
      Example:
        patchwork judge account --db a.record --by "R. Haddad" --reason "a volunteer" wire-1#4 killed=13
      """)

  @OptionGroup var record: RecordOption
  @OptionGroup var decision: DecisionOptions

  @Argument(help: "The account, REPORT#NUMBER.")
  var account: String

  @Argument(
    help: """
      accept, reject, or FIELD=VALUE with one of \
      \(AccountField.allCases.map(\.rawValue).joined(separator: ", "))
      """)
  var what: String

  func run() throws {
    guard let mark = account.lastIndex(of: "#"),
      let number = Int(account[account.index(after: mark)...])
    else { throw ExitStatus.usage.saying("an account is named REPORT#NUMBER, not “\(account)”") }
    let report = String(account[..<mark])
    let file = try record.open()
    let entry = try RecordOption.ending {
      if let action = Judgement.Action(rawValue: what), action == .accept || action == .reject {
        return try file.judge(action, report: report, account: number, decision.decision)
      }
      guard let equals = what.firstIndex(of: "="),
        let field = AccountField(rawValue: String(what[..<equals]))
      else {
        throw ExitStatus.usage.saying(
          "“\(what)” is neither accept nor reject nor a field and its value")
      }
      return try file.judge(
        .edit, report: report, account: number, field: field,
        value: String(what[what.index(after: equals)...]), decision.decision)
    }
    print("entry \(entry)")
  }
}

/// Makes one incident of two.
struct JudgeMerge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Makes one incident of two.",
    discussion: """
      Example:
        patchwork judge merge --db a.record --by "R. Haddad" --reason "one raid" I-7K3QXD I-B2C9FG
      """)

  @OptionGroup var record: RecordOption
  @OptionGroup var decision: DecisionOptions
  @Argument(help: "The incident that stays.") var incident: String
  @Argument(help: "The incident that becomes part of it.") var other: String

  func run() throws {
    let file = try record.open()
    print(
      "entry",
      try RecordOption.ending {
        try file.judge(.merge, incident: incident, other: other, decision.decision)
      })
  }
}

/// Takes a report out of an incident.
struct JudgeSplit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split",
    abstract: "Takes what a report tells out of an incident.",
    discussion: """
      Example:
        patchwork judge split --db a.record --by "R. Haddad" --reason "the next day" I-7K3QXD wire-1
      """)

  @OptionGroup var record: RecordOption
  @OptionGroup var decision: DecisionOptions
  @Argument(help: "The incident.") var incident: String
  @Argument(help: "The report that tells something else.") var report: String

  func run() throws {
    let file = try record.open()
    print(
      "entry",
      try RecordOption.ending {
        try file.judge(.split, incident: incident, other: report, decision.decision)
      })
  }
}

/// Grades an incident in place of the rules.
struct JudgeGrade: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "grade",
    abstract: "Grades an incident in place of the rules.",
    discussion: """
      Example:
        patchwork judge grade --db a.record --by "R. Haddad" --reason "footage is of 2014" I-7K3QXD discounted
      """)

  @OptionGroup var record: RecordOption
  @OptionGroup var decision: DecisionOptions
  @Argument(help: "The incident.") var incident: String
  @Argument(help: "confirmed, fair, weak, contested or discounted.") var grade: GradeWord

  func run() throws {
    let file = try record.open()
    print(
      "entry",
      try RecordOption.ending {
        try file.judge(.grade, incident: incident, value: grade.rawValue, decision.decision)
      })
  }
}

/// The grades that a person can give.
enum GradeWord: String, CaseIterable, ExpressibleByArgument {
  case confirmed, fair, weak, contested, discounted
}

/// Remarks on an incident.
struct JudgeNote: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note",
    abstract: "Remarks on an incident; the reason is the remark.",
    discussion: """
      Example:
        patchwork judge note --db a.record --by "R. Haddad" --reason "ask the local council" I-7K3QXD
      """)

  @OptionGroup var record: RecordOption
  @OptionGroup var decision: DecisionOptions
  @Argument(help: "The incident.") var incident: String

  func run() throws {
    let file = try record.open()
    print(
      "entry",
      try RecordOption.ending {
        try file.judge(.note, incident: incident, value: decision.reason, decision.decision)
      })
  }
}

/// Undoes a judgement.
struct JudgeUndo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Undoes a judgement by another entry.",
    discussion: """
      Example:
        patchwork judge undo --db a.record --by "R. Haddad" --reason "wrong report" 68
      """)

  @OptionGroup var record: RecordOption
  @OptionGroup var decision: DecisionOptions
  @Argument(help: "The number of the entry.") var entry: Int

  func run() throws {
    let file = try record.open()
    print("entry", try RecordOption.ending { try file.undo(entry, decision.decision) })
  }
}

/// `patchwork journal`: who changed what, when and why.
struct JournalVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: "Lists who changed what in a record, when and why.",
    discussion: """
      Every entry holds the hash of the one before. --copy appends the entries that came since to a file outside of the record \
      instead of listing them; `patchwork verify --journal-copy` holds the record against it.

      Examples:
        patchwork journal --db aleppo.record --after 120
        patchwork journal --db aleppo.record --copy /mnt/elsewhere/aleppo.journal
      """)

  @OptionGroup var record: RecordOption
  @OptionGroup var list: ListOptions

  @Option(help: "Only entries after this number.")
  var after = 0

  @Option(help: ArgumentHelp("Only entries from this day on.", valueName: "date"))
  var since: String?

  @Option(help: ArgumentHelp("Only entries up to this day.", valueName: "date"))
  var until: String?

  @Option(
    help: ArgumentHelp(
      "A file that new entries are appended to; nothing is listed.", valueName: "file"))
  var copy: String?

  func run() throws {
    let file = try record.open(readOnly: true, evenLocked: copy != nil)
    if let copy {
      let count = try JournalCopy.Failure.ending { try JournalCopy(path: copy).extend(from: file) }
      print("\(ShownText.clean(copy)): \(Plural.text(count, "entry", many: "entries")) appended")
      return
    }
    let first = try since.map { try FilterOptions.day($0, "--since") }
    let last = try until.map { try FilterOptions.day($0, "--until") }
    var table = RecordTable(columns: [
      .init(name: "number", heading: "entry", isNumber: true), .init(name: "at", heading: "when"),
      .init(name: "who", heading: "who"), .init(name: "action", heading: "what"),
      .init(name: "subject", heading: "of what"), .init(name: "detail", heading: "detail"),
      .init(name: "reason", heading: "why"),
    ])
    try RecordOption.ending {
      try file.forEachEntry(after: after) { entry in
        let day = CivilDay(iso: entry.at)?.number ?? 0
        guard day >= first?.number ?? .min, day <= last?.number ?? .max else { return }
        table.rows.append([
          .number(entry.number), .text(entry.at), .text(entry.who), .text(entry.action),
          .text(entry.subject), .text(entry.detail), .some(entry.reason),
        ])
      }
    }
    list.print(table)
  }
}
