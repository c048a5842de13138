import GRDB
public import PatchworkRecord

extension RecordFile {
  /// The titles of some reports by id; one without a title is not there.
  public func titles(of reports: Set<String>) throws -> [String: String] {
    try pool.read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT title FROM report WHERE id = ? AND is_latest = 1")
      var titles: [String: String] = [:]
      for id in reports {
        if let title = try String.fetchOne(statement, arguments: [id]), !title.isEmpty {
          titles[id] = title
        }
      }
      return titles
    }
  }

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

  /// How many reports a filter lets through.
  public func reportCount(_ filter: RecordFilter) throws -> Int {
    let (conditions, values) = filter.reportConditions()
    return try pool.read { db in
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM report r \(RecordFilter.clause(conditions))",
        arguments: StatementArguments(values)) ?? 0
    }
  }
}

extension RecordFile {
  /// How many accounts of each of some reports name a place that could not be resolved.
  public func unresolvedPlaces(in reports: [String]) throws -> [String: Int] {
    try pool.read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT count(DISTINCT a.place_name) FROM account a JOIN report r ON r.row = a.report
          WHERE r.id = ? AND r.is_latest = 1 AND a.place IS NULL AND a.place_name != ''
          """)
      var counts: [String: Int] = [:]
      for id in reports { counts[id] = try Int.fetchOne(statement, arguments: [id]) }
      return counts
    }
  }
}

/// How many of what was found have each value of a field.
public struct Facet: Hashable, Sendable {
  /// The field ("type", "stance", "outlet").
  public var field: String
  /// The value.
  public var value: String
  /// How many reports.
  public var reports: Int
}

extension RecordFile {
  /// All names that people joined with a name, itself first.
  public func spellings(of name: String) throws -> [String] {
    try pool.read { db in
      let joins = try Self.judgements(in: db).filter { $0.action == .alias }
      var names = [name]
      var next = 0
      while next < names.count {
        for join in joins {
          for (one, other) in [(join.value, join.other), (join.other, join.value)]
          where one == names[next] && !names.contains(other) { names.append(other) }
        }
        next += 1
      }
      return names
    }
  }

  /// How many speakers a filter lets through.
  public func speakerCount(_ filter: RecordFilter) throws -> Int {
    var (conditions, values) = filter.accountConditions()
    conditions.append("a.who != '' AND a.kind NOT IN ('author', 'unstated', 'anonymous')")
    return try pool.read { db in
      try Int.fetchOne(
        db, sql: "SELECT count(DISTINCT a.who) FROM account a \(RecordFilter.clause(conditions))",
        arguments: StatementArguments(values)) ?? 0
    }
  }

  /// How many accounts a filter lets through.
  public func accountCount(_ filter: RecordFilter) throws -> Int {
    var (conditions, values) = filter.accountConditions()
    conditions.append("r.is_latest = 1")
    return try pool.read { db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM account a JOIN report r ON r.row = a.report
          \(RecordFilter.clause(conditions))
          """, arguments: StatementArguments(values)) ?? 0
    }
  }

  /// Offices and descriptions with which reports introduce a speaker of some names, the most used first.
  public func offices(of names: [String]) throws -> [Actor.Office] {
    try pool.read { db in
      try names.flatMap { name in
        try Row.fetchAll(
          db,
          sql: """
            SELECT a.role, min(r.day) AS first, max(r.day) AS last, min(r.id) AS report, min(a.n) AS n,
              count(*) AS times
            FROM account a JOIN report r ON r.row = a.report
            WHERE a.who = ? AND a.role != '' AND r.is_latest = 1 GROUP BY a.role
            ORDER BY times DESC, a.role LIMIT 20
            """, arguments: [name]
        ).map { row in
          Actor.Office(
            words: row["role"], first: (row["first"] as Int?).map(CivilDay.init(number:)),
            last: (row["last"] as Int?).map(CivilDay.init(number:)), report: row["report"],
            account: row["n"])
        }
      }
    }
  }

  /// The newest incidents on which a speaker of some names has an account.
  public func incidents(of names: [String], most: Int) throws -> [String] {
    try pool.read { db in
      let marks = names.map { _ in "?" }.joined(separator: ", ")
      return try String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT i.id FROM account a JOIN occurrence o ON o.report = a.report
          JOIN incident i ON i.row = o.incident
          JOIN json_each(o.payload, '$.accounts') n ON n.value = a.n
          WHERE a.who IN (\(marks)) ORDER BY i.first_day DESC, i.id LIMIT \(most)
          """, arguments: StatementArguments(names))
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

  /// How many reports have all of some words, and what their accounts and outlets are; of the newest 2,000 at most.
  public func facets(
    _ words: String, _ filter: RecordFilter
  ) throws -> (total: Int, facets: [Facet]) {
    guard let pattern = FTS5Pattern(matchingAllTokensIn: words) else { return (0, []) }
    let (narrow, values) = filter.reportCondition()
    return try pool.read { db in
      let rows = try Int64.fetchAll(
        db,
        sql: """
          SELECT r.row FROM report_words JOIN report r ON r.row = report_words.rowid
          WHERE report_words MATCH ? AND r.is_latest = 1 \(narrow)
          ORDER BY report_words.rowid DESC LIMIT 2000
          """, arguments: StatementArguments([pattern] + values))
      let list = rows.map(String.init).joined(separator: ",")
      let facets = try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM (SELECT 'type' AS field, a.type AS value, count(DISTINCT a.report) AS n FROM account a
            WHERE a.report IN (\(list)) AND a.type IS NOT NULL GROUP BY a.type
          UNION ALL SELECT 'stance', a.stance, count(DISTINCT a.report) FROM account a
            WHERE a.report IN (\(list)) GROUP BY a.stance
          UNION ALL SELECT 'outlet', outlet, count(*) FROM report
            WHERE row IN (\(list)) AND outlet != '' GROUP BY outlet)
          ORDER BY field, n DESC, value
          """)
      return (
        rows.count, facets.map { Facet(field: $0["field"], value: $0["value"], reports: $0["n"]) }
      )
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
