import Foundation
import PatchworkDisplay
import PatchworkRecord
import PatchworkStore

/// The tokens of who is logged in, for programs.
enum TokensPage {
  static let routes = [
    Route(
      "/tokens", name: "tokens", summary: "One's own tokens for programs.",
      schema: .object([
        (
          "tokens",
          .list(
            .object([
              ("id", .string), ("label", .string), ("scope", .word(Role.allCases.map(\.rawValue))),
              ("ends", .string),
            ]))
        )
      ])
    ) { visit in
      let tokens = try visit.record.tokens(of: visit.visitor.name)
      return .page(
        Page(
          title: "Tokens", body: { html(tokens, visit) },
          json: { writer in
            writer.begin(.object)
            writer.list("tokens", tokens) { token, writer in
              writer.begin(.object)
              writer.member("id", token.hash)
              writer.member("label", token.label)
              writer.member("scope", token.scope.rawValue)
              writer.member("ends", ends(token))
              writer.end(.object)
            }
            writer.end(.object)
          }))
    },
    Route(
      "/tokens", method: .post, name: "makeToken",
      summary: "Makes a token; its secret is shown once.", most: .readOnly,
      parameters: [
        Parameter(
          name: "label", kind: .text(most: 120), summary: "For what it is.", isRequired: true),
        Parameter(
          name: "scope", kind: .word(Role.allCases.map(\.rawValue)),
          summary: "What it may do at most.", isRequired: true),
        Parameter(
          name: "days", kind: .number(1...366), summary: "For how many days.", isRequired: true),
        .reason,
      ]
    ) { visit in try make(visit) },
    Route(
      "/tokens/{id}/end", method: .post, name: "endToken", summary: "Ends one of one's own tokens.",
      most: .readOnly,
      parameters: [.reason]
    ) { visit in
      try UsersPage.refusing {
        let hash = visit.part("id")
        guard try visit.record.tokens(of: visit.visitor.name).contains(where: { $0.hash == hash })
        else { throw UserError.missing(hash) }
        let entry = try visit.record.endToken(hash, visit.decision)
        return .redirect("/tokens", done: Done(entry: entry))
      }
    },
  ]

  private static func ends(_ token: Access) -> String {
    Date(timeIntervalSince1970: TimeInterval(token.ends)).formatted(.iso8601)
  }

  private static func make(_ visit: Visit) throws -> Answer {
    // A token opens no more than the door through which it is asked for.
    let scope = min(visit.word("scope") ?? .reader, visit.visitor.role ?? .reader)
    guard try visit.record.user(visit.visitor.name) != nil else {
      throw Refusal(
        status: 409, code: "no-user",
        message: "Tokens belong to users, and this record has none; add one first.")
    }
    let time = (try? Date(visit.now, strategy: .iso8601)) ?? Date()
    let ends = Int(time.timeIntervalSince1970) + (visit.number("days") ?? 1) * 86_400
    let secret = try visit.record.makeToken(
      of: visit.visitor.name, label: visit.value("label") ?? "", scope: scope, until: ends,
      visit.decision)
    return .made(
      Page(
        title: "Token",
        body: {
          """
          <h1>Your token</h1>
          <p class="lead">It is shown now and never again; the record keeps its hash alone.</p>
          <p class="secret"><code>\(secret)</code></p>
          <p><a href="/tokens">To the list of tokens</a></p>
          """
        }, json: { _ in }), Done(secret: secret))
  }

  private static func html(_ tokens: [Access], _ visit: Visit) -> HTML {
    var table = Table("Tokens", ["For", "May", "Ends", ""])
    table.rows = tokens.map { token in
      let end = ChangeForm(
        visit: visit, address: "/tokens/\(token.hash)/end", buttons: [("End it", "")])
      return [
        "\(token.label)", "\(token.scope.rawValue)", "<time>\(ends(token))</time>",
        "<details><summary>End it</summary>\(end.html)</details>",
      ]
    }
    var make = ChangeForm(visit: visit, address: "/tokens", buttons: [("Make a token", "")])
    make.fields = """
      <p><label>For what <input name="label" required maxlength="120"></label></p>
      <div class="pair"><p><label>May do at most <select name="scope">\(UsersPage.options(.reader))</select></label></p>
      <p><label>For how many days <input name="days" type="number" min="1" max="366" value="90" required></label></p></div>

      """
    let none: HTML = "<p class=\"none\">You have no tokens.</p>\n"
    return """
      <h1>Tokens</h1>
      <p class="lead">A program sends one as <code>Authorization: Bearer …</code>. It may do no more than you.</p>
      \(tokens.isEmpty ? none : table.html)<section><h2>Make a token</h2>\(make.html)</section>
      """
  }
}
