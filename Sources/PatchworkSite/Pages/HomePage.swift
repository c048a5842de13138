import PatchworkDisplay
import PatchworkExchange
import PatchworkRecord
import PatchworkStore

/// The first page: what the record holds.
enum HomePage {
  static let status = Schema.object([
    ("reports", .integer), ("versions", .integer), ("accounts", .integer), ("speakers", .integer),
    ("incidents", .integer), ("possibly_same", .integer), ("judgements", .integer),
    ("conflicts", .integer), ("entries", .integer), ("first", .nullable(.string)),
    ("last", .nullable(.string)), ("latest", .list(IncidentsPage.row)),
  ])

  static let routes = [
    Route(
      "/", name: "home", summary: "What the record holds, in numbers.", schema: status,
      handler: home),
    Route(
      "/index", name: "status", summary: "What the record holds, in numbers.", schema: status,
      handler: home),
  ]

  @Sendable private static func home(_ visit: Visit) throws -> Answer {
    let status = try visit.record.tally()
    let waiting = try visit.record.queueCounts([.same, .conflicts])
    var newest = RecordFilter()
    (newest.isNewestFirst, newest.limit) = (true, 8)
    let shown = try visit.shown().incidents(newest)
    let (doubts, conflicts) = (waiting[.same] ?? Bounded(0), waiting[.conflicts] ?? Bounded(0))
    return .page(
      Page(
        title: "The record", body: { html(status, doubts, conflicts, shown.value) },
        json: { writer in
          writer.begin(.object)
          writer.member("reports", orNull: status.reports)
          writer.member("versions", orNull: status.versions)
          writer.member("accounts", orNull: status.accounts)
          writer.member("speakers", orNull: status.speakers)
          writer.member("incidents", orNull: status.incidents)
          writer.member("possibly_same", orNull: doubts.count)
          writer.member("judgements", orNull: status.judgements)
          writer.member("conflicts", orNull: conflicts.count)
          writer.member("entries", orNull: status.entries)
          writer.member("first", orNull: status.first?.iso)
          writer.member("last", orNull: status.last?.iso)
          writer.list("latest", shown.value) { IncidentsPage.write($0, to: &$1) }
          writer.end(.object)
        }, removed: shown.removals))
  }

  /// The incidents of the latest days.
  private static func table(_ newest: [IncidentRow]) -> HTML {
    guard !newest.isEmpty else { return "" }
    var table = Table(
      "The latest incidents", ["When", "What", "Where", "Accounts", "Reports", "Code"],
      numbers: [3, 4])
    table.rows = newest.map(IncidentsPage.cells)
    return """
      <section><h2>Latest</h2>
      \(table.html)<p><a href="/incidents">All incidents</a> · <a href="/brief">what came since yesterday</a></p></section>

      """
  }

  private static func html(
    _ status: RecordTally, _ doubts: Bounded, _ conflicts: Bounded, _ newest: [IncidentRow]
  ) -> HTML {
    let days =
      status.first.map { DayText.interval(from: $0.iso, to: status.last?.iso ?? $0.iso) }
      ?? "no day known"
    let tiles: [(String, String, Int, String)] = [
      ("/incidents", "Incidents", status.incidents, "moments that accounts share"),
      ("/reports", "Reports", status.reports, days),
      ("/speakers", "Speakers", status.speakers, Plural.text(status.accounts, "account")),
      (
        "/review", "To review", doubts.count + conflicts.count,
        "\(Plural.text(doubts.count, "pair"))\(doubts.isLeast ? " or more" : "") possibly one, \(Plural.text(conflicts.count, "conflict"))"
      ),
    ]
    let items = tiles.map { tile -> HTML in
      """
      <li><a href="\(tile.0)"><b>\(Plural.grouped(tile.2))</b> \(tile.1)</a><small>\(tile.3)</small></li>

      """
    }
    return """
      <h1>The record</h1>
      <ul class="tiles">
      \(items)</ul>
      \(table(newest))\
      <section><h2>What this is, and what it is not</h2>
      <p class="lead">Patchwork reads reports and keeps who says what happened, who denies it, how many, where and when; every \
      value leads to the sentence that it came from. It does not decide who is right, it does not verify, and nothing in it \
      says that a place or a road may be used.</p></section>
      """
  }
}
