import PatchworkDisplay
import PatchworkStore
import PatchworkText
import Testing

@testable import PatchworkSite

/// Reports that are withdrawn and taken out for good, on the site.
@Suite struct KeepingTests {
  private func post(
    _ desk: DeskRecord, _ path: String, by user: String, _ body: String
  ) throws -> SiteAnswer {
    let decision = Decision(who: "test", at: "2016-09-30T00:00:00Z", reason: "test")
    let token = try desk.file.makeToken(
      of: user, label: "t", scope: .manager, until: 2_000_000_000, decision)
    return desk.site.answer(
      SiteRequest(
        method: "POST", target: path,
        headers: ["content-type": "application/json", "authorization": "Bearer \(token)"],
        body: Array(body.utf8)), at: DeskRecord.time)
  }

  @Test func `a report is withdrawn by a reviewer and taken out by two managers`() throws {
    try withDesk { desk in
      let decision = Decision(who: "test", at: "2016-09-30T00:00:00Z", reason: "test")
      for (name, role) in [
        ("Rana", Role.manager), ("Lina", .manager), ("Sami", .reviewer), ("Omar", .reader),
      ] {
        try desk.file.addUser(name, role, password: "a password of \(name)", decision)
      }
      let incident = try desk.incident
      #expect(
        try post(desk, "/reports/wire-1/keep", by: "Omar", #"{"action":"withdraw","reason":"r"}"#)
          .status == 403)
      #expect(
        try post(desk, "/reports/wire-1/keep", by: "Sami", #"{"action":"withdraw","reason":"r"}"#)
          .status == 200)
      let omar = try #require(try desk.file.user("Omar"))
      let session = try desk.file.openSession(of: omar, until: 2_000_000_000, decision)
      let headers = ["cookie": "patchwork=\(session)"]
      let page = desk.ask("/reports/wire-1", headers: headers).text
      #expect(page.contains("This report tells nothing any more"))
      #expect(!page.contains("about 20 civilians") && !page.contains("Sami"))
      #expect(!desk.ask("/incidents/\(incident)", headers: headers).text.contains("about 20"))
      let rows = try desk.json("/reports.json", headers: headers)
      guard case .array(let reports)? = rows["reports"] else {
        Issue.record("no reports")
        return
      }
      #expect(
        reports.first { $0["id"] == .string("wire-1") }?["state"] == .string("withdrawn"))
      let expunge = "/reports/wire-1/expunge"
      #expect(
        try post(desk, expunge, by: "Sami", #"{"action":"approve","reason":"r"}"#).status == 403)
      #expect(try post(desk, expunge, by: "Rana", #"{"action":"ask","reason":"r"}"#).status == 409)
      #expect(
        try post(desk, expunge, by: "Rana", #"{"action":"ask","ground":"safety","reason":"r"}"#)
          .status == 200)
      #expect(
        try post(desk, expunge, by: "Rana", #"{"action":"approve","reason":"r"}"#).status == 409)
      #expect(
        try post(desk, expunge, by: "Lina", #"{"action":"approve","reason":"r"}"#).status == 200)
      #expect(try desk.file.keeping(of: "wire-1")?.state == .expunged)
      #expect(desk.ask("/reports/wire-1", headers: headers).text.contains("taken out for good"))
      #expect(try desk.file.verify().flaws == [])
    }
  }

  @Test func `what a version changed stands in the order of the text`() {
    let old = ["one", "two", "three", "four"].map { $0[...] }
    let new = ["one", "deux", "three", "five"].map { $0[...] }
    let html = ReportPage.changes(from: old, to: new).text
    let words = html.matches(of: />([a-z]+)<\/(del|ins)>/).map { "\($0.output.2) \($0.output.1)" }
    #expect(words == ["del two", "ins deux", "del four", "ins five"])
    #expect(ReportPage.changes(from: old, to: old).text.isEmpty)
    let gone = ReportPage.changes(from: old, to: []).text
    #expect(
      gone.matches(of: />([a-z]+)<\/del>/).map { String($0.output.1) }
        == ["one", "two", "three", "four"])
  }
}
