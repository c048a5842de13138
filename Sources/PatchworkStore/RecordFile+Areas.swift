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
  /// What is said of the day.
  public var picture: AreaPicture
}

extension RecordFile {
  /// Kinds of places that are areas: they hold others.
  private static let areaKinds = [
    "governorate", "province", "district", "subdistrict", "area", "city", "town",
  ]

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
    let found = try pool.read { db in
      try requireSituation(in: db)
      return try Row.fetchAll(
        db,
        sql: """
          SELECT p.id, p.name, p.kind, count(*) AS said FROM layer_entry e
          JOIN report r ON r.row = e.report AND r.is_latest = 1
          JOIN place_within w ON w.place = e.place JOIN place p ON p.id = w.wider
          WHERE e.until_day >= ? AND e.from_day <= ?
            AND p.kind IN (\(databaseQuestionMarks(count: Self.areaKinds.count)))
          GROUP BY p.id ORDER BY said DESC, p.id LIMIT ?
          """,
        arguments: StatementArguments(
          [day.number - AreaStrip.longestCarried, day.number]
            + Self.areaKinds as [any DatabaseValueConvertible] + [limit]))
    }
    return try found.compactMap { row in
      guard let picture = try areaPicture(row["id"], days: day...day, withSentences: false) else {
        return nil
      }
      return AreaDay(id: row["id"], name: row["name"], kind: row["kind"], picture: picture)
    }
  }
}
