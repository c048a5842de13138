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
  private static let unsure = """
    FROM account a INDEXED BY account_unsure CROSS JOIN report r ON r.row = a.report
    WHERE \(Schema.unsure)
      AND NOT EXISTS (SELECT 1 FROM judgement j
        WHERE j.report = r.id AND j.n = a.n AND j.undone_by IS NULL)
    """

  /// How much waits in some queues; pairs are counted to a bound.
  public func queueCounts(
    _ queues: [ReviewQueue] = ReviewQueue.allCases
  ) throws -> [ReviewQueue: Bounded] {
    try pool.read { db in
      try requireFormat(Self.countedFormat, in: db)
      var counts: [ReviewQueue: Bounded] = [:]
      for queue in queues { counts[queue] = try Self.count(queue, in: db) }
      return counts
    }
  }

  private static func count(_ queue: ReviewQueue, in db: Database) throws -> Bounded {
    func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
    switch queue {
    case .new:
      let all = try count("SELECT count(*) FROM incident WHERE reports > 1")
      let judged = try count(
        """
        SELECT count(DISTINCT i.row) FROM judgement j CROSS JOIN incident i ON i.id = j.incident
        WHERE j.undone_by IS NULL AND i.reports > 1
        """)
      return Bounded(all - judged)
    case .same:
      let pairs = try Self.pairCount(most: Bounded.most, in: db)
      return Bounded(pairs, isLeast: pairs == Bounded.most)
    case .conflicts:
      return Bounded(
        try count("SELECT count(*) FROM judgement WHERE conflict != '' AND undone_by IS NULL"))
    case .unsure:
      let all = try count(
        "SELECT count(*) FROM account a INDEXED BY account_unsure WHERE \(Schema.unsure)")
      let judged = try count(
        """
        SELECT count(*) FROM (SELECT DISTINCT a.report, a.n FROM judgement j
          CROSS JOIN report r ON r.id = j.report AND +r.is_latest = 1
          CROSS JOIN account a ON a.report = r.row AND a.n = j.n
          WHERE j.n IS NOT NULL AND j.undone_by IS NULL AND \(Schema.unsure))
        """)
      return Bounded(all - judged)
    }
  }

  /// Pairs of incidents that are possibly one and that nobody has told apart, the most alike first, up to so many.
  private static func pairs(most: Int, in db: Database) throws -> [DoubtRow] {
    let doubts = try Row.fetchCursor(
      db,
      sql: """
        SELECT x.id AS one, y.id AS other, d.reasons FROM doubt d
        CROSS JOIN occurrence a ON a.row = d.a CROSS JOIN occurrence b ON b.row = d.b
        CROSS JOIN incident x ON x.row = a.incident CROSS JOIN incident y ON y.row = b.incident
        WHERE x.row != y.row
          AND NOT EXISTS (SELECT 1 FROM bond o WHERE o.a = d.a AND o.b = d.b AND o.kind = 'apart')
        ORDER BY d.score DESC, d.a, d.b
        """)
    var found: [DoubtRow] = []
    var seen: Set<[String]> = []
    while found.count < most, let row = try doubts.next() {
      let (one, other): (String, String) = (row["one"], row["other"])
      let pair = [min(one, other), max(one, other)]
      if seen.insert(pair).inserted {
        found.append(DoubtRow(first: pair[0], second: pair[1], reasons: row["reasons"]))
      }
    }
    return found
  }

  /// How many such pairs there are, up to so many.
  private static func pairCount(most: Int, in db: Database) throws -> Int {
    let doubts = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT a.incident, b.incident FROM doubt d INDEXED BY doubt_score
          CROSS JOIN occurrence a INDEXED BY occurrence_face ON a.row = d.a
          CROSS JOIN occurrence b INDEXED BY occurrence_face ON b.row = d.b
          WHERE a.incident != b.incident
            AND NOT EXISTS (SELECT 1 FROM bond o WHERE o.a = d.a AND o.b = d.b AND o.kind = 'apart')
          """))
    var seen: Set<[Int64]> = []
    while seen.count < most, let row = try doubts.next() {
      let (one, other): (Int64, Int64) = (row[0], row[1])
      seen.insert([min(one, other), max(one, other)])
    }
    return seen.count
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
      Array(try Self.pairs(most: offset + limit, in: db).dropFirst(offset))
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
        db,
        sql: """
          SELECT r.id AS report, a.n AS n,
            CASE WHEN a.modality = 'possible' THEN 'possible'
              WHEN a.who = '' THEN 'speaker not found' ELSE 'place not resolved' END AS why
          \(Self.unsure) ORDER BY a.report DESC, a.n LIMIT ? OFFSET ?
          """, arguments: [limit, offset]
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
