import Foundation
import GRDB
import PatchworkLinking
import PatchworkRecord
import PatchworkText

extension RecordFile {
  /// Calls with every incident, by first day, what is told of them most first.
  public func forEachIncident(_ body: (IncidentView) throws -> Void) throws {
    try pool.read { db in
      let rows = try Int64.fetchAll(
        db, sql: "SELECT row FROM incident ORDER BY sort_day, accounts DESC, id")
      var reports = StoredReports(db: db)
      for row in rows {
        if let view = try self.incident(row, &reports, in: db) { try body(view) }
      }
    }
  }

  /// The incidents of some codes with the reports of their accounts, all as of one moment, and each report read once; a code
  /// that is of none is left out.
  public func incidents(
    _ ids: [String]
  ) throws -> [(view: IncidentView, reports: [StoredReport])] {
    try pool.read { db in
      var reports = StoredReports(db: db)
      var stored: [String: StoredReport] = [:]
      return try ids.compactMap { id in
        guard let view = try self.incident(id, &reports, in: db) else { return nil }
        return (
          view,
          try view.reports.compactMap { id in
            if let known = stored[id] { return known }
            let report = try self.report(id, &reports, in: db)
            stored[id] = report
            return report
          }
        )
      }
    }
  }

  private func incident(
    _ id: String, _ reports: inout StoredReports, in db: Database
  ) throws -> IncidentView? {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT row FROM incident WHERE id = ?"), arguments: [id]
    ).flatMap { try self.incident($0, &reports, in: db) }
  }

  /// The incident of a code or of a former code, or nil where there is none.
  public func incident(_ id: String) throws -> IncidentView? {
    try pool.read { db in
      guard
        let row = try Int64.fetchOne(
          db,
          sql: """
            SELECT row FROM incident WHERE id = ?1
            UNION SELECT incident FROM incident_alias WHERE id = ?1
            """, arguments: [id])
      else { return nil }
      var reports = StoredReports(db: db)
      return try self.incident(row, &reports, in: db)
    }
  }

  /// What is told of an incident: its code, its occurrences in order, their accounts and the texts of their reports.
  private func told(
    _ row: Int64, _ reports: inout StoredReports, in db: Database
  ) throws -> (
    id: String, members: [Occurrence], accounts: [IncidentAccount], texts: [String: String]
  )? {
    let members = try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT row FROM occurrence WHERE incident = ? ORDER BY row"),
      arguments: [row]
    ).compactMap { try RecordLinker.occurrence($0, in: db) }.sorted(by: Occurrence.precedes)
    guard !members.isEmpty,
      let id: String = try String.fetchOne(
        db.cachedStatement(sql: "SELECT id FROM incident WHERE row = ?"), arguments: [row])
    else { return nil }
    var accounts: [IncidentAccount] = []
    var texts: [String: String] = [:]
    for member in members {
      guard let stored = try reports.latest(member.report) else { continue }
      texts[member.report] = stored.report.text
      for number in member.accounts
      where number < stored.report.reading.accounts.count && !stored.rejected.contains(number) {
        let account = stored.report.reading.accounts[number]
        accounts.append(
          IncidentAccount(
            report: member.report, published: member.published, outlet: stored.outlet,
            account: account, origin: stored.origin(of: account)))
      }
    }
    accounts.sort(by: IncidentAccount.precedes)
    return (id, members, accounts, texts)
  }

  /// Incidents as lists show them, by code; codes that are none, and former ones, are left out.
  public func outlines(of ids: some Sequence<String>) throws -> [String: OutlinedIncident] {
    try pool.read { db in
      var reports = StoredReports(db: db)
      var outlines: [String: OutlinedIncident] = [:]
      for id in ids where outlines[id] == nil {
        let row = try Int64.fetchOne(
          db.cachedStatement(sql: "SELECT row FROM incident WHERE id = ?"), arguments: [id])
        guard let row, let told = try told(row, &reports, in: db) else { continue }
        let graded = try Self.judgements(incident: id, in: db).last { $0.action == .grade }
        outlines[id] = OutlinedIncident(
          id: id, summary: IncidentSummary(told.members),
          outline: IncidentOutline(
            told.accounts, parties: linker.parties, victims: linker.victims),
          graded: graded.flatMap { IncidentGrade.Word(rawValue: $0.value) })
      }
      return outlines
    }
  }

  func incident(
    _ row: Int64, _ reports: inout StoredReports, in db: Database
  ) throws -> IncidentView? {
    guard let (id, members, accounts, texts) = try told(row, &reports, in: db) else { return nil }
    let summary = IncidentSummary(members)
    return IncidentView(
      id: id, summary: summary,
      analysis: IncidentAnalysis(
        accounts, summary: summary, parties: linker.parties, families: linker.families,
        victims: linker.victims),
      texts: texts, refutations: try refutations(among: accounts, texts, in: db),
      links: try Self.links(of: row, in: db),
      aliases: try String.fetchAll(
        db.cachedStatement(sql: "SELECT id FROM incident_alias WHERE incident = ? ORDER BY id"),
        arguments: [row]),
      judgements: try Self.judgements(onIncident: row, id, members.map(\.report), &reports, in: db),
      possiblySame: try Self.possiblySame(as: row, in: db))
  }

  /// Reports with accounts in words of another report that they refute, in order.
  private func refutations(
    among accounts: [IncidentAccount], _ texts: [String: String], in db: Database
  ) throws -> [String] {
    try Set(accounts.filter { $0.origin != $0.report }.map(\.report)).sorted().filter { id in
      guard let text = texts[id],
        let found = try Row.fetchOne(
          db, sql: "SELECT row, title FROM report WHERE id = ? ORDER BY version DESC LIMIT 1",
          arguments: [id])
      else { return false }
      let row: Int64 = found["row"]
      return try linker.isRefutation(
        row, title: found["title"], text: text,
        reproduced: Self.copiedSpans(of: row, in: db), in: db)
    }
  }

  private static func links(of row: Int64, in db: Database) throws -> [IncidentView.Link] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT r.id, s.id AS other, o.reasons FROM occurrence o JOIN report r ON r.row = o.report
          JOIN occurrence t ON t.row = o.linked_to JOIN report s ON s.row = t.report
          WHERE o.incident = ? ORDER BY o.row
          """), arguments: [row]
    ).map { IncidentView.Link(report: $0["id"], to: $0["other"], reasons: $0["reasons"]) }
  }

  private static func judgements(
    onIncident row: Int64, _ id: String, _ told: [String], _ reports: inout StoredReports,
    in db: Database
  ) throws -> [Judgement] {
    let codes = try String.fetchAll(
      db.cachedStatement(sql: "SELECT id FROM incident_alias WHERE incident = ?"), arguments: [row])
    let own = try ([id] + codes).flatMap { try Self.judgements(incident: $0, in: db) }
    let accounts = try Set(told).flatMap { try reports.latest($0)?.judgements ?? [] }
      .filter { $0.account != nil }
    return (own + accounts).sorted { $0.number < $1.number }
  }

  /// Other incidents that may be this one: a quarter of what the two tell is alike or nearly so, pair by pair, or one of them
  /// is told once and that is.
  private static func possiblySame(
    as row: Int64, in db: Database
  ) throws -> [(id: String, reasons: String)] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT i.id, max(score) AS score, reasons,
            (SELECT count(*) FROM occurrence WHERE incident = i.row) AS tellings FROM (
            SELECT own, d.row AS other, b.incident, d.score, d.reasons FROM (
              SELECT d.*, d.a AS own, d.b AS row FROM occurrence a CROSS JOIN doubt d ON d.a = a.row
              WHERE a.incident = ?1
              UNION ALL SELECT d.*, d.b, d.a FROM occurrence a CROSS JOIN doubt d ON d.b = a.row
              WHERE a.incident = ?1
            ) d CROSS JOIN occurrence b ON b.row = d.row
            WHERE NOT EXISTS
              (SELECT 1 FROM bond o WHERE o.a = d.a AND o.b = d.b AND o.kind = 'apart')
            UNION ALL SELECT a.row, b.row, b.incident, l.score, 'alike, but others of the two are not'
            FROM occurrence a CROSS JOIN likeness l ON l.a = a.row
            CROSS JOIN occurrence b ON b.row = l.b
            WHERE a.incident = ?1
          ) JOIN incident i ON i.row = incident WHERE incident != ?1
          GROUP BY i.row
          HAVING min(tellings, (SELECT count(*) FROM occurrence WHERE incident = ?1)) = 1
            OR 4 * count(DISTINCT own || ' ' || other)
              >= tellings * (SELECT count(*) FROM occurrence WHERE incident = ?1)
          ORDER BY score DESC, i.id LIMIT 12
          """), arguments: [row]
    ).map { ($0["id"], $0["reasons"]) }
  }
}

/// Reports of a record as they are needed, the last few kept.
struct StoredReports {
  let db: Database
  private var kept: [String: Stored] = [:]

  init(db: Database) { self.db = db }

  /// A report with its origin and the passages that it shares with others of that origin.
  struct Stored {
    /// The report, its accounts as people corrected them.
    let report: LinkedReport
    /// The accounts as the machine read them.
    let machine: [Account]
    /// Numbers of the accounts that a person rejected.
    let rejected: Set<Int>
    /// What people decided about it.
    let judgements: [Judgement]
    let outlet: String
    let originReport: String
    let copied: [Span]

    /// The report that an account's words come from.
    func origin(of account: Account) -> String {
      copied.contains { $0.overlaps(account.sentence.span) } ? originReport : report.id
    }
  }

  /// The newest version of a report, or nil where there is none.
  mutating func latest(_ id: String) throws -> Stored? {
    if let found = kept[id] { return found }
    guard
      let found = try Row.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT r.row, r.outlet, o.id AS first FROM report r JOIN report o ON o.row = r.origin
            WHERE r.id = ? ORDER BY r.version DESC LIMIT 1
            """), arguments: [id]),
      let report = try RecordLinker.linkedReport(found["row"], in: db)
    else { return nil }
    let row: Int64 = found["row"]
    let judgements = try RecordFile.judgements(report: id, in: db)
    let machine = report.reading.accounts
    let judged = Self.apply(judgements, to: report)
    let stored = Stored(
      report: judged.report, machine: machine, rejected: judged.rejected, judgements: judgements,
      outlet: found["outlet"], originReport: found["first"],
      copied: try RecordFile.copiedSpans(of: row, in: db))
    if kept.count >= 512 { kept.removeAll() }
    kept[id] = stored
    return stored
  }

  /// A report as people corrected it, and the accounts that they rejected; the last word counts.
  private static func apply(
    _ judgements: [Judgement], to report: LinkedReport
  ) -> (report: LinkedReport, rejected: Set<Int>) {
    var reading = report.reading
    var rejected: Set<Int> = []
    for judgement in judgements where judgement.conflict.isEmpty {
      guard let number = judgement.account, reading.accounts.indices.contains(number) else {
        continue
      }
      switch judgement.action {
      case .accept: rejected.remove(number)
      case .reject: rejected.insert(number)
      case .edit:
        if let field = AccountField(rawValue: judgement.field),
          let corrected = field.corrected(reading.accounts[number], to: judgement.value)
        {
          reading.accounts[number] = corrected
        }
      default: break
      }
    }
    return (
      LinkedReport(
        id: report.id, published: report.published, text: report.text, reading: reading), rejected
    )
  }
}
