import PatchworkLinking
import PatchworkRecord
import Testing

@testable import PatchworkStore

@Suite(.enabled(if: SampleRecord.isPossible, "The small model is not installed."))
struct JudgingTests {
  static let decision = Decision(who: "R. Haddad", at: "2016-10-02T08:00:00Z", reason: "read it")

  /// A record of three reports: two on one strike, one on another.
  static func withRecord(_ body: (RecordFile) throws -> Void) throws {
    try SampleRecord.withPath { path in
      try body(
        SampleRecord.make(
          at: path,
          of: [
            SampleRecord.new(
              id: "a",
              "An air strike killed nine people at the market in Saraqib on Monday, rescuers said.",
              published: "2016-09-20"),
            SampleRecord.new(
              id: "b",
              "The air strike on the market in Saraqib killed eleven people on Monday, a doctor said.",
              published: "2016-09-20"),
            SampleRecord.new(
              id: "c", "An air strike killed two people in Jayrud on 2 July 2016, residents said.",
              published: "2016-07-03"),
          ]))
    }
  }

  static func incident(of report: String, in file: RecordFile) throws -> IncidentView {
    let id = try #require(
      try file.report(report)?.incidents.sorted { $0.key < $1.key }.first?.value)
    return try #require(try file.incident(id))
  }

  @Test func `a correction lies on top of what the machine read`() throws {
    try Self.withRecord { file in
      let before = try Self.incident(of: "b", in: file)
      #expect(before.analysis.killed?.high == 11)
      let number = try #require(
        before.accounts.first { $0.report == "b" && $0.account.happening?.killed != nil }
      ).account.number
      let entry = try file.judge(
        .edit, report: "b", account: number, field: .killed, value: "12", Self.decision)
      #expect(try Self.incident(of: "b", in: file).analysis.killed?.high == 12)
      let judgement = try #require(try file.judgements(report: "b").first)
      #expect((judgement.value, judgement.machineValue) == ("12", "11..11"))
      try file.undo(entry, Self.decision)
      #expect(try Self.incident(of: "b", in: file).analysis.killed?.high == 11)
      #expect(try file.verify().flaws == [])
    }
  }

  @Test func `a rejected account counts no more`() throws {
    try Self.withRecord { file in
      for account in try Self.incident(of: "b", in: file).accounts where account.report == "b" {
        try file.judge(
          .reject, report: "b", account: account.account.number, Self.decision)
      }
      let after = try Self.incident(of: "b", in: file)
      #expect(after.accounts.allSatisfy { $0.report != "b" })
      #expect(after.analysis.killed?.high == 9)
    }
  }

  @Test func `two incidents become one and two again`() throws {
    try Self.withRecord { file in
      let (a, c) = (
        try Self.incident(of: "a", in: file).id, try Self.incident(of: "c", in: file).id
      )
      #expect(a != c)
      let entry = try file.judge(.merge, incident: a, other: c, Self.decision)
      #expect(try Self.incident(of: "c", in: file).id == Self.incident(of: "a", in: file).id)
      #expect(try file.incident(a)?.id == file.incident(c)?.id)
      try file.undo(entry, Self.decision)
      #expect(try Self.incident(of: "a", in: file).id == a)
      #expect(try Self.incident(of: "c", in: file).id == c)
      #expect(try file.verify().flaws == [])
    }
  }

  @Test func `a report is taken out of an incident and stays out`() throws {
    try Self.withRecord { file in
      let incident = try Self.incident(of: "a", in: file)
      #expect(Set(incident.accounts.map(\.report)) == ["a", "b"])
      try file.judge(.split, incident: incident.id, other: "b", Self.decision)
      #expect(try Self.incident(of: "a", in: file).id != Self.incident(of: "b", in: file).id)
      _ = try file.add(
        [
          SampleRecord.new(
            id: "d",
            "The market in Saraqib was hit by an air strike on Monday that killed nine, rescuers said.",
            published: "2016-09-21")
        ])
      #expect(try Self.incident(of: "a", in: file).id != Self.incident(of: "b", in: file).id)
    }
  }

  @Test func `a judgement needs a name, a reason and something to judge`() throws {
    try Self.withRecord { (file: RecordFile) throws in
      let nameless = Decision(who: "", at: "2016-10-02T08:00:00Z", reason: "x")
      #expect(throws: JudgementError.nameless) {
        try file.judge(.reject, report: "a", account: 0, nameless)
      }
      #expect(throws: JudgementError.noReport("z")) {
        try file.judge(.reject, report: "z", account: 0, Self.decision)
      }
      #expect(throws: JudgementError.noAccount(report: "a", number: 99)) {
        try file.judge(.reject, report: "a", account: 99, Self.decision)
      }
      #expect(throws: JudgementError.value(field: .stance, value: "maybe")) {
        try file.judge(
          .edit, report: "a", account: 0, field: .stance, value: "maybe", Self.decision)
      }
      #expect(try file.status().judgements == 0)
    }
  }

  @Test func `reading anew keeps judgements and lists those that no longer fit`() throws {
    try Self.withRecord { file in
      let stored = try #require(try file.report("a"))
      let number = try #require(stored.reading.accounts.first { $0.happening?.killed != nil })
        .number
      try file.judge(
        .edit, report: "a", account: number, field: .killed, value: "10", Self.decision)
      try file.judge(
        .edit, report: "a", account: number, field: .role, value: "medic", Self.decision)
      var reports: [(row: Int64, reading: Reading, report: Report)] = []
      try file.forEachStoredReport(batch: 10) { originals in
        for original in originals where original.id == "a" {
          let new = try SampleRecord.new(
            id: "a", stored.text, published: "2016-09-20")
          var reading = new.reading
          reading.accounts[number].happening?.killed?.low = 8
          reading.accounts[number].happening?.killed?.high = 8
          reports.append((original.row, reading, new.report))
        }
      }
      let outcome = try file.replaceReadings(
        reports, tool: "test 2", at: "2016-10-03T00:00:00Z")
      #expect(outcome.changed == 1)
      #expect(outcome.conflicts.count == 1)
      let after = try #require(try file.report("a")).reading.accounts[number]
      #expect(after.happening?.killed?.low == 8)
      #expect(after.source.role == "medic")
      #expect(try file.verify().flaws == [])
    }
  }
}
