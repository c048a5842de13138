public import PatchworkDisclosure
import PatchworkLinking
public import PatchworkRecord
public import PatchworkStore

/// A report as an incident's page or an export names it.
public struct NamedReport: Hashable, Sendable {
  /// Its identifier, title, outlet and address.
  public var id: String
  /// Its title.
  public var title: String
  /// Its outlet.
  public var outlet: String
  /// Its address.
  public var url: String
  /// Its day of publication.
  public var published: CivilDay?
}

/// An incident as it may be shown, with the reports that tell of it.
public struct DisclosedIncident: Sendable {
  /// The incident; its texts are those that its accounts' spans count in.
  public var view: IncidentView
  /// The reports of its accounts, in their order.
  public var reports: [NamedReport]
}

extension DisclosedRecord {
  /// The incident of a code as it may be shown, or nil where there is none or all of it is withheld.
  public func incident(_ id: String) throws -> Shown<DisclosedIncident>? {
    guard let view = try file.incident(id) else { return nil }
    var scans = Scans()
    return try shown(view, view.reports.compactMap { try file.report($0) }, &scans)
  }

  /// Incidents that are read together.
  private static let batch = 64

  /// Calls with every incident that a filter lets through, in order of lists, and gives back what was left out of them and
  /// of those that are withheld whole; holds a few at a time.
  public func forEachIncident(
    _ filter: RecordFilter, _ body: (Shown<DisclosedIncident>) throws -> Void
  ) throws -> Removals {
    let rows = try incidents(filter)
    var removals = rows.removals
    for start in stride(from: 0, to: rows.value.count, by: Self.batch) {
      let some = rows.value[start..<min(start + Self.batch, rows.value.count)]
      var scans = Scans()
      for (view, reports) in try file.incidents(some.map(\.id)) {
        guard let shown = try shown(view, reports, &scans) else {
          removals.add(.movement, why: "movement that had not ended long enough before")
          continue
        }
        removals.add(shown.removals)
        try body(shown)
      }
    }
    return removals
  }

  private func shown(
    _ view: IncidentView, _ stored: [StoredReport], _ scans: inout Scans
  ) throws -> Shown<DisclosedIncident>? {
    func named(_ report: StoredReport) -> NamedReport {
      NamedReport(
        id: report.row.id, title: report.row.title, outlet: report.row.outlet, url: report.url,
        published: report.row.published)
    }
    if right.isFull {
      return Shown(
        value: DisclosedIncident(view: view, reports: stored.map(named)), removals: .init())
    }
    var disclosure = try disclosure(
      of: stored, texts: view.judgements.flatMap { [$0.value, $0.other, $0.reason] }, &scans)
    let accounts = try view.accounts.compactMap { entry -> IncidentAccount? in
      guard let account = disclosure.account(entry.account, of: entry.report) else { return nil }
      return IncidentAccount(
        report: disclosure.identifier(entry.report), published: entry.published,
        outlet: disclosure.text(entry.outlet), account: account,
        origin: try identifier(entry.origin, &disclosure))
    }
    if accounts.isEmpty { return nil }
    let isWhole = accounts.count == view.accounts.count
    let summary = summary(view.summary, of: accounts, isWhole: isWhole, &disclosure)
    var shown = view
    shown.summary = summary
    shown.analysis = IncidentAnalysis(
      accounts, summary: summary, parties: parties, families: families, victims: victims)
    shown.texts = [:]
    for report in stored {
      let id = report.row.id
      shown.texts[disclosure.identifier(id)] = disclosure.shownText(of: id)
    }
    shown.links = try view.links.map { link in
      var link = link
      link.report = try identifier(link.report, &disclosure)
      link.to = try identifier(link.to, &disclosure)
      link.reasons = disclosure.text(link.reasons)
      return link
    }
    shown.judgements = view.judgements.map { $0.shown(by: &disclosure) }
    shown.possiblySame = view.possiblySame.map { ($0.id, disclosure.text($0.reasons)) }
    let reports = stored.map { report in
      var named = named(report)
      named.title = disclosure.title(of: named.id)
      named.outlet = disclosure.text(named.outlet)
      named.url = disclosure.address(named.url)
      named.id = disclosure.identifier(named.id)
      return named
    }
    return Shown(
      value: DisclosedIncident(view: shown, reports: reports), removals: disclosure.removals)
  }

  /// Of the summary, what accounts that are shown still say.
  private func summary(
    _ summary: IncidentSummary, of accounts: [IncidentAccount], isWhole: Bool,
    _ disclosure: inout Disclosure
  ) -> IncidentSummary {
    let place = summary.place.flatMap { place -> Place? in
      let told = accounts.contains { entry in
        let said = entry.account.happening?.place ?? entry.account.condition?.place
        return said?.name == place.name
      }
      return isWhole || told ? disclosure.place(place) : nil
    }
    let days = summary.days.flatMap { days -> ClosedRange<CivilDay>? in
      let told = accounts.contains { entry in
        guard let time = entry.account.happening?.time else { return false }
        return time.from == days.lowerBound.iso && time.to == days.upperBound.iso
      }
      return isWhole || told ? days : nil
    }
    return IncidentSummary(type: summary.type, place: place, days: days)
  }
}
