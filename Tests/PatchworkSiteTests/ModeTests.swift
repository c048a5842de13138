import Foundation
import PatchworkStore
import PatchworkText
import Testing

@testable import PatchworkSite

/// The site over a record that may not be changed, or not even shown.
@Suite struct ModeTests {
  private static let decision = Decision(
    who: "Rana", at: "2016-09-30T08:00:00Z", reason: "handed to the court")

  /// A desk with a user of each role, and the header by which each asks.
  private func withUsers(
    _ mode: RecordMode, _ body: (DeskRecord, [Role: [String: String]]) throws -> Void
  ) throws {
    try withDesk { desk in
      var headers: [Role: [String: String]] = [:]
      for role in Role.allCases {
        try desk.file.addUser(
          role.rawValue, role, password: "a password of \(role)", Self.decision)
        let token = try desk.file.makeToken(
          of: role.rawValue, label: "t", scope: .manager, until: 2_000_000_000, Self.decision)
        headers[role] = ["authorization": "Bearer \(token)"]
      }
      try desk.file.setMode(mode, Self.decision)
      try body(desk, headers)
    }
  }

  /// Every route with a path, asked by a manager: those that the mode lets through, by method and name.
  private func open(_ desk: DeskRecord, _ headers: [String: String]) -> Set<String> {
    Set(
      Routes.all.filter { route in
        let path = route.path.replacing("{id}", with: "none").replacing("{n}", with: "0")
          .replacing("{name}", with: "none")
        let answer = desk.ask(path, route.method.rawValue, headers: headers)
        #expect(answer.status < 500, "\(path)")
        return answer.status != 423
      }.map { "\($0.method.rawValue) \($0.name)" })
  }

  @Test func `a record that is read-only is read, and only who may use it is changed`() throws {
    try withUsers(.readOnly) { desk, headers in
      let open = open(desk, headers[.manager] ?? [:])
      #expect(
        open.filter { $0.hasPrefix("POST") }
          == Set([
            "POST login", "POST logout", "POST addUser", "POST changeUser", "POST makeToken",
            "POST endToken", "POST export-full", "POST setMode",
          ]))
      #expect(open.filter { $0.hasPrefix("GET") }.count == Routes.all.count { $0.method == .get })
      let page = desk.ask("/incidents/\(try desk.incident)", headers: headers[.reviewer] ?? [:])
      #expect(page.status == 200)
    }
  }

  @Test func `a record that is locked lets nobody see anything but the way to open it`() throws {
    try withUsers(.locked) { desk, headers in
      #expect(
        open(desk, headers[.manager] ?? [:]) == [
          "GET loginForm", "POST login", "POST logout", "GET mode", "POST setMode",
        ])
      for role in [Role.reader, .analyst, .reviewer] {
        let answer = desk.ask("/incidents.json", headers: headers[role] ?? [:])
        #expect(answer.status == 423)
        #expect(!answer.text.contains("Rana") && !answer.text.contains("court"))
        #expect(desk.ask("/mode", headers: headers[role] ?? [:]).status == 403)
      }
    }
  }

  @Test func `of a locked record only a manager logs in`() throws {
    try withUsers(.locked) { desk, _ in
      let token = try #require(
        desk.ask("/login").text.firstMatch(of: /name="form_token" value="([^"]*)"/))
      func login(_ role: Role) -> SiteAnswer {
        desk.ask(
          "/login", "POST",
          form: [
            ("name", role.rawValue), ("password", "a password of \(role)"),
            ("form_token", String(token.output.1)),
          ])
      }
      #expect(login(.reviewer).status == 423)
      #expect(login(.reviewer)["set-cookie"] == nil)
      let entered = login(.manager)
      #expect(entered.status == 303)
      let cookie = ["cookie": String(try #require(entered["set-cookie"]).prefix { $0 != ";" })]
      #expect(desk.ask("/incidents", headers: cookie).status == 423)
      let page = desk.ask("/mode", headers: cookie)
      #expect(page.text.contains("handed to the court"))
      let own = try #require(page.text.firstMatch(of: /name="form_token" value="([^"]*)"/))
      let opened = desk.ask(
        "/mode", "POST", headers: cookie,
        form: [
          ("mode", "normal"), ("reason", "back"), ("form_token", String(own.output.1)),
        ])
      #expect(opened.status == 303)
      #expect(desk.ask("/incidents", headers: cookie).status == 200)
      #expect(try desk.file.mode().who == "manager")
    }
  }

  @Test func `a held up change is told as a page and as JSON, and pages say the mode`() throws {
    try withDesk { desk in
      try desk.file.setMode(.readOnly, Self.decision)
      let incident = try desk.incident
      let page = desk.ask("/incidents/\(incident)").text
      #expect(page.contains("The record is <bdi>read-only since 2016-09-30T08:00:00Z, by Rana"))
      #expect(!page.contains("Give this grade"))
      let answer = desk.site.answer(
        SiteRequest(
          method: "POST", target: "/incidents/\(incident)/note",
          headers: ["content-type": "application/json"], body: Array(#"{"reason":"x"}"#.utf8)),
        at: DeskRecord.time)
      #expect(answer.status == 423)
      let said = try answer.body.withUnsafeBufferPointer { try JSONParser.parse($0) }
      #expect(Schema.refusal.faults(said) == [])
      #expect(said["error"]?["code"] == .string("read-only"))
    }
  }

  @Test func `a site that was started read-only changes nothing whatever is set`() throws {
    var options = SiteOptions()
    options.mode = .readOnly
    try withDesk(options: options) { desk in
      #expect(try desk.json("/mode.json")["mode"] == .string("read-only"))
      let answer = desk.ask("/incidents/\(try desk.incident)/note", "POST", form: [("reason", "x")])
      #expect(answer.status == 423)
      #expect(desk.ask("/incidents").status == 200)
      #expect(try desk.file.mode() == .initial)
      try desk.file.setMode(.locked, Self.decision)
      #expect(desk.ask("/incidents").status == 423)
    }
  }

  @Test func `what is entered in the journal is copied outside of the record`() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    var options = SiteOptions()
    options.journalCopy = JournalCopy(path: path)
    try withDesk(options: options) { desk in
      _ = desk.ask("/incidents")
      let copy = JournalCopy(path: path)
      #expect(try copy.extend(from: desk.file) == 0)
      let body = Array(#"{"reason":"a remark"}"#.utf8)
      let answer = desk.site.answer(
        SiteRequest(
          method: "POST", target: "/incidents/\(try desk.incident)/note",
          headers: ["content-type": "application/json"], body: body), at: DeskRecord.time)
      #expect(answer.status == 200)
      #expect(try copy.extend(from: desk.file) == 0)
      let kept = try String(contentsOfFile: path, encoding: .utf8)
      #expect(kept.contains("a remark"))
      #expect(try copy.flaws(in: desk.file) == [])
    }
  }
}
