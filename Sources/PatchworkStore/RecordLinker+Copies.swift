import GRDB
import PatchworkLinking
import PatchworkText

extension RecordLinker {
  /// Compares a report with those of the weeks around it that share fingerprints, and joins it to its origin; another version
  /// of it is no copy.
  func findCopies(of row: Int64, text: String, in db: Database) throws {
    let day = try Int.fetchOne(db, sql: "SELECT day FROM report WHERE row = ?", arguments: [row])
    let week = Self.week(day)
    let words = ReportWords(text)
    let prints = Set(winnowing.fingerprints(of: words).map { Int64(bitPattern: $0.hash) })
    let candidates = try self.candidates(prints, week: week, in: db)
    let insert = try db.cachedStatement(sql: "INSERT OR IGNORE INTO fingerprint VALUES (?, ?, ?)")
    for hash in prints.sorted() { try insert.execute(arguments: [week, hash, row]) }
    for other in candidates {
      guard
        let found = try Row.fetchOne(
          db,
          sql: """
            SELECT text, day FROM report
            WHERE row = ?1 AND id != (SELECT id FROM report WHERE row = ?2)
            """, arguments: [other, row])
      else { continue }
      if let day, let otherDay: Int = found["day"], abs(day - otherDay) > copies.days { continue }
      let otherWords = ReportWords(found["text"])
      let shared = SharedText(words, otherWords, winnowing: winnowing)
      var relation = copies.relation(shared)
      guard relation != .none else { continue }
      if relation == .utterance, try refutes(row, other, shared, words, otherWords, in: db) {
        relation = .copy
      }
      try keep(shared, relation, of: row, words, other: other, otherWords, in: db)
      if relation == .copy { try join(row, other, in: db) }
    }
  }

  /// Whether one of two reports quotes the other's own words in order to refute them: then those words have one origin.
  private func refutes(
    _ row: Int64, _ other: Int64, _ shared: SharedText, _ words: ReportWords,
    _ otherWords: ReportWords, in db: Database
  ) throws -> Bool {
    let passages = shared.passages.map { (own: $0.first, quoting: $0.second) }
    for (quoting, spans) in [
      (other, copies.quotation(of: words, in: otherWords, passages, shared)),
      (row, copies.quotation(of: otherWords, in: words, passages.map { ($1, $0) }, shared)),
    ] {
      guard let spans,
        let report = try Row.fetchOne(
          db, sql: "SELECT title, text FROM report WHERE row = ?", arguments: [quoting])
      else { continue }
      if try isRefutation(
        quoting, title: report["title"], text: report["text"], reproduced: spans, in: db)
      {
        return true
      }
    }
    return false
  }

  /// Reports of a week, the two before and the two after that share at least two fingerprints, most first.
  private func candidates(_ prints: Set<Int64>, week: Int, in db: Database) throws -> [Int64] {
    let probe = try db.cachedStatement(
      sql: "SELECT report FROM fingerprint WHERE week = ? AND hash = ? LIMIT ?")
    var shared: [Int64: Int] = [:]
    for near in week - 2...week + 2 {
      for hash in prints {
        let reports = try Int64.fetchAll(
          probe, arguments: [near, hash, Self.mostReports + 1])
        guard reports.count <= Self.mostReports else { continue }
        for report in reports { shared[report, default: 0] += 1 }
      }
    }
    return shared.filter { $0.value >= 2 }
      .sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  private func keep(
    _ shared: SharedText, _ relation: CopyRule.Relation, of row: Int64, _ words: ReportWords,
    other: Int64, _ otherWords: ReportWords, in db: Database
  ) throws {
    let insert = try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO passage VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for passage in shared.passages {
      let (here, there) = (words.span(of: passage.first), otherWords.span(of: passage.second))
      try insert.execute(arguments: [
        row, here.start, here.end, other, there.start, there.end, passage.first.count,
        passage.ownWords, relation.rawValue,
      ])
    }
  }

  /// Makes one origin of the origins of two reports, named for the first by publication.
  private func join(_ a: Int64, _ b: Int64, in db: Database) throws {
    let origins = try Int64.fetchAll(
      db, sql: "SELECT DISTINCT origin FROM report WHERE row IN (?, ?)", arguments: [a, b])
    guard origins.count == 2 else { return }
    let members = try Int64.fetchAll(
      db,
      sql: """
        SELECT row FROM report WHERE origin IN (?, ?)
        ORDER BY day IS NULL, day, published, id, version
        """, arguments: [origins[0], origins[1]])
    guard let first = members.first else { return }
    try db.execute(
      sql: "UPDATE report SET origin = ? WHERE origin IN (?, ?)",
      arguments: [first, origins[0], origins[1]])
  }

  /// The week of a day, or of nothing known.
  static func week(_ day: Int?) -> Int { day.map { Int((Double($0) / 7).rounded(.down)) } ?? 0 }
}
