import Foundation
import GRDB
import PatchworkLinking
import PatchworkRecord
import PatchworkText

extension RecordFile {
  /// What is decided about keeping a report, nil where there is none of that name.
  public func keeping(of id: String) throws -> Keeping? {
    try pool.read { db in try Self.keeping(of: id, in: db) }
  }

  /// Has a report tell nothing any more: its newest version is an empty one; what it was stays in the record.
  @discardableResult
  public func withdraw(report id: String, _ decision: Decision) throws -> Int {
    try keepingChange(of: id, in: .kept, decision) { latest, db in
      for table in ["layer_entry", "account"] {
        try db.execute(sql: "DELETE FROM \(table) WHERE report = ?", arguments: [latest.row])
      }
      try db.execute(sql: "UPDATE report SET is_latest = 0 WHERE id = ?", arguments: [id])
      let next = try Int64.fetchOne(db, sql: "SELECT max(row) + 1 FROM report") ?? 1
      let bytes = Array(Self.detail(("withdrawn", id), ("at", decision.at)).utf8)
      let reading = JSONLine.of(
        Report(id: id, text: "", blocks: []), Reading(accounts: [], places: []))
      try db.execute(
        sql: """
          INSERT INTO report
            SELECT :row, id, version + 1, '', '', '', '', language, published, published_origin, day,
              '', :textHash, :bytes, :bytesLength, :bytesHash, 'application/json', 'utf-8',
              'withdrawn', :at, '', '', :reading, :readingLength, :row, sort_day, 1, '{}'
            FROM report WHERE row = :latest
          """,
        arguments: [
          "row": next, "textHash": sha256Hex(""), "bytes": Data(Packed.pack(bytes)),
          "bytesLength": bytes.count, "bytesHash": sha256Hex(bytes), "at": decision.at,
          "reading": Data(Packed.pack(reading)),
          "readingLength": reading.count, "latest": latest.row,
        ])
      try db.execute(
        sql: "INSERT INTO report_words (rowid, title, text) VALUES (?, '', '')", arguments: [next])
      linker.kept.removeAll()
      try linker.replaceOccurrences(of: [next], in: db)
      return (
        "withdraw",
        Self.hashes(
          version: latest.version + 1, bytes: sha256Hex(bytes), text: sha256Hex(""))
      )
    }
  }

  /// Has a report that was withdrawn tell again what it told.
  @discardableResult
  public func putBack(report id: String, _ decision: Decision) throws -> Int {
    try keepingChange(of: id, in: .withdrawn, decision) { latest, db in
      let told = try Int64.fetchOne(
        db, sql: "SELECT row FROM report WHERE id = ? AND row != ? ORDER BY version DESC LIMIT 1",
        arguments: [id, latest.row])
      guard let told, let report = try RecordLinker.linkedReport(told, in: db) else {
        throw KeepingError.state(.withdrawn)
      }
      // The journal keeps that it was withdrawn; the empty version held nothing else.
      try db.execute(
        sql: """
          INSERT INTO report_words (report_words, rowid, title, text) VALUES ('delete', ?1, '', '')
          """, arguments: [latest.row])
      try db.execute(sql: "DELETE FROM report WHERE row = ?", arguments: [latest.row])
      try db.execute(sql: "UPDATE report SET is_latest = 1 WHERE row = ?", arguments: [told])
      let reading = try Self.machineReading(of: told, in: db)
      try insert(reading.accounts, of: told, published: report.published, into: db)
      linker.kept.removeAll()
      try linker.layOutLayers(of: [told], in: db)
      try linker.replaceOccurrences(of: [told], in: db)
      return ("put-back", "{}")
    }
  }

  /// Keeps a report from being taken out for good, or lets it be again.
  @discardableResult
  public func hold(report id: String, _ isHeld: Bool, _ decision: Decision) throws -> Int {
    try keepingChange(of: id, in: nil, decision) { _, _ in (isHeld ? "hold" : "release-hold", "{}")
    }
  }

  /// Runs a change of whether a report is kept, where it is in a state, and enters it in the journal.
  func keepingChange(
    of id: String, in state: ReportState?, _ decision: Decision,
    _ change: ((row: Int64, version: Int), Database) throws -> (action: String, detail: String)
  ) throws -> Int {
    try changing(decision) { db in
      let keeping = try Self.keeping(of: id, in: db)
      let latest = try Row.fetchOne(
        db, sql: "SELECT row, version FROM report WHERE id = ? AND is_latest = 1", arguments: [id])
      guard let keeping, let latest else { throw KeepingError.none(id) }
      if let state, keeping.state != state { throw KeepingError.state(keeping.state) }
      let (action, detail) = try change((latest["row"], latest["version"]), db)
      return try Journal.append(
        at: decision.at, who: decision.who, action: action, subject: "report \(id)",
        detail: detail, reason: decision.reason, in: db)
    }
  }

  static func keeping(of id: String, in db: Database) throws -> Keeping? {
    let form = try String.fetchOne(
      db, sql: "SELECT form FROM report WHERE id = ? ORDER BY version DESC LIMIT 1",
      arguments: [id])
    guard let form else { return nil }
    let state = ReportState(rawValue: form) ?? .kept
    func newest(_ action: String) throws -> JournalEntry? {
      // An index has the deeds of this kind by action and subject.
      try Row.fetchOne(
        db,
        sql: """
          SELECT * FROM journal WHERE action = '\(action)' AND subject = ?
          ORDER BY number DESC LIMIT 1
          """, arguments: ["report \(id)"]
      ).map(Journal.entry)
    }
    var keeping = Keeping(
      state: state,
      isHeld: try (newest("hold")?.number ?? 0) > (newest("release-hold")?.number ?? 0))
    if state == .withdrawn, let asked = try newest("ask-expunging"),
      asked.number > (try newest("withdraw")?.number ?? 0)
    {
      var detail = asked.detail
      let ground = detail.withUTF8 { try? JSONParser.parse($0) }?["ground"]?.string
      keeping.asked = ground.flatMap(ExpungingGround.init).map {
        Keeping.Asked(entry: asked.number, who: asked.who, ground: $0)
      }
    }
    return keeping
  }

  /// What the machine read of a version of a report.
  private static func machineReading(of row: Int64, in db: Database) throws -> Reading {
    let found = try Row.fetchOne(
      db, sql: "SELECT text, reading, reading_length FROM report WHERE row = ?", arguments: [row])
    guard let found,
      let line = Packed.unpack(Array(found["reading"] as Data), length: found["reading_length"])
    else { return Reading(accounts: [], places: []) }
    return try Reading(json: line, text: found["text"])
  }
}
