import Foundation
import GRDB

/// What a person put under a case file of a movement.
public struct MovementMark: Hashable, Sendable {
  /// What it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// Read, unknowns included.
    case signature
    /// Objected to.
    case dissent
  }
  /// What it is.
  public var kind: Kind
  /// When, RFC 3339 in UTC.
  public var at: String
  /// Who.
  public var who: String
  /// Hash of the case file that it was put under.
  public var caseFile: String
  /// What is objected to; empty under a signature without words.
  public var words: String
}

extension RecordFile {
  /// The format from which on a record keeps signatures and dissent.
  static let marksFormat = 4

  /// Puts a signature or a dissent under the case file of a hash and returns the journal's entry; its words are sealed.
  @discardableResult
  public func mark(
    _ id: String, _ kind: MovementMark.Kind, words: String, caseFile: String, seal: Seal,
    _ decision: Decision
  ) throws -> Int {
    if decision.who.isEmpty { throw JudgementError.nameless }
    if kind == .dissent, words.isEmpty { throw MovementSealError.wordless }
    return try writing { db in
      guard
        let sealed = try Data.fetchOne(
          db, sql: "SELECT sealed FROM movement WHERE id = ?", arguments: [id])
      else { throw MovementSealError.none(id: id) }
      guard seal.open(Array(sealed), id: id) != nil else {
        throw MovementSealError.wrongKey(id: id)
      }
      let isTwice = try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM movement_mark
            WHERE movement = ? AND who = ? AND case_file = ? AND kind = 'signature')
          """, arguments: [id, decision.who, caseFile])
      if kind == .signature, isTwice == true {
        throw MovementSealError.signedAlready(id: id, who: decision.who)
      }
      let number =
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM movement_mark WHERE movement = ?", arguments: [id]) ?? 0
      guard let text = seal.seal(Array(words.utf8), id: "\(id)/\(number)") else {
        throw MovementSealError.unsealable
      }
      try db.execute(
        sql: "INSERT INTO movement_mark VALUES (?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          id, number, kind.rawValue, decision.at, decision.who, caseFile, Data(text),
        ])
      return try Journal.append(
        at: decision.at, who: decision.who,
        action: kind == .signature ? "sign movement" : "dissent from movement",
        subject: "movement \(id)", reason: decision.reason, in: db)
    }
  }

  /// Signatures and dissent under a movement's case files, in order.
  public func marks(of id: String, seal: Seal) throws -> [MovementMark] {
    try pool.read { db in
      try requireFormat(Self.marksFormat, in: db)
      let rows = try Row.fetchAll(
        db, sql: "SELECT * FROM movement_mark WHERE movement = ? ORDER BY n", arguments: [id])
      return try rows.map { row in
        let number: Int = row["n"]
        let sealed: Data = row["sealed"]
        guard let kind = MovementMark.Kind(rawValue: row["kind"]),
          let words = seal.open(Array(sealed), id: "\(id)/\(number)")
        else { throw MovementSealError.wrongKey(id: id) }
        return MovementMark(
          kind: kind, at: row["at"], who: row["who"], caseFile: row["case_file"],
          words: String(decoding: words, as: UTF8.self))
      }
    }
  }
}
