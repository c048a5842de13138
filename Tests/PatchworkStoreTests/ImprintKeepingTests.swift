import Foundation
import GRDB
import PatchworkRecord
import Testing

@testable import PatchworkStore

@Suite struct ImprintKeepingTests {
  /// A report of one sentence with an imprint; nothing was read from it.
  static func new(_ id: String, language: String = "en", _ credits: [Imprint.Credit]) -> NewReport {
    var report = Report(
      id: id, text: "Shells hit the mill.", blocks: [], byline: "Zara Mill", language: language)
    report.imprint.languageConfidence = 0.9
    report.imprint.credits = credits
    report.imprint.modified = SourcedDate(value: "2016-09-21", origin: "json-ld")
    report.imprint.overruled = SourcedDate(value: "2016-09-05", origin: "supplied")
    report.imprint.notes = [Imprint.Note(kind: .update, day: "2016-09-20", text: "UPDATE: more.")]
    return NewReport(
      report: report, reading: Reading(), bytes: Array(id.utf8), isJSONLine: false,
      acquiredAt: "2016-10-01T00:00:00Z", acquiredHow: "test", tool: "test")
  }

  static let mill = Imprint.Credit(
    who: "Zara Mill", role: .byline, isAgency: false, text: "Zara Mill")
  static let wire = Imprint.Credit(
    who: "Reuters", role: .dateline, isAgency: true, text: "(Reuters)")

  @Test func `a record keeps what reports say of their making, and finds them by whom they credit`()
    throws
  {
    try SampleRecord.withPath { path in
      let file = try RecordFile(path: path, create: true)
      let reports = [
        Self.new("a", [Self.mill, Self.wire]), Self.new("b", [Self.mill]),
        Self.new("c", language: "ar", []),
      ]
      _ = try file.add(reports)
      for new in reports {
        let kept = try #require(try file.report(new.report.id))
        #expect(kept.imprint == new.report.imprint)
        #expect(kept.language == new.report.language)
        #expect(kept.report.imprint == new.report.imprint)
      }
      var filter = RecordFilter()
      for (part, ids) in [("reuters", ["a"]), ("Mill", ["a", "b"]), ("AFP", [])] {
        filter.credited = part
        #expect(try file.reports(filter).map(\.id) == ids)
      }
      #expect(try file.verify().flaws == [])
    }
  }

  @Test func `reading anew fills in what a record of an earlier format did not keep`() throws {
    try SampleRecord.withPath { path in
      do {
        let old = try DatabaseQueue(path: path)
        try old.write { db in
          for step in Schema.steps.prefix(6) { try db.execute(sql: step) }
          try db.execute(
            sql: "PRAGMA application_id = \(RecordFile.applicationID); PRAGMA user_version = 6")
          var bare = Self.new("a", []).report
          bare.imprint = Imprint()
          let line = JSONLine.of(bare, Reading())
          try db.execute(
            sql: """
              INSERT INTO report VALUES (1, 'a', 1, '', '', '', '', 'en', NULL, NULL, NULL, :text, :hash,
                :bytes, 1, 'b', 'text/plain', 'utf-8', 'bytes', '', '', '', :reading, :length, 1, 0, 1)
              """,
            arguments: [
              "text": bare.text, "hash": sha256Hex(bare.text), "bytes": Data(Packed.pack([0x61])),
              "reading": Data(Packed.pack(line)), "length": line.count,
            ])
        }
        try old.close()
      }
      let before = try RecordFile(path: path, readOnly: true)
      #expect(try before.report("a")?.imprint == Imprint())
      var filter = RecordFilter()
      filter.credited = "Reuters"
      #expect(throws: RecordFileError.older(path: path, version: 6, needed: 7)) {
        try before.reports(filter)
      }
      let file = try RecordFile(path: path)
      #expect(try file.status().schema == Schema.version)
      #expect(try file.report("a")?.imprint == Imprint())
      #expect(try file.reports(filter).isEmpty)
      let new = Self.new("a", [Self.wire])
      let outcome = try file.replaceReadings(
        [(row: 1, reading: Reading(), report: new.report)], tool: "test", at: "2026-01-01T00:00:00Z"
      )
      #expect(outcome.changed == 1)
      #expect(try file.report("a")?.imprint == new.report.imprint)
      #expect(try file.reports(filter).map(\.id) == ["a"])
    }
  }
}
