import GRDB
public import PatchworkRecord

/// The places that a record names.
extension RecordFile {
  /// Places of the record with incidents, within some degrees of a point, those with most first.
  public func places(
    latitude: Double, longitude: Double, within degrees: Double, most: Int
  ) throws -> [IncidentPicture.Spot] {
    try pool.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT p.*, (SELECT count(*) FROM incident i WHERE i.place = p.id) AS n FROM place p
          WHERE p.latitude BETWEEN ?1 - ?3 AND ?1 + ?3
            AND p.longitude BETWEEN ?2 - ?3 * 2 AND ?2 + ?3 * 2 AND n > 0
            AND p.kind NOT IN ('country', 'governorate', 'province', 'region', 'state')
          ORDER BY n DESC, p.id LIMIT ?4
          """, arguments: [latitude, longitude, degrees, most]
      ).map { row in
        IncidentPicture.Spot(
          id: row["id"], name: row["name"], kind: row["kind"], latitude: row["latitude"],
          longitude: row["longitude"], incidents: row["n"])
      }
    }
  }

  /// How many accounts of each of some reports name a place that could not be resolved.
  public func unresolvedPlaces(in reports: [String]) throws -> [String: Int] {
    try pool.read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT count(DISTINCT a.place_name) FROM account a JOIN report r ON r.row = a.report
          WHERE r.id = ? AND +r.is_latest = 1 AND a.place IS NULL AND a.place_name != ''
          """)
      var counts: [String: Int] = [:]
      for id in reports { counts[id] = try Int.fetchOne(statement, arguments: [id]) }
      return counts
    }
  }

  /// A place that the record names, with the wider ones that the record knows by name, nearest first; nil where it names none.
  public func place(_ id: String) throws -> (spot: PlaceRow, within: [PlaceRow])? {
    try pool.read { db in
      guard
        let row = try Row.fetchOne(db, sql: "SELECT * FROM place WHERE id = ?", arguments: [id])
      else { return nil }
      let wider = try Row.fetchAll(
        db,
        sql: """
          SELECT p.* FROM place_within w JOIN place p ON p.id = w.wider
          WHERE w.place = ?1 AND p.id != ?1
          ORDER BY (SELECT count(*) FROM place_within x WHERE x.wider = p.id), p.id
          """, arguments: [id])
      return (PlaceRow(row), wider.map(PlaceRow.init))
    }
  }

  /// Places whose name holds some letters, or all, those with most incidents first.
  public func places(
    named part: String, limit: Int, offset: Int
  ) throws -> [(place: PlaceRow, incidents: Int)] {
    try pool.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT p.*, n
          FROM (SELECT place, count(*) AS n FROM incident WHERE place IS NOT NULL GROUP BY place)
          JOIN place p ON p.id = place
          WHERE ?1 = '' OR p.name LIKE '%' || ?1 || '%'
          ORDER BY n DESC, p.name, p.id LIMIT ?2 OFFSET ?3
          """, arguments: [part, limit, offset]
      ).map { (PlaceRow($0), $0["n"]) }
    }
  }

  /// How many places with incidents have a name that holds some letters.
  public func placeCount(named part: String) throws -> Int {
    try pool.read { db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM (SELECT DISTINCT place FROM incident WHERE place IS NOT NULL)
          JOIN place p ON p.id = place WHERE ?1 = '' OR p.name LIKE '%' || ?1 || '%'
          """, arguments: [part]) ?? 0
    }
  }

  /// How many accounts tell of what type on which day, at a place and within it.
  public func dayTypes(at place: String) throws -> [(day: CivilDay, type: String, accounts: Int)] {
    try pool.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT a.first_day AS day, coalesce(a.type, '') AS type, count(*) AS n FROM account a
          WHERE a.place IN (SELECT place FROM place_within WHERE wider = ?)
            AND a.first_day IS NOT NULL AND a.last_day - a.first_day < 7
          GROUP BY 1, 2 ORDER BY 1, 2
          """, arguments: [place]
      ).map { (CivilDay(number: $0["day"]), $0["type"], $0["n"]) }
    }
  }
}

/// A place as the record keeps it.
public struct PlaceRow: Hashable, Sendable {
  /// Identifier of the place.
  public var id: String
  /// Its name.
  public var name: String
  /// The gazetteer's class.
  public var kind: String
  /// Degrees north, WGS 84.
  public var latitude: Double?
  /// Degrees east, WGS 84.
  public var longitude: Double?

  init(_ row: Row) {
    id = row["id"]
    name = row["name"]
    kind = row["kind"]
    latitude = row["latitude"]
    longitude = row["longitude"]
  }
}
