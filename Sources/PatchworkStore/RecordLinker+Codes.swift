import GRDB
import PatchworkLinking
import PatchworkRecord

extension RecordLinker {
  /// A new incident, named for the occurrence that begins it.
  ///
  /// A code that had become a former one of the incident that it leaves is its own again.
  func makeIncident(
    for founder: Occurrence, leaving left: Int64?, in db: Database
  ) throws -> Int64 {
    var id = Self.code("\(founder.report)#\(founder.number)")
    var salt = 0
    if let left {
      try db.execute(
        sql: "DELETE FROM incident_alias WHERE id = ? AND incident = ?", arguments: [id, left])
    }
    let taken = try db.cachedStatement(
      sql: """
        SELECT EXISTS (SELECT 1 FROM incident WHERE id = ?1)
          OR EXISTS (SELECT 1 FROM incident_alias WHERE id = ?1)
        """)
    while try Bool.fetchOne(taken, arguments: [id]) ?? false {
      salt += 1
      id = Self.code("\(founder.report)#\(founder.number)#\(salt)")
    }
    try db.cachedStatement(
      sql:
        "INSERT INTO incident (id, type, place_name, sort_day, accounts, reports) VALUES (?, '', '', 0, 0, 0)"
    ).execute(arguments: [id])
    return db.lastInsertedRowID
  }

  /// A code of six letters and digits that are not mistaken for one another, after a prefix.
  static func code(_ name: String) -> String {
    let letters = Array("23456789BCDFGHJKMNPQRSTVWXYZ")
    var rest = UInt64(bitPattern: stableHash(name))
    var code = "I-"
    for _ in 0..<6 {
      code.append(letters[Int(rest % UInt64(letters.count))])
      rest /= UInt64(letters.count)
    }
    return code
  }

  /// Writes the summaries of incidents whose members changed.
  ///
  /// One that has none left goes on as a former code of the incident that took its members in. A code that was given out is kept before one that was made in this step.
  ///
  /// `moved` names an occurrence that each emptied incident had.
  func settle(
    _ touched: Set<Int64>, made: Set<Int64>, moved: [Int64: Int64], in db: Database
  ) throws {
    var made = made
    for incident in touched.sorted() {
      let members = try occurrences(
        try Int64.fetchAll(
          db.cachedStatement(sql: "SELECT row FROM occurrence WHERE incident = ? ORDER BY row"),
          arguments: [incident]), in: db
      ).map(\.occurrence)
      if members.isEmpty {
        try retire(
          incident, heir: try moved[incident].flatMap { try self.incident(of: $0, in: db) },
          made: &made,
          in: db)
      } else {
        try summarise(incident, members, in: db)
      }
    }
  }

  private func retire(
    _ incident: Int64, heir: Int64?, made: inout Set<Int64>, in db: Database
  ) throws {
    guard let heir, heir != incident else {
      try db.execute(sql: "DELETE FROM incident WHERE row = ?", arguments: [incident])
      return
    }
    try db.execute(
      sql: "UPDATE incident_alias SET incident = ? WHERE incident = ?", arguments: [heir, incident])
    if made.contains(heir), !made.contains(incident) {
      // The heir is new and nobody knows its code yet: it takes the one that was given out.
      let id = try String.fetchOne(
        db, sql: "SELECT id FROM incident WHERE row = ?", arguments: [incident])
      try db.execute(sql: "DELETE FROM incident WHERE row = ?", arguments: [incident])
      try db.execute(sql: "UPDATE incident SET id = ? WHERE row = ?", arguments: [id, heir])
      made.remove(heir)
    } else {
      try db.execute(
        sql: "INSERT OR REPLACE INTO incident_alias SELECT id, ? FROM incident WHERE row = ?",
        arguments: [heir, incident])
      try db.execute(sql: "DELETE FROM incident WHERE row = ?", arguments: [incident])
    }
  }

  private func summarise(_ incident: Int64, _ members: [Occurrence], in db: Database) throws {
    let summary = IncidentSummary(members)
    try db.cachedStatement(
      sql: """
        UPDATE incident SET type = ?, place = ?, place_name = ?, first_day = ?, last_day = ?,
          sort_day = ?, accounts = ?, reports = ? WHERE row = ?
        """
    ).execute(arguments: [
      summary.type.rawValue, summary.place?.id, summary.place?.name ?? "",
      summary.days?.lowerBound.number, summary.days?.upperBound.number,
      summary.days?.lowerBound.number ?? .max,
      members.reduce(0) { $0 + $1.accounts.count }, Set(members.map(\.report)).count, incident,
    ])
  }
}
