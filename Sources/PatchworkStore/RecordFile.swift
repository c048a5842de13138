import Foundation
import GRDB

/// The record: one SQLite file with reports, what was read from them, origins, incidents and who changed what.
///
/// One writer, any number of readers. What was acknowledged is on the disk: WAL with `synchronous=FULL`, and every
/// adding call returns after its transaction is committed.
public final class RecordFile: Sendable {
  /// Where the file is.
  public let path: String
  let pool: DatabasePool
  /// Links what this writer adds.
  let linker: RecordLinker

  /// Written into the header of the file, so that a record is told from another SQLite file ("PWRK").
  static let applicationID = 0x5057_524B

  /// Opens a record, making it when `create` is set and there is none.
  ///
  /// Errors: `RecordFileError` for what is no record, is newer than this program, is damaged or cannot be opened.
  public init(path: String, create: Bool = false, readOnly: Bool = false) throws(RecordFileError) {
    self.path = path
    let exists = FileManager.default.fileExists(atPath: path)
    guard exists || create else { throw .missing(path: path) }
    do {
      linker = try RecordLinker()
      pool = try Self.open(path, readOnly: readOnly, linker)
    } catch let error as RecordFileError {
      throw error
    } catch let error as DatabaseError {
      throw RecordFileError(error, path: path)
    } catch {
      throw .unusable(path: path, reason: "\(error)")
    }
  }

  private static func open(
    _ path: String, readOnly: Bool, _ linker: RecordLinker
  ) throws -> DatabasePool {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA foreign_keys = ON")
      // A page of the site reads some hundred reports: its readers keep 8 MB of the file at hand for that.
      if db.configuration.readonly { try db.execute(sql: "PRAGMA cache_size = -8000") }
      if !readOnly { try db.execute(sql: "PRAGMA synchronous = FULL") }
      // Statements on places lie all over a large file: readers keep more of it at hand than the usual two megabytes.
      if db.configuration.readonly { try db.execute(sql: "PRAGMA cache_size = -16000") }
    }
    let pool = try DatabasePool(path: path, configuration: configuration)
    let (id, version, tables) = try pool.read { db in
      (
        try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
        try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0,
        try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
      )
    }
    let isNew = id == 0 && version == 0 && tables == 0
    guard isNew || id == applicationID else { throw RecordFileError.notARecord(path: path) }
    guard version <= Schema.version else {
      throw RecordFileError.newer(path: path, version: version, known: Schema.version)
    }
    guard !readOnly else { return pool }
    try pool.write { db in
      for step in Schema.steps.indices.dropFirst(version) {
        try db.execute(sql: Schema.steps[step])
        try Schema.fill(step: step, linker, in: db)
      }
      try db.execute(
        sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(Schema.version)")
    }
    return pool
  }
}
