import Foundation
import Testing

/// Every list of a record, from the built program: for people, as JSON lines and as CSV, narrowed, and the same each time.
@Suite(
  .enabled(if: Built.program != nil, "The program is not beside the tests."),
  .enabled(if: Built.hasModel, "The language model is not installed (make setup)."))
struct RecordListsTests {
  static let lists: [[String]] = [
    ["reports"], ["incidents"], ["speakers"], ["speaker", "Kerry"], ["actors"], ["origins"],
    ["search", "convoy"],
  ]

  /// A record of the samples.
  static func withRecord(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "samples.record").path
    let samples = Built.package.appendingPathComponent("Samples").path
    let names = try FileManager.default.contentsOfDirectory(atPath: samples)
      .filter { $0.hasSuffix(".txt") || $0.hasSuffix(".html") }.sorted()
    #expect(try Built.run(["init", "--db", path]).status == 0)
    #expect(try Built.run(["add", "--db", path] + names.map { samples + "/" + $0 }).status == 0)
    try body(path)
  }

  @Test func `every list prints a table, JSON lines and CSV of as many rows`() throws {
    try Self.withRecord { path in
      for list in Self.lists {
        func run(_ format: String, _ more: [String] = []) throws -> [Substring] {
          let verb = [list[0], "--db", path, "--to", format] + more + list.dropFirst()
          let done = try Built.run(verb)
          #expect(done.status == 0, "\(verb): \(done.errors)")
          return done.output.split(whereSeparator: \.isNewline)
        }
        let lines = try run("jsonl")
        #expect(!lines.isEmpty, "\(list)")
        for line in lines {
          #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
        }
        // One head line each.
        #expect(try Self.rows(run("csv")) == lines.count + 1, "\(list)")
        #expect(try run("text", ["--width", "400"]).count >= lines.count + 1, "\(list)")
        #expect(try run("jsonl") == lines, "\(list) again")
        // Each narrows, and what nobody told of narrows to nothing.
        for narrow in [
          ["--since", "2016-09-20"], ["--until", "2016-09-20"], ["--place", "Urum al-Kubra"],
          ["--type", "aid-attack"],
        ] {
          #expect(try run("jsonl", narrow).count <= lines.count, "\(list) \(narrow)")
        }
        #expect(try run("jsonl", ["--since", "2031-01-01"]).isEmpty, "\(list)")
        #expect(try run("jsonl", ["--type", "drone-or-overflight", "--place", "Hasakah"]).isEmpty)
      }
    }
  }

  /// How many rows lines of CSV are: a line break within quotation marks is none.
  static func rows(_ lines: [Substring]) -> Int {
    var isOpen = false
    return lines.count { line in
      defer { if !line.count(where: { $0 == "\"" }).isMultiple(of: 2) { isOpen.toggle() } }
      return !isOpen
    }
  }

  @Test func `the journal is listed by day and by number`() throws {
    try Self.withRecord { path in
      let all = try Built.run(["journal", "--db", path, "--to", "jsonl"]).output
        .split(separator: "\n")
      #expect(all.count >= 19)
      func count(_ more: String...) throws -> Int {
        try Built.run(["journal", "--db", path, "--to", "jsonl"] + more).output
          .split(separator: "\n").count
      }
      #expect(try count("--after", "10") == all.count - 10)
      #expect(try count("--since", "2031-01-01") == 0)
      #expect(try count("--until", "2031-01-01") == all.count)
    }
  }

  /// Rows of other sets on the convoy of 19 September 2016, in the sets' own columns.
  static let rows: [(set: String, table: String, report: String)] = [
    (
      "acled",
      """
      event_id_cnty,event_date,time_precision,sub_event_type,actor1,location,admin1,latitude,longitude,geo_precision,source,notes,fatalities
      SYR1,19 September 2016,1,Air/drone strike,Military Forces of Russia,Urum al-Kubra,Aleppo,36.148,36.947,1,A monitor,An aid convoy was hit.,20
      """, "acled-SYR1"
    ),
    (
      "ucdp",
      """
      id,type_of_violence,side_a,side_b,where_coordinates,adm_1,latitude,longitude,where_prec,date_start,date_end,date_prec,best,low,high
      77,3,Government of Syria,Civilians,Urum al-Kubra,Aleppo,36.148,36.947,1,2016-09-19,2016-09-19,1,20,12,21
      """, "ucdp-77"
    ),
    (
      "airwars",
      """
      code,date,location,latitude,longitude,strike_type,killed_min,killed_max,injured_min,injured_max,belligerent,grade,narrative,url
      RS1288,2016-09-19,Urum al-Kubra,36.14755,36.94482,Airstrike,12,20,14,21,Russian Military,Contested,An aid convoy was hit.,
      """, "airwars-RS1288"
    ),
  ]

  @Test(.enabled(if: Built.hasGazetteer, "The gazetteer is not installed (make setup)."))
  func `rows of other sets stand on the incident that they tell of, as sources beside ours`() throws
  {
    try Self.withRecord { path in
      for row in Self.rows {
        let file = path + "." + row.set
        try Data(row.table.utf8).write(to: URL(filePath: file))
        let done = try Built.run(["import", "--db", path, "--as", row.set, file])
        #expect(done.status == 0, "\(done.errors)")
        let incidents = try Built.run(["incidents", "--db", path, "--to", "jsonl"]).output
          .split(separator: "\n")
          .compactMap { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
        let convoy = try #require(
          incidents.filter { $0["type"] as? String == "aid-attack" }
            .max { ($0["accounts"] as? [Any])?.count ?? 0 < ($1["accounts"] as? [Any])?.count ?? 0 }
        )
        let accounts = try #require(convoy["accounts"] as? [[String: Any]])
        let own = try #require(accounts.first { $0["report"] as? String == row.report })
        #expect(own["origin"] as? String == row.report)
        // The same row again is known.
        let again = try Built.run(["import", "--db", path, "--as", row.set, file])
        #expect(again.output.contains("0 rows added"), "\(again.output)")
      }
    }
  }
}
