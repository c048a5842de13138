import PatchworkDisplay
import PatchworkExchange
import PatchworkRecord
import PatchworkStore

/// The incidents of the record: a list that can be narrowed, with when and where above it.
enum IncidentsPage {
  static let row = Schema.object([
    ("id", .string), ("type", .word(HappeningType.allCases.map(\.rawValue))),
    ("place", .nullable(.string)), ("place_name", .string), ("from", .nullable(.string)),
    ("to", .nullable(.string)), ("accounts", .integer), ("reports", .integer),
  ])

  static let routes = [
    Route(
      "/incidents", name: "incidents",
      summary: "Incidents that a filter lets through, the newest first.",
      parameters: ListFilter.all + [Paging.parameter],
      schema: .object([
        ("total", .integer), ("total_is_least", .boolean), ("page", .integer),
        ("pages", .integer), ("incidents", .list(row)), ("undated", .integer),
        ("days", .list(.object([("day", .string), ("incidents", .integer)]))),
        (
          "places",
          .list(
            .object([
              ("id", .string), ("name", .string), ("lat", .number), ("lon", .number),
              ("radius_km", .nullable(.number)), ("incidents", .integer),
            ]))
        ),
      ])
    ) { visit in .page(try page(visit)) }
  ]

  private static func page(_ visit: Visit) throws -> Page {
    var list = try ListFilter(visit, path: "/incidents")
    list.filter.isNewestFirst = true
    var seen = try visit.record.incidentPicture(list.filter, places: 80)
    seen.places = try visit.shown(seen.places)
    let shown = try visit.shown().incidents(list.filter)
    let (rows, picture, filter) = (shown.value, seen, list)
    let paging = filter.paging(total: picture.total, isLeast: picture.isLeast)
    return Page(
      title: "Incidents", section: .incidents,
      body: { html(rows, picture, filter, paging) },
      json: { writer in
        writer.begin(.object)
        writer.paging(paging)
        writer.key("incidents")
        writer.begin(.array)
        for row in rows { write(row, to: &writer) }
        writer.end(.array)
        write(picture, to: &writer)
        writer.end(.object)
      }, removed: shown.removals)
  }

  /// What the timeline and the map show.
  private static func write(_ picture: IncidentPicture, to writer: inout JSONWriter) {
    writer.member("undated", orNull: picture.undated)
    writer.list("days", picture.days) { entry, writer in
      writer.begin(.object)
      writer.member("day", entry.day.iso)
      writer.member("incidents", orNull: entry.incidents)
      writer.end(.object)
    }
    writer.list("places", picture.places) { spot, writer in
      writer.begin(.object)
      writer.member("id", spot.id)
      writer.member("name", spot.name)
      writer.member("lat", orNull: spot.latitude)
      writer.member("lon", orNull: spot.longitude)
      writer.member("radius_km", orNull: spot.radius)
      writer.member("incidents", orNull: spot.incidents)
      writer.end(.object)
    }
  }

  private static func html(
    _ rows: [IncidentRow], _ picture: IncidentPicture, _ filter: ListFilter, _ paging: Paging
  ) -> HTML {
    var table = Table(
      "Incidents, the newest first", ["When", "What", "Where", "Accounts", "Reports", "Code"],
      numbers: [3, 4])
    table.rows = rows.map(cells)
    let timeline = Timeline(days: picture.days) { from, to in
      filter.address([("since", from.iso), ("until", to.iso)])
    }
    let map = PlacesMap(places: picture.places, ground: filter.visit.site.ground) {
      filter.address([("place", $0.id)])
    }
    let undated =
      picture.undated == 0 ? "" : ", \(Plural.grouped(picture.undated)) of them without a day"
    let newest: HTML =
      picture.isLeast ? "; the picture is of the newest \(Plural.grouped(picture.total))" : ""
    return """
      <h1>Incidents</h1>
      \(filter.form)<p class="sum">\(paging.count("incident"))\(undated)\(newest) · \
      <a href="\(Address.query("/exports", filter.values))">export these</a></p>
      <div class="picture"><figure>\(timeline.html)</figure><figure>\(map.html)</figure></div>
      \(rows.isEmpty ? nothing : table.html)\(paging.html)
      """
  }

  private static let nothing: HTML = """
    <p class="none">No incident is so. Widen the days, or leave out a word.</p>

    """

  /// The cells of an incident in a list.
  static func cells(_ row: IncidentRow) -> [HTML] {
    let when: HTML =
      row.days.map { "\(DayText.interval(from: $0.lowerBound.iso, to: $0.upperBound.iso))" }
      ?? "<i>day unknown</i>"
    let place: HTML =
      row.placeName.isEmpty
      ? "<i>place unknown</i>"
      : row.place.map { "<a href=\"\(Address.place($0))\"><bdi>\(row.placeName)</bdi></a>" }
        ?? "<bdi>\(row.placeName)</bdi>"
    return [
      "<a href=\"\(Address.incident(row.id))\"><time>\(when)</time></a>", "\(row.type.words)",
      place,
      "\(Plural.grouped(row.accounts))", "\(Plural.grouped(row.reports))", "<code>\(row.id)</code>",
    ]
  }

  static func write(_ row: IncidentRow, to writer: inout JSONWriter) {
    writer.begin(.object)
    writer.member("id", row.id)
    writer.member("type", row.type.rawValue)
    writer.member("place", orNull: row.place)
    writer.member("place_name", row.placeName)
    writer.member("from", orNull: row.days?.lowerBound.iso)
    writer.member("to", orNull: row.days?.upperBound.iso)
    writer.member("accounts", orNull: row.accounts)
    writer.member("reports", orNull: row.reports)
    writer.end(.object)
  }
}
