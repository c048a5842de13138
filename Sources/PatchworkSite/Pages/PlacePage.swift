import PatchworkDisclosure
import PatchworkDisplay
import PatchworkExchange
import PatchworkRecord
import PatchworkStore

/// One place: what was said about it, with a strip of days on which "no report" is seen.
struct PlacePage {
  let place: PlaceRow
  let within: [PlaceRow]
  let days: [(day: CivilDay, type: String, accounts: Int)]
  let rows: [AccountRow]
  let paging: Paging
  let since: CivilDay?
  let until: CivilDay?
  let removed: Removals

  static let routes = [
    Route(
      "/places/{id}", name: "place",
      summary: "What was said about a place and what lies within it, by day.",
      parameters: [ListFilter.since, ListFilter.until, Paging.parameter],
      schema: .object([
        ("id", .string), ("name", .string), ("kind", .string), ("lat", .nullable(.number)),
        ("lon", .nullable(.number)),
        ("within", .list(.object([("id", .string), ("name", .string)]))),
        (
          "days",
          .list(.object([("day", .string), ("type", .string), ("accounts", .integer)]))
        ),
        ("total", .integer), ("total_is_least", .boolean), ("page", .integer),
        ("pages", .integer),
        ("accounts", .list(AccountCard.schema)),
      ])
    ) { visit in
      let page = try PlacePage(visit)
      return .page(
        Page(
          title: page.place.name, section: .places, body: { page.html },
          json: { page.write(to: &$0) }, removed: page.removed))
    }
  ]

  init(_ visit: Visit) throws {
    let id = visit.part("id")
    guard let found = try visit.record.place(id) else {
      throw Refusal.missing("There is no place “\(id)” in the record.")
    }
    (place, within) = (try Self.shown(found.spot, visit), found.within)
    days = try Self.shown(visit.record.dayTypes(at: id), visit)
    var filter = RecordFilter()
    filter.place = id
    (since, until) = (visit.day("since"), visit.day("until"))
    (filter.since, filter.until) = (since, until)
    let (from, to) = (visit.value("since") ?? "", visit.value("until") ?? "")
    paging = Paging(page: visit.number("page") ?? 1, total: try visit.record.accountCount(filter)) {
      Address.query(
        Address.place(id), [("since", from), ("until", to), ("page", $0 > 1 ? String($0) : "")])
    }
    (filter.limit, filter.offset) = (Paging.size, paging.offset)
    let shown = try visit.shown().accounts(filter)
    (rows, removed) = (shown.value, shown.removals)
  }

  /// The place with its point as the visitor may see it.
  private static func shown(_ place: PlaceRow, _ visit: Visit) throws -> PlaceRow {
    guard visit.isRedacted, let latitude = place.latitude, let longitude = place.longitude else {
      return place
    }
    let spot = IncidentPicture.Spot(
      id: place.id, name: place.name, kind: place.kind, latitude: latitude, longitude: longitude,
      incidents: 0)
    let shown = try visit.shown([spot]).first
    var place = place
    (place.latitude, place.longitude) = (shown?.latitude, shown?.longitude)
    return place
  }

  /// Days without movements that may not be shown yet.
  private static func shown(
    _ days: [(day: CivilDay, type: String, accounts: Int)], _ visit: Visit
  ) throws -> [(day: CivilDay, type: String, accounts: Int)] {
    guard visit.isRedacted else { return days }
    let rules = visit.site.disclosures.register.rules
    let today = CivilDay(iso: visit.now) ?? CivilDay(number: 0)
    return days.filter { entry in
      HappeningType(rawValue: entry.type).map { !rules.withholds($0, until: entry.day, on: today) }
        ?? true
    }
  }

  var html: HTML {
    let wider = within.map {
      "<a href=\"\(Address.place($0.id))\"><bdi>\($0.name)</bdi></a>" as HTML
    }
    let inside: HTML = wider.isEmpty ? "" : ", in \(HTML(wider, separator: ", "))"
    let narrow: HTML =
      since == nil && until == nil
      ? "" : " · <a href=\"\(Address.place(place.id))\">show all days</a>"
    return """
      <h1><bdi>\(place.name)</bdi></h1>
      <p class="lead">\(place.kind.isEmpty ? "place" : place.kind)\(inside) · <code>\(place.id)</code> · \
      <a href="\(Address.query("/incidents", [("place", place.id)]))">incidents here</a></p>
      <section><h2>Days</h2>
      \(DayStrip(days: days) { Address.query(Address.place(place.id), [("since", $0.iso), ("until", $0.iso)]) }.html)</section>
      <section><h2>What was said</h2>
      <p class="sum">\(Plural.text(paging.total, "account"))\(narrow)</p>
      <ol class="plain">
      \(rows.map { AccountCard(row: $0).html })</ol>
      \(paging.html)</section>
      """
  }

  func write(to writer: inout JSONWriter) {
    writer.begin(.object)
    writer.member("id", place.id)
    writer.member("name", place.name)
    writer.member("kind", place.kind)
    writer.member("lat", orNull: place.latitude)
    writer.member("lon", orNull: place.longitude)
    writer.list("within", within) { wider, writer in
      writer.begin(.object)
      writer.member("id", wider.id)
      writer.member("name", wider.name)
      writer.end(.object)
    }
    writer.list("days", days) { entry, writer in
      writer.begin(.object)
      writer.member("day", entry.day.iso)
      writer.member("type", entry.type)
      writer.member("accounts", orNull: entry.accounts)
      writer.end(.object)
    }
    writer.paging(paging)
    writer.list("accounts", rows) { AccountCard(row: $0).write(to: &$1) }
    writer.end(.object)
  }
}
