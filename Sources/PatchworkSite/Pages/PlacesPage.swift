import PatchworkDisplay
import PatchworkRecord
import PatchworkStore

/// Places at which incidents are.
enum PlacesPage {
  private static let row = Schema.object([
    ("id", .string), ("name", .string), ("kind", .string), ("incidents", .integer),
  ])

  static let routes = [
    Route(
      "/places", name: "places", summary: "Places with incidents, those with most first.",
      parameters: [
        Parameter(name: "name", kind: .text(most: 120), summary: "Part of a place's name."),
        Paging.parameter,
      ],
      schema: .object([
        ("total", .integer), ("total_is_least", .boolean), ("page", .integer),
        ("pages", .integer), ("places", .list(row)),
      ])
    ) { visit in .page(try page(visit)) }
  ]

  private static func page(_ visit: Visit) throws -> Page {
    let part = visit.value("name") ?? ""
    let paging = Paging(
      page: visit.number("page") ?? 1, total: try visit.record.placeCount(named: part)
    ) {
      Address.query("/places", [("name", part), ("page", $0 > 1 ? String($0) : "")])
    }
    let rows = try visit.record.places(named: part, limit: Paging.size, offset: paging.offset)
    return Page(
      title: "Places", section: .places,
      body: {
        var table = Table(
          "Places, those with most incidents first", ["Place", "Kind", "Incidents", "Identifier"],
          numbers: [2])
        table.rows = rows.map { row, incidents in
          [
            "<a href=\"\(Address.place(row.id))\"><bdi>\(row.name)</bdi></a>", "\(row.kind)",
            "\(Plural.grouped(incidents))", "<code>\(row.id)</code>",
          ]
        }
        return """
          <h1>Places</h1>
          <form class="filter" action="/places"><p><label for="f-name">Name</label>
          <input id="f-name" name="name" maxlength="120" value="\(part)"></p><p class="act"><button>Show</button></p></form>
          <p class="sum">\(Plural.text(paging.total, "place"))</p>
          \(rows.isEmpty ? "<p class=\"none\">No place with incidents has such a name.</p>\n" : table.html)\(paging.html)
          """
      },
      json: { writer in
        writer.begin(.object)
        writer.paging(paging)
        writer.list("places", rows) { entry, writer in
          let row = entry.place
          writer.begin(.object)
          writer.member("id", row.id)
          writer.member("name", row.name)
          writer.member("kind", row.kind)
          writer.member("incidents", orNull: entry.incidents)
          writer.end(.object)
        }
        writer.end(.object)
      })
  }
}
