import GRDB
public import PatchworkLinking
import PatchworkRecord

/// What came into a record since a time.
public struct Brief: Sendable {
  /// The time that it counts from, RFC 3339 in UTC, and how many reports came since.
  public var since: String
  /// How many reports came since.
  public var reports: Int
  /// Whether so many came that nothing but their number is told.
  public var isTooMuch = false
  /// Incidents that nothing was known of before.
  public var new: [IncidentView]
  /// Incidents known before of which more came.
  public var revised: [Revision]
  /// Accounts that came since and deny something.
  public var denied: [Entry]
  /// Accounts that people rejected since, and own corrections of speakers.
  public var withdrawn: [Entry]
  /// States and threats with an end that a report named since.
  public var expiring: [Clock]

  /// An incident of which more came.
  public struct Revision: Sendable {
    /// The incident as it stands.
    public var incident: IncidentView
    /// The accounts that came since.
    public var accounts: [IncidentAccount]
    /// The range of the killed as it was, where there was one.
    public var killedBefore: CasualtyRange?

    /// Makes a revision.
    public init(
      incident: IncidentView, accounts: [IncidentAccount], killedBefore: CasualtyRange?
    ) {
      self.incident = incident
      self.accounts = accounts
      self.killedBefore = killedBefore
    }
  }

  /// An account with the incident that it is on.
  public struct Entry: Sendable {
    /// The account.
    public var account: IncidentAccount
    /// The code of its incident, empty where it is on none.
    public var incident: String
    /// Why it stands here, where a person said so.
    public var reason: String

    /// Makes an entry.
    public init(account: IncidentAccount, incident: String, reason: String) {
      self.account = account
      self.incident = incident
      self.reason = reason
    }
  }

  /// Something that ends at a day.
  public struct Clock: Sendable {
    /// The account that names it.
    public var account: IncidentAccount
    /// The last day, ISO 8601.
    public var until: String
  }
}

extension RecordFile {
  /// What came since a time, in an area where one is given: incidents at places that lie within it; where more than `most`
  /// reports came, their number alone.
  public func brief(since: String, area: String? = nil, most: Int = .max) throws -> Brief {
    try pool.read { db in
      var brief = Brief(
        since: since, reports: 0, new: [], revised: [], denied: [], withdrawn: [], expiring: [])
      brief.reports =
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM report WHERE acquired_at >= ?", arguments: [since]) ?? 0
      if brief.reports > most {
        brief.isTooMuch = true
        return brief
      }
      let fresh = try Set(
        String.fetchAll(db, sql: "SELECT id FROM report WHERE acquired_at >= ?", arguments: [since])
      )
      brief.reports = fresh.count
      var reports = StoredReports(db: db)
      let touched = try Int64.fetchAll(
        db,
        sql: """
          SELECT DISTINCT i.row FROM incident i JOIN occurrence o ON o.incident = i.row
          JOIN report r ON r.row = o.report
          WHERE r.acquired_at >= ?1 AND (?2 IS NULL OR i.place IN
            (SELECT place FROM place_within WHERE wider = ?2))
          ORDER BY i.sort_day, i.id
          """, arguments: [since, area])
      for row in touched {
        guard let view = try incident(row, &reports, in: db) else { continue }
        let later = view.accounts.filter { fresh.contains($0.report) }
        let earlier = view.accounts.filter { !fresh.contains($0.report) }
        if earlier.isEmpty {
          brief.new.append(view)
        } else {
          brief.revised.append(
            Brief.Revision(
              incident: view, accounts: later,
              killedBefore: linker.killed(earlier)))
        }
        for entry in later {
          let position = Position(entry.account, parties: linker.parties)
          if position.holding == .denies {
            brief.denied.append(Brief.Entry(account: entry, incident: view.id, reason: ""))
          }
          if entry.account.stance == .correct {
            brief.withdrawn.append(Brief.Entry(account: entry, incident: view.id, reason: ""))
          }
        }
      }
      try addRejected(to: &brief, &reports, in: db)
      try addClocks(of: fresh, area: area, to: &brief, &reports, in: db)
      return brief
    }
  }

  private func addRejected(
    to brief: inout Brief, _ reports: inout StoredReports, in db: Database
  ) throws {
    for judgement in try Self.judgements(in: db)
    where judgement.action == .reject && judgement.at >= brief.since {
      guard let number = judgement.account, let stored = try reports.latest(judgement.report),
        stored.machine.indices.contains(number)
      else { continue }
      brief.withdrawn.append(
        Brief.Entry(
          account: stored.entry(stored.machine[number]), incident: "",
          reason: "rejected by \(judgement.who): \(judgement.reason)"))
    }
  }

  private func addClocks(
    of fresh: Set<String>, area: String?, to brief: inout Brief, _ reports: inout StoredReports,
    in db: Database
  ) throws {
    let today = String(brief.since.prefix(10))
    for id in fresh.sorted() {
      guard let stored = try reports.latest(id) else { continue }
      for account in stored.report.reading.accounts where !stored.rejected.contains(account.number)
      {
        let place = account.condition?.place ?? account.happening?.place
        if let area, place?.id != area, !(place?.within.contains(area) ?? false) { continue }
        let deadline = account.happening?.time.flatMap { $0.kind == .deadline ? $0.to : nil }
        guard let until = account.condition?.until?.to ?? deadline, until >= today else { continue }
        brief.expiring.append(Brief.Clock(account: stored.entry(account), until: until))
      }
    }
    brief.expiring.sort { ($0.until, $0.account.report) < ($1.until, $1.account.report) }
  }
}

extension RecordLinker {
  /// The range of the killed that some accounts give.
  func killed(_ accounts: [IncidentAccount]) -> CasualtyRange? {
    IncidentOutline(accounts, parties: parties, victims: victims).killed
  }
}

extension StoredReports.Stored {
  /// An account of the report with what is known of the report.
  func entry(_ account: Account) -> IncidentAccount {
    IncidentAccount(
      report: report.id, published: report.published, outlet: outlet, account: account,
      origin: origin(of: account))
  }
}
