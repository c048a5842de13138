import Foundation
import GRDB
import PatchworkLinking
import PatchworkRecord
import Testing

@testable import PatchworkStore

/// Reports that are withdrawn, put back, held and taken out for good.
@Suite(.enabled(if: SampleRecord.isPossible, "The small model is not installed."))
struct WithdrawingTests {
  private static let decision = JudgingTests.decision
  private static let other = Decision(
    who: "L. Sabbagh", at: "2016-10-03T08:00:00Z", reason: "agreed")

  @Test func `a report that is withdrawn tells nothing, and tells again when it is put back`()
    throws
  {
    try JudgingTests.withRecord { file in
      let before = try MigrationTests.Answers(file)
      let killed = try JudgingTests.incident(of: "a", in: file).analysis.killed
      #expect((killed?.low, killed?.high) == (9, 11))
      try file.withdraw(report: "b", Self.decision)
      #expect(try JudgingTests.incident(of: "a", in: file).analysis.killed?.high == 9)
      #expect(try file.search("eleven", RecordFilter()).isEmpty)
      let shown = try #require(try file.report("b"))
      #expect((shown.row.state, shown.row.version, shown.text) == (.withdrawn, 2, ""))
      #expect(shown.versions.first?.contains("eleven") ?? false)
      #expect(try file.keeping(of: "b")?.state == .withdrawn)
      #expect(throws: KeepingError.state(.withdrawn)) {
        try file.withdraw(report: "b", Self.decision)
      }
      var read: [String] = []
      try file.forEachStoredReport(batch: 10) { read += $0.map(\.id) }
      #expect(read == ["a", "c"])
      #expect(try file.verify().flaws == [])
      try file.putBack(report: "b", Self.other)
      #expect(try MigrationTests.Answers(file) == before)
      #expect(try file.report("b")?.row.state == .kept)
      #expect(try file.verify().flaws == [])
      // A second time is as good as the first.
      try file.withdraw(report: "b", Self.decision)
      try file.putBack(report: "b", Self.other)
      #expect(try MigrationTests.Answers(file) == before)
      #expect(try file.verify().flaws == [])
    }
  }

  @Test func `what people decided about a report waits until it is put back`() throws {
    try JudgingTests.withRecord { file in
      let number = try #require(
        JudgingTests.incident(of: "b", in: file).accounts.first {
          $0.report == "b" && $0.account.happening?.killed != nil
        }
      ).account.number
      try file.judge(
        .edit, report: "b", account: number, field: .killed, value: "12", Self.decision)
      try file.withdraw(report: "b", Self.decision)
      try file.putBack(report: "b", Self.decision)
      #expect(try JudgingTests.incident(of: "b", in: file).analysis.killed?.high == 12)
      #expect(try file.judgements(report: "b").allSatisfy { $0.conflict.isEmpty })
    }
  }

  @Test
  func `the words of a report are taken out by two people, on a ground, and not while it is held`()
    throws
  {
    try JudgingTests.withRecord { file in
      #expect(throws: KeepingError.state(.kept)) {
        try file.askExpunging(of: "b", on: .safety, Self.decision)
      }
      try file.withdraw(report: "b", Self.decision)
      #expect(throws: KeepingError.unasked("b")) {
        try file.expunge(report: "b", Self.other)
      }
      try file.askExpunging(of: "b", on: .personalData, Self.decision)
      #expect(throws: KeepingError.ownApproval("b")) {
        try file.expunge(report: "b", Self.decision)
      }
      try file.hold(report: "b", true, Self.other)
      #expect(throws: KeepingError.held("b")) { try file.expunge(report: "b", Self.other) }
      try file.hold(report: "b", false, Self.other)
      // What was asked before it was put back is asked no more.
      try file.putBack(report: "b", Self.decision)
      try file.withdraw(report: "b", Self.decision)
      #expect(throws: KeepingError.unasked("b")) {
        try file.expunge(report: "b", Self.other)
      }
      let asked = try file.askExpunging(of: "b", on: .personalData, Self.decision)
      #expect(
        try file.keeping(of: "b")?.asked
          == Keeping.Asked(entry: asked, who: Self.decision.who, ground: .personalData))
      let entry = try file.expunge(report: "b", Self.other)
      var last: JournalEntry?
      try file.forEachEntry(after: entry - 1) { last = $0 }
      #expect(last?.action == "expunge" && last?.who == "L. Sabbagh")
      #expect(
        last?.detail
          == #"{"ground":"personal-data","asked_by":"R. Haddad","asked_in":"\#(asked)"}"#)
      #expect(throws: KeepingError.state(.expunged)) {
        try file.putBack(report: "b", Self.decision)
      }
    }
  }

  @Test func `nothing of an expunged report is left in the file but hashes of it`() throws {
    try JudgingTests.withRecord { file in
      let hashes = try file.pool.read { db in
        try String.fetchAll(db, sql: "SELECT text_sha256 FROM report WHERE id = 'b'")
      }
      func isThere(_ words: String) throws -> Bool {
        try ["", "-wal"].contains { end in
          let path = file.path + end
          guard FileManager.default.fileExists(atPath: path) else { return false }
          return try Data(contentsOf: URL(fileURLWithPath: path)).firstRange(of: Data(words.utf8))
            != nil
        }
      }
      let words = "The air strike on the market in Saraqib killed eleven"
      #expect(try isThere(words))
      try file.withdraw(report: "b", Self.decision)
      #expect(try isThere(words))
      try file.askExpunging(of: "b", on: .safety, Self.decision)
      try file.expunge(report: "b", Self.other)
      #expect(try !isThere(words))
      let shown = try #require(try file.report("b"))
      #expect(shown.row.state == .expunged)
      #expect(shown.versions.allSatisfy(\.isEmpty) && shown.row.title.isEmpty)
      #expect(try file.originalBytes(of: "b", version: 1) == [])
      #expect(
        try file.pool.read { db in
          try String.fetchAll(db, sql: "SELECT text_sha256 FROM report WHERE id = 'b'")
        }.first == hashes.first)
      #expect(try file.verify().flaws == [])
      // Without the journal's word for it, emptied text is a flaw.
      try file.pool.write {
        try $0.execute(sql: "UPDATE report SET form = 'expunged', text = '' WHERE id = 'a'")
      }
      #expect(try file.verify().flaws.contains(.textChanged(report: "a", version: 1)))
    }
  }
}
