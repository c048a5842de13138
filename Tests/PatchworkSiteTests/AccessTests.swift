import Foundation
import PatchworkStore
import PatchworkText
import Testing

@testable import PatchworkSite

/// Who may ask what: every route for every role, and for nobody.
@Suite struct AccessTests {
  /// The least role of every route, by method and path; a new route, or another right, must be entered here.
  static let table = """
    GET / reader
    GET /add analyst
    POST /add analyst
    GET /areas analyst
    GET /areas/drawn analyst
    GET /areas/{id} analyst
    GET /brief reader
    GET /brief.atom reader
    GET /ceasefires analyst
    GET /ceasefires/{id} analyst
    GET /exports reader
    GET /exports/about reader
    GET /exports/accounts.csv reader
    GET /exports/area-days.csv reader
    GET /exports/area-days.geojson reader
    GET /exports/area-days.jsonl reader
    GET /exports/ceasefires.csv reader
    GET /exports/ceasefires.jsonl reader
    GET /exports/clocks.csv reader
    GET /exports/declarations.csv reader
    POST /exports/full manager
    GET /exports/incidents-acled.csv reader
    GET /exports/incidents-gdelt.tsv reader
    GET /exports/incidents-hxl.csv reader
    GET /exports/incidents.csv reader
    GET /exports/incidents.geojson reader
    GET /exports/incidents.jsonl reader
    GET /exports/reports.jsonl reader
    GET /exports/violations.csv reader
    GET /exports/violations.geojson reader
    GET /exports/violations.jsonl reader
    GET /incidents reader
    GET /incidents/{id} reader
    GET /incidents/{id}/dossier reader
    POST /incidents/{id}/grade reviewer
    POST /incidents/{id}/note analyst
    POST /incidents/{id}/pair reviewer
    POST /incidents/{id}/split reviewer
    GET /index reader
    GET /journal manager
    POST /journal/{n}/undo analyst
    GET /login anyone
    POST /login anyone
    POST /logout anyone
    GET /meetings analyst
    GET /mode manager
    POST /mode manager
    GET /movements analyst
    POST /movements analyst
    GET /movements/new analyst
    GET /movements/{id} analyst
    POST /movements/{id}/mark analyst
    GET /openapi.json reader
    GET /places reader
    GET /places/{id} reader
    GET /reports reader
    GET /reports/{id} reader
    GET /reports/{id}/accounts/{n} analyst
    POST /reports/{id}/accounts/{n}/judge analyst
    POST /reports/{id}/expunge manager
    POST /reports/{id}/hold manager
    POST /reports/{id}/keep reviewer
    GET /review analyst
    GET /review/merge analyst
    GET /rules analyst
    POST /rules reviewer
    GET /rules/{id} analyst
    POST /rules/{id} reviewer
    GET /search reader
    GET /speakers reader
    GET /speakers/{name} reader
    POST /speakers/{name}/names reviewer
    GET /tokens reader
    POST /tokens reader
    POST /tokens/{id}/end reader
    GET /users manager
    POST /users manager
    POST /users/{name} manager
    """

  @Test func `the least role of every route is the one that is written down`() {
    let routes = Routes.all.sorted { ($0.path, $0.method.rawValue) < ($1.path, $1.method.rawValue) }
      .map { "\($0.method.rawValue) \($0.path) \($0.role?.rawValue ?? "anyone")" }
    #expect(routes.joined(separator: "\n") == Self.table)
  }

  private func users(
    _ desk: DeskRecord, _ roles: [Role] = [.manager, .reviewer, .analyst, .reader]
  ) throws -> [Role: String] {
    let decision = Decision(who: "test", at: "2016-09-30T00:00:00Z", reason: "test")
    var tokens: [Role: String] = [:]
    for role in roles {
      try desk.file.addUser(role.rawValue, role, password: "a password of \(role)", decision)
      tokens[role] = try desk.file.makeToken(
        of: role.rawValue, label: "t", scope: .manager, until: 2_000_000_000, decision)
    }
    return tokens
  }

  @Test func `every route lets in who may and nobody else`() throws {
    try withDesk { desk in
      let tokens = try users(desk)
      for route in Routes.all {
        let path = route.path.replacing("{id}", with: "none").replacing("{n}", with: "0")
          .replacing("{name}", with: "none")
        let nobody = desk.ask(path, route.method.rawValue, headers: ["accept": "application/json"])
        #expect((nobody.status == 401) == (route.role != nil), "nobody \(path)")
        for role in Role.allCases {
          let answer = desk.ask(
            path, route.method.rawValue,
            headers: ["authorization": "Bearer \(tokens[role] ?? "")"])
          let isIn = route.role.map { role >= $0 } ?? true
          #expect((answer.status == 403) == !isIn, "\(role) \(route.method) \(path)")
          #expect(answer.status != 401 && answer.status < 500, "\(role) \(path)")
        }
      }
    }
  }

  @Test func `a file that a program fetches without a name is refused as to a program`() throws {
    try withDesk { desk in
      _ = try users(desk, [.manager])
      let program = desk.ask("/exports/incidents.csv", headers: ["accept": "*/*"])
      #expect(program.status == 401)
      #expect(program["content-type"] == "application/json")
      let browser = desk.ask("/exports/incidents.csv", headers: ["accept": "text/html,*/*"])
      #expect(browser.status == 303)
    }
  }

  @Test func `exports are held up by user, and one incident's are not`() throws {
    try withDesk { desk in
      let tokens = try users(desk, [.reader])
      let headers = ["authorization": "Bearer \(tokens[.reader] ?? "")"]
      let answers = (0..<14).map { _ in
        desk.ask("/exports/incidents.csv", headers: headers).status
      }
      #expect(answers.filter { $0 == 200 }.count == 12)
      #expect(answers.suffix(2) == [429, 429])
      let incident = try desk.incident
      #expect(desk.ask("/incidents/\(incident)/dossier", headers: headers).status == 200)
    }
  }

  @Test func `a null in a reason changes nothing that is chained`() throws {
    try withDesk { desk in
      let body = Array(#"{"grade":"fair","reason":"a\u0000b"}"#.utf8)
      let answer = desk.site.answer(
        SiteRequest(
          method: "POST", target: "/incidents/\(try desk.incident)/grade",
          headers: ["content-type": "application/json", "accept": "application/json"], body: body),
        at: DeskRecord.time)
      #expect(answer.status == 200)
      #expect(try desk.file.verify().flaws == [])
    }
  }

  @Test func `a token does no more than its scope, its user and its time`() throws {
    try withDesk { desk in
      _ = try users(desk, [.manager])
      let decision = Decision(who: "test", at: "2016-09-30T00:00:00Z", reason: "test")
      let now = Int(DeskRecord.time.timeIntervalSince1970)
      let token = try desk.file.makeToken(
        of: "manager", label: "t", scope: .reader, until: now + 10, decision)
      let headers = ["authorization": "Bearer \(token)"]
      #expect(desk.ask("/incidents", headers: headers).status == 200)
      #expect(desk.ask("/journal", headers: headers).status == 403)
      #expect(
        desk.ask("/incidents", headers: headers, at: DeskRecord.time.addingTimeInterval(11)).status
          == 401)
      #expect(desk.ask("/incidents", headers: ["authorization": "Basic x"]).status == 401)
    }
  }

  @Test func `a user logs in, changes something with the page's token, and logs out`() throws {
    try withDesk { desk in
      _ = try users(desk, [.analyst])
      #expect(desk.ask("/incidents")["location"] == "/login?next=%2Fincidents")
      func token(_ html: String) throws -> String {
        String(
          try #require(html.firstMatch(of: /name="form_token" value="([^"]*)"/)).output.1)
      }
      let form = [
        ("name", "analyst"), ("password", "a password of analyst"),
        ("form_token", try token(desk.ask("/login").text)), ("next", "//evil.example"),
      ]
      let wrong = desk.ask("/login", "POST", form: [form[0], ("password", "no"), form[2]])
      #expect(wrong.status == 403)
      let entered = desk.ask("/login", "POST", form: form)
      #expect(entered.status == 303)
      #expect(entered["location"] == "/")
      let cookie = try #require(entered["set-cookie"])
      #expect(cookie.contains("HttpOnly; SameSite=Lax"))
      let headers = ["cookie": String(cookie.prefix { $0 != ";" })]
      let page = desk.ask("/reports/wire-1/accounts/0", headers: headers).text
      let change = [
        ("action", "edit"), ("field", "killed"), ("value", "21"), ("reason", "counted again"),
      ]
      let address = "/reports/wire-1/accounts/0/judge"
      #expect(desk.ask(address, "POST", headers: headers, form: change).status == 403)
      let own = change + [("form_token", try token(page))]
      #expect(
        desk.ask(
          address, "POST", headers: headers.merging(["sec-fetch-site": "cross-site"]) { $1 },
          form: own
        )
        .status == 403)
      #expect(desk.ask(address, "POST", headers: headers, form: own).status == 303)
      #expect(try desk.file.judgements(report: "wire-1").last?.who == "analyst")
      #expect(
        desk.ask("/logout", "POST", headers: headers, form: [own[4]]).status == 303)
      #expect(desk.ask("/incidents", headers: headers).status == 303)
    }
  }

  @Test func `tries at a password are held up, and only for that name`() throws {
    try withDesk { desk in
      _ = try users(desk, [.reader])
      let html = desk.ask("/login").text
      let token = try #require(html.firstMatch(of: /name="form_token" value="([^"]*)"/)).output.1
      func attempt(_ name: String, _ later: Double = 0) -> Int {
        desk.ask(
          "/login", "POST",
          form: [("name", name), ("password", "guess"), ("form_token", String(token))],
          at: DeskRecord.time.addingTimeInterval(later)
        ).status
      }
      // Limits alone are asked, so that the test does not hash for seconds.
      for _ in 0..<8 { try desk.site.limits.take(.login, "name reader", at: DeskRecord.time) }
      #expect(attempt("reader") == 429)
      #expect(attempt("analyst") == 403)
      #expect(attempt("reader", 20) == 403)
    }
  }

  @Test func `readers see no private person, and analysts are journalled as seeing all`() throws {
    try withDesk { desk in
      let tokens = try users(desk, [.analyst, .reader])
      let reader = ["authorization": "Bearer \(tokens[.reader] ?? "")", "accept": "text/html"]
      let analyst = ["authorization": "Bearer \(tokens[.analyst] ?? "")"]
      let incident = try desk.incident
      let paths = [
        "/incidents", "/incidents/\(incident)", "/reports", Address.report("post/1.json"),
        "/speakers", "/search?q=convoy", "/brief?since=2016-09-01", "/places/ocha:C1029",
      ]
      for path in paths {
        let answer = desk.ask(path, headers: reader)
        #expect(answer.status == 200, "\(path)")
        #expect(!answer.text.contains("أحمد"), "\(path)")
      }
      #expect(desk.ask(Address.speaker("أحمد"), headers: reader).status == 404)
      #expect(desk.ask("/incidents/\(incident)", headers: analyst).text.contains("أحمد"))
      var entries: [String] = []
      try desk.file.forEachEntry { if $0.action == "disclose" { entries.append($0.who) } }
      #expect(entries == ["analyst"])
    }
  }
}
