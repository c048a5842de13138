import GRDB
import PatchworkRecord
import Testing

@testable import PatchworkStore

/// What lists are made from, against the same counted from all accounts.
@Suite(.enabled(if: SampleRecord.isPossible, "The small model is not installed."))
struct CountedTests {
  private func isRight(_ file: RecordFile) throws {
    let (kept, counted, tally, accounts) = try file.pool.read { db in
      (
        try Row.fetchAll(
          db, sql: "SELECT who, is_named, kind, accounts, reports FROM speaker ORDER BY 1, 2"),
        try Row.fetchAll(
          db,
          sql: """
            SELECT who, kind NOT IN ('author', 'unstated', 'anonymous') AS is_named,
              min(kind) AS kind, count(*) AS accounts, count(DISTINCT report) AS reports
            FROM account WHERE who != '' GROUP BY 1, 2 ORDER BY 1, 2
            """), try Int.fetchOne(db, sql: "SELECT n FROM tally WHERE name = 'accounts'"),
        try Int.fetchOne(
          db,
          sql:
            "SELECT count(*) FROM account a JOIN report r ON r.row = a.report AND r.is_latest = 1")
      )
    }
    #expect(kept == counted)
    #expect(kept.count > 0)
    #expect(tally == accounts)
    let (all, status) = (try file.tally(), try file.status())
    #expect(all.accounts == status.accounts && all.reports == status.reports)
    #expect(all.incidents == status.incidents && all.versions == status.versions)
    #expect(all.speakers == status.speakers && all.entries == status.entries)
    #expect(all.first == status.first && all.last == status.last)
    // The table of speakers and the accounts themselves give the same list.
    var every = RecordFilter()
    let listed = try file.speakers(every)
    every.until = CivilDay(number: 1_000_000)
    every.since = nil
    for row in listed.prefix(20) {
      var one = RecordFilter()
      one.names = [row.who]
      #expect(try file.accountCount(one) >= row.accounts)
      #expect(try file.speakers(one).first?.reports == row.reports)
    }
    #expect(try file.speakerCount(RecordFilter()) == listed.count)
  }

  @Test func `speakers are counted as they come, with new versions and new readings`() throws {
    try SampleRecord.withPath { path in
      let file = try SampleRecord.make(at: path, of: SampleRecord.reports, batch: 5)
      try isRight(file)
      _ = try file.add([
        try SampleRecord.new(
          id: "wire-1", "Shells killed three people in Aleppo on Monday, John Kerry said.",
          published: "2016-09-20")
      ])
      _ = try file.add([
        try SampleRecord.new(
          id: "wire-1", "Shells killed four people in Aleppo on Monday, a doctor said.",
          published: "2016-09-21")
      ])
      try isRight(file)
      var again: [(row: Int64, reading: Reading, report: Report)] = []
      try file.forEachStoredReport(batch: 10) { originals in
        for original in originals where again.count < 4 {
          guard let stored = try file.report(original.id) else { continue }
          let new = try SampleRecord.new(
            id: original.id, stored.text, published: "2016-09-24")
          var reading = new.reading
          if !reading.accounts.isEmpty {
            reading.accounts[0].source.who = "Somebody Else"
            reading.accounts[0].source.kind = .person
          }
          again.append((original.row, reading, new.report))
        }
      }
      _ = try file.replaceReadings(again, tool: "test", at: "2016-10-01T00:00:00Z")
      try isRight(file)
      #expect(try file.verify().flaws == [])
    }
  }

  @Test func `what is rare and what is common is found alike`() throws {
    try SampleRecord.withPath { path in
      let file = try SampleRecord.make(at: path, of: SampleRecord.reports)
      for stance in Stance.allCases {
        var filter = RecordFilter()
        filter.stance = stance
        let found = Set(try file.incidents(filter).map(\.id))
        let slow = try file.pool.read { db in
          try Set(
            String.fetchAll(
              db,
              sql: """
                SELECT i.id FROM incident i WHERE EXISTS (SELECT 1 FROM occurrence o
                  JOIN account a ON a.report = o.report
                  WHERE o.incident = i.row AND a.stance = ?)
                """, arguments: [stance.rawValue]))
        }
        #expect(found == slow, "\(stance)")
        #expect(try file.incidentPicture(filter, places: 10).total == found.count)
        #expect(try file.reportCount(filter).count == file.reports(filter).count)
      }
    }
  }

  @Test func `days narrow incidents as they do when all are looked at`() throws {
    try SampleRecord.withPath { path in
      let file = try SampleRecord.make(at: path, of: SampleRecord.reports)
      let all = try file.incidents()
      for number in stride(from: 17_040, to: 17_080, by: 5) {
        var filter = RecordFilter()
        (filter.since, filter.until) = (CivilDay(number: number), CivilDay(number: number + 6))
        let expected = all.filter {
          $0.days.map { $0.upperBound.number >= number && $0.lowerBound.number <= number + 6 }
            ?? false
        }
        #expect(try file.incidents(filter).map(\.id) == expected.map(\.id))
      }
    }
  }
}
