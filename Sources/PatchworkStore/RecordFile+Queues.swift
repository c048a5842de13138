import GRDB
import PatchworkRecord

/// What waits for a person to look at it.
public enum ReviewQueue: String, Sendable, CaseIterable {
  /// Incidents of several reports that nobody has judged.
  case new
  /// Pairs of incidents that are possibly one.
  case same
  /// Judgements that no longer fit what the machine reads.
  case conflicts
  /// Accounts that were read with little certainty.
  case unsure
}

/// A pair of incidents that are possibly one.
public struct DoubtRow: Hashable, Sendable {
  /// Codes of the two.
  public var first: String
  /// The code of the other.
  public var second: String
  /// The grounds, each with its share.
  public var reasons: String
}

/// An account that was read with little certainty, and why.
public struct UnsureRow: Hashable, Sendable {
  /// The report.
  public var report: String
  /// Number of the account.
  public var account: Int
  /// Why it is unsure: "possible", "speaker not found", "place not resolved".
  public var why: String
}

extension RecordFile {
  private static let unjudged = """
    NOT EXISTS (SELECT 1 FROM judgement j WHERE j.incident = i.id AND j.undone_by IS NULL)
    """
  private static let pairs = """
    SELECT min(x.id, y.id) AS first, max(x.id, y.id) AS second, max(d.score) AS score, d.reasons
    FROM doubt d JOIN occurrence a ON a.row = d.a JOIN occurrence b ON b.row = d.b
    JOIN incident x ON x.row = a.incident JOIN incident y ON y.row = b.incident
    WHERE x.row != y.row
      AND NOT EXISTS (SELECT 1 FROM bond o WHERE o.a = d.a AND o.b = d.b AND o.kind = 'apart')
    GROUP BY 1, 2
    """
  private static let unsure = """
    SELECT r.id AS report, a.n AS n,
      CASE WHEN a.modality = 'possible' THEN 'possible'
        WHEN a.who = '' THEN 'speaker not found' ELSE 'place not resolved' END AS why
    FROM account a JOIN report r ON r.row = a.report
    WHERE r.is_latest = 1 AND a.type IS NOT NULL
      AND (a.modality = 'possible' OR a.who = '' OR (a.place IS NULL AND a.place_name IS NOT NULL))
      AND NOT EXISTS (SELECT 1 FROM judgement j
        WHERE j.report = r.id AND j.n = a.n AND j.undone_by IS NULL)
    """

  /// How much waits in each queue.
  public func queueCounts() throws -> [ReviewQueue: Int] {
    try pool.read { db in
      func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
      return [
        .new: try count("SELECT count(*) FROM incident i WHERE i.reports > 1 AND \(Self.unjudged)"),
        .same: try count("SELECT count(*) FROM (\(Self.pairs))"),
        .conflicts: try count(
          "SELECT count(*) FROM judgement WHERE conflict != '' AND undone_by IS NULL"),
        .unsure: try count("SELECT count(*) FROM (\(Self.unsure))"),
      ]
    }
  }

  /// Codes of incidents of several reports that nobody has judged, those with most accounts first.
  public func newIncidents(limit: Int, offset: Int) throws -> [String] {
    try pool.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT id FROM incident i WHERE i.reports > 1 AND \(Self.unjudged)
          ORDER BY i.accounts DESC, i.id LIMIT ? OFFSET ?
          """, arguments: [limit, offset])
    }
  }

  /// Pairs that are possibly one incident and that nobody has told apart, the most alike first.
  public func doubts(limit: Int, offset: Int) throws -> [DoubtRow] {
    try pool.read { db in
      try Row.fetchAll(
        db, sql: "\(Self.pairs) ORDER BY score DESC, first, second LIMIT ? OFFSET ?",
        arguments: [limit, offset]
      ).map { DoubtRow(first: $0["first"], second: $0["second"], reasons: $0["reasons"]) }
    }
  }

  /// Judgements that no longer fit what the machine reads, in order.
  public func conflicts(limit: Int, offset: Int) throws -> [Judgement] {
    try judgements().filter { !$0.conflict.isEmpty }.dropFirst(offset).prefix(limit).map { $0 }
  }

  /// Accounts that were read with little certainty and that nobody has judged, the newest first.
  public func unsureAccounts(
    limit: Int, offset: Int
  ) throws -> [(row: UnsureRow, account: AccountRow)] {
    let rows = try pool.read { db in
      try Row.fetchAll(
        db, sql: "\(Self.unsure) ORDER BY a.report DESC, a.n LIMIT ? OFFSET ?",
        arguments: [limit, offset]
      ).map { UnsureRow(report: $0["report"], account: $0["n"], why: $0["why"]) }
    }
    return try rows.compactMap { row in
      guard let stored = try report(row.report),
        let account = stored.reading.accounts.first(where: { $0.number == row.account })
      else { return nil }
      return (
        row,
        AccountRow(report: stored.row, account: account, incident: stored.incidents[row.account])
      )
    }
  }

  /// The journal's newest entries, some of them; those before a number where one is given.
  public func newestEntries(before number: Int?, limit: Int) throws -> [JournalEntry] {
    try pool.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM journal WHERE ?1 IS NULL OR number < ?1 ORDER BY number DESC LIMIT ?2
          """, arguments: [number, limit]
      ).map(Journal.entry)
    }
  }
}
