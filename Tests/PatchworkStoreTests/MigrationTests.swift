import Foundation
import GRDB
import PatchworkLinking
import PatchworkRecord
import Testing

@testable import PatchworkStore

/// Records of every released format, brought forward.
@Suite struct MigrationTests {
  /// SHA-256 of each step as it was released: a record that somebody has was made by these very words.
  static let released = [
    "4df0b7706a8d650407b68ae7d2b8b026b3960a4a187be56e32b5d5f2872ea119",
    "bb6eda69554d505139d0fe54c18c4d8331c69ea1c4a2fd1f9c247e2f8959845c",
    "9e3c9da043128dfff687d0f1a5a5e1b2ed8cfb219c52fa4adc6d8d32dca025e1",
    "0cd81220d7c8cd514fdcb6803c305c974634a2f5b7d09cbf62f3b3f291b7be01",
    "354123f0d38c22081064cd7ac100f4547ea4420eb6bcbbca139b58543bec3da4",
    "9ea845eaa8f78693ff0ab9dc45e1dbd7fffa9cd38e18c669e17b774630ec3953",
    "f273246eaee709d4a83daccf05d37ca9863d1a82a2fd106c4507d77242e201a2",
    "54aa364e7fe5d59a392e9cdfeef3b539caf04a55711b5286f14b08d8fde27d54",
    "909490dbc4fda529a3ffd9b0238d51dfda9d20feabf1773d50206b9700d098fe",
    "27f09fe9f1f30ba5dbb61417980a4a52844dbd0807b59e34d59b08c0835100df",
  ]

  @Test func `released steps are as they were`() {
    #expect(Schema.steps.prefix(Self.released.count).map { sha256Hex($0) } == Self.released)
    #expect(Schema.version == Self.released.count, "a new format asks for its hash and a test here")
  }

  /// Makes a record of an earlier format that holds what another one holds, as far as that format has room for it.
  static func makeOld(_ format: Int, at path: String, of new: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let old = try DatabaseQueue(path: path, configuration: configuration)
    try old.writeWithoutTransaction { db in
      for step in Schema.steps.prefix(format) { try db.execute(sql: step) }
      try db.execute(
        sql: """
          PRAGMA application_id = \(RecordFile.applicationID); PRAGMA user_version = \(format);
          ATTACH '\(new)' AS new;
          """)
      let tables = try String.fetchAll(
        db,
        sql: """
          SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'report_words%'
          """)
      for table in tables {
        func columns(_ schema: String) throws -> [String] {
          try String.fetchAll(
            db, sql: "SELECT name FROM pragma_table_info('\(table)', '\(schema)')")
        }
        let known = try columns("new")
        let shared = try columns("main").filter(known.contains).joined(separator: ", ")
        try db.execute(
          sql: "INSERT OR REPLACE INTO main.\(table) (\(shared)) SELECT \(shared) FROM new.\(table)"
        )
      }
      try db.execute(
        sql: "INSERT INTO report_words (report_words) VALUES ('rebuild'); DETACH new;")
    }
    try old.close()
  }

  /// What a record answers, to be held beside what another one does.
  struct Answers: Equatable {
    var incidents: [IncidentRow]
    var pages: [[UInt8]]
    var speakers: [SpeakerRow]
    var found: [String]
    var origins: [[String]]
    var layers: [String]

    init(_ file: RecordFile) throws {
      incidents = try file.incidents()
      pages = try incidents.map {
        try file.incident($0.id).map { IncidentJSON.line($0, whole: true) } ?? []
      }
      speakers = try file.speakers(RecordFilter())
      found = try file.search("convoy", RecordFilter()).map(\.report.id)
      var origins: [[String]] = []
      try file.forEachOrigin { origins.append($0.reports) }
      self.origins = origins
      layers = try file.pool.read { db in
        try Row.fetchAll(
          db, sql: "SELECT * FROM layer_entry ORDER BY report, n, layer"
        ).map { row in row.map { "\($0.0)=\($0.1)" }.joined(separator: " ") }
      }
    }
  }

  @Test(
    .enabled(if: SampleRecord.isPossible, "The small model is not installed."),
    arguments: 1..<released.count)
  func `a record of an earlier format answers as one that was made now`(_ format: Int) throws {
    try SampleRecord.withPath { path in
      let (first, last) = (SampleRecord.reports.dropLast(), SampleRecord.reports.suffix(1))
      let new = try SampleRecord.make(at: path, of: Array(first))
      let view = try IncidentGoldenTests.convoy(new)
      let judged = try #require(view.accounts.first)
      try new.judge(
        .reject, report: judged.report, account: judged.account.number, JudgingTests.decision)
      try new.pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
      let old = path + ".old"
      try Self.makeOld(format, at: old, of: path)
      let file = try RecordFile(path: old)
      #expect(try file.status().schema == Schema.version)
      #expect(try file.verify().flaws == [])
      #expect(try Answers(file) == Answers(new))
      // It goes on as the other does.
      for record in [file, new] { _ = try record.add(Array(last)) }
      #expect(try Answers(file) == Answers(new))
      #expect(try file.verify().flaws == [])
    }
  }
}
