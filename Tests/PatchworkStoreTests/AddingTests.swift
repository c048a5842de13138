import GRDB
import PatchworkLinking
import PatchworkRecord
import PatchworkTestSupport
import Testing

@testable import PatchworkStore

@Suite(.enabled(if: SampleRecord.isPossible, "The small model is not installed."))
struct AddingTests {
  @Test func `the same bytes again change nothing`() throws {
    try SampleRecord.withPath { path in
      let file = try SampleRecord.make(at: path, of: SampleRecord.reports)
      let before = (try SampleRecord.partition(file), try file.status())
      let outcome = try file.add(SampleRecord.reports)
      #expect(outcome.added == 0)
      #expect(outcome.known == SampleRecord.reports.count)
      #expect(try SampleRecord.partition(file) == before.0)
      #expect(try file.status() == before.1)
    }
  }

  @Test func `changed bytes are a new version beside the old one`() throws {
    try SampleRecord.withPath { path in
      let first = try SampleRecord.new(
        id: "wire-1", "Shells killed three people in Aleppo on Monday, a doctor said.",
        published: "2016-09-20")
      let second = try SampleRecord.new(
        id: "wire-1", "Shells killed four people in Aleppo on Monday, a doctor said.",
        published: "2016-09-20")
      let file = try SampleRecord.make(at: path, of: [first, second], batch: 1)
      let report = try #require(try file.report("wire-1"))
      #expect(report.row.version == 2)
      #expect(report.versions == [first.report.text, second.report.text])
      #expect(try file.originalBytes(of: "wire-1", version: 1) == first.bytes)
      #expect(try file.originalBytes(of: "wire-1") == second.bytes)
      #expect(try file.reports().count == 1)
      #expect(try file.verify().flaws == [])
    }
  }

  @Test func `what a new version tells stands in the place of what the old one told`() throws {
    func version(_ number: String, _ more: String) throws -> NewReport {
      try SampleRecord.new(
        id: "wire-1",
        "\(more)Shells killed \(number) people at the mill in Hayyan on Monday, a doctor said. The mill burnt until the evening, and its owner could not be found by anybody in the town.",
        published: "2016-09-20")
    }
    for isOneBatch in [false, true] {
      try SampleRecord.withPath { path in
        let file = try SampleRecord.make(
          at: path, of: [version("three", ""), version("four", "By our correspondent. ")],
          batch: isOneBatch ? 2 : 1)
        let row = try #require(try file.incidents().first { $0.type == .shelling })
        #expect(row.accounts == 2 && row.reports == 1)
        let view = try #require(try file.incident(row.id))
        #expect(view.accounts.map(\.account.number) == [0, 1])
        #expect(view.analysis.killed?.high == 4)
        #expect(try file.incidents().count { $0.type == .shelling } == 1)
        var origins = 0
        try file.forEachOrigin { _ in origins += 1 }
        #expect(origins == 0)
        #expect(try file.verify().flaws == [])
      }
    }
  }

  @Test func `a correction of an older version goes on where the account still stands`() throws {
    try SampleRecord.withPath { path in
      let text = "Shells killed three people at the mill in Hayyan on Monday, a doctor said."
      let file = try SampleRecord.make(
        at: path, of: [SampleRecord.new(id: "wire-1", text, published: "2016-09-20")])
      let code = try #require(try file.incidents().first).id
      try file.judge(
        .edit, report: "wire-1", account: 0, field: .killed, value: "5", JudgingTests.decision)
      _ = try file.add([
        SampleRecord.new(
          id: "wire-1", "A bakery opened on Sunday, the mayor said. \(text)",
          published: "2016-09-20")
      ])
      let view = try #require(try file.incident(code))
      #expect(view.analysis.killed?.high == 5)
      let judgement = try #require(try file.judgements(report: "wire-1").first)
      #expect(judgement.conflict.isEmpty)
      _ = try file.add([
        SampleRecord.new(id: "wire-1", "A bakery opened on Sunday.", published: "2016-09-20")
      ])
      #expect(try file.judgements(report: "wire-1").first?.conflict.isEmpty == false)
      #expect(try file.verify().flaws == [])
    }
  }

  @Test func `incidents do not depend on the order or the number of batches`() throws {
    var numbers = SeededGenerator(seed: 23)
    let expected = try SampleRecord.withPath { path in
      try SampleRecord.partition(SampleRecord.make(at: path, of: SampleRecord.reports))
    }
    #expect(expected.count > 20)
    for size in [1, 3, 7] {
      let shuffled = SampleRecord.reports.shuffled(using: &numbers)
      let found = try SampleRecord.withPath { path in
        try SampleRecord.partition(SampleRecord.make(at: path, of: shuffled, batch: size))
      }
      #expect(found == expected, "batches of \(size)")
    }
  }

  @Test func `step by step comes to what all at once does`() throws {
    let stepwise = try SampleRecord.withPath { path in
      try SampleRecord.partition(
        SampleRecord.make(at: path, of: SampleRecord.reports.reversed(), batch: 2))
    }
    let reader = try OccurrenceReader()
    let occurrences = SampleRecord.reports.flatMap { new in
      reader.occurrences(
        of: LinkedReport(
          id: new.report.id, published: RecordFile.day(of: new.report), text: new.report.text,
          reading: new.reading))
    }
    let whole = try IncidentPartition().incidents(of: occurrences)
    #expect(
      stepwise
        == Set(
          whole.map { members in
            Set(
              members.flatMap { member in
                occurrences[member].accounts.map { "\(occurrences[member].report)#\($0)" }
              })
          }))
  }

  @Test func `incidents keep their codes when reports come later`() throws {
    try SampleRecord.withPath { path in
      let half = SampleRecord.reports.count / 2
      let later = Array(SampleRecord.reports[half...])
      let file = try SampleRecord.make(at: path, of: later)
      let before = try file.incidents().map(\.id)
      _ = try file.add(Array(SampleRecord.reports[..<half]))
      for id in before { #expect(try file.incident(id) != nil, "\(id) leads nowhere") }
    }
  }
}
