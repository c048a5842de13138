public import ArgumentParser
import PatchworkDisplay
public import PatchworkStore

/// `patchwork keeping`: whether reports are kept.
struct KeepingVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keeping",
    abstract: "Withdraws reports, puts them back, holds them, or takes them out for good.",
    discussion: """
      A report that is withdrawn tells nothing any more and stays in the record. Its words are taken out for good when one person \
      asks for it on a ground and another approves it, and not while it is held: hashes of them are left, so that it shows that \
      something was there. The journal keeps who did what and why.

      Examples:
        patchwork keeping withdraw --db a.record --by "R. Haddad" --reason "names a nurse" wire-1
        patchwork keeping ask --db a.record --by "R. Haddad" --reason "she asked" wire-1 safety
        patchwork keeping expunge --db a.record --by "L. Sabbagh" --reason "agreed" wire-1
      """,
    subcommands: [
      Show.self, Withdraw.self, PutBack.self, Hold.self, Release.self, Ask.self, Expunge.self,
    ], defaultSubcommand: Show.self)

  /// The report that is decided about, and by whom.
  struct Subject: ParsableArguments {
    @OptionGroup var record: RecordOption
    @OptionGroup var decision: DecisionOptions
    @Argument(help: "The report.") var report: String

    func decide(_ body: (RecordFile, String, Decision) throws -> Int) throws {
      let file = try record.open()
      print("entry", try KeepingError.ending { try body(file, report, decision.decision) })
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Says whether a report is kept.",
      discussion: """
        Example:
          patchwork keeping show --db a.record wire-1
        """)
    @OptionGroup var record: RecordOption
    @Argument(help: "The report.") var report: String

    func run() throws {
      let file = try record.open(readOnly: true)
      let found = try KeepingError.ending { () throws -> Keeping in
        guard let keeping = try file.keeping(of: report) else { throw KeepingError.none(report) }
        return keeping
      }
      let asked = found.asked.map {
        "; \(ShownText.clean($0.who)) asked to take it out for good (\($0.ground.rawValue))"
      }
      print("\(found.state.rawValue)\(found.isHeld ? ", held" : "")\(asked ?? "")")
    }
  }

  struct Withdraw: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Has a report tell nothing any more.",
      discussion: """
        Example:
          patchwork keeping withdraw --db a.record --by "R. Haddad" --reason "names a nurse" wire-1
        """)
    @OptionGroup var subject: Subject
    func run() throws { try subject.decide { try $0.withdraw(report: $1, $2) } }
  }

  struct PutBack: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Has a report tell again what it told.",
      discussion: """
        Example:
          patchwork keeping put-back --db a.record --by "R. Haddad" --reason "the name was another's" wire-1
        """)
    @OptionGroup var subject: Subject
    func run() throws { try subject.decide { try $0.putBack(report: $1, $2) } }
  }

  struct Hold: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Keeps a report from being taken out for good.",
      discussion: """
        Example:
          patchwork keeping hold --db a.record --by "R. Haddad" --reason "the court asks for it" wire-1
        """)
    @OptionGroup var subject: Subject
    func run() throws { try subject.decide { try $0.hold(report: $1, true, $2) } }
  }

  struct Release: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Ends the hold of a report.",
      discussion: """
        Example:
          patchwork keeping release --db a.record --by "R. Haddad" --reason "the case is closed" wire-1
        """)
    @OptionGroup var subject: Subject
    func run() throws { try subject.decide { try $0.hold(report: $1, false, $2) } }
  }

  struct Ask: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Asks that a withdrawn report be taken out for good.",
      discussion: """
        Example:
          patchwork keeping ask --db a.record --by "R. Haddad" --reason "she asked" wire-1 safety
        """)
    @OptionGroup var subject: Subject
    @Argument(help: "The ground: personal-data, safety, legal-order or secret.")
    var ground: ExpungingGround

    func run() throws {
      try subject.decide { try $0.askExpunging(of: $1, on: ground, $2) }
    }
  }

  struct Expunge: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Takes a withdrawn report out for good, as somebody else asked.",
      discussion: """
        Example:
          patchwork keeping expunge --db a.record --by "L. Sabbagh" --reason "agreed" wire-1
        """)
    @OptionGroup var subject: Subject
    func run() throws { try subject.decide { try $0.expunge(report: $1, $2) } }
  }
}

extension ExpungingGround: ExpressibleByArgument {}

extension KeepingError: EndingError {
  var ending: ExitCode { ExitStatus.inputData.saying(sentence) }

  private var sentence: String {
    switch self {
    case .none(let id):
      "there is no report “\(ShownText.clean(id))” in the record; `patchwork reports` lists those that are"
    case .state(.kept): "the report is kept; `patchwork keeping withdraw` comes first"
    case .state(.withdrawn):
      "the report is withdrawn already; `patchwork keeping put-back` undoes it"
    case .state(.expunged): "the report is expunged: nothing of it is left to decide about"
    case .held(let id):
      "report “\(ShownText.clean(id))” is held; `patchwork keeping release` ends that"
    case .unasked: "nobody asked that it be taken out for good (`patchwork keeping ask`)"
    case .ownApproval: "who asked for it does not approve it: somebody else does"
    }
  }
}
