import GRDB
public import PatchworkRecord

/// Which rows of a record are asked for; what is nil does not narrow.
public struct RecordFilter: Hashable, Sendable {
  /// First and last day: of publication for reports, of what is told for accounts and incidents.
  public var since: CivilDay?
  /// Last day.
  public var until: CivilDay?
  /// Identifier of a place; what lies within it counts.
  public var place: String?
  /// Type of happening.
  public var type: HappeningType?
  /// Stance of the account.
  public var stance: Stance?
  /// Part of a speaker's name.
  public var speaker: String?
  /// Part of the name of a person or agency that the report credits, for reports.
  public var credited: String?
  /// Names of a speaker, of which one must be the whole name.
  public var names: [String] = []
  /// Identifier of the report that rows are of, for accounts.
  public var report: String?
  /// How many rows at most, and how many are passed over first.
  public var limit: Int?
  /// How many rows are passed over first.
  public var offset: Int = 0

  /// Whether the newest come first, where a list has that order.
  public var isNewestFirst = false

  /// Makes a filter that lets everything through.
  public init() {}

  /// Conditions on the account table, named `a`, with their values in order.
  func accountConditions() -> (sql: [String], values: [(any DatabaseValueConvertible)?]) {
    var sql: [String] = []
    var values: [(any DatabaseValueConvertible)?] = []
    if let since {
      sql.append("a.last_day >= ?")
      values.append(since.number)
    }
    if let until {
      sql.append("a.first_day <= ?")
      values.append(until.number)
    }
    if let place {
      sql.append("a.place IN (SELECT place FROM place_within WHERE wider = ?)")
      values.append(place)
    }
    if let type {
      sql.append("a.type = ?")
      values.append(type.rawValue)
    }
    if let stance {
      sql.append("a.stance = ?")
      values.append(stance.rawValue)
    }
    if let speaker {
      sql.append("a.who IN (SELECT who FROM speaker WHERE who LIKE '%' || ? || '%')")
      values.append(speaker)
    }
    if !names.isEmpty {
      sql.append("a.who IN (\(names.map { _ in "?" }.joined(separator: ", ")))")
      values += names
    }
    if let report {
      sql.append("a.report IN (SELECT row FROM report WHERE id = ?)")
      values.append(report)
    }
    return (sql, values)
  }

  /// Conditions on the table of speakers, named `a`, or nil where only some of a speaker's accounts would count.
  func speakerConditions() -> (sql: [String], values: [(any DatabaseValueConvertible)?])? {
    var names = self
    (names.speaker, names.names) = (nil, [])
    guard names.accountConditions().sql.isEmpty else { return nil }
    return accountConditions()
  }

  /// A condition on the report table, named `r`, that some account of it fits; empty where nothing narrows.
  func reportCondition() -> (sql: String, values: [(any DatabaseValueConvertible)?]) {
    let (conditions, values) = accountConditions()
    guard !conditions.isEmpty else { return ("", []) }
    return (
      "AND EXISTS (SELECT 1 FROM account a WHERE a.report = r.row AND "
        + conditions.joined(separator: " AND ") + ")", values
    )
  }

  /// Conditions on the incident table, named `i`, with their values in order.
  ///
  /// `isCommon` is whether they ask for accounts of a kind that many have: then what fits is found soon from either end,
  /// and counting all of it is slow.
  func incidentConditions(
    in db: Database
  ) throws -> (sql: [String], values: [(any DatabaseValueConvertible)?], isCommon: Bool) {
    var sql: [String] = []
    var values: [(any DatabaseValueConvertible)?] = []
    if let since {
      // None lasts longer than the longest, so those before that need not be looked at.
      sql.append(
        "i.last_day >= ? AND i.first_day >= ? - (SELECT max(last_day - first_day) FROM incident)")
      values += [since.number, since.number]
    }
    if let until {
      sql.append("i.first_day <= ?")
      values.append(until.number)
    }
    if let place {
      sql.append("i.place IN (SELECT place FROM place_within WHERE wider = ?)")
      values.append(place)
    }
    if let type {
      sql.append("i.type = ?")
      values.append(type.rawValue)
    }
    var narrow = self
    (narrow.since, narrow.until, narrow.place, narrow.type) = (nil, nil, nil, nil)
    let (conditions, others) = narrow.accountConditions()
    if conditions.isEmpty { return (sql, values, false) }
    let all = conditions.joined(separator: " AND ")
    let isCommon = try Self.isCommon(all, others, in: db)
    sql.append(
      isCommon
        ? """
        EXISTS (SELECT 1 FROM occurrence o CROSS JOIN account a ON a.report = o.report
          WHERE o.incident = i.row AND \(all))
        """
        : """
        i.row IN (SELECT o.incident FROM account a CROSS JOIN occurrence o ON o.report = a.report
          WHERE \(all))
        """)
    return (sql, values + others, isCommon)
  }

  /// Conditions on the report table, named `r`, with their values in order; `isCommon` as for incidents.
  func reportConditions(
    in db: Database
  ) throws -> (sql: [String], values: [(any DatabaseValueConvertible)?], isCommon: Bool) {
    var sql: [String] = ["r.is_latest = 1"]
    var values: [(any DatabaseValueConvertible)?] = []
    if let since {
      sql.append("r.sort_day >= ? AND r.sort_day < \(Int64.max)")
      values.append(since.number)
    }
    if let until {
      sql.append("r.sort_day <= ?")
      values.append(until.number)
    }
    if let credited {
      sql.append("r.row IN (SELECT report FROM credit WHERE who LIKE '%' || ? || '%')")
      values.append(credited)
    }
    var narrow = self
    (narrow.since, narrow.until) = (nil, nil)
    let (conditions, others) = narrow.accountConditions()
    if conditions.isEmpty { return (sql, values, false) }
    let all = conditions.joined(separator: " AND ")
    let isCommon = try Self.isCommon(all, others, in: db)
    sql.append(
      isCommon
        ? "EXISTS (SELECT 1 FROM account a WHERE a.report = r.row AND \(all))"
        : "r.row IN (SELECT a.report FROM account a WHERE \(all))")
    return (sql, values + others, isCommon)
  }

  /// Whether more accounts fit some conditions than are quickly gone through.
  private static func isCommon(
    _ conditions: String, _ values: [(any DatabaseValueConvertible)?], in db: Database
  ) throws -> Bool {
    let most = 3000
    return try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM (SELECT 1 FROM account a WHERE \(conditions) LIMIT \(most + 1))
        """, arguments: StatementArguments(values)
    ).map { $0 > most } ?? false
  }

  /// `WHERE …`, or nothing without conditions.
  static func clause(_ conditions: [String]) -> String {
    conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
  }

  /// `LIMIT … OFFSET …`.
  var page: String { "LIMIT \(limit ?? -1) OFFSET \(offset)" }
}
