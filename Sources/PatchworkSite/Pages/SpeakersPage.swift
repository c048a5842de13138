import PatchworkDisplay
import PatchworkExchange
import PatchworkRecord
import PatchworkStore

/// Everyone who speaks under a name of their own.
enum SpeakersPage {
  private static let row = Schema.object([
    ("who", .string), ("kind", .word(SourceKind.allCases.map(\.rawValue))),
    ("accounts", .integer), ("reports", .integer), ("first", .nullable(.string)),
    ("last", .nullable(.string)),
  ])

  static let routes = [
    Route(
      "/speakers", name: "speakers",
      summary: "Speakers with a name of their own, those in most reports first.",
      parameters: [
        ListFilter.speaker, ListFilter.type, ListFilter.stance, ListFilter.near, Paging.parameter,
      ],
      schema: .object([
        ("total", .integer), ("total_is_least", .boolean), ("page", .integer),
        ("pages", .integer), ("speakers", .list(row)),
      ])
    ) { visit in .page(try page(visit)) }
  ]

  private static func page(_ visit: Visit) throws -> Page {
    let list = try ListFilter(
      visit, path: "/speakers", names: ["speaker", "type", "stance", "place"])
    let shown = try visit.shown().speakers(list.filter)
    let rows = shown.value
    let paging = list.paging(total: try visit.record.speakerCount(list.filter))
    return Page(
      title: "Speakers", section: .speakers,
      body: {
        var table = Table(
          "Speakers, those in most reports first",
          ["Speaker", "Kind", "Accounts", "Reports", "From", "To"], numbers: [2, 3])
        table.rows = rows.map { row in
          [
            "<a href=\"\(Address.speaker(row.who))\"><bdi>\(row.who)</bdi></a>",
            "\(row.kind.rawValue)", "\(Plural.grouped(row.accounts))",
            "\(Plural.grouped(row.reports))", "\(row.first.map { DayText.of($0.iso) } ?? "")",
            "\(row.last.map { DayText.of($0.iso) } ?? "")",
          ]
        }
        return """
          <h1>Speakers</h1>
          \(list.form)<p class="sum">\(Plural.text(paging.total, "speaker")); authors and those who are not named are no one</p>
          \(rows.isEmpty ? "<p class=\"none\">No speaker is so.</p>\n" : table.html)\(paging.html)
          """
      },
      json: { writer in
        writer.begin(.object)
        writer.paging(paging)
        writer.list("speakers", rows) { row, writer in
          writer.begin(.object)
          writer.member("who", row.who)
          writer.member("kind", row.kind.rawValue)
          writer.member("accounts", orNull: row.accounts)
          writer.member("reports", orNull: row.reports)
          writer.member("first", orNull: row.first?.iso)
          writer.member("last", orNull: row.last?.iso)
          writer.end(.object)
        }
        writer.end(.object)
      }, removed: shown.removals)
  }
}
