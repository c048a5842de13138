import GRDB
import PatchworkLinking
public import PatchworkRecord

/// A speaker as lists show it.
public struct SpeakerRow: Hashable, Sendable {
  /// The speaker's name.
  public var who: String
  /// What kind of speaker.
  public var kind: SourceKind
  /// How many accounts are theirs.
  public var accounts: Int
  /// In how many reports.
  public var reports: Int
  /// First and last day of publication.
  public var first: CivilDay?
  /// Last day of publication.
  public var last: CivilDay?
}

/// An account with its report, as lists show it.
public struct AccountRow: Hashable, Sendable {
  /// The report.
  public var report: ReportRow
  /// The account, as people corrected it.
  public var account: Account
  /// The incident that it is on.
  public var incident: String?

  /// Makes a row.
  public init(report: ReportRow, account: Account, incident: String?) {
    self.report = report
    self.account = account
    self.incident = incident
  }
}

/// What a search found: a report, and its passage with the words between marks.
public struct SearchRow: Hashable, Sendable {
  /// The report.
  public var report: ReportRow
  /// The passage; what was searched for stands between U+2068 and U+2069.
  public var passage: String
}

extension RecordFile {
  /// Speakers with a name of their own, by number of reports, then by name; authors and anonymous speakers are no one.
  public func speakers(_ filter: RecordFilter = RecordFilter()) throws -> [SpeakerRow] {
    try pool.read { db in
      try requireFormat(Self.countedFormat, in: db)
      let found =
        try filter.speakerConditions() == nil
        ? Self.chosenSpeakers(filter, in: db) : Self.allSpeakers(filter, in: db)
      return try found.map { row in
        let days = try Row.fetchOne(
          db.cachedStatement(
            sql: """
              SELECT (SELECT min(sort_day) FROM account WHERE who = ?1) AS first,
                (SELECT max(sort_day) FROM account WHERE who = ?1 AND sort_day < \(Int64.max)) AS last
              """), arguments: [row["who"] as String])
        let last: Int? = days?["last"]
        return SpeakerRow(
          who: row["who"], kind: SourceKind(rawValue: row["kind"]) ?? .person,
          accounts: row["accounts"], reports: row["reports"],
          first: last == nil ? nil : (days?["first"] as Int?).map(CivilDay.init(number:)),
          last: last.map(CivilDay.init(number:)))
      }
    }
  }

  /// All of a speaker's accounts count: the table of speakers has them counted.
  private static func allSpeakers(_ filter: RecordFilter, in db: Database) throws -> [Row] {
    let (conditions, values) = filter.speakerConditions() ?? ([], [])
    return try Row.fetchAll(
      db,
      sql: """
        SELECT a.* FROM speaker a \(RecordFilter.clause(["a.is_named = 1"] + conditions))
        ORDER BY a.reports DESC, a.who \(filter.page)
        """, arguments: StatementArguments(values))
  }

  /// Only accounts that a filter lets through count.
  static func chosenSpeakers(_ filter: RecordFilter, in db: Database) throws -> [Row] {
    var (conditions, values) = filter.accountConditions()
    conditions.append("a.who != '' AND a.kind NOT IN ('author', 'unstated', 'anonymous')")
    return try Row.fetchAll(
      db,
      sql: """
        SELECT a.who, min(a.kind) AS kind, count(*) AS accounts, count(DISTINCT a.report) AS reports
        FROM account a \(RecordFilter.clause(conditions))
        GROUP BY a.who ORDER BY reports DESC, a.who \(filter.page)
        """, arguments: StatementArguments(values))
  }

  /// Accounts that a filter lets through, in order of publication, report and number.
  public func accounts(_ filter: RecordFilter) throws -> [AccountRow] {
    let (conditions, values) = filter.accountConditions()
    return try pool.read { db in
      try requireFormat(Self.countedFormat, in: db)
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT a.report, a.n FROM account a \(RecordFilter.clause(conditions))
          ORDER BY a.sort_day, a.report, a.n \(filter.page)
          """, arguments: StatementArguments(values))
      var reports = StoredReports(db: db)
      var rowsOfReports: [Int64: ReportRow] = [:]
      return try rows.compactMap { row in
        let (report, number): (Int64, Int) = (row["report"], row["n"])
        let known = try rowsOfReports[report] ?? Self.reportRow(of: report, in: db)
        guard let known, let stored = try reports.latest(known.id),
          stored.report.reading.accounts.indices.contains(number)
        else { return nil }
        rowsOfReports[report] = known
        return AccountRow(
          report: known, account: stored.report.reading.accounts[number],
          incident: try Self.incident(ofAccount: number, in: report, in: db))
      }
    }
  }

  /// Reports whose title or text has all the words, those that came last first; the filter narrows by their accounts.
  public func search(_ words: String, _ filter: RecordFilter = RecordFilter()) throws -> [SearchRow]
  {
    guard let pattern = FTS5Pattern(matchingAllTokensIn: words) else { return [] }
    let (narrow, values) = filter.reportCondition()
    return try pool.read { db in
      // The newest first: ranking by words would read every report that has one of them. The index gives them in that
      // order, so that passages are made for what is shown only.
      try Row.fetchAll(
        db,
        sql: """
          SELECT r.*, o.id AS first,
            snippet(report_words, 1, char(8296), char(8297), '…', 24) AS passage,
            \(Self.countsOfReport)
          FROM report_words CROSS JOIN report r ON r.row = report_words.rowid
          JOIN report o ON o.row = r.origin
          WHERE report_words MATCH ? AND r.is_latest = 1 \(narrow)
          ORDER BY report_words.rowid DESC \(filter.page)
          """, arguments: StatementArguments([pattern] + values)
      ).map { SearchRow(report: Self.reportRow($0), passage: $0["passage"]) }
    }
  }
}
