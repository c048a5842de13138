import GRDB
public import PatchworkRecord

/// An incident as lists show it.
public struct IncidentRow: Hashable, Sendable {
  /// Its code.
  public var id: String
  /// What most of its reports name it.
  public var type: HappeningType
  /// The name of its place, empty where none is said.
  public var placeName: String
  /// First and last day, where they are said.
  public var days: ClosedRange<CivilDay>?
  /// How many accounts it has.
  public var accounts: Int
  /// How many reports tell of it.
  public var reports: Int
}

extension RecordFile {
  /// Incidents by first day and code; those without a day come last.
  public func incidents(_ filter: RecordFilter = RecordFilter()) throws -> [IncidentRow] {
    var sql: [String] = []
    var values: [(any DatabaseValueConvertible)?] = []
    if let since = filter.since {
      sql.append("i.last_day >= ?")
      values.append(since.number)
    }
    if let until = filter.until {
      sql.append("i.first_day <= ?")
      values.append(until.number)
    }
    if let place = filter.place {
      sql.append("i.place IN (SELECT place FROM place_within WHERE wider = ?)")
      values.append(place)
    }
    if let type = filter.type {
      sql.append("i.type = ?")
      values.append(type.rawValue)
    }
    var narrow = filter
    (narrow.since, narrow.until, narrow.place, narrow.type) = (nil, nil, nil, nil)
    let (conditions, others) = narrow.accountConditions()
    if !conditions.isEmpty {
      sql.append(
        """
        EXISTS (SELECT 1 FROM occurrence o JOIN account a ON a.report = o.report
          WHERE o.incident = i.row AND \(conditions.joined(separator: " AND ")))
        """)
      values += others
    }
    return try pool.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM incident i \(RecordFilter.clause(sql))
          ORDER BY sort_day, id \(filter.page)
          """, arguments: StatementArguments(values)
      ).map { row in
        var days: ClosedRange<CivilDay>?
        if let first: Int = row["first_day"], let last: Int = row["last_day"], first <= last {
          days = CivilDay(number: first)...CivilDay(number: last)
        }
        return IncidentRow(
          id: row["id"], type: HappeningType(rawValue: row["type"]) ?? .other,
          placeName: row["place_name"], days: days, accounts: row["accounts"],
          reports: row["reports"])
      }
    }
  }

  /// The id of a place that the record names so, the one most named; nil where it names none.
  public func placeID(named name: String) throws -> String? {
    try pool.read { db in
      try String.fetchOne(
        db,
        sql: """
          SELECT p.id FROM place p WHERE p.id = ?1 OR p.name = ?1 COLLATE NOCASE
          ORDER BY (SELECT count(*) FROM account a WHERE a.place = p.id) DESC, p.id LIMIT 1
          """, arguments: [name])
    }
  }
}
