import PatchworkDisplay
import PatchworkLinking
import PatchworkRecord
import PatchworkSituation
import PatchworkStore

/// Truces, pauses, suspensions, ultimatums and proposals with their clocks, who says what of them, and rival counts.
enum CeasefiresPage {
  static let routes = [
    Route(
      "/ceasefires", name: "ceasefires",
      summary:
        "Truces and proposals with their clocks as they stand on a day, and counts of violations.",
      role: .analyst, parameters: [ListFilter.since, ListFilter.until],
      schema: .object([
        ("day", .string), ("instruments", .list(.any)), ("proposals", .list(.any)),
        (
          "violations",
          .list(
            .object([
              ("observer", .string), ("count", .nullable(.string)), ("report", .string),
              ("n", .integer), ("rule", .string), ("sentence", .string),
            ]))
        ),
      ])
    ) { visit in
      let found = try visit.record.ceasefires(since: visit.day("since"), until: visit.day("until"))
      let day =
        try visit.day("until") ?? visit.record.newestDay() ?? CivilDay(iso: visit.now)
        ?? CivilDay(number: 0)
      return .page(
        Page(
          title: "Ceasefires", section: .ceasefires, body: { html(found, day) },
          json: { write(found, day, to: &$0) }))
    }
  ]

  private static func html(_ found: Ceasefires, _ day: CivilDay) -> HTML {
    """
    <h1>Ceasefires</h1>
    <form class="filter" action="/ceasefires"><p><label for="f-until">As of</label>
    <input id="f-until" name="until" type="date" value="\(day.iso)"></p><p class="act"><button>Show</button></p></form>
    \(part("Truces, pauses, suspensions, ultimatums", found.instruments, day))
    \(part("Proposed", found.proposals, day))
    <section><h2>Counts and allegations of violations</h2>
    \(violations(found.violations))</section>
    """
  }

  private static func part(_ title: String, _ list: [Instrument], _ day: CivilDay) -> HTML {
    let items = list.map { instrument($0, day) }
    return """
      <section><h2>\(title)</h2>
      \(items.isEmpty ? ["<p class=\"none\">No report speaks of any.</p>\n"] : items)</section>

      """
  }

  private static func instrument(_ instrument: Instrument, _ day: CivilDay) -> HTML {
    let purpose = instrument.purpose.map { ", \($0.rawValue)" } ?? ""
    let start = instrument.start.map { ", from \(DayText.of($0.iso))" } ?? ", of no said day"
    let clocks = instrument.clocks.map { clock -> HTML in
      "<li>\(SituationText.clock(clock)): <b>\(SituationText.standing(clock.standing(on: day)))</b></li>\n"
    }
    let acts = instrument.declarations.map { act -> HTML in
      """
      <li><b>\(act.speaker.isEmpty ? "not named" : act.speaker)</b> \(act.holding == .denies ? "denied: " : "")\(act.state.rawValue) \
      <q dir="auto">\(act.said.sentence)</q> \
      <a class="sum" href="\(Address.account(act.said.report, act.said.entry.account))">\(SituationText.source(act.said))</a></li>

      """
    }
    return """
      <details id="\(instrument.id)" open><summary><b>\(instrument.kind.rawValue)\(purpose)</b>\(start) <code>\(instrument.id)</code></summary>
      <ul class="clocks">\(clocks)</ul><ul>
      \(acts)</ul></details>

      """
  }

  private static func violations(_ counts: [ViolationCount]) -> HTML {
    var table = Table(
      "Who counts what, side by side", ["Observer", "Count", "Names", "Counting rule", "Sentence"])
    table.rows = counts.map { count in
      [
        "\(count.observer)", "\(count.count?.quote.text ?? "one alleged")",
        "\(count.attributed.map(\.name).joined(separator: ", "))",
        "\(count.rule.isEmpty ? "not said" : count.rule)",
        """
        <q dir="auto">\(count.said.sentence)</q> <a class="sum" href="\(Address.account(count.said.report, count.said.entry.account))">\
        \(SituationText.source(count.said))</a>
        """,
      ]
    }
    return counts.isEmpty ? "<p class=\"none\">No report speaks of any.</p>\n" : table.html
  }

  private static func write(
    _ found: Ceasefires, _ day: CivilDay, to writer: inout JSONWriter
  ) {
    writer.begin(.object)
    writer.member("day", day.iso)
    writer.list("instruments", found.instruments) { SituationJSON.write($0, on: day, to: &$1) }
    writer.list("proposals", found.proposals) { SituationJSON.write($0, on: day, to: &$1) }
    writer.list("violations", found.violations) { count, writer in
      writer.begin(.object)
      writer.member("observer", count.observer)
      writer.member("count", orNull: count.count?.quote.text)
      writer.member("report", count.said.report)
      writer.member("n", orNull: count.said.entry.account)
      writer.member("rule", count.rule)
      writer.member("sentence", count.said.sentence)
      writer.end(.object)
    }
    writer.end(.object)
  }
}
