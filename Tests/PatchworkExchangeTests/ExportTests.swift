import Foundation
import PatchworkDisclosure
import PatchworkExchange
import PatchworkRecord
import PatchworkStore
import Testing

struct ExportTests {
  private func record(
    _ file: RecordFile, _ right: Right = .redacted, on day: String = "2016-09-21"
  ) throws -> DisclosedRecord {
    let today = try #require(CivilDay(iso: day))
    return try DisclosedRecord(file, right: right, on: today, register: DisclosureRegister())
  }

  /// The whole export of a record's incidents.
  private func export(
    _ format: ExportFormat, _ record: DisclosedRecord
  ) throws -> (text: String, about: ExportAbout) {
    let tables = try ExportTables()
    var about = ExportAbout(
      right: record.right, on: record.day, filter: "",
      sources: [.init(title: "Places", licence: "CC BY", attribution: "By Places.", url: "")],
      tables: tables)
    var collection = GeoJSONCollection(tables: tables)
    let table = EventTable(format, tables: tables)
    var bytes = table?.head() ?? (format == .geojson ? collection.head() : [])
    about.removals = try record.forEachIncident(RecordFilter()) { shown in
      about.add(shown.value)
      let event = ExportedEvent(shown.value) { _ in
        AdminArea(name: "Aleppo", kind: "governorate", order: 1, pcode: "SY02", country: "SY")
      }
      if let table { bytes += table.row(event) }
      if format == .geojson { bytes += collection.feature(event) }
      if format == .html { bytes += Dossier(event, about: about, tables: tables).bytes() }
    }
    if format == .geojson { bytes += collection.tail(about) }
    return (String(decoding: bytes, as: UTF8.self), about)
  }

  // Seed 17 once let the identifier of another report through, as the origin of a copy.
  @Test(arguments: [0, 1, 2, 3, 4, 5, 6, 17])
  func `nothing severe of a record survives in any form`(_ seed: Int) throws {
    let made = MadeRecord(seed: UInt64(seed))
    try made.withFile { file in
      let record = try record(file)
      var all = ""
      for format in ExportFormat.allCases {
        let (text, about) = try export(format, record)
        all += text + about.lines().joined()
        #expect(about.removals.count(of: .name) > 0)
        #expect(about.removals.count(of: .coordinates) > 0)
      }
      // A report is had by the identifier that is shown of it.
      for row in try record.reports(RecordFilter()).value {
        let shown = try record.report(row.id)
        let report = try #require(shown?.value)
        all += String(decoding: JSONLine.of(report.report, report.reading), as: UTF8.self)
        all += "\(report.row) \(report.url) \(report.judgements)"
      }
      all += "\(try record.reports(RecordFilter()).value)"
      all += "\(try record.accounts(RecordFilter()).value)"
      all += "\(try record.speakers(RecordFilter()).value)"
      all += "\(try record.search("hospital", RecordFilter()).value)"
      all += "\(try record.search("convoy", RecordFilter()).value)"
      let folded = all.lowercased()
      for word in made.severe {
        let stays = folded.contains(word.lowercased())
        #expect(!stays, "\(word), seed \(seed)")
      }
      #expect(all.contains("Jets struck a hospital"))
      #expect(all.contains("Russia’s defence ministry"))
    }
  }

  @Test func `under a warrant the names come along, and the export says under whose`() throws {
    let made = MadeRecord(seed: 7)
    try made.withFile { file in
      let warrant = try #require(Warrant(who: "R. Haddad", reason: "court order 12"))
      let (text, about) = try export(.html, record(file, .full(warrant)))
      #expect(made.severe.prefix(2).allSatisfy { text.contains($0) })
      #expect(about.removals.isEmpty)
      #expect(about.lines().contains("Not redacted, by R. Haddad: court order 12"))
    }
  }

  @Test(arguments: [(ExportFormat.acled, 31), (.csv, 37), (.hxl, 32)])
  func `tables are as wide as their heads, in an order that stays`(
    _ format: ExportFormat, _ width: Int
  ) throws {
    try MadeRecord(seed: 3, reports: 8).withFile { file in
      let first = try export(format, record(file))
      let second = try export(format, record(file))
      #expect(first.text == second.text)
      let table = try CSVTable(Array(first.text.utf8))
      #expect(table.columns.count == width)
      #expect(table.rows.count == first.about.rows + (format == .hxl ? 1 : 0))
      for row in table.rows { #expect(row.count == width) }
    }
  }

  @Test func `a row has the names and numbers of its set`() throws {
    try MadeRecord(seed: 3).withFile { file in
      let record = try record(file)
      let acled = try CSVTable(Array(try export(.acled, record).text.utf8))
      let row = try #require(acled.rows.first)
      func field(_ column: String) -> String? { acled.field(column, of: row) }
      #expect(field("event_type") == "Explosions/Remote violence")
      #expect(field("sub_event_type") == "Air/drone strike")
      #expect(field("event_date") == "2016-09-19")
      #expect(field("time_precision") == "1")
      #expect(field("iso") == "760")
      #expect(field("admin1") == "Aleppo")
      #expect(field("geo_precision") == "2")
      #expect(field("event_id_cnty")?.hasPrefix("SYR") == true)
      #expect(field("notes")?.contains("fatalities is the smallest number told") == true)
      let gdelt = try export(.gdelt, record).text.split(separator: "\n")
      let fields = try #require(gdelt.first).split(
        separator: "\t", omittingEmptySubsequences: false)
      #expect(fields.count == 61)
      #expect(fields[1] == "20160919")
      #expect(fields[26] == "195")
      #expect(fields[29] == "4")
      #expect(fields[53] == "SY")
    }
  }

  @Test func `every export names sources, licences, conventions and what was left out`() throws {
    try MadeRecord(seed: 5).withFile { file in
      let about = try export(.csv, record(file)).about
      let text = about.lines().joined(separator: "\n")
      for words in [
        "Wire: 4 reports", "Places (CC BY): By Places.", "Grade fair:", "Redacted",
        "no public office of the person is stated", "severe place",
      ] {
        #expect(text.contains(words), "\(words)")
      }
      var json = JSONWriter()
      about.write(to: &json)
      let object = try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: Any]
      #expect((object?["left_out"] as? [Any])?.isEmpty == false)
      #expect(object?["right"] as? String == "redacted")
    }
  }

  @Test func `a dossier fetches nothing and runs nothing`() throws {
    try MadeRecord(seed: 9).withFile { file in
      let text = try export(.html, record(file)).text
      for part in ["<script", "<link", "<img", "@import", "url(", " href=", " src=", "javascript:"]
      {
        #expect(!text.contains(part), "\(part)")
      }
      #expect(text.contains("default-src 'none'"))
    }
  }

  @Test func `taking out everything is kept in the journal`() throws {
    try MadeRecord(seed: 1).withFile { file in
      try file.enterDisclosure(
        of: "export csv",
        Decision(who: "R. Haddad", at: "2016-10-02T00:00:00Z", reason: "court order 12"))
      var entries: [JournalEntry] = []
      try file.forEachEntry { entries.append($0) }
      #expect(entries.last?.action == "disclose")
      #expect(entries.last?.reason == "court order 12")
      #expect(try file.verify().flaws.isEmpty)
      #expect(throws: JudgementError.self) {
        try file.enterDisclosure(of: "export csv", Decision(who: "R. Haddad", at: "", reason: ""))
      }
    }
  }
}
