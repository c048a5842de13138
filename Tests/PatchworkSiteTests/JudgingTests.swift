import PatchworkRecord
import PatchworkStore
import PatchworkText
import Testing

@testable import PatchworkSite

@Suite struct DeskJudgingTests {
  private func post(
    _ desk: DeskRecord, _ target: String, _ form: [(String, String)]
  ) throws -> SiteAnswer {
    let token = desk.site.formToken(of: Visitor(name: Site.localName, role: .manager, door: .local))
    return desk.ask(target, "POST", form: form + [("form_token", token)])
  }

  @Test func `a correction shows both values, and undoing it brings the machine's back`() throws {
    try withDesk { desk in
      let address = "/reports/wire-1/accounts/0"
      let done = try post(
        desk, "\(address)/judge",
        [("action", "edit"), ("field", "killed"), ("value", "21"), ("reason", "counted again")])
      let next = try #require(done["location"])
      let entry = try #require(try desk.file.judgements(report: "wire-1").last?.number)
      #expect(next == "\(address)?done=\(entry)")
      let page = desk.ask(next).text
      #expect(page.contains("<ins><bdi>21..21</bdi></ins>") && page.contains("<del>20..20</del>"))
      #expect(page.contains("Entry \(entry) was written: edit"))
      #expect(desk.ask("/incidents/\(try desk.incident)").text.contains("21"))
      #expect(try post(desk, "/journal/\(entry)/undo", [("reason", "a slip")]).status == 303)
      #expect(desk.ask(address).text.contains("20..20"))
      #expect(try desk.file.judgements(report: "wire-1").isEmpty)
    }
  }

  @Test(arguments: [
    ([("action", "edit"), ("field", "killed"), ("value", "21")], 400),
    ([("action", "edit"), ("reason", "x")], 409),
    ([("action", "edit"), ("field", "killed"), ("value", "many"), ("reason", "x")], 409),
    ([("action", "burn"), ("reason", "x")], 400), ([("reason", "x")], 400),
    ([("action", "accept"), ("reason", "x")], 303),
  ])
  func `what is no judgement is refused and changes nothing`(
    _ form: [(String, String)], _ status: Int
  ) throws {
    try withDesk { desk in
      let before = try desk.file.status().judgements
      #expect(try post(desk, "/reports/wire-1/accounts/0/judge", form).status == status)
      #expect(try desk.file.status().judgements == before + (status == 303 ? 1 : 0))
    }
  }

  @Test func `a graded incident waits no more, a rejected account is shown as such`() throws {
    try withDesk { desk in
      let id = try desk.incident
      #expect(try desk.file.queueCounts()[.new] == Bounded(1))
      #expect(
        try post(desk, "/incidents/\(id)/grade", [("grade", "fair"), ("reason", "two hands")])
          .status == 303)
      #expect(try desk.file.queueCounts()[.new] == Bounded(0))
      #expect(desk.ask("/incidents/\(id)").text.contains("given by local analyst: two hands"))
      _ = try post(
        desk, "/reports/wire-1/accounts/0/judge", [("action", "reject"), ("reason", "misread")])
      #expect(desk.ask("/reports/wire-1").text.contains("badge rejected"))
      #expect(try desk.json("/incidents/\(id).json")["killed"]?["low"] == .number("12"))
    }
  }

  @Test func `names that a person joins are one speaker's until it is undone`() throws {
    try withDesk { desk in
      let address = "/speakers/the%20federation"
      func statements() throws -> JSONValue? { try desk.json("\(address).json")["total"] }
      #expect(try statements() == .number("1"))
      let form = [("other", "أحمد"), ("reason", "the same desk")]
      #expect(try post(desk, "\(address)/names", form).status == 303)
      #expect(try statements() == .number("3"))
      #expect(desk.ask(address).text.contains("Also <bdi>أحمد</bdi>"))
      #expect(try post(desk, "\(address)/names", form).status == 409)
      #expect(
        try post(desk, "\(address)/names", [("other", "nobody"), ("reason", "x")]).status == 404)
      let entry = try #require(try desk.file.judgements().last?.number)
      #expect(try post(desk, "/journal/\(entry)/undo", [("reason", "a slip")]).status == 303)
      #expect(try statements() == .number("1"))
    }
  }

  @Test func `a report taken out and made one again ends where it began`() throws {
    try withDesk { desk in
      let id = try desk.incident
      #expect(
        try post(
          desk, "/incidents/\(id)/split", [("report", "post/1.json"), ("reason", "another")]
        )
        .status == 303)
      let ids = try desk.file.incidents().map(\.id)
      #expect(ids.count == 2)
      let other = try #require(ids.first { $0 != id })
      #expect(
        try post(
          desk, "/incidents/\(id)/pair",
          [("action", "apart"), ("other", id), ("reason", "x")]
        ).status == 409)
      let split = try #require(try desk.file.judgements(incident: id).last?.number)
      _ = try post(desk, "/journal/\(split)/undo", [("reason", "the same after all")])
      #expect(try desk.file.incidents().count == 1)
      #expect(desk.ask("/incidents/\(other)").status == 200)
      #expect(try desk.file.verify().flaws == [])
    }
  }

  @Test func `a report is entered, read and found`() throws {
    var options = SiteOptions()
    options.reading = { _ in .init() }
    try withDesk(options: options) { desk in
      let done = try post(
        desk, "/add",
        [
          ("title", "A note"), ("text", "The road was open.\r\nNobody said why."),
          ("published", "2016-09-28"),
        ])
      let report = try #require(done["location"])
      #expect(desk.ask(report).text.contains("Nobody said why."))
      let found = try desk.json("/search.json?q=road")
      #expect(found["total"] == .number("1"))
      let blank = try post(desk, "/add", [("text", " \n ")])
      #expect(blank.status == 409)
    }
    try withDesk { desk in
      let unread = try post(desk, "/add", [("text", "x")])
      #expect(unread.status == 409)
    }
  }
}
