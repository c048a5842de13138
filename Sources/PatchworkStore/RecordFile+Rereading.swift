import Foundation
import GRDB
import PatchworkLinking
public import PatchworkRecord

/// What reading a record anew did.
public struct RereadingOutcome: Hashable, Sendable {
  /// Reports whose reading changed, and all that were read.
  public var changed = 0
  /// All reports that were read.
  public var read = 0
  /// Judgements that no longer fit, by number.
  public var conflicts: [Int] = []

  /// Nothing done.
  public init() {}
}

/// A report as it came.
public struct StoredOriginal: Sendable {
  /// Its row in the record.
  public var row: Int64
  /// Its identifier.
  public var id: String
  /// Its bytes, and whether they are a line of JSON.
  public var bytes: [UInt8]
  /// Whether the bytes are a line of JSON.
  public var isJSONLine: Bool
  /// The date that it was given when it came, where it had none of its own.
  public var published: SourcedDate?
}

extension RecordFile {
  /// The reports of the record as they came, newest versions, some at a time in the order in which they came.
  public func forEachStoredReport(
    batch size: Int, _ body: ([StoredOriginal]) throws -> Void
  ) throws {
    var last: Int64 = 0
    while true {
      let rows = try pool.read { db in
        try Row.fetchAll(
          db,
          sql: """
            SELECT * FROM report WHERE row > ? AND is_latest = 1
              AND form NOT IN ('withdrawn', 'expunged') ORDER BY row LIMIT ?
            """, arguments: [last, size])
      }
      guard let final = rows.last else { return }
      last = final["row"]
      try body(
        rows.compactMap { row in
          guard let bytes = Packed.unpack(Array(row["bytes"] as Data), length: row["bytes_length"])
          else { return nil }
          let published: String? = row["published"]
          return StoredOriginal(
            row: row["row"], id: row["id"], bytes: bytes, isJSONLine: row["form"] == "jsonl",
            published: published.map {
              SourcedDate(value: $0, origin: row["published_origin"] ?? "")
            })
        })
    }
  }

  /// Puts new readings in the place of old ones, keeps what people decided, and links again what changed.
  ///
  /// A judgement on an account goes to the account of the new reading with the same sentence, source and trigger; where
  /// there is none, or where the machine now reads something else there than what the person corrected, it is in conflict
  /// and counts no more until someone decides anew.
  public func replaceReadings(
    _ readings: [(row: Int64, reading: Reading, report: Report)],
    tool: String,
    at: String
  ) throws -> RereadingOutcome {
    try writing { db in
      var outcome = RereadingOutcome()
      var changed: [Int64] = []
      for (row, reading, report) in readings {
        outcome.read += 1
        let line = JSONLine.of(report, reading)
        let old = try Row.fetchOne(
          db, sql: "SELECT * FROM report WHERE row = ?", arguments: [row])
        guard let old,
          Packed.unpack(Array(old["reading"] as Data), length: old["reading_length"]) != line
        else { continue }
        outcome.changed += 1
        changed.append(row)
        let machine = try RecordLinker.linkedReport(row, in: db)?.reading.accounts ?? []
        try db.execute(
          sql: """
            UPDATE report SET reading = ?, reading_length = ?, tool = ?, text = ?, text_sha256 = ?,
              title = ?, outlet = ?, byline = ?, language = ?, published = ?, published_origin = ?,
              day = ?, sort_day = ?, imprint = ? WHERE row = ?
            """,
          arguments: [
            Data(Packed.pack(line)), line.count, tool, report.text, sha256Hex(report.text),
            report.title, report.outlet, report.byline, report.language, report.published?.value,
            report.published?.origin, Self.day(of: report)?.number,
            Self.day(of: report)?.number ?? .max,
            String(decoding: ImprintJSON.object(report.imprint), as: UTF8.self), row,
          ])

        try db.execute(sql: "DELETE FROM credit WHERE report = ?", arguments: [row])
        try insert(report.imprint.credits, of: row, into: db)
        try db.execute(sql: "DELETE FROM account WHERE report = ?", arguments: [row])
        if old["is_latest"] == 1 {
          try insert(reading.accounts, of: row, published: Self.day(of: report), into: db)
        }
        try insert(reading.places, into: db)
        outcome.conflicts += try Self.carry(
          judgementsOf: old["id"], from: machine, to: reading.accounts, in: db)
        try Journal.append(
          at: at, who: tool, action: "reread", subject: "report \(old["id"] as String)",
          detail: Self.hashes(
            version: old["version"], bytes: old["bytes_sha256"], text: sha256Hex(report.text)),
          in: db)
      }
      if !changed.isEmpty {
        try db.execute(sql: "INSERT INTO report_words (report_words) VALUES ('rebuild')")
      }
      try linker.layOutLayers(of: changed, in: db)
      try linker.replaceOccurrences(of: changed, in: db)
      return outcome
    }
  }

  /// Brings judgements on a report's accounts to those of another reading, or of another version of its text; gives those
  /// that are in conflict.
  static func carry(
    judgementsOf report: String, from old: [Account], to new: [Account],
    isOtherText: Bool = false, in db: Database
  ) throws -> [Int] {
    var conflicts: [Int] = []
    var places = Dictionary(
      new.map { ($0.anchor, $0.number) }, uniquingKeysWith: { first, _ in first })
    if isOtherText {
      // Where an account stood in the old text, to where its words stand now.
      let now = Dictionary(
        new.map { ($0.wording, $0.number) }, uniquingKeysWith: { first, _ in first })
      places = Dictionary(
        old.compactMap { account in now[account.wording].map { (account.anchor, $0) } },
        uniquingKeysWith: { first, _ in first })
    }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT number, anchor, field, machine_value FROM judgement
        WHERE report = ? AND n IS NOT NULL AND undone_by IS NULL
        """, arguments: [report])
    for row in rows {
      let number: Int = row["number"]
      var conflict = ""
      let target = places[row["anchor"]]
      if let target {
        if let field = AccountField(rawValue: row["field"]),
          field.value(of: new[target]) != row["machine_value"]
        {
          conflict = "the machine now reads \(field.rawValue) as “\(field.value(of: new[target]))”"
        }
      } else {
        conflict = "the account is not read any more"
      }
      if !conflict.isEmpty { conflicts.append(number) }
      try db.execute(
        sql: """
          UPDATE judgement SET n = coalesce(?, n), anchor = coalesce(?, anchor), conflict = ?
          WHERE number = ?
          """, arguments: [target, target.map { new[$0].anchor }, conflict, number])
    }
    return conflicts
  }
}
