import Foundation
import GRDB
import PatchworkRecord

extension RecordFile {
  /// Asks that the words of a withdrawn report be taken out for good; somebody else approves it.
  @discardableResult
  public func askExpunging(
    of id: String, on ground: ExpungingGround, _ decision: Decision
  ) throws -> Int {
    try keepingChange(of: id, in: .withdrawn, decision) { _, db in
      if try Self.keeping(of: id, in: db)?.isHeld ?? false { throw KeepingError.held(id) }
      return ("ask-expunging", Self.detail(("ground", ground.rawValue)))
    }
  }

  /// Takes the words of a withdrawn report out for good, as somebody else asked.
  ///
  /// All versions of its text and bytes go, what was read from them and what people corrected in it. Hashes stay, and with them
  /// that it was. What people wrote in the journal stays too: its chain is over every word of it.
  @discardableResult
  public func expunge(report id: String, _ decision: Decision) throws -> Int {
    // What is overwritten is overwritten with zeros, in the file and in what the file was before.
    try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA secure_delete = ON") }
    let entry = try keepingChange(of: id, in: .withdrawn, decision) { _, db in
      let keeping = try Self.keeping(of: id, in: db)
      if keeping?.isHeld ?? false { throw KeepingError.held(id) }
      guard let asked = keeping?.asked else { throw KeepingError.unasked(id) }
      if asked.who == decision.who { throw KeepingError.ownApproval(id) }
      try Self.wipe(id, in: db)
      return (
        "expunge",
        Self.detail(
          ("ground", asked.ground.rawValue), ("asked_by", asked.who),
          ("asked_in", String(asked.entry)))
      )
    }
    try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    return entry
  }

  private static func wipe(_ id: String, in db: Database) throws {
    let rows = "(SELECT row FROM report WHERE id = ?1)"
    for sql in [
      "DELETE FROM credit WHERE report IN \(rows)",
      "DELETE FROM passage WHERE report IN \(rows) OR other IN \(rows)",
      "DELETE FROM fingerprint WHERE report IN \(rows)",
      "UPDATE judgement SET value = '', machine_value = '', anchor = '' WHERE report = ?1",
    ] { try db.execute(sql: sql, arguments: [id]) }
    let reading = JSONLine.of(
      Report(id: id, text: "", blocks: []), Reading(accounts: [], places: []))
    try db.execute(
      sql: """
        UPDATE report SET title = '', outlet = '', byline = '', url = '', text = '', bytes = ?2,
          bytes_length = 0, reading = ?3, reading_length = ?4, imprint = '{}', acquired_how = '',
          form = 'expunged'
        WHERE id = ?1
        """,
      arguments: [id, Data(Packed.pack([])), Data(Packed.pack(reading)), reading.count])
    try db.execute(sql: "INSERT INTO report_words (report_words) VALUES ('rebuild')")
  }
}
