import PatchworkDisplay
import PatchworkRecord
import PatchworkSituation
import PatchworkStore

/// Talks and agreements: days, venue, who took part, and what is said to have come of them.
enum MeetingsPage {
  static let routes = [
    Route(
      "/meetings", name: "meetings",
      summary: "Talks and agreements with their days, venue, participants and outcomes.",
      role: .analyst, parameters: [ListFilter.since, ListFilter.until],
      schema: .object([
        ("day", .string),
        (
          "meetings",
          .list(
            .object([
              ("from", .nullable(.string)), ("to", .nullable(.string)),
              ("venue", .nullable(.string)), ("participants", .list(.string)),
              ("outcomes", .list(.any)),
            ]))
        ),
      ])
    ) { visit in
      let (found, day) = try CeasefiresPage.asked(visit)
      return .page(
        Page(
          title: "Meetings", section: .ceasefires,
          body: {
            """
            <h1>Meetings</h1>
            <p class="lead">Talks and agreements that reports of the year up to \(DayText.of(day.iso)) tell of, the newest first, unless other \
            days are asked for. <a href="\(Address.query("/ceasefires", [("until", day.iso)]))">Ceasefires</a></p>
            <form class="filter" action="/meetings"><p><label for="f-since">From</label>
            <input id="f-since" name="since" type="date"></p><p><label for="f-until">To</label>
            <input id="f-until" name="until" type="date" value="\(day.iso)"></p><p class="act"><button>Show</button></p></form>
            \(table(found.meetings))
            """
          },
          json: { writer in
            writer.begin(.object)
            writer.member("day", day.iso)
            writer.list("meetings", found.meetings) { SituationJSON.write($0, to: &$1) }
            writer.end(.object)
          }))
    }
  ]

  private static func table(_ meetings: [Meeting]) -> HTML {
    guard !meetings.isEmpty else {
      return "<p class=\"none\">No report of these days tells of talks.</p>\n"
    }
    var table = Table(
      "Talks and agreements", ["Days", "Venue", "Took part", "What is said to have come of it"])
    table.rows = meetings.reversed().map { meeting in
      let outcomes = meeting.outcomes.map { outcome -> HTML in
        let newest = outcome.statements[outcome.statements.count - 1]
        return """
          <li><b>\(outcome.state)</b> (\(Plural.text(outcome.statements.count, "statement"))): <bdi>\(SituationText.speaker(newest))</bdi> \
          <q dir="auto">\(newest.sentence)</q> <a class="sum" href="\(Address.account(newest.report, newest.entry.account))">\(SituationText.source(newest))</a></li>

          """
      }
      return [
        "\(SituationText.days(meeting))",
        "<bdi>\(meeting.venue?.name ?? "not said")</bdi>",
        "<bdi>\(SituationText.participants(meeting))</bdi>",
        "<ul class=\"plain\">\n\(outcomes)</ul>",
      ]
    }
    return table.html
  }
}
