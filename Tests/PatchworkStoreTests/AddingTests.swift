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
