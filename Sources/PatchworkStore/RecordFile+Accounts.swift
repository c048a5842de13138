import GRDB
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
    var (conditions, values) = filter.accountConditions()
    conditions.append("a.who != '' AND a.kind NOT IN ('author', 'unstated', 'anonymous')")
    return try pool.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT a.who, min(a.kind) AS kind, count(*) AS accounts, count(DISTINCT a.report) AS reports,
            min(r.day) AS first, max(r.day) AS last
          FROM account a JOIN report r ON r.row = a.report \(RecordFilter.clause(conditions))
          GROUP BY a.who ORDER BY reports DESC, a.who \(filter.page)
          """, arguments: StatementArguments(values)
      ).map { row in
        SpeakerRow(
          who: row["who"], kind: SourceKind(rawValue: row["kind"]) ?? .person,
          accounts: row["accounts"], reports: row["reports"], first: Self.day(row["first"]),
          last: Self.day(row["last"]))
      }
    }
  }

  private static func day(_ number: Int?) -> CivilDay? { number.map(CivilDay.init(number:)) }

  /// Accounts that a filter lets through, in order of publication, report and number.
  public func accounts(_ filter: RecordFilter) throws -> [AccountRow] {
    var (conditions, values) = filter.accountConditions()
    conditions.append("r.is_latest = 1")
    return try pool.read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT r.id, a.n FROM account a JOIN report r ON r.row = a.report
          \(RecordFilter.clause(conditions)) ORDER BY r.sort_day, r.id, a.n \(filter.page)
          """, arguments: StatementArguments(values))
      var reports: [String: StoredReport] = [:]
      return try rows.compactMap { row in
        let (id, number): (String, Int) = (row["id"], row["n"])
        if reports[id] == nil { reports[id] = try self.report(id, in: db) }
        guard let report = reports[id], report.reading.accounts.indices.contains(number) else {
          return nil
        }
        return AccountRow(
          report: report.row, account: report.reading.accounts[number],
          incident: report.incidents[number])
      }
    }
  }

  /// Reports whose title or text has all the words, those that came last first; the filter narrows by their accounts.
  public func search(_ words: String, _ filter: RecordFilter = RecordFilter()) throws -> [SearchRow]
  {
    guard let pattern = FTS5Pattern(matchingAllTokensIn: words) else { return [] }
    let (narrow, values) = filter.reportCondition()
    return try pool.read { db in
      // The newest first: ranking by words would read every report that has one of them. Passages are looked up for
      // what is shown only.
      let found = try Int64.fetchAll(
        db,
        sql: """
          SELECT r.row FROM report_words JOIN report r ON r.row = report_words.rowid
          WHERE report_words MATCH ? AND r.is_latest = 1 \(narrow)
          ORDER BY report_words.rowid DESC \(filter.page)
          """, arguments: StatementArguments([pattern] + values))
      return try found.compactMap { row in
        try Row.fetchOne(
          db,
          sql: """
            SELECT r.*, o.id AS first,
              snippet(report_words, 1, char(8296), char(8297), '…', 24) AS passage,
              (SELECT count(*) FROM account a WHERE a.report = r.row) AS accounts,
              (SELECT count(DISTINCT incident) FROM occurrence c WHERE c.report = r.row) AS incidents
            FROM report_words JOIN report r ON r.row = report_words.rowid
            JOIN report o ON o.row = r.origin
            WHERE report_words MATCH ? AND report_words.rowid = ?
            """, arguments: [pattern, row]
        ).map { SearchRow(report: Self.reportRow($0), passage: $0["passage"]) }
      }
    }
  }
}
