import Foundation
import GRDB
public import PatchworkRecord

/// What a record holds, in numbers.
public struct RecordStatus: Hashable, Sendable {
  /// Format of the file.
  public var schema: Int
  /// Size of the file.
  public var bytes: Int
  /// Reports, each counted once.
  public var reports: Int
  /// Versions of reports.
  public var versions: Int
  /// Accounts.
  public var accounts: Int
  /// Speakers with names of their own.
  public var speakers: Int
  /// Incidents.
  public var incidents: Int
  /// Pairs of occurrences that are possibly one incident.
  public var doubts: Int
  /// Origins of more than one report, and the reports in them.
  public var origins: Int
  /// Reports that belong to such origins.
  public var copies: Int
  /// Judgements that count.
  public var judgements: Int
  /// Judgements that no longer fit what the machine reads.
  public var conflicts: Int
  /// Entries of the journal.
  public var entries: Int
  /// First and last day of publication.
  public var first: CivilDay?
  /// Last day of publication.
  public var last: CivilDay?
}

extension RecordFile {
  /// What the record holds.
  public func status() throws -> RecordStatus {
    try pool.read { db in
      func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
      func day(_ sql: String) throws -> CivilDay? {
        try Int?.fetchOne(db, sql: sql).flatMap { $0 }.map(CivilDay.init(number:))
      }
      return RecordStatus(
        schema: try count("PRAGMA user_version"),
        bytes: try count("PRAGMA page_count") * count("PRAGMA page_size"),
        reports: try count("SELECT count(DISTINCT id) FROM report"),
        versions: try count("SELECT count(*) FROM report"),
        accounts: try count("SELECT count(*) FROM account"),
        speakers: try count(
          """
          SELECT count(DISTINCT who) FROM account
          WHERE who != '' AND kind NOT IN ('author', 'unstated', 'anonymous')
          """),
        incidents: try count("SELECT count(*) FROM incident"),
        doubts: try count("SELECT count(*) FROM doubt"),
        origins: try count(
          """
          SELECT count(*) FROM (SELECT 1 FROM report GROUP BY origin HAVING count(DISTINCT id) > 1)
          """),
        copies: try count(
          """
          SELECT coalesce(sum(n), 0) FROM
            (SELECT count(DISTINCT id) AS n FROM report GROUP BY origin HAVING n > 1)
          """),
        judgements: try count("SELECT count(*) FROM judgement WHERE undone_by IS NULL"),
        conflicts: try count("SELECT count(*) FROM judgement WHERE conflict != ''"),
        entries: try count("SELECT count(*) FROM journal"),
        first: try day("SELECT min(day) FROM report"), last: try day("SELECT max(day) FROM report"))
    }
  }

  /// Writes a whole copy of the record, as of one moment, to a path where nothing is yet.
  public func backUp(to path: String) throws(RecordFileError) {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw .unusable(path: path, reason: "there is a file already")
    }
    do {
      try pool.writeWithoutTransaction { db in
        try db.execute(sql: "VACUUM INTO ?", arguments: [path])
      }
    } catch let error as DatabaseError {
      throw RecordFileError(error, path: path)
    } catch {
      throw .unusable(path: path, reason: "\(error)")
    }
  }
}
