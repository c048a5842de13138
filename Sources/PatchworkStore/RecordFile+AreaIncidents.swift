import GRDB
public import PatchworkLinking
public import PatchworkRecord
public import PatchworkSituation

/// Incidents of an area over some days.
public struct AreaIncidents: Sendable {
  /// How many there are.
  public var total = 0
  /// The newest of them, each with its grade.
  public var rows: [(row: IncidentRow, grade: IncidentGrade.Word)] = []
  /// How far the places of incidents beside the area lie from it, by their identifiers; empty for those within.
  public var kilometres: [String: Double] = [:]

  /// None.
  public init() {}
}

extension RecordFile {
  /// The point of a place of the record, nil where it has none.
  public func point(ofPlace id: String) throws -> (latitude: Double, longitude: Double)? {
    try pool.read { db in
      guard
        let row = try Row.fetchOne(
          db, sql: "SELECT latitude, longitude FROM place WHERE id = ?", arguments: [id]),
        let latitude: Double = row[0], let longitude: Double = row[1]
      else { return nil }
      return (latitude, longitude)
    }
  }

  /// Incidents of what lies within an area, the newest with their grades.
  public func areaIncidents(
    _ id: String, days: ClosedRange<CivilDay>, limit: Int
  ) throws -> AreaIncidents {
    try pool.read { try self.areaIncidents(of: .area(id), days, limit, in: $0) }
  }

  /// Incidents of places whose points lie within a drawn area, the newest with their grades.
  public func areaIncidents(
    _ area: DrawnArea, days: ClosedRange<CivilDay>, limit: Int
  ) throws -> AreaIncidents {
    try pool.read { db in
      try self.areaIncidents(of: Self.ground(of: area, in: db), days, limit, in: db)
    }
  }

  func areaIncidents(
    of ground: SituationFilter.Ground, _ days: ClosedRange<CivilDay>, _ limit: Int, in db: Database
  ) throws -> AreaIncidents {
    let (place, value) = ground.placeCondition("i.place")
    let clause = "WHERE \(place) AND i.first_day <= ? AND i.last_day >= ?"
    let values: StatementArguments = [
      value, days.upperBound.number, days.lowerBound.number,
    ]
    var found = AreaIncidents()
    found.total =
      try Int.fetchOne(db, sql: "SELECT count(*) FROM incident i \(clause)", arguments: values) ?? 0
    let rows = try Row.fetchAll(
      db,
      sql: "SELECT * FROM incident i \(clause) ORDER BY i.first_day DESC, i.id DESC LIMIT \(limit)",
      arguments: values)
    var reports = StoredReports(db: db)
    found.rows = try rows.map { row in
      let view = try self.incident(row["row"], &reports, in: db)
      return (Self.incidentRow(row), view?.gradeWord ?? .ungraded)
    }
    return found
  }

  /// The places of the record whose points lie within a drawn area, told no less precisely than a town: a country or a
  /// governorate has a point inside too, and is no part of what was drawn.
  static func ground(of area: DrawnArea, in db: Database) throws -> SituationFilter.Ground {
    let bounds = area.bounds
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, latitude, longitude FROM place
        WHERE latitude BETWEEN ? AND ? AND longitude BETWEEN ? AND ? ORDER BY id
        """, arguments: [bounds.south, bounds.north, bounds.west, bounds.east])
    var places: [String] = []
    while let row = try rows.next() {
      if area.contains(latitude: row[1], longitude: row[2]) { places.append(row[0]) }
    }
    return .places(places, precision: 2)
  }
}
