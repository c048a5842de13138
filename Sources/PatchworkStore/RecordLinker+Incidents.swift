import Foundation
import GRDB
import PatchworkLinking
import PatchworkRecord

extension RecordLinker {
  /// Reads the occurrences of new reports, compares them with those of the weeks around them, and links again all that
  /// hangs together with them.
  func linkOccurrences(of rows: [Int64], in db: Database) throws {
    var fresh: [Int64] = []
    for row in rows {
      guard let report = try Self.linkedReport(row, in: db) else { continue }
      for occurrence in reader.occurrences(of: report) {
        fresh.append(try insert(occurrence, of: row, in: db))
      }
    }
    for row in fresh { try compare(row, in: db) }
    try place(fresh, in: db)
  }

  /// Reads the occurrences of changed reports anew in the place of the old ones, those of older versions too; incidents keep
  /// their codes, and bonds go to the occurrence with most of the old one's accounts and telling words.
  func replaceOccurrences(of rows: [Int64], in db: Database) throws {
    var around: Set<Int64> = []
    // What was of one incident with an occurrence that goes may come apart.
    func beside(_ row: Int64) throws {
      around.formUnion(try neighbours(of: row, in: db))
      around.formUnion(
        try Int64.fetchAll(
          db,
          sql: """
            SELECT o.row FROM occurrence o JOIN occurrence own ON own.incident = o.incident
            WHERE own.row = ? AND o.row <> own.row
            """, arguments: [row]))
    }
    // A report that is read anew by itself, or as the next version of one; older versions tell nothing.
    let versions = "(SELECT row FROM report WHERE id = (SELECT id FROM report WHERE row = ?))"
    let isLatest = try db.cachedStatement(
      sql: "SELECT EXISTS (SELECT 1 FROM report WHERE row = ? AND is_latest = 1)")
    for row in rows where try Bool.fetchOne(isLatest, arguments: [row]) ?? false {
      let old = try Row.fetchAll(
        db, sql: "SELECT row, payload, incident FROM occurrence WHERE report IN \(versions)",
        arguments: [row])
      let new = try Self.linkedReport(row, in: db).map { reader.occurrences(of: $0) } ?? []
      var left = old.map { ($0["row"] as Int64, OccurrencePayload(json: $0["payload"])) }
      try db.execute(
        sql: "UPDATE occurrence SET number = -1 - number WHERE report IN \(versions)",
        arguments: [row])
      kept.removeAll()
      for occurrence in new {
        let (accounts, words) = (Set(occurrence.accounts), Set(occurrence.words))
        let shared = left.map { _, payload in
          payload.map {
            accounts.intersection($0.accounts).count + words.intersection($0.words).count
          } ?? 0
        }
        if let most = shared.max(), most > 0, let heir = shared.firstIndex(of: most) {
          let kept = left.remove(at: heir).0
          try beside(kept)
          try write(occurrence, of: row, to: kept, in: db)
          around.insert(kept)
        } else {
          around.insert(try insert(occurrence, of: row, in: db))
        }
      }
      for (gone, _) in left {
        try beside(gone)
        try remove(gone, in: db)
        around.remove(gone)
      }
    }
    for row in around { try compare(row, in: db) }
    try place(around.sorted(), in: db)
    try db.execute(
      sql:
        "DELETE FROM incident WHERE NOT EXISTS (SELECT 1 FROM occurrence o WHERE o.incident = incident.row)"
    )
  }

  private func neighbours(of row: Int64, in db: Database) throws -> [Int64] {
    try Int64.fetchAll(db, sql: "SELECT b FROM likeness WHERE a = ?", arguments: [row])
  }

  private func remove(_ row: Int64, in db: Database) throws {
    kept[row] = nil
    for sql in [
      "DELETE FROM likeness WHERE a = ?1 OR b = ?1", "DELETE FROM doubt WHERE a = ?1 OR b = ?1",
      "DELETE FROM bond WHERE a = ?1 OR b = ?1", "DELETE FROM occurrence_key WHERE occurrence = ?1",
      "DELETE FROM occurrence WHERE row = ?1",
    ] { try db.execute(sql: sql, arguments: [row]) }
  }

  private func write(
    _ occurrence: Occurrence, of report: Int64, to row: Int64, in db: Database
  ) throws {
    try db.execute(sql: "DELETE FROM likeness WHERE a = ?1 OR b = ?1", arguments: [row])
    try db.execute(sql: "DELETE FROM occurrence_key WHERE occurrence = ?", arguments: [row])
    kept[row] = nil
    let (family, week) = (family(of: occurrence), week(of: occurrence))
    try db.execute(
      sql:
        "UPDATE occurrence SET report = ?, number = ?, family = ?, week = ?, day = ?, payload = ? WHERE row = ?",
      arguments: [
        report, occurrence.number, family, week, occurrence.published?.number ?? .max,
        OccurrencePayload(occurrence).json, row,
      ])
    try insertKeys(of: occurrence, to: row, in: db)
  }

  private func family(of occurrence: Occurrence) -> String {
    families.entry(occurrence.types[0]).family
  }

  private func week(of occurrence: Occurrence) -> Int {
    Self.week(occurrence.days?.lowerBound.number ?? occurrence.published?.number)
  }

  /// The weeks that an occurrence can have been in: those of its first and of its last day.
  private func weeks(of occurrence: Occurrence) -> ClosedRange<Int> {
    let days = occurrence.times.flatMap { [$0.lowerBound.number, $0.upperBound.number] }
    guard let first = days.min(), let last = days.max() else {
      let week = week(of: occurrence)
      return week...week
    }
    return Self.week(first)...Self.week(last)
  }

  private func insertKeys(of occurrence: Occurrence, to row: Int64, in db: Database) throws {
    let weeks = Set([weeks(of: occurrence).lowerBound, weeks(of: occurrence).upperBound]).sorted()
    let insert = try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO occurrence_key VALUES (?, ?, ?)")
    for key in Self.keys(of: occurrence, family(of: occurrence)) {
      for week in weeks { try insert.execute(arguments: [key, week, row]) }
    }
  }

  /// A stored report with its reading, or nil where its reading cannot be read.
  static func linkedReport(_ row: Int64, in db: Database) throws -> LinkedReport? {
    guard
      let found = try Row.fetchOne(
        db.cachedStatement(
          sql: "SELECT id, day, text, reading, reading_length FROM report WHERE row = ?"),
        arguments: [row])
    else { return nil }
    let packed: [UInt8] = Array(found["reading"] as Data)
    guard let line = Packed.unpack(packed, length: found["reading_length"]) else { return nil }
    let text: String = found["text"]
    let day: Int? = found["day"]
    return LinkedReport(
      id: found["id"], published: day.map(CivilDay.init(number:)), text: text,
      reading: try RecordFile.withHandAccounts(
        try Reading(json: line, text: text), of: found["id"], text: text, in: db))
  }

  private func insert(_ occurrence: Occurrence, of row: Int64, in db: Database) throws -> Int64 {
    let payload = OccurrencePayload(occurrence).json
    let (family, week) = (family(of: occurrence), week(of: occurrence))
    try db.cachedStatement(
      sql: """
        INSERT INTO occurrence (report, number, family, week, day, payload, reasons)
        VALUES (?, ?, ?, ?, ?, ?, '')
        """
    ).execute(arguments: [
      row, occurrence.number, family, week, occurrence.published?.number ?? .max, payload,
    ])
    let new = db.lastInsertedRowID
    try insertKeys(of: occurrence, to: new, in: db)
    return new
  }

  /// By what an occurrence is found: its telling words, its own places, and the places that those lie in, each kind apart.
  private static func keys(of occurrence: Occurrence, _ family: String) -> [Int64] {
    var keys = occurrence.words.map { Int64(bitPattern: $0) }
    for place in occurrence.places {
      guard let id = place.id else { continue }
      keys.append(stableHash("\(family) at \(id)"))
      keys += ([id] + place.within.dropLast()).map { stableHash("\(family) within \($0)") }
    }
    return keys
  }

  /// What to look for: the same telling words, the same places, places within the own ones, places that they lie in.
  private static func probes(of occurrence: Occurrence, _ family: String) -> [Int64] {
    var probes = occurrence.words.map { Int64(bitPattern: $0) }
    for place in occurrence.places {
      guard let id = place.id else { continue }
      probes.append(stableHash("\(family) within \(id)"))
      probes += place.within.dropLast().map { stableHash("\(family) at \($0)") }
    }
    return probes
  }

  /// Occurrences that have a key, at most so many as are looked at: those of some weeks, then those of the weeks before and
  /// after, the nearest weeks first.
  private func holders(
    of key: Int64, around weeks: ClosedRange<Int>, in db: Database
  ) throws -> Set<Int64> {
    let (first, last) = (weeks.lowerBound, weeks.upperBound)
    var found: Set<Int64> = []
    for (order, from, to) in [
      ("DESC", first, last), ("DESC", first - Self.weeksAround, first - 1),
      ("ASC", last + 1, last + Self.weeksAround),
    ] where found.count < Self.mostOfAKey {
      let probe = try db.cachedStatement(
        sql: """
          SELECT occurrence FROM occurrence_key WHERE key = ? AND week BETWEEN ? AND ?
          ORDER BY week \(order), occurrence \(order) LIMIT ?
          """)
      found.formUnion(
        try Int64.fetchAll(probe, arguments: [key, from, to, Self.mostOfAKey - found.count]))
    }
    return found
  }

  /// Keeps the occurrences that one is like; what is only possibly the same is kept as a doubt.
  private func compare(_ row: Int64, in db: Database) throws {
    guard let own = try occurrences([row], in: db).first?.occurrence else { return }
    var shared: [Int64: Int] = [:]
    for key in Self.probes(of: own, family(of: own)) {
      for other in try holders(of: key, around: weeks(of: own), in: db) where other != row {
        shared[other, default: 0] += 1
      }
    }
    // Those with most in common first, of equal ones the newest.
    let candidates = shared.sorted { ($1.value, $1.key) < ($0.value, $0.key) }
      .prefix(Self.mostCandidates).map(\.key)
    let like = try db.cachedStatement(sql: "INSERT OR REPLACE INTO likeness VALUES (?, ?, ?)")
    let doubt = try db.cachedStatement(sql: "INSERT OR REPLACE INTO doubt VALUES (?, ?, ?, ?)")
    for other in try occurrences(candidates, in: db) {
      guard let match = matcher.match(own, other.occurrence), match.isGrounded,
        match.score > 0
          || own.report != other.occurrence.report && match.score >= matcher.weights.possibly
      else { continue }
      if match.score > 0 {
        try like.execute(arguments: [row, other.row, match.score])
        try like.execute(arguments: [other.row, row, match.score])
      } else {
        try doubt.execute(
          arguments: [
            min(row, other.row), max(row, other.row), match.score, Self.text(of: match),
          ])
      }
    }
  }

  /// Stored occurrences by their rows, for the writer within its transaction, which alone may keep them.
  func occurrences(
    _ rows: some Collection<Int64>, in db: Database
  ) throws -> [(row: Int64, occurrence: Occurrence)] {
    try rows.compactMap { row in
      if let known = kept[row] { return (row, known) }
      guard let occurrence = try Self.occurrence(row, in: db) else { return nil }
      kept[row] = occurrence
      return (row, occurrence)
    }
  }

  /// A stored occurrence, or nil where there is none.
  static func occurrence(_ row: Int64, in db: Database) throws -> Occurrence? {
    let fetch = try db.cachedStatement(
      sql: """
        SELECT o.payload, o.number, r.id, r.day FROM occurrence o JOIN report r ON r.row = o.report
        WHERE o.row = ?
        """)
    guard let found = try Row.fetchOne(fetch, arguments: [row]),
      let payload = OccurrencePayload(json: found["payload"])
    else { return nil }
    let day: Int? = found["day"]
    return payload.occurrence(
      report: found["id"], number: found["number"], published: day.map(CivilDay.init(number:)))
  }
}
