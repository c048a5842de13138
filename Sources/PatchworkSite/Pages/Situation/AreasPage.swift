import PatchworkDisplay
import PatchworkRecord
import PatchworkSituation
import PatchworkStore

/// The patchwork view: areas side by side on a day, a tile a layer, each leading to its sentences.
enum AreasPage {
  private static let shown: [Layer] = [
    .violence, .truce, .siege, .access, .delivery, .road, .control, .flight, .threat,
  ]

  static let routes = [
    Route(
      "/areas", name: "areas",
      summary: "Areas on a day: what each layer is said to be, or that nothing is said.",
      role: .analyst,
      parameters: [
        Parameter(
          name: "day", kind: .day, summary: "The day; the newest of the record when not given."),
        Parameter(
          name: "within", kind: .text(most: 200),
          summary: "Areas within this place, by name or id; those of the theatre when not given."),
      ],
      schema: .object([
        ("day", .string),
        (
          "areas",
          .list(
            .object([
              ("id", .string), ("name", .string), ("kind", .string), ("holders", .list(.string)),
              ("layers", .list(.any)),
            ]))
        ),
      ])
    ) { visit in
      let day =
        try visit.day("day") ?? visit.record.newestDay() ?? CivilDay(iso: visit.now)
        ?? CivilDay(number: 0)
      let asked = visit.value("within")
      let within = try asked.map { name -> String in
        guard let id = try visit.record.placeID(named: name) else {
          throw Refusal.missing("No report of the record names the place “\(name)”.")
        }
        return id
      }
      let areas = try visit.record.areas(on: day, within: within)
      let told = try visit.record.statements(on: DaySlider.days(around: day))
      return .page(
        Page(
          title: "Areas on \(DayText.of(day.iso))", section: .areas,
          body: { html(areas, day, asked ?? "", told) }, json: { write(areas, day, to: &$0) }))
    }
  ]

  private static func html(
    _ areas: [AreaDay], _ day: CivilDay, _ within: String, _ told: [CivilDay: Int]
  ) -> HTML {
    var table = Table(
      "Areas of which most is said, and what is said of the day",
      ["Area"] + shown.map { "\($0.rawValue)" })
    table.rows = areas.map { area in
      let address = Address.query(
        Address.area(area.id), [("since", day.iso), ("until", day.iso)])
      return [
        "<a href=\"\(address)\"><bdi>\(area.name)</bdi></a> <span class=\"sum\">\(area.kind)</span>"
      ]
        + shown.map { layer in tile(area, layer, day, address) }
    }
    let map = PatchworkMap(areas: areas, day: day, layers: shown) { area in
      Address.query(Address.area(area.id), [("since", day.iso), ("until", day.iso)])
    }
    let slider = DaySlider(day: day, statements: told) { other in
      Address.query("/areas", [("day", other.iso), ("within", within)])
    }
    return """
      <h1>Areas</h1>
      <form class="filter" action="/areas"><p><label for="f-day">Day</label>
      <input id="f-day" name="day" type="date" value="\(day.iso)"></p>
      <p><label for="f-within">Within; empty is where the war is told</label>
      <input id="f-within" name="within" value="\(within)" maxlength="200" dir="auto"></p><p class="act"><button>Show</button></p></form>
      <p class="lead"><a href="\(Address.query("/areas", [("day", (day - 1).iso), ("within", within)]))">the day before</a> · \
      \(DayText.of(day.iso)) · <a href="\(Address.query("/areas", [("day", (day + 1).iso), ("within", within)]))">the day after</a> · \
      <a href="/areas/drawn">draw an area</a></p>
      \(slider.html)\(map.html)
      \(areas.isEmpty ? "<p class=\"none\">No report tells of any area around this day.</p>\n" : table.html)\
      <p class="sum">“No report” is not calm. “Last said” is a statement of an earlier day that nobody has renewed.</p>
      """
  }

  private static func tile(
    _ area: AreaDay, _ layer: Layer, _ day: CivilDay, _ address: String
  ) -> HTML {
    let cell = area.picture.strip.cell(layer, day)
    if cell.isSilent {
      return SituationText.carried(cell).map { "<span class=\"tile carried\">\($0)</span>" }
        ?? "<span class=\"tile none\">no report</span>"
    }
    let kind = area.picture.bearing(of: cell)?.rawValue ?? "rival"
    let by: HTML =
      layer == .control && !area.holders.isEmpty
      ? " <small>by <bdi>\(area.holders.prefix(2).joined(separator: "; "))</bdi></small>" : ""
    return
      "<a class=\"tile \(kind)\" href=\"\(address)#\(layer.rawValue)\">\(SituationText.states(cell.answers))\(by)</a>"
  }

  private static func write(_ areas: [AreaDay], _ day: CivilDay, to writer: inout JSONWriter) {
    writer.begin(.object)
    writer.member("day", day.iso)
    writer.list("areas", areas) { area, writer in
      writer.begin(.object)
      writer.member("id", area.id)
      writer.member("name", area.name)
      writer.member("kind", area.kind)
      writer.list("holders", area.holders) { $1.string($0) }
      writer.list("layers", area.picture.strip.layers) { layer, writer in
        writer.begin(.object)
        writer.member("layer", layer.rawValue)
        writer.list("states", area.picture.strip.cell(layer, day).answers) {
          SituationJSON.write($0, to: &$1)
        }
        writer.end(.object)
      }
      writer.end(.object)
    }
    writer.end(.object)
  }
}
