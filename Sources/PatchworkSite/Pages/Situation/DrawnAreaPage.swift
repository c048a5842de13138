import PatchworkDisplay
import PatchworkLinking
import PatchworkRecord
import PatchworkSituation
import PatchworkStore

/// An area that somebody draws: corners on a map with a script, corners as lines or GeoJSON without one; the address holds it all,
/// so that it can be handed on and printed.
enum DrawnAreaPage {
  private static let mostCorners = 200

  static let routes = [
    Route(
      "/areas/drawn", name: "drawnArea",
      summary:
        "What is said of the places within a drawn polygon day by day; without corners, the map to draw on.",
      role: .analyst,
      parameters: AreaPage.parameters + [
        Parameter(
          name: "corners", kind: .text(most: 6000),
          summary:
            "The corners in order, “latitude, longitude”, one a line or parted by semicolons."),
        Parameter(
          name: "geojson", kind: .text(most: 6000),
          summary: "A polygon as GeoJSON, in place of corners; it may have holes and parts."),
        Parameter(name: "name", kind: .text(most: 120), summary: "What the area is called."),
        Parameter(
          name: "around", kind: .text(most: 200), summary: "The place that the map is drawn around."
        ),
        Parameter(
          name: "reach", kind: .number(1...500), summary: "Kilometres that the map reaches."),
      ],
      schema: .nullable(.object(AreaPage.members))
    ) { visit in
      guard let area = try area(visit) else {
        let map = try DrawingMap(visit, area: nil, days: nil)
        return .page(
          Page(
            title: "Draw an area", section: .areas, body: { form(visit, map) },
            json: { $0.null() }))
      }
      let days = try AreaPage.days(visit, newest: visit.record.newestDay())
      let picture = try visit.record.areaPicture(area, days: days)
      let incidents = try visit.record.areaIncidents(area, days: days, limit: 12)
      let map = try DrawingMap(visit, area: area, days: days)
      var page = try AreaPage(
        visit, picture, incidents,
        beside: { try visit.record.incidents(beside: area, within: $0, days: days, limit: 12) },
        path: "/areas/drawn",
        values: ["corners", "geojson", "name", "around", "reach"].map {
          ($0, visit.value($0) ?? "")
        })
      page.drawing = drawing(visit, map)
      let whole = page
      return .page(
        Page(
          title: picture.name, section: .areas, body: { whole.html },
          json: { SituationJSON.write(picture, to: &$0) }))
    }
  ]

  /// The area that a visit draws, nil where it draws none yet.
  private static func area(_ visit: Visit) throws -> DrawnArea? {
    if let text = visit.value("geojson") {
      do { return try DrawnArea(geoJSON: Array(text.utf8)) } catch {
        throw Refusal.against("“geojson” cannot be used: \(error.sentence).")
      }
    }
    guard let text = visit.value("corners") else { return nil }
    do {
      let area = try DrawnArea(corners: text, name: visit.value("name") ?? "")
      guard area.rings[0].count <= mostCorners + 1 else {
        throw Refusal.against("“corners” may have \(mostCorners) corners at most.")
      }
      return area
    } catch let error as DrawnArea.Failure {
      throw Refusal.against("“corners” cannot be used: \(error.sentence).")
    }
  }

  private static func form(_ visit: Visit, _ map: DrawingMap) -> HTML {
    """
    <h1>Draw an area</h1>
    <p class="lead">Of the places within it is shown what an area’s page shows. The drawing stands in the address of its page alone; the \
    record does not keep it.</p>
    \(fields(visit, map))
    """
  }

  /// The map of a drawn area with its form folded away.
  private static func drawing(_ visit: Visit, _ map: DrawingMap) -> HTML {
    """
    \(map.html)
    <details class="redraw"><summary>Draw it anew</summary>
    \(fields(visit, map, withMap: false))</details>

    """
  }

  private static func fields(_ visit: Visit, _ map: DrawingMap, withMap: Bool = true) -> HTML {
    func value(_ name: String) -> String { visit.value(name) ?? "" }
    return """
      <form class="form drawing" action="/areas/drawn">
      <div class="pair"><p><label for="d-around">Map around a place (its name)</label><input id="d-around" name="around" maxlength="200" dir="auto" value="\(value("around"))"></p>
      <p><label for="d-reach">Kilometres that it reaches</label><input id="d-reach" name="reach" type="number" min="1" max="500" value="\(value("reach"))"></p></div>
      <p class="act"><button class="quiet">Show this map</button></p>
      \(withMap ? map.html : "")
      <p class="sum" data-drawing-help hidden>Click a corner after the other. With the keyboard: go to the map, move the cross by the arrow keys, set a corner with Enter, take the last one away with Backspace.</p>
      <p><label for="d-corners">Corners in order, “latitude, longitude”, a line each</label>
      <textarea id="d-corners" name="corners" class="few" dir="ltr" spellcheck="false">\(HTML(lines: value("corners").replacing("; ", with: "\n").replacing(";", with: "\n")))</textarea></p>
      <details\(value("geojson").isEmpty ? "" : " open" as HTML)><summary>or a polygon as GeoJSON</summary>
      <p><label for="d-geojson">GeoJSON; it counts in place of the corners</label><textarea id="d-geojson" name="geojson" class="few" dir="ltr" spellcheck="false">\(HTML(lines: value("geojson")))</textarea></p></details>
      <div class="pair"><p><label for="d-name">What it is called</label><input id="d-name" name="name" maxlength="120" dir="auto" value="\(value("name"))"></p>
      <p><label for="d-since">From</label><input id="d-since" name="since" type="date" value="\(value("since"))"></p>
      <p><label for="d-until">To</label><input id="d-until" name="until" type="date" value="\(value("until"))"></p></div>
      <p class="act"><button>Show the area</button></p></form>

      """
  }
}
