import GRDB

extension RecordFile {
  /// Calls with the name and the description of every person whom reports describe, each pair once, of reports that came
  /// after a row; returns the row of the last report.
  public func forEachDescribedPerson(
    after row: Int64 = 0, _ body: (String, String) throws -> Void
  ) throws -> Int64 {
    try pool.read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT DISTINCT who, role FROM account NOT INDEXED
          WHERE report > ? AND kind = 'person' AND role != '' AND who != ''
          """, arguments: [row])
      while let found = try rows.next() { try body(found["who"], found["role"]) }
      return try Int64.fetchOne(db, sql: "SELECT max(row) FROM report") ?? 0
    }
  }

  /// Calls with the identifier of every report that came after a row; returns the row of the last one.
  public func forEachReportIdentifier(
    after row: Int64 = 0, _ body: (String) throws -> Void
  ) throws -> Int64 {
    try pool.read { db in
      let rows = try String.fetchCursor(
        db, sql: "SELECT id FROM report WHERE row > ?", arguments: [row])
      while let id = try rows.next() { try body(id) }
      return try Int64.fetchOne(db, sql: "SELECT max(row) FROM report") ?? 0
    }
  }

  /// Enters in the journal that somebody sees or takes out what is otherwise left out; returns the number of the entry.
  @discardableResult
  public func enterDisclosure(of subject: String, _ decision: Decision) throws -> Int {
    try changing(decision, inEveryMode: true) { db in
      try Journal.append(
        at: decision.at, who: decision.who, action: "disclose", subject: subject,
        reason: decision.reason, in: db)
    }
  }
}
