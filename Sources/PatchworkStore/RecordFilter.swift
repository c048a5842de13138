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
  /// How many rows at most, and how many are passed over first.
  public var limit: Int?
  /// How many rows are passed over first.
  public var offset: Int = 0

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
      sql.append("a.who LIKE '%' || ? || '%'")
      values.append(speaker)
    }
    return (sql, values)
  }

  /// `WHERE …`, or nothing without conditions.
  static func clause(_ conditions: [String]) -> String {
    conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
  }

  /// `LIMIT … OFFSET …`.
  var page: String { "LIMIT \(limit ?? -1) OFFSET \(offset)" }
}
