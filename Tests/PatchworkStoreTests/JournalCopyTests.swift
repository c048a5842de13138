import Foundation
import GRDB
import Testing

@testable import PatchworkStore

@Suite struct JournalCopyTests {
  /// A record with some entries, and a copy of its journal.
  private func withCopy(_ body: (RecordFile, JournalCopy) throws -> Void) throws {
    try SampleRecord.withPath { path in
      let file = try RecordFile(path: path, create: true)
      for reason in ["one", "“two”\n\u{202E}\u{FFFD}", "three"] { try enter(reason, in: file) }
      let copy = JournalCopy(path: path + ".journal")
      #expect(try copy.extend(from: file) == 3)
      try body(file, copy)
    }
  }

  private func enter(_ reason: String, in file: RecordFile) throws {
    try file.enterDisclosure(
      of: "the record", Decision(who: "R. Haddad", at: "2016-10-01T00:00:00Z", reason: reason))
  }

  private func rewrite(_ copy: JournalCopy, _ change: (String) -> String) throws {
    let text = try String(contentsOfFile: copy.path, encoding: .utf8)
    try change(text).write(toFile: copy.path, atomically: false, encoding: .utf8)
  }

  @Test func `a copy grows by what came since, and a record that is whole is what was copied`()
    throws
  {
    try withCopy { file, copy in
      let before = try Data(contentsOf: URL(fileURLWithPath: copy.path))
      #expect(try copy.extend(from: file) == 0)
      try enter("four", in: file)
      #expect(try copy.extend(from: file) == 1)
      let after = try Data(contentsOf: URL(fileURLWithPath: copy.path))
      #expect(after.starts(with: before) && after.count > before.count)
      #expect(try copy.flaws(in: file) == [])
      // An entry that is not copied yet is no flaw.
      try enter("five", in: file)
      #expect(try copy.flaws(in: file) == [])
    }
  }

  @Test func `a line that was cut off is written again behind it`() throws {
    try withCopy { file, copy in
      try rewrite(copy) { String($0.dropLast(40)) }
      #expect(try copy.flaws(in: file) == [])
      #expect(try copy.extend(from: file) == 1)
      #expect(try copy.flaws(in: file) == [])
      #expect(try copy.extend(from: file) == 0)
    }
  }

  @Test func `a whole new chain in the record shows against the copy`() throws {
    try withCopy { file, copy in
      try file.pool.write { db in
        try db.execute(sql: "DROP TRIGGER journal_whole; DELETE FROM journal WHERE number > 1")
        for reason in ["another two", "three"] {
          try Journal.append(
            at: "2016-10-01T00:00:00Z", who: "R. Haddad", action: "disclose", subject: "the record",
            reason: reason, in: db)
        }
      }
      #expect(try file.verify().flaws == [])
      #expect(try copy.flaws(in: file) == [.entryDeparts(2), .entryDeparts(3)])
      #expect(throws: JournalCopy.Failure.departs(path: copy.path, at: 3)) {
        try copy.extend(from: file)
      }
    }
  }

  @Test func `entries that are gone from the record are named`() throws {
    try withCopy { file, copy in
      try file.pool.write { db in
        try db.execute(sql: "DROP TRIGGER journal_whole; DELETE FROM journal WHERE number > 1")
      }
      #expect(try file.verify().flaws == [])
      #expect(try copy.flaws(in: file) == [.entryGone(2), .entryGone(3)])
    }
  }

  @Test func `a copy that was changed itself is no witness`() throws {
    try withCopy { file, copy in
      try rewrite(copy) { $0.replacing(#""reason":"one""#, with: #""reason":"none""#) }
      #expect(try copy.flaws(in: file) == [.copyChanged(1)])
      try rewrite(copy) { text in
        text.split(separator: "\n").enumerated().filter { $0.offset != 1 }
          .map { $0.element + "\n" }.joined()
      }
      #expect(try copy.flaws(in: file).contains(.copyBroken(at: 3)))
      try "no journal\nat all\n".write(toFile: copy.path, atomically: false, encoding: .utf8)
      #expect(throws: JournalCopy.Failure.notACopy(path: copy.path)) {
        try copy.flaws(in: file)
      }
      #expect(throws: JournalCopy.Failure.notACopy(path: copy.path)) {
        try copy.extend(from: file)
      }
    }
  }
}
