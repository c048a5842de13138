import GRDB
public import PatchworkRecord
public import PatchworkSituation

/// An area on a day: what each layer is said to be, or that nothing is said.
public struct AreaDay: Sendable {
  /// Identifier of the area.
  public var id: String
  /// Its name.
  public var name: String
  /// Its kind in the gazetteer.
  public var kind: String
  /// Degrees north of its point, nil where it has none.
  public var latitude: Double?
  /// Degrees east of its point.
  public var longitude: Double?
  /// What is said of the day.
  public var picture: AreaPicture
}

extension RecordFile {
  /// The newest day on which something was published of an area, of the whole record without one; nil where nothing was.
  public func newestDay(of area: String? = nil) throws -> CivilDay? {
    try pool.read { db in
      try requireSituation(in: db)
      return try Int.fetchOne(
        db,
        sql: """
          SELECT max(r.day) FROM layer_entry e JOIN report r ON r.row = e.report AND r.is_latest = 1
          WHERE ?1 IS NULL OR e.place IN (SELECT place FROM place_within WHERE wider = ?1)
          """, arguments: [area]
      ).map(CivilDay.init(number:))
    }
  }

  /// Areas of which most was said in the weeks up to a day, each as that day stands; at most so many.
  public func areas(on day: CivilDay, limit: Int = 24) throws -> [AreaDay] {
    let kinds = linker.layers.areas.kinds
    let found = try pool.read { db in
      try requireSituation(in: db)
      return try Row.fetchAll(
        db,
        sql: """
          SELECT p.id, p.name, p.kind, p.latitude, p.longitude, count(*) AS said FROM layer_entry e
          JOIN report r ON r.row = e.report AND r.is_latest = 1
          JOIN place_within w ON w.place = e.place JOIN place p ON p.id = w.wider
          WHERE e.until_day >= ? AND e.from_day <= ?
            AND p.kind IN (\(databaseQuestionMarks(count: kinds.count)))
          GROUP BY p.id ORDER BY said DESC, p.id LIMIT ?
          """,
        arguments: StatementArguments(
          [day.number - AreaStrip.longestCarried, day.number]
            + kinds as [any DatabaseValueConvertible] + [limit]))
    }
    return try found.compactMap { row in
      guard let picture = try areaPicture(row["id"], days: day...day, withSentences: false) else {
        return nil
      }
      return AreaDay(
        id: row["id"], name: row["name"], kind: row["kind"], latitude: row["latitude"],
        longitude: row["longitude"], picture: picture)
    }
  }

  /// How many statements are of each of some days, over all areas; days without any are not in it.
  public func statements(on days: ClosedRange<CivilDay>) throws -> [CivilDay: Int] {
    try pool.read { db in
      try requireSituation(in: db)
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT e.from_day AS day, count(*) AS said FROM layer_entry e
          JOIN report r ON r.row = e.report AND r.is_latest = 1
          WHERE e.from_day BETWEEN ? AND ? AND e.place IS NOT NULL GROUP BY e.from_day
          """, arguments: [days.lowerBound.number, days.upperBound.number])
      return Dictionary(
        uniqueKeysWithValues: rows.map { (CivilDay(number: $0["day"]), $0["said"]) })
    }
  }

  /// The picture of an area that a person drew: of places whose points lie within it.
  public func areaPicture(
    _ area: DrawnArea, days: ClosedRange<CivilDay>
  ) throws -> AreaPicture {
    try pool.read { db in
      let bounds = area.bounds
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT id, latitude, longitude FROM place
          WHERE latitude BETWEEN ? AND ? AND longitude BETWEEN ? AND ? ORDER BY id
          """, arguments: [bounds.south, bounds.north, bounds.west, bounds.east])
      var filter = SituationFilter()
      filter.places = rows.filter {
        area.contains(latitude: $0["latitude"], longitude: $0["longitude"])
      }.map { $0["id"] }
      filter.since = days.lowerBound - AreaStrip.longestCarried
      filter.until = days.upperBound
      // A country or a governorate has a point inside too, and is no part of what was drawn.
      let states = try self.saidStates(filter, in: db).filter {
        $0.entry.place.map { $0.precision <= 2 } ?? false
      }
      return AreaPicture(
        id: "drawn", name: area.name.isEmpty ? "drawn area" : area.name, states: states,
        days: days, meanings: linker.layers.states)
    }
  }
}
