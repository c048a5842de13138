import GRDB
import PatchworkRecord

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
}
