import ArgumentParser
import Foundation
import PatchworkDisplay
import PatchworkStore

/// `patchwork users`: who may use a record from a browser or a program.
struct Users: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Adds, lists and changes the users of a record, and makes tokens for programs.",
    discussion: """
      Roles: reader (sees the record, redacted), analyst (sees all, adds reports, judges), reviewer (works the queue: \
      grades, merges, undoes what others decided), manager (users, tokens, journal). Each may do what those before it may.

      Examples:
        patchwork users add --db aleppo.record --role manager "R. Haddad"
        patchwork users token --db aleppo.record --scope reader --label "nightly export" "R. Haddad"
      """,
    subcommands: [UsersAdd.self, UsersList.self, UsersChange.self, UsersToken.self],
    defaultSubcommand: UsersList.self)

  /// A password from the terminal without showing it, else the first line of standard input.
  static func password() throws -> String {
    if isatty(STDIN_FILENO) == 1 {
      guard let first = getpass("Password: ").map({ String(cString: $0) }),
        let again = getpass("Again: ").map({ String(cString: $0) })
      else { throw ExitStatus.noInput.saying("no password was given") }
      if first != again { throw ExitStatus.inputData.saying("the two passwords differ") }
      return first
    }
    guard let line = readLine(strippingNewline: true) else {
      throw ExitStatus.noInput.saying("give the password on standard input")
    }
    return line
  }
}

extension UserError: EndingError {
  var ending: ExitCode { ExitStatus.inputData.saying(sentence) }

  /// Why the change was not taken, in one sentence.
  var sentence: String {
    switch self {
    case .exists(let name): "there is a user “\(ShownText.clean(name))” already"
    case .missing(let name): "there is no user “\(ShownText.clean(name))” who may log in"
    case .name: "a name has 1 to 80 characters and no space at its ends"
    case .short(let least): "a password has at least \(least) characters"
    case .lastManager: "this is the last manager; give another user that role first"
    }
  }
}

/// The roles as they are typed.
enum RoleWord: String, CaseIterable, ExpressibleByArgument {
  case reader, analyst, reviewer, manager

  var role: Role {
    switch self {
    case .reader: .reader
    case .analyst: .analyst
    case .reviewer: .reviewer
    case .manager: .manager
    }
  }
}

/// Who changes users, and why.
struct UserDecision: ParsableArguments {
  @Option(name: .customLong("by"), help: ArgumentHelp("Who does it.", valueName: "name"))
  var who = NSUserName()

  @Option(help: ArgumentHelp("Why.", valueName: "words"))
  var reason = "from the command line"

  var decision: Decision { Decision(who: who, at: Clock.now(), reason: reason) }
}

/// Adds a user.
struct UsersAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Adds a user; the password is asked for, or read from standard input.",
    discussion: """
      Example:
        patchwork users add --db aleppo.record --role manager "R. Haddad"
      """)

  @OptionGroup var record: RecordOption
  @OptionGroup var decision: UserDecision
  @Option(help: "reader, analyst, reviewer or manager.") var role: RoleWord
  @Argument(help: "The name that stands in the journal.") var name: String

  func run() throws {
    let file = try record.open(create: true, evenLocked: true)
    let password = try Users.password()
    print(
      "entry",
      try UserError.ending {
        try file.addUser(name, role.role, password: password, decision.decision)
      })
  }
}

/// Lists users.
struct UsersList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the users of a record.",
    discussion: """
      Example:
        patchwork users list --db aleppo.record
      """)

  @OptionGroup var record: RecordOption
  @OptionGroup var list: ListOptions

  func run() throws {
    let file = try record.open(evenLocked: true)
    var table = RecordTable(columns: [
      .init(name: "name", heading: "name"), .init(name: "role", heading: "role"),
      .init(name: "access", heading: "access"),
    ])
    table.rows = try UserError.ending { try file.users() }.map {
      [.text($0.name), .text($0.role.rawValue), .text($0.isClosed ? "closed" : "open")]
    }
    list.print(table)
  }
}

/// Changes a user.
struct UsersChange: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "change",
    abstract: "Gives a user another role or password, or closes or opens their access.",
    discussion: """
      Example:
        patchwork users change --db aleppo.record --close --reason "has left" "R. Haddad"
      """)

  @OptionGroup var record: RecordOption
  @OptionGroup var decision: UserDecision
  @Option(help: "reader, analyst, reviewer or manager.") var role: RoleWord?
  @Flag(help: "Asks for a new password.") var password = false
  @Flag(help: "Ends sessions and tokens, and lets nobody in by this name.") var close = false
  @Flag(help: "Lets the user in again.") var open = false
  @Argument(help: "The user's name.") var name: String

  func validate() throws {
    if close, open { throw ValidationError("--close and --open exclude each other.") }
  }

  func run() throws {
    let file = try record.open(evenLocked: true)
    let password = password ? try Users.password() : nil
    print(
      "entry",
      try UserError.ending {
        try file.changeUser(
          name, role: role?.role, password: password, isClosed: close ? true : open ? false : nil,
          decision.decision)
      })
  }
}

/// Makes a token for a program.
struct UsersToken: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "token", abstract: "Makes a token for a user's program and prints it, once.",
    discussion: """
      Example:
        patchwork users token --db aleppo.record --scope reader --label "nightly export" "R. Haddad"
      """)

  @OptionGroup var record: RecordOption
  @OptionGroup var decision: UserDecision
  @Option(help: "For what it is.") var label: String
  @Option(help: "What it may do at most: reader, analyst, reviewer or manager.")
  var scope: RoleWord = .reader
  @Option(help: "For how many days.") var days = 90
  @Argument(help: "The user's name.") var name: String

  func validate() throws {
    if !(1...366).contains(days) { throw ValidationError("--days must be from 1 to 366.") }
  }

  func run() throws {
    let file = try record.open(evenLocked: true)
    let ends = Int(Date().timeIntervalSince1970) + days * 86_400
    print(
      try UserError.ending {
        try file.makeToken(
          of: name, label: label, scope: scope.role, until: ends, decision.decision)
      })
  }
}
