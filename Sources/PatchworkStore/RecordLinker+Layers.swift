import GRDB
import PatchworkLinking
import PatchworkRecord
import PatchworkSituation

extension RecordLinker {
  /// Keeps what a report's accounts say of places day by day.
  func insertLayers(
    of row: Int64, _ reading: Reading, published: CivilDay?, in db: Database
  ) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO layer_entry
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for entry in layers.entries(of: reading, published: published) {
      let from = entry.first ?? published
      let until = entry.last ?? entry.first ?? published
      try statement.execute(arguments: [
        row, entry.account, entry.layer.rawValue, entry.state, entry.holding.rawValue,
        entry.place?.id, entry.place?.name ?? "", entry.place?.precision ?? 7, entry.party,
        entry.first?.number, entry.last?.number, from?.number ?? .max, until?.number ?? .max,
        entry.number?.low, entry.number?.high, entry.number?.quote.text ?? "",
        entry.number?.unit ?? "", entry.hours, entry.isOfPeople,
        published?.number, entry.instrument?.rawValue ?? "",
        entry.firstTime?.stored ?? "", entry.lastTime?.stored ?? "", entry.terms.stored,
      ])
    }
  }

  /// Lays out anew what reports say, as people corrected them; of all newest versions where none are named.
  func layOutLayers(of rows: [Int64]?, in db: Database) throws {
    let rows =
      try rows
      ?? Int64.fetchAll(db, sql: "SELECT row FROM report WHERE is_latest = 1 ORDER BY row")
    var reports = StoredReports(db: db)
    for row in rows {
      guard
        let id = try String.fetchOne(
          db, sql: "SELECT id FROM report WHERE row = ?", arguments: [row]),
        let stored = try reports.latest(id)
      else { continue }
      var reading = stored.report.reading
      reading.accounts.removeAll { stored.rejected.contains($0.number) }
      try db.execute(sql: "DELETE FROM layer_entry WHERE report = ?", arguments: [row])
      try insertLayers(of: row, reading, published: stored.report.published, in: db)
    }
  }

  /// Lays out anew what the newest version of a report says.
  func layOutLayers(ofReport id: String, in db: Database) throws {
    let row = try Int64.fetchOne(
      db, sql: "SELECT row FROM report WHERE id = ? AND +is_latest = 1", arguments: [id])
    if let row { try layOutLayers(of: [row], in: db) }
  }
}
