import PatchworkDisplay
import PatchworkLinking
import PatchworkRecord
import PatchworkSituation
import PatchworkStore

/// Incidents in an area and beside it, with their grades.
extension AreaPage {
  /// Incidents with their grades, the newest first.
  var told: HTML {
    guard incidents.total > 0 else { return "" }
    var table = Table(
      "Incidents, the newest first", ["Incident", "Day", "Where", "Grade", "Reports"], numbers: [4])
    table.rows = incidents.rows.map { incident in
      let row = incident.row
      return Self.cells(row) + [Self.grade(incident.grade), "\(row.reports)"]
    }
    let rest = incidents.total - incidents.rows.count
    return """
      <section><h2>Incidents (\(incidents.total))</h2>
      \(table.html)\(rest > 0 ? "<p class=\"sum\">and \(rest) before</p>\n" : "" as HTML)</section>

      """
  }

  /// An incident's name, days and place.
  private static func cells(_ row: IncidentRow) -> [HTML] {
    [
      "<a href=\"\(Address.incident(row.id))\">\(row.type.rawValue)</a> <code>\(row.id)</code>",
      "\(row.days.map { DayText.interval(from: $0.lowerBound.iso, to: $0.upperBound.iso) } ?? "no day")",
      "<bdi>\(row.placeName)</bdi>",
    ]
  }

  private static func grade(_ grade: IncidentGrade.Word) -> HTML {
    "<span class=\"grade g-\(grade.rawValue)\">\(grade.rawValue)</span>"
  }

  /// Incidents beside the area, with how far their places lie.
  var near: HTML {
    var table = Table(
      "Incidents beside it, the newest first", ["Incident", "Day", "Where", "How far", "Grade"],
      numbers: [3])
    table.rows = beside.incidents.rows.map { incident in
      let far = incident.row.place.flatMap { beside.incidents.kilometres[$0] }
      return Self.cells(incident.row) + [
        "\(far.map(SituationText.distance) ?? "")", Self.grade(incident.grade),
      ]
    }
    let rest = beside.incidents.total - beside.incidents.rows.count
    let days = picture.strip.days
    let hidden = (values + [("since", days.lowerBound.iso), ("until", days.upperBound.iso)]).map {
      "<input type=\"hidden\" name=\"\($0.0)\" value=\"\($0.1)\">" as HTML
    }
    return """
      <section><h2>Incidents within \(beside.kilometres) km of it (\(beside.incidents.total))</h2>
      \(beside.incidents.rows.isEmpty ? "<p class=\"none\">No report of these days tells of one so near outside it.</p>\n" : table.html)\
      \(rest > 0 ? "<p class=\"sum\">and \(rest) before</p>\n" : "" as HTML)\
      <form class="filter" action="\(path)">\(hidden)<p><label for="f-near">Kilometres around it</label>
      <input id="f-near" name="near" type="number" min="0" max="100" value="\(beside.kilometres)"></p><p class="act"><button class="quiet">Show</button></p></form></section>

      """
  }
}
