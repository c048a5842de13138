import Foundation
import GRDB
import PatchworkLinking
public import PatchworkRecord

/// A report as lists show it.
public struct ReportRow: Hashable, Sendable {
  /// Identifier of the report.
  public var id: String
  /// Which version this is, from 1.
  public var version: Int
  /// Its title.
  public var title: String
  /// Its outlet.
  public var outlet: String
  /// Its day of publication.
  public var published: CivilDay?
  /// How many accounts were read from it.
  public var accounts: Int
  /// How many incidents it tells of.
  public var incidents: Int
  /// The report that its text comes from, its own id where it is the first.
  public var origin: String
  /// Whether it is still told.
  public var state = ReportState.kept
}

/// A report with everything that the record keeps of it.
public struct StoredReport: Sendable {
  /// What lists show of it.
  public var row: ReportRow
  /// Its address.
  public var url: String
  /// Its byline.
  public var byline: String
  /// BCP 47 language, empty when unknown.
  public var language: String
  /// What it says of its own making; nothing where it was read before that was kept.
  public var imprint: Imprint
  /// The text that spans count in.
  public var text: String
  /// Hash of the bytes that it came as.
  public var bytesSHA256: String
  /// Hash of the text.
  public var textSHA256: String
  /// When it came, RFC 3339 in UTC.
  public var acquiredAt: String
  /// From where.
  public var acquiredHow: String
  /// The program that read it.
  public var tool: String
  /// What is read, as people corrected it.
  public var reading: Reading
  /// Numbers of the accounts that a person rejected.
  public var rejected: Set<Int>
  /// What people decided about it.
  public var judgements: [Judgement]
  /// Texts of all versions, the first one first.
  public var versions: [String]
  /// The incident of each account that is on one, by number.
  public var incidents: [Int: String]
}

extension RecordFile {
  /// The format from which on a record keeps whom reports credit.
  static let imprintFormat = 7

  /// The newest version of every report, in order of publication and id, or those that came last first.
  public func reports(_ filter: RecordFilter = RecordFilter()) throws -> [ReportRow] {
    try pool.read { db in
      if filter.credited != nil { try requireFormat(Self.imprintFormat, in: db) }
      if filter.speaker != nil { try requireFormat(Self.countedFormat, in: db) }
      let (sql, arguments, isCommon) = try filter.reportConditions(in: db)
      if filter.isNewestFirst, sql.count == 1 { return try Self.newestReports(filter, in: db) }
      let order = filter.isNewestFirst ? "r.row DESC" : "r.sort_day, r.id"
      // The newest are the last rows; by an index all rows would be sorted first.
      let isWide = sql.count == 1 || isCommon
      let scan = filter.isNewestFirst && isWide ? "NOT INDEXED" : ""
      return try Row.fetchAll(
        db,
        sql: """
          SELECT r.id, r.version, r.title, r.outlet, r.day, r.form, o.id AS first,
            \(Self.countsOfReport)
          FROM report r \(scan) CROSS JOIN report o ON o.row = r.origin \(RecordFilter.clause(sql))
          ORDER BY \(order) \(filter.page)
          """, arguments: StatementArguments(arguments)
      ).map(Self.reportRow)
    }
  }

  /// The reports that came last.
  ///
  /// Those that are passed over are counted on an index alone, since every report is as long as its text.
  private static func newestReports(
    _ filter: RecordFilter, in db: Database
  ) throws -> [ReportRow] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT r.id, r.version, r.title, r.outlet, r.day, r.form, o.id AS first, \(countsOfReport)
        FROM (SELECT row FROM report INDEXED BY report_face
          WHERE row NOT IN (SELECT row FROM report INDEXED BY report_order WHERE is_latest = 0)
          ORDER BY row DESC \(filter.page)) p
        CROSS JOIN report r ON r.row = p.row CROSS JOIN report o ON o.row = r.origin
        ORDER BY r.row DESC
        """
    ).map(reportRow)
  }

  /// How many accounts and incidents a report `r` has, as columns.
  static let countsOfReport = """
    (SELECT count(*) FROM account a WHERE a.report = r.row) AS accounts,
    (SELECT count(DISTINCT incident) FROM occurrence c WHERE c.report = r.row) AS incidents
    """

  /// A report by its row as lists show it.
  static func reportRow(of row: Int64, in db: Database) throws -> ReportRow? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT r.id, r.version, r.title, r.outlet, r.day, r.form, o.id AS first, \(countsOfReport)
          FROM report r JOIN report o ON o.row = r.origin WHERE r.row = ?
          """), arguments: [row]
    ).map(reportRow)
  }

  /// The incident of one account of a report.
  static func incident(
    ofAccount number: Int, in report: Int64, in db: Database
  ) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT i.id FROM occurrence_account x JOIN occurrence o ON o.row = x.occurrence
          JOIN incident i ON i.row = o.incident
          WHERE x.report = ? AND x.n = ? ORDER BY o.row DESC LIMIT 1
          """), arguments: [report, number])
  }

  static func reportRow(_ row: Row) -> ReportRow {
    let day: Int? = row["day"]
    let form: String? = row["form"]
    return ReportRow(
      id: row["id"], version: row["version"], title: row["title"], outlet: row["outlet"],
      published: day.map(CivilDay.init(number:)), accounts: row["accounts"],
      incidents: row["incidents"], origin: row["first"],
      state: form.flatMap(ReportState.init) ?? .kept)
  }

  /// The newest version of a report, or nil where there is none.
  public func report(_ id: String) throws -> StoredReport? {
    try pool.read { db in
      var reports = StoredReports(db: db)
      return try self.report(id, &reports, in: db)
    }
  }

  func report(
    _ id: String, _ reports: inout StoredReports, in db: Database
  ) throws -> StoredReport? {
    let format = try Int.fetchOne(db.cachedStatement(sql: "PRAGMA user_version")) ?? 0
    let imprint = format >= Self.imprintFormat ? "r.imprint" : "'{}'"
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT r.row, r.id, r.version, r.title, r.outlet, r.day, r.form, r.url, r.byline, r.text,
              r.language, \(imprint) AS imprint, r.bytes_sha256, r.text_sha256, r.acquired_at, r.acquired_how, r.tool, o.id AS first,
              \(Self.countsOfReport)
            FROM report r JOIN report o ON o.row = r.origin WHERE r.id = ?
            ORDER BY r.version DESC LIMIT 1
            """), arguments: [id])
    else { return nil }
    guard let stored = try reports.latest(id) else { return nil }
    return StoredReport(
      row: Self.reportRow(row), url: row["url"], byline: row["byline"],
      language: row["language"], imprint: try Self.imprint(row), text: row["text"],
      bytesSHA256: row["bytes_sha256"], textSHA256: row["text_sha256"],
      acquiredAt: row["acquired_at"], acquiredHow: row["acquired_how"], tool: row["tool"],
      reading: stored.report.reading, rejected: stored.rejected, judgements: stored.judgements,
      versions: row["version"] == 1
        ? [row["text"]]
        : try String.fetchAll(
          db, sql: "SELECT text FROM report WHERE id = ? ORDER BY version", arguments: [id]),
      incidents: try Self.incidents(ofReport: row["row"], in: db))
  }

  /// The imprint of a report's row.
  private static func imprint(_ row: Row) throws -> Imprint {
    let kept: String = row["imprint"]
    return try Imprint(json: Array(kept.utf8))
  }

  /// The incident of each account of a report, by number.
  static func incidents(ofReport row: Int64, in db: Database) throws -> [Int: String] {
    let occurrences = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT o.payload, i.id FROM occurrence o JOIN incident i ON i.row = o.incident
          WHERE o.report = ?
          """), arguments: [row])
    var incidents: [Int: String] = [:]
    for occurrence in occurrences {
      guard let payload = OccurrencePayload(json: occurrence["payload"]) else { continue }
      let id: String = occurrence["id"]
      for account in payload.accounts { incidents[account] = id }
    }
    return incidents
  }

  /// The original bytes of a version of a report, the newest without a number; nil where there is none.
  public func originalBytes(of id: String, version: Int? = nil) throws -> [UInt8]? {
    try pool.read { db in
      guard
        let row = try Row.fetchOne(
          db,
          sql: """
            SELECT bytes, bytes_length FROM report WHERE id = ?1 AND (?2 IS NULL OR version = ?2)
            ORDER BY version DESC LIMIT 1
            """, arguments: [id, version])
      else { return nil }
      return Packed.unpack(Array(row["bytes"] as Data), length: row["bytes_length"])
    }
  }
}
