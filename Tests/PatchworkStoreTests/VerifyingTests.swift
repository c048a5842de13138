import Foundation
import GRDB
import PatchworkRecord
import Testing

@testable import PatchworkStore

@Suite(.enabled(if: SampleRecord.isPossible, "The small model is not installed."))
struct VerifyingTests {
  static let tampering: [(what: String, sql: String, flaw: Flaw)] = [
    (
      "a text", "UPDATE report SET text = replace(text, 'denied', 'admitted') WHERE row = 6",
      .textChanged(report: "2016-09-20-levant-wire-convoy", version: 1)
    ),
    (
      "bytes", "UPDATE report SET bytes = x'00' WHERE row = 6",
      .bytesChanged(report: "2016-09-20-levant-wire-convoy", version: 1)
    ),
    (
      "a hash", "UPDATE report SET bytes_sha256 = 'ab' WHERE row = 6",
      .arrivalUnknown(report: "2016-09-20-levant-wire-convoy", version: 1)
    ),
    (
      "an account", "DELETE FROM account WHERE report = 6 AND n = 0",
      .accountsDiffer(report: "2016-09-20-levant-wire-convoy", version: 1)
    ),
    (
      "a reading", "UPDATE report SET reading = x'00' WHERE row = 6",
      .readingBroken(report: "2016-09-20-levant-wire-convoy", version: 1, path: "")
    ),
    (
      "an entry",
      "DROP TRIGGER journal_kept; UPDATE journal SET who = 'nobody' WHERE number = 3",
      .entryChanged(3)
    ),
    (
      "a missing entry", "DROP TRIGGER journal_whole; DELETE FROM journal WHERE number = 3",
      .gap(before: 4)
    ),
    (
      "a chain",
      "DROP TRIGGER journal_kept; UPDATE journal SET before_sha256 = 'ab' WHERE number = 4",
      .chainBroken(at: 4)
    ),
  ]

  @Test(arguments: tampering.indices)
  func `names what was changed behind its back`(_ index: Int) throws {
    let (what, sql, flaw) = Self.tampering[index]
    try SampleRecord.withPath { path in
      let file = try SampleRecord.make(at: path, of: SampleRecord.reports)
      #expect(try file.verify().flaws == [])
      try file.pool.writeWithoutTransaction { try $0.execute(sql: sql) }
      #expect(try file.verify().flaws.contains(flaw), "\(what)")
    }
  }

  @Test func `a span that reads something else than it claims is named with its path`() throws {
    try SampleRecord.withPath { path in
      let file = try SampleRecord.make(at: path, of: Array(SampleRecord.reports.prefix(1)))
      try file.pool.write { db in
        let row = try #require(
          try Row.fetchOne(db, sql: "SELECT reading, reading_length FROM report WHERE row = 1"))
        let line = try #require(
          Packed.unpack(Array(row["reading"] as Data), length: row["reading_length"]))
        // The first sentence claims to begin a letter later.
        var text = String(decoding: line, as: UTF8.self)
        let start = try #require(text.firstRange(of: /"sentence":\{"start":(\d+)/))
        let number = try #require(Int(text[start].drop { !$0.isNumber }.filter(\.isNumber)))
        text.replaceSubrange(start, with: "\"sentence\":{\"start\":\(number + 1)")
        let bytes = Array(text.utf8)
        try db.execute(
          sql: "UPDATE report SET reading = ?, reading_length = ? WHERE row = 1",
          arguments: [Data(Packed.pack(bytes)), bytes.count])
      }
      let id = SampleRecord.reports[0].report.id
      #expect(
        try file.verify().flaws.contains {
          if case .readingBroken(report: id, version: 1, path: let path) = $0 {
            path.contains("sentence")
          } else {
            false
          }
        })
    }
  }

  @Test func `a row that points nowhere is named`() throws {
    try SampleRecord.withPath { path in
      let file = try SampleRecord.make(at: path, of: Array(SampleRecord.reports.prefix(2)))
      try file.pool.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA foreign_keys = OFF; DELETE FROM report WHERE row = 2")
      }
      let dangling = try file.verify().flaws.compactMap { flaw -> String? in
        if case .dangling(table: let table, row: _, to: "report") = flaw { table } else { nil }
      }
      #expect(Set(dangling).isSuperset(of: ["account", "occurrence"]))
    }
  }

  @Test func `the journal takes no change and no deletion`() throws {
    try SampleRecord.withPath { path in
      let file = try SampleRecord.make(at: path, of: Array(SampleRecord.reports.prefix(2)))
      for sql in ["UPDATE journal SET who = 'x'", "DELETE FROM journal"] {
        #expect(throws: DatabaseError.self) { try file.pool.write { try $0.execute(sql: sql) } }
      }
    }
  }

  @Test func `a backup is whole and of one moment`() throws {
    try SampleRecord.withPath { path in
      let file = try SampleRecord.make(at: path, of: SampleRecord.reports)
      try file.backUp(to: path + ".copy")
      let copy = try RecordFile(path: path + ".copy", readOnly: true)
      #expect(try copy.verify() == file.verify())
      #expect(DurabilityTests.refusal { try file.backUp(to: path + ".copy") } != nil)
    }
  }
}
