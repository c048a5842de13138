import Foundation
import GRDB
public import PatchworkSituation

/// A planned movement as lists show it: nothing of where it goes.
public struct MovementRow: Hashable, Sendable {
  /// Its code.
  public var id: String
  /// When it ends.
  public var ends: Moment
  /// When it was entered, RFC 3339 in UTC.
  public var madeAt: String
  /// By whom.
  public var madeBy: String
  /// How many people signed one of its case files.
  public var signatures: Int
}

/// Why a movement cannot be kept or read.
public enum MovementSealError: Error, Equatable, Sendable {
  /// There is none of that code.
  case none(id: String)
  /// The key is another than the one that it was sealed with, or the record was tampered with.
  case wrongKey(id: String)
  /// The library that seals failed.
  case unsealable
  /// Somebody signs the same case file twice: the second signature is another person's.
  case signedAlready(id: String, who: String)
  /// Dissent without a word of what is objected to.
  case wordless
}

extension RecordFile {
  /// Keeps a movement's file under seal and returns its code.
  public func keep(
    movement file: [UInt8], ends: Moment, seal: Seal, _ decision: Decision
  ) throws -> String {
    if decision.who.isEmpty { throw JudgementError.nameless }
    return try writing { db in
      let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM movement") ?? 0
      let id = "M-\(count + 1)"
      guard let sealed = seal.seal(file, id: id) else { throw MovementSealError.unsealable }
      try db.execute(
        sql: "INSERT INTO movement VALUES (?, ?, ?, ?, ?)",
        arguments: [id, Data(sealed), ends.minutes, decision.at, decision.who])
      try Journal.append(
        at: decision.at, who: decision.who, action: "keep movement", subject: "movement \(id)",
        reason: decision.reason, in: db)
      return id
    }
  }

  /// Opens a movement; who reads it, when and why goes into the journal.
  public func movement(
    _ id: String, seal: Seal, _ decision: Decision
  ) throws -> [UInt8] {
    if decision.who.isEmpty { throw JudgementError.nameless }
    if decision.reason.isEmpty { throw JudgementError.unreasoned }
    return try pool.write { db in
      let file = try Self.opened(id, seal: seal, in: db)
      try Journal.append(
        at: decision.at, who: decision.who, action: "read movement", subject: "movement \(id)",
        reason: decision.reason, in: db)
      return file
    }
  }

  /// The plan of a movement that somebody puts a mark under, so that the mark can be held against it; it is the mark
  /// that goes into the journal.
  public func planToMark(_ id: String, seal: Seal) throws -> [UInt8] {
    try pool.read { db in try Self.opened(id, seal: seal, in: db) }
  }

  private static func opened(
    _ id: String, seal: Seal, in db: Database
  ) throws -> [UInt8] {
    guard
      let sealed = try Data.fetchOne(
        db, sql: "SELECT sealed FROM movement WHERE id = ?", arguments: [id])
    else { throw MovementSealError.none(id: id) }
    guard let file = seal.open(Array(sealed), id: id) else {
      throw MovementSealError.wrongKey(id: id)
    }
    return file
  }

  /// Every movement that is kept, by code, without what is sealed.
  public func movements() throws -> [MovementRow] {
    try pool.read { db in
      try requireFormat(Self.marksFormat, in: db)
      return try Row.fetchAll(
        db,
        sql: """
          SELECT id, ends, made_at, made_by, (SELECT count(DISTINCT who) FROM movement_mark k
            WHERE k.movement = movement.id AND k.kind = 'signature') AS signatures
          FROM movement ORDER BY made_at, id
          """
      )
      .map { row in
        MovementRow(
          id: row["id"], ends: Moment(minutes: row["ends"], offset: 0), madeAt: row["made_at"],
          madeBy: row["made_by"], signatures: row["signatures"])
      }
    }
  }

  /// Keeps the rules that a case file was made by, once for each hash.
  public func keep(rules: RuleSet) throws {
    let text = rules.files.map { "\($0.name)\n\($0.text)\n" }.joined()
    try pool.write { db in
      try db.execute(
        sql: "INSERT OR IGNORE INTO rule_set VALUES (?, ?)", arguments: [rules.digest, text])
    }
  }

  /// Hashes of the rules that case files were made by.
  public func ruleSets() throws -> [String] {
    try pool.read { db in
      try String.fetchAll(db, sql: "SELECT sha256 FROM rule_set ORDER BY sha256")
    }
  }
}
