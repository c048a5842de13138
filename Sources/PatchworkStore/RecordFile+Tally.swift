import GRDB
public import PatchworkRecord

/// What a record holds, in the numbers that its first page shows; none of them asks for all rows to be read.
public struct RecordTally: Hashable, Sendable {
  /// Reports, each counted once.
  public var reports: Int
  /// Versions of reports.
  public var versions: Int
  /// Accounts of the newest versions.
  public var accounts: Int
  /// Speakers with names of their own.
  public var speakers: Int
  /// Incidents.
  public var incidents: Int
  /// Judgements that count.
  public var judgements: Int
  /// Entries of the journal.
  public var entries: Int
  /// First day of publication.
  public var first: CivilDay?
  /// Last day of publication.
  public var last: CivilDay?
}

extension RecordFile {
  /// What the record holds, by its indexes.
  public func tally() throws -> RecordTally {
    try pool.read { db in
      try requireFormat(Self.countedFormat, in: db)
      func number(_ sql: String) throws -> Int? { try Int?.fetchOne(db, sql: sql).flatMap { $0 } }
      func day(_ which: String) throws -> CivilDay? {
        try number(
          """
          SELECT \(which)(sort_day) FROM report INDEXED BY report_order
          WHERE is_latest = 1 AND sort_day < \(Int64.max)
          """
        ).map(CivilDay.init(number:))
      }
      return RecordTally(
        reports: try number(
          "SELECT count(*) FROM report INDEXED BY report_order WHERE is_latest = 1") ?? 0,
        versions: try number("SELECT max(row) FROM report") ?? 0,
        accounts: try number("SELECT n FROM tally WHERE name = 'accounts'") ?? 0,
        speakers: try number("SELECT count(*) FROM speaker WHERE is_named = 1") ?? 0,
        incidents: try number("SELECT count(*) FROM incident") ?? 0,
        judgements: try number("SELECT count(*) FROM judgement WHERE undone_by IS NULL") ?? 0,
        entries: try number("SELECT max(number) FROM journal") ?? 0, first: try day("min"),
        last: try day("max"))
    }
  }
}
