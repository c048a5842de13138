import PatchworkDisplay
import PatchworkRecord
import PatchworkSituation
import PatchworkStore

/// The movements that are kept under seal: code, end, who entered each; nothing of where they go.
enum MovementsPage {
  static let routes = [
    Route(
      "/movements", name: "movements",
      summary: "Movements that are kept under seal, without what is sealed.", role: .analyst,
      schema: .object([
        ("ready", .boolean),
        (
          "movements",
          .list(
            .object([
              ("id", .string), ("ends", .string), ("made_at", .string), ("made_by", .string),
              ("signatures", .integer),
            ]))
        ),
      ])
    ) { visit in
      let rows = try visit.record.movements()
      return .page(
        Page(
          title: "Movements", section: .movements, body: { html(rows, visit) },
          json: { writer in
            writer.begin(.object)
            writer.key("ready")
            writer.boolean(visit.site.options.movements != nil)
            writer.list("movements", rows) { row, writer in
              writer.begin(.object)
              write(row, to: &writer)
              writer.end(.object)
            }
            writer.end(.object)
          }))
    }
  ]

  /// The members of a movement, without what is sealed.
  static func write(_ row: MovementRow, to writer: inout JSONWriter) {
    writer.member("id", row.id)
    writer.member("ends", row.ends.rfc3339)
    writer.member("made_at", row.madeAt)
    writer.member("made_by", row.madeBy)
    writer.member("signatures", orNull: row.signatures)
  }

  private static func html(_ rows: [MovementRow], _ visit: Visit) -> HTML {
    var table = Table(
      "Movements under seal", ["Movement", "Ends", "Entered", "By", "Signed by"], numbers: [4])
    table.rows = rows.reversed().map { row in
      [
        "<a href=\"\(Address.movement(row.id))\">\(row.id)</a>",
        "\(row.ends.clock) UTC, \(DayText.of(row.ends.day.iso))\(Self.isOver(row, visit) ? " <small>over</small>" : "")",
        "\(DayText.of(String(row.madeAt.prefix(10))))", "<bdi>\(row.madeBy)</bdi>",
        "\(row.signatures)",
      ]
    }
    let ready: HTML =
      visit.site.options.movements == nil
      ? "<p class=\"notice\">Movements are closed here: the site was started without their key (<code>--movement-key</code>).</p>\n"
      : "<p><a class=\"button\" href=\"/movements/new\">Plan a movement</a></p>\n"
    return """
      <h1>Movements</h1>
      <p class="lead">Plans are kept encrypted. Who opens one, when and why, stands in the journal. None leaves the record before its \
      movement has ended and some days have passed. Case files are made by <a href="/rules">rules</a>, which the desk can edit.</p>
      \(ready)\(rows.isEmpty ? "<p class=\"none\">No movement is kept.</p>\n" : table.html)
      """
  }

  private static func isOver(_ row: MovementRow, _ visit: Visit) -> Bool {
    Moment(rfc3339: visit.now).map { row.ends < $0 } ?? false
  }
}
