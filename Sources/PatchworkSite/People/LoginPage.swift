import Foundation
import PatchworkDisplay
import PatchworkRecord
import PatchworkStore

/// In and out.
enum LoginPage {
  static let routes = [
    Route(
      "/login", name: "loginForm", summary: "Who is logged in.", role: nil, most: .locked,
      parameters: [.next],
      schema: .object([
        ("name", .string), ("role", .nullable(.word(Role.allCases.map(\.rawValue)))),
      ])
    ) { visit in
      .page(
        Page(
          title: "Log in", body: { form(visit) },
          json: { writer in
            writer.begin(.object)
            writer.member("name", visit.visitor.name)
            writer.member("role", orNull: visit.visitor.role?.rawValue)
            writer.end(.object)
          }))
    },
    Route(
      "/login", method: .post, name: "login", summary: "Logs a user in by name and password.",
      role: nil, most: .locked,
      parameters: [
        Parameter(name: "name", kind: .text(most: 80), summary: "The name.", isRequired: true),
        Parameter(
          name: "password", kind: .text(most: 400), summary: "The password.", isRequired: true),
        .next,
      ]
    ) { visit in try login(visit) },
    Route(
      "/logout", method: .post, name: "logout", summary: "Ends the session.", role: nil,
      most: .locked
    ) { visit in
      if case .session(let secret, _) = visit.visitor.door {
        try visit.record.closeSession(secret)
      }
      return .redirect(
        "/login",
        done: Done(headers: [("Set-Cookie", "\(visit.site.cookieName)=; Path=/; Max-Age=0")]))
    },
  ]

  private static func form(_ visit: Visit) -> HTML {
    var form = ChangeForm(
      visit: visit, address: "/login", buttons: [("Log in", "")], asksReason: false,
      next: visit.value("next") ?? "")
    form.fields = """
      <p><label>Name <input name="name" required maxlength="80" autocomplete="username"></label></p>
      <p><label>Password <input name="password" type="password" required maxlength="400" autocomplete="current-password"></label></p>

      """
    return "<h1>Log in</h1>\n\(form.html)"
  }

  private static func login(_ visit: Visit) throws -> Answer {
    let name = visit.value("name") ?? ""
    let time = (try? Date(visit.now, strategy: .iso8601)) ?? Date()
    try visit.site.limits.take(.login, "name \(name)", at: time)
    guard let user = try visit.record.user(name, password: visit.value("password") ?? "") else {
      throw Refusal(
        status: 403, code: "login", message: "The name or the password is not right.")
    }
    if visit.mode.mode == .locked, user.role < .manager { throw visit.mode.refusal }
    let ends = Int(time.timeIntervalSince1970) + visit.site.options.sessionSeconds
    let secret = try visit.record.openSession(
      of: user, until: ends, Decision(who: user.name, at: visit.now, reason: "from the site"))
    let isSecure = visit.site.options.isBehindHTTPS ? "; Secure" : ""
    let cookie =
      "\(visit.site.cookieName)=\(secret); Path=/; HttpOnly; SameSite=Lax; Max-Age=\(visit.site.options.sessionSeconds)\(isSecure)"
    return .redirect(visit.next(or: "/"), done: Done(headers: [("Set-Cookie", cookie)]))
  }
}
