import PatchworkLinking
import PatchworkRecord
import PatchworkText
import Testing

@testable import PatchworkStore

@Suite(.enabled(if: SampleRecord.isPossible, "The small model is not installed."))
struct OwnInformationTests {
  @Test func `an account read by a person joins what the machine read`() throws {
    try JudgingTests.withRecord { file in
      let hand = HandAccount(
        words: "at the market in Saraqib", who: "the market's owner", stance: .deny,
        type: .airStrike, place: "Saraqib")
      let entry = try file.add(hand, to: "a", JudgingTests.decision)
      let accounts = try #require(try file.report("a")).reading.accounts
      let last = try #require(accounts.last)
      #expect(last.source.who == "the market's owner")
      #expect(last.sentence.text == "at the market in Saraqib")
      #expect(last.source.rule == "read by R. Haddad")
      #expect(try file.verify().flaws == [])
      try file.undo(entry, JudgingTests.decision)
      #expect(try file.report("a")?.reading.accounts.count == accounts.count - 1)
    }
  }

  @Test func `an account is added on words of a report in a language that is not read`() throws {
    try SampleRecord.withPath { path in
      let text = "قصفت طائرات حربية سوق البلدة في سراقب يوم الاثنين، وقال سكان إن تسعة أشخاص قتلوا."
      let file = try SampleRecord.make(
        at: path, of: [SampleRecord.new(id: "ar", text, published: "2016-09-20")])
      let words = "سوق البلدة في سراقب"
      _ = try file.add(
        HandAccount(
          words: words, who: "سكان", stance: .state, type: .airStrike, place: "سراقب"),
        to: "ar", JudgingTests.decision)
      let account = try #require(try file.report("ar")?.reading.accounts.last)
      #expect(account.sentence.text == words)
      #expect(text[account.sentence.span] == words)
      #expect(try JudgingTests.incident(of: "ar", in: file).accounts.map(\.account) == [account])
      #expect(try file.verify().flaws == [])
    }
  }

  @Test func `words that are not in the report are refused`() throws {
    try JudgingTests.withRecord { (file: RecordFile) throws in
      #expect(throws: JudgementError.noWords(report: "a", words: "on the moon")) {
        try file.add(
          HandAccount(words: "on the moon", who: "x", stance: .state), to: "a",
          JudgingTests.decision)
      }
    }
  }

  @Test
  func `names that a person joins are one actor, with declared and suspected affiliations apart`()
    throws
  {
    try SampleRecord.withPath { path in
      let file = try SampleRecord.make(at: path, of: SampleRecord.reports)
      let kerry = try #require(try file.actors().first { $0.spellings.contains("John Kerry") })
      #expect(kerry.party == "United States")
      #expect(!kerry.offices.isEmpty)
      #expect(kerry.kind == .person)
      let pair = ["John Kerry", "Igor Konashenkov"]
      try file.join(pair[0], with: pair[1], JudgingTests.decision)
      let joined = try #require(try file.actors().first { $0.spellings.contains(pair[0]) })
      #expect(joined.spellings.contains(pair[1]))
      try file.affiliate(
        pair[0], with: "somebody", isDeclared: false, from: "2016-01-01", until: "",
        JudgingTests.decision)
      let affiliation = try #require(
        try file.actors().first { $0.spellings.contains(pair[0]) }?.affiliations.first)
      #expect((affiliation.with, affiliation.isDeclared) == ("somebody", false))
    }
  }

  @Test func `anonymous speakers are no actors and are never joined`() throws {
    try SampleRecord.withPath { (path: String) throws in
      let file = try SampleRecord.make(at: path, of: SampleRecord.reports)
      #expect(try file.actors().allSatisfy { $0.kind != .anonymous })
      #expect(throws: JudgementError.noActor("nobody at all")) {
        try file.join("x", with: "nobody at all", JudgingTests.decision)
      }
    }
  }

  @Test func `a brief tells new, revised and denied since a time`() throws {
    try SampleRecord.withPath { path in
      let file = try RecordFile(path: path, create: true)
      var early = SampleRecord.reports.filter { $0.report.id < "2016-09-21" }
      for index in early.indices { early[index].acquiredAt = "2016-09-20T20:00:00Z" }
      var late = SampleRecord.reports.filter { $0.report.id >= "2016-09-21" }
      for index in late.indices { late[index].acquiredAt = "2016-09-26T20:00:00Z" }
      _ = try file.add(early)
      _ = try file.add(late)
      let brief = try file.brief(since: "2016-09-21T00:00:00Z")
      #expect(brief.reports == late.count)
      #expect(!brief.new.isEmpty)
      #expect(brief.revised.contains { $0.incident.summary.place?.pcode == "C1029" })
      #expect(!brief.denied.isEmpty)
      let fresh = Set(late.map(\.report.id))
      #expect(brief.denied.allSatisfy { fresh.contains($0.account.report) })
      #expect(try file.brief(since: "2016-09-27T00:00:00Z").reports == 0)
    }
  }
}
