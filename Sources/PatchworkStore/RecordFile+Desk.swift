import GRDB
public import PatchworkRecord

extension RecordFile {
  /// The titles of some reports by id; one without a title is not there.
  public func titles(of reports: Set<String>) throws -> [String: String] {
    try pool.read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT title FROM report WHERE id = ? AND +is_latest = 1")
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

  /// How many reports a filter lets through; where it asks for accounts of some kind, at most so many are counted.
  public func reportCount(_ filter: RecordFilter) throws -> Bounded {
    try pool.read { db in
      let (conditions, values, isCommon) = try filter.reportConditions(in: db)
      return try Self.count(
        "report r \(RecordFilter.clause(conditions))", values, isBounded: isCommon, db)
    }
  }
}

/// A number that may have been counted to a bound only.
public struct Bounded: Hashable, Sendable {
  /// How many; where counting stopped, at least so many.
  public var count: Int
  /// Whether there may be more.
  public var isLeast = false

  /// Where counting stops.
  public static let most = 1000

  /// A number.
  public init(_ count: Int, isLeast: Bool = false) {
    (self.count, self.isLeast) = (count, isLeast)
  }
}

extension RecordFile {
  /// Rows of a table with conditions; counted to the bound where that is asked for.
  static func count(
    _ rows: String, _ values: [(any DatabaseValueConvertible)?], isBounded: Bool, _ db: Database
  ) throws -> Bounded {
    let sql =
      isBounded
      ? "SELECT count(*) FROM (SELECT 1 FROM \(rows) LIMIT \(Bounded.most))"
      : "SELECT count(*) FROM \(rows)"
    let count = try Int.fetchOne(db, sql: sql, arguments: StatementArguments(values)) ?? 0
    return Bounded(count, isLeast: isBounded && count == Bounded.most)
  }
}

extension RecordFile {
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
    try pool.read { db in
      if let (conditions, values) = filter.speakerConditions() {
        return try Int.fetchOne(
          db,
          sql: """
            SELECT count(*) FROM speaker a \(RecordFilter.clause(["a.is_named = 1"] + conditions))
            """,
          arguments: StatementArguments(values)) ?? 0
      }
      var all = filter
      (all.limit, all.offset) = (nil, 0)
      return try Self.chosenSpeakers(all, in: db).count
    }
  }

  /// How many accounts a filter lets through.
  public func accountCount(_ filter: RecordFilter) throws -> Int {
    let (conditions, values) = filter.accountConditions()
    return try pool.read { db in
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM account a \(RecordFilter.clause(conditions))",
        arguments: StatementArguments(values)) ?? 0
    }
  }

  /// Offices and descriptions with which reports introduce a speaker of some names, the most used first.
  public func offices(of names: [String]) throws -> [Actor.Office] {
    try pool.read { db in
      try names.flatMap { name in
        try Row.fetchAll(
          db,
          sql: """
            SELECT a.role, min(a.sort_day) AS first, a.n, (SELECT id FROM report WHERE row = a.report) AS report,
              max(nullif(a.sort_day, \(Int64.max))) AS last, count(*) AS times
            FROM account a WHERE a.who = ? AND a.role != '' GROUP BY a.role
            ORDER BY times DESC, a.role LIMIT 20
            """, arguments: [name]
        ).map { row in
          let last: Int? = row["last"]
          return Actor.Office(
            words: row["role"],
            first: last == nil ? nil : (row["first"] as Int?).map(CivilDay.init(number:)),
            last: last.map(CivilDay.init(number:)), report: row["report"], account: row["n"])
        }
      }
    }
  }

  /// The incidents on which a speaker of some names had an account last; of the newest 300 of them.
  public func incidents(of names: [String], most: Int) throws -> [String] {
    try pool.read { db in
      let marks = names.map { _ in "?" }.joined(separator: ", ")
      return try String.fetchAll(
        db,
        sql: """
          SELECT i.id FROM (
            SELECT a.report, a.n, a.sort_day FROM account a WHERE a.who IN (\(marks))
            ORDER BY a.sort_day DESC, a.report DESC, a.n DESC LIMIT 300) a
          CROSS JOIN occurrence_account x ON x.report = a.report AND x.n = a.n
          CROSS JOIN occurrence o ON o.row = x.occurrence
          JOIN incident i ON i.row = o.incident
          GROUP BY i.row ORDER BY max(a.sort_day) DESC, i.first_day DESC, i.id LIMIT \(most)
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

  /// Reports that facets count at most.
  public static let mostOfFacets = 1000

  /// How many reports have all of some words, and what their accounts and outlets are; of the newest thousand at most.
  public func facets(
    _ words: String, _ filter: RecordFilter
  ) throws -> (total: Int, facets: [Facet]) {
    guard let pattern = FTS5Pattern(matchingAllTokensIn: words) else { return (0, []) }
    let (narrow, values) = filter.reportCondition()
    return try pool.read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT r.row, r.outlet FROM report_words JOIN report r ON r.row = report_words.rowid
          WHERE report_words MATCH ? AND +r.is_latest = 1 \(narrow)
          ORDER BY report_words.rowid DESC LIMIT \(Self.mostOfFacets)
          """, arguments: StatementArguments([pattern] + values))
      var counts: [String: [String: Int]] = [:]
      let accounts = try db.cachedStatement(
        sql: "SELECT type, stance FROM account WHERE report = ?")
      for row in rows {
        let outlet: String = row["outlet"]
        if !outlet.isEmpty { counts["outlet", default: [:]][outlet, default: 0] += 1 }
        var types: Set<String> = []
        var stances: Set<String> = []
        let found = try Row.fetchCursor(accounts, arguments: [row["row"] as Int64])
        while let account = try found.next() {
          if let type: String = account["type"] { types.insert(type) }
          stances.insert(account["stance"])
        }
        for type in types { counts["type", default: [:]][type, default: 0] += 1 }
        for stance in stances { counts["stance", default: [:]][stance, default: 0] += 1 }
      }
      let facets = counts.sorted { $0.key < $1.key }.flatMap { field, values in
        values.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
          Facet(field: field, value: $0.key, reports: $0.value)
        }
      }
      return (rows.count, facets)
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
