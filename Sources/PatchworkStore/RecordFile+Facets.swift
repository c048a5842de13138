import GRDB
import PatchworkRecord

/// How many of what was found have each value of a field.
public struct Facet: Hashable, Sendable {
  /// The field ("type", "stance", "outlet").
  public var field: String
  /// The value.
  public var value: String
  /// How many reports.
  public var reports: Int
}

/// How what a search finds is divided.
extension RecordFile {
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
