import PatchworkDisplay
import PatchworkRecord
import PatchworkStore

/// Who may use the record, for managers.
enum UsersPage {
  private static let role = Parameter(
    name: "role", kind: .word(Role.allCases.map(\.rawValue)), summary: "What the user may do.")
  private static let password = Parameter(
    name: "password", kind: .text(most: 400), summary: "At least twelve characters.")

  static let routes = [
    Route(
      "/users", name: "users", summary: "Who may use the record.", role: .manager,
      schema: .object([
        (
          "users",
          .list(
            .object([
              ("name", .string), ("role", .word(Role.allCases.map(\.rawValue))),
              ("closed", .boolean),
            ]))
        )
      ])
    ) { visit in
      let users = try visit.record.users()
      return .page(
        Page(
          title: "Users", body: { html(users, visit) },
          json: { writer in
            writer.begin(.object)
            writer.list("users", users) { user, writer in
              writer.begin(.object)
              writer.member("name", user.name)
              writer.member("role", user.role.rawValue)
              writer.key("closed")
              writer.boolean(user.isClosed)
              writer.end(.object)
            }
            writer.end(.object)
          }))
    },
    Route(
      "/users", method: .post, name: "addUser", summary: "Adds a user.", role: .manager,
      most: .readOnly,
      parameters: [
        Parameter(name: "name", kind: .text(most: 80), summary: "The name.", isRequired: true),
        Parameter(name: "role", kind: role.kind, summary: role.summary, isRequired: true),
        Parameter(
          name: "password", kind: password.kind, summary: password.summary, isRequired: true),
        .reason,
      ]
    ) { visit in
      try refusing {
        let entry = try visit.record.addUser(
          visit.value("name") ?? "", visit.word("role") ?? .reader,
          password: visit.value("password") ?? "", visit.decision)
        return .redirect("/users", done: Done(entry: entry))
      }
    },
    Route(
      "/users/{name}", method: .post, name: "changeUser",
      summary: "Gives a user another role or password, or closes or opens their access.",
      role: .manager, most: .readOnly,
      parameters: [
        role, password,
        Parameter(
          name: "action", kind: .word(["change", "close", "open"]), summary: "What is done."),
        .reason,
      ]
    ) { visit in
      try refusing {
        let action = visit.value("action") ?? "change"
        let entry = try visit.record.changeUser(
          visit.part("name"), role: visit.word("role"), password: visit.value("password"),
          isClosed: action == "change" ? nil : action == "close", visit.decision)
        return .redirect("/users", done: Done(entry: entry))
      }
    },
  ]

  /// Runs a change of users; what is not taken becomes a refusal.
  static func refusing(_ body: () throws -> Answer) throws -> Answer {
    do {
      return try body()
    } catch let error as UserError {
      throw switch error {
      case .exists(let name):
        Refusal(status: 409, code: "exists", message: "There is a user “\(name)” already.")
      case .missing(let name): Refusal.missing("There is no such user or token: “\(name)”.")
      case .name: Refusal.against("A name has 1 to 80 characters and no space at its ends.")
      case .short(let least): Refusal.against("A password has at least \(least) characters.")
      case .lastManager:
        Refusal(
          status: 409, code: "last-manager",
          message: "This is the last manager; give another user that role first.")
      }
    }
  }

  private static func html(_ users: [User], _ visit: Visit) -> HTML {
    var table = Table("Users", ["Name", "Role", "Change"])
    table.rows = users.map { user in
      var form = ChangeForm(
        visit: visit, address: "/users/\(PercentCoding.encode(user.name))",
        buttons: [
          ("Change", "change"), user.isClosed ? ("Open access", "open") : ("Close access", "close"),
        ])
      form.fields = """
        <div class="pair"><p><label>Role <select name="role">\(options(user.role))</select></label></p>
        <p><label>New password <input name="password" type="password" maxlength="400" autocomplete="new-password"></label></p></div>

        """
      let closed: HTML = user.isClosed ? " <span class=\"badge warn\">closed</span>" : ""
      return [
        "<bdi>\(user.name)</bdi>\(closed)", "\(user.role.rawValue)",
        "<details><summary>Change</summary>\(form.html)</details>",
      ]
    }
    var add = ChangeForm(visit: visit, address: "/users", buttons: [("Add", "")])
    add.fields = """
      <div class="pair"><p><label>Name <input name="name" required maxlength="80" autocomplete="off"></label></p>
      <p><label>Role <select name="role">\(options(.reader))</select></label></p></div>
      <p><label>Password, at least twelve characters <input name="password" type="password" required maxlength="400" autocomplete="new-password"></label></p>

      """
    let none: HTML = "<p class=\"none\">There are no users.</p>\n"
    return """
      <h1>Users</h1>
      \(users.isEmpty ? none : table.html)<section><h2>Add a user</h2>\(add.html)</section>
      """
  }

  static func options(_ current: Role) -> HTML {
    HTML(
      Role.allCases.map { role -> HTML in
        "<option\(role == current ? " selected" as HTML : "")>\(role.rawValue)</option>"
      })
  }
}
