import PatchworkDisplay
import PatchworkExchange
import PatchworkRecord
import PatchworkStore

/// The reports of the record, those that came last first, with their state.
enum ReportsPage {
  static let row = Schema.object(members)

  private static let members: [(name: String, schema: Schema)] = [
    ("id", .string), ("version", .integer), ("title", .string), ("outlet", .string),
    ("published", .nullable(.string)), ("accounts", .integer), ("incidents", .integer),
    ("origin", .string), ("state", .word(ReportState.allCases.map(\.rawValue))),
  ]

  static let routes = [
    Route(
      "/reports", name: "reports",
      summary: "Reports that a filter lets through, those that came last first.",
      parameters: ListFilter.all + [Paging.parameter],
      schema: .object([
        ("total", .integer), ("total_is_least", .boolean), ("page", .integer),
        ("pages", .integer),
        ("reports", .list(.object(members + [("unresolved_places", .integer)]))),
      ])
    ) { visit in .page(try page(visit)) }
  ]

  private static func page(_ visit: Visit) throws -> Page {
    var list = try ListFilter(visit, path: "/reports")
    list.filter.isNewestFirst = true
    let total = try visit.record.reportCount(list.filter)
    let shown = try visit.shown().reports(list.filter)
    let rows = shown.value
    let unresolved = try visit.record.unresolvedPlaces(in: rows.map(\.id))
    let filter = list
    let paging = filter.paging(total: total.count, isLeast: total.isLeast)
    return Page(
      title: "Reports", section: .reports,
      body: {
        var table = Table(
          "Reports, those that came last first",
          ["Report", "Published", "Outlet", "State", "Accounts", "Incidents"], numbers: [4, 5])
        table.rows = rows.map { cells($0, unresolved: unresolved[$0.id] ?? 0) }
        let add: HTML =
          visit.visitor.may(.analyst) ? " <a class=\"button\" href=\"/add\">Add a report</a>" : ""
        return """
          <h1>Reports\(add)</h1>
          \(filter.form)<p class="sum">\(paging.count("report"))</p>
          \(rows.isEmpty ? "<p class=\"none\">No report is so.</p>\n" : table.html)\(paging.html)
          """
      },
      json: { writer in
        writer.begin(.object)
        writer.paging(paging)
        writer.key("reports")
        writer.begin(.array)
        for row in rows {
          write(row, to: &writer) {
            $0.member("unresolved_places", orNull: unresolved[row.id] ?? 0)
          }
        }
        writer.end(.array)
        writer.end(.object)
      }, removed: shown.removals)
  }

  private static func cells(_ row: ReportRow, unresolved: Int) -> [HTML] {
    let title: HTML =
      "<a href=\"\(Address.report(row.id))\" dir=\"auto\">\(row.title.isEmpty ? row.id : row.title)</a>"
    var state: [HTML] = []
    state.append(
      row.state != .kept
        ? "\(row.state.rawValue)" : row.accounts == 0 ? "nothing was read" : "read")
    if row.version > 1 { state.append("version \(row.version)") }
    if row.origin != row.id {
      state.append(
        "possible copy of <a href=\"\(Address.report(row.origin))\"><bdi>\(row.origin)</bdi></a>")
    }
    if unresolved > 0 { state.append("\(Plural.text(unresolved, "place")) unresolved") }
    return [
      title, row.published.map { "\(DayText.of($0.iso))" } ?? "<i>no date</i>",
      row.outlet.isEmpty ? "<i>unknown</i>" : "<bdi>\(row.outlet)</bdi>",
      HTML(state, separator: "<br>"), "\(row.accounts)", "\(row.incidents)",
    ]
  }

  /// Writes a row as an object; `more` writes further members.
  static func write(
    _ row: ReportRow, to writer: inout JSONWriter,
    _ more: (inout JSONWriter) -> Void = { _ in }
  ) {
    writer.begin(.object)
    writer.member("id", row.id)
    writer.member("version", orNull: row.version)
    writer.member("title", row.title)
    writer.member("outlet", row.outlet)
    writer.member("published", orNull: row.published?.iso)
    writer.member("accounts", orNull: row.accounts)
    writer.member("incidents", orNull: row.incidents)
    writer.member("origin", row.origin)
    writer.member("state", row.state.rawValue)
    more(&writer)
    writer.end(.object)
  }
}
