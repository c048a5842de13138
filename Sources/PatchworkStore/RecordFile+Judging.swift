import GRDB
import PatchworkLinking
import PatchworkRecord

/// Why a judgement cannot be taken.
public enum JudgementError: Error, Equatable, Sendable {
  /// Nothing of that name is in the record.
  case noReport(String)
  case noAccount(report: String, number: Int)
  case noIncident(String)
  case noJudgement(Int)
  /// The field cannot have that value.
  case value(field: AccountField, value: String)
  /// A report is not told in that incident.
  case notInIncident(report: String, incident: String)
  /// The words do not stand in the report.
  case noWords(report: String, words: String)
  /// No speaker of that name, or one that is nobody in particular.
  case noActor(String)
  /// A person's name and a reason are asked for with every change.
  case nameless, unreasoned
}

/// Who decides, when and why.
public struct Decision: Sendable {
  /// The name of who decides.
  public var who: String
  /// When, RFC 3339 in UTC.
  public var at: String
  /// Why.
  public var reason: String

  /// Makes a decision; `at` is RFC 3339 in UTC.
  public init(who: String, at: String, reason: String) {
    self.who = who
    self.at = at
    self.reason = reason
  }
}

extension RecordFile {
  /// Accepts or rejects an account, or corrects one of its fields.
  @discardableResult
  public func judge(
    _ action: Judgement.Action, report: String, account number: Int, field: AccountField? = nil,
    value: String = "", _ decision: Decision
  ) throws -> Int {
    try changing(decision) { db in
      var reports = StoredReports(db: db)
      guard let stored = try reports.latest(report) else { throw JudgementError.noReport(report) }
      guard stored.machine.indices.contains(number) else {
        throw JudgementError.noAccount(report: report, number: number)
      }
      let account = stored.machine[number]
      if let field, field.corrected(account, to: value) == nil {
        throw JudgementError.value(field: field, value: value)
      }
      let entry = try Journal.append(
        at: decision.at, who: decision.who, action: action.rawValue,
        subject: "account \(report)#\(number)",
        detail: Self.detail(
          ("field", field?.rawValue ?? ""),
          ("before", field?.value(of: stored.report.reading.accounts[number]) ?? ""),
          ("after", value)),
        reason: decision.reason, in: db)
      try Self.insert(
        Judgement(
          number: entry, action: action, report: report, account: number, incident: "", other: "",
          field: field?.rawValue ?? "", value: value,
          machineValue: field?.value(of: account) ?? "", conflict: "", who: decision.who,
          at: decision.at, reason: decision.reason),
        anchor: account.anchor, in: db)
      try linker.layOutLayers(ofReport: report, in: db)
      return entry
    }
  }

  /// Makes one incident of two, takes a report out of one, grades one, or remarks on one.
  @discardableResult
  public func judge(
    _ action: Judgement.Action, incident: String, other: String = "", value: String = "",
    _ decision: Decision
  ) throws -> Int {
    try changing(decision) { db in
      let row = try Self.incidentRow(incident, in: db)
      let entry = try Journal.append(
        at: decision.at, who: decision.who, action: action.rawValue,
        subject: "incident \(incident)", detail: Self.detail(("other", other), ("value", value)),
        reason: decision.reason, in: db)
      try Self.insert(
        Judgement(
          number: entry, action: action, report: action == .split ? other : "", account: nil,
          incident: incident, other: other, field: "", value: value, machineValue: "", conflict: "",
          who: decision.who, at: decision.at, reason: decision.reason),
        anchor: "", in: db)
      switch action {
      case .merge:
        try self.bond(row, with: try Self.incidentRow(other, in: db), judgement: entry, in: db)
      case .apart:
        try self.keepApart(row, try Self.incidentRow(other, in: db), judgement: entry, in: db)
      case .split: try self.part(report: other, from: row, incident, judgement: entry, in: db)
      default: break
      }
      return entry
    }
  }

  /// Undoes a judgement by another entry.
  @discardableResult
  public func undo(_ number: Int, _ decision: Decision) throws -> Int {
    try changing(decision) { db in
      guard
        try Bool.fetchOne(
          db, sql: "SELECT 1 FROM judgement WHERE number = ? AND undone_by IS NULL",
          arguments: [number]) ?? false
      else { throw JudgementError.noJudgement(number) }
      let entry = try Journal.append(
        at: decision.at, who: decision.who, action: Judgement.Action.undo.rawValue,
        subject: "entry \(number)", reason: decision.reason, in: db)
      try db.execute(
        sql: "UPDATE judgement SET undone_by = ? WHERE number = ?", arguments: [entry, number])
      let added = try Row.fetchOne(
        db,
        sql: """
          SELECT r.row FROM judgement j JOIN report r ON r.id = j.report AND +r.is_latest = 1
          WHERE j.number = ? AND j.action = 'account'
          """, arguments: [number])
      if let added {
        linker.kept.removeAll()
        try linker.replaceOccurrences(of: [added["row"]], in: db)
      }
      let judged = try String.fetchOne(
        db, sql: "SELECT report FROM judgement WHERE number = ?", arguments: [number])
      if let judged { try linker.layOutLayers(ofReport: judged, in: db) }
      let touched = try Int64.fetchAll(
        db,
        sql: "SELECT a FROM bond WHERE judgement = ? UNION SELECT b FROM bond WHERE judgement = ?",
        arguments: [number, number])
      try db.execute(sql: "DELETE FROM bond WHERE judgement = ?", arguments: [number])
      try linker.placeAnew(touched, in: db)
      return entry
    }
  }

  /// The judgements that count, in order; those of one report or incident where it is given.
  public func judgements(report: String? = nil, incident: String? = nil) throws -> [Judgement] {
    try pool.read { db in try Self.judgements(report: report, incident: incident, in: db) }
  }

  static func judgements(
    report: String? = nil, incident: String? = nil, in db: Database
  ) throws -> [Judgement] {
    // What is asked for stands in the words of the query, so that an index finds it: this is asked for every report of a page.
    let narrow = [report.map { _ in "AND report = ?" }, incident.map { _ in "AND incident = ?" }]
      .compactMap { $0 }.joined(separator: " ")
    return try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT j.*, e.who, e.at, e.reason FROM judgement j CROSS JOIN journal e ON e.number = j.number
          WHERE undone_by IS NULL \(narrow) ORDER BY j.number
          """), arguments: StatementArguments([report, incident].compactMap { $0 })
    ).compactMap { row in
      guard let action = Judgement.Action(rawValue: row["action"]) else { return nil }
      return Judgement(
        number: row["number"], action: action, report: row["report"], account: row["n"],
        incident: row["incident"], other: row["other"], field: row["field"], value: row["value"],
        machineValue: row["machine_value"], conflict: row["conflict"], who: row["who"],
        at: row["at"], reason: row["reason"])
    }
  }

  func changing(
    _ decision: Decision, inEveryMode: Bool = false, _ body: (Database) throws -> Int
  ) throws -> Int {
    if decision.who.isEmpty { throw JudgementError.nameless }
    if decision.reason.isEmpty { throw JudgementError.unreasoned }
    do {
      return try inEveryMode ? pool.write { try body($0) } : writing(body)
    } catch let error as DatabaseError {
      throw RecordFileError(error, path: path)
    }
  }

  static func insert(_ judgement: Judgement, anchor: String, in db: Database) throws {
    try db.execute(
      sql: "INSERT INTO judgement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, '')",
      arguments: [
        judgement.number, judgement.action.rawValue, judgement.report, judgement.account, anchor,
        judgement.incident, judgement.other, judgement.field, judgement.value,
        judgement.machineValue,
      ])
  }

  static func incidentRow(_ id: String, in db: Database) throws -> Int64 {
    guard
      let row = try Int64.fetchOne(
        db,
        sql: """
          SELECT row FROM incident WHERE id = ?1
          UNION SELECT incident FROM incident_alias WHERE id = ?1
          """, arguments: [id])
    else { throw JudgementError.noIncident(id) }
    return row
  }

  /// Ties all members of two incidents to the first of them.
  private func bond(_ a: Int64, with b: Int64, judgement: Int, in db: Database) throws {
    let members = try Int64.fetchAll(
      db,
      sql: """
        SELECT o.row FROM occurrence o JOIN report r ON r.row = o.report WHERE incident IN (?, ?)
        ORDER BY o.day, r.id, o.number
        """, arguments: [a, b])
    guard let founder = members.first else { return }
    for member in members.dropFirst() {
      try db.execute(
        sql: "INSERT OR REPLACE INTO bond VALUES (?, ?, 'together', ?)",
        arguments: [min(founder, member), max(founder, member), judgement])
    }
    try linker.placeAnew(members, in: db)
  }

  /// Keeps every member of one incident from every member of another.
  private func keepApart(_ a: Int64, _ b: Int64, judgement: Int, in db: Database) throws {
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO bond SELECT min(x.row, y.row), max(x.row, y.row), 'apart', ?3
        FROM occurrence x, occurrence y WHERE x.incident = ?1 AND y.incident = ?2 AND x.row != y.row
        """, arguments: [a, b, judgement])
  }

  private func part(
    report: String, from incident: Int64, _ id: String, judgement: Int, in db: Database
  ) throws {
    let members = try Row.fetchAll(
      db,
      sql: """
        SELECT o.row, r.id FROM occurrence o JOIN report r ON r.row = o.report WHERE incident = ?
        """, arguments: [incident])
    let own = members.filter { $0["id"] == report }.map { $0["row"] as Int64 }
    let rest = members.filter { $0["id"] != report }.map { $0["row"] as Int64 }
    if own.isEmpty { throw JudgementError.notInIncident(report: report, incident: id) }
    for a in own {
      for b in rest {
        try db.execute(
          sql: "INSERT OR REPLACE INTO bond VALUES (?, ?, 'apart', ?)",
          arguments: [min(a, b), max(a, b), judgement])
      }
    }
    try linker.placeAnew(own + rest, in: db)
  }

  static func detail(_ members: (StaticString, String)...) -> String {
    var writer = JSONWriter()
    writer.begin(.object)
    for (name, value) in members where !value.isEmpty { writer.member(name, value) }
    writer.end(.object)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
