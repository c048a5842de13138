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
        ("violations_in_all", .integer),
        (
          "violations",
          .list(
            .object([
              ("observer", .string), ("observed", .list(.string)), ("count", .nullable(.string)),
              ("kind", .nullable(.string)), ("by", .string), ("at", .string), ("weapon", .string),
              ("place", .nullable(.string)), ("report", .string), ("n", .integer),
              ("names", .list(.string)), ("rule", .string), ("sentence", .string),
            ]))
        ),
      ])
    ) { visit in
      let (found, day) = try asked(visit)
      let reader = try ProposalReader()
      let violations = try visit.record.newest(found.violations)
      return .page(
        Page(
          title: "Ceasefires", section: .ceasefires, body: { html(found, day, reader, violations) },
          json: { write(found, day, violations, to: &$0) }))
    }
  ]

  /// What is said of truces in the days that a visit asks for, and the day as of which clocks stand.
  static func asked(_ visit: Visit) throws -> (found: Ceasefires, day: CivilDay) {
    let day =
      try visit.day("until") ?? visit.record.newestDay() ?? CivilDay(iso: visit.now)
      ?? CivilDay(number: 0)
    let since = visit.day("since") ?? day - RecordFile.usualCeasefireDays
    guard since <= day else { throw Refusal.against("“since” must not be after “until”.") }
    return (try visit.record.ceasefires(since: since, until: visit.day("until")), day)
  }

  private static func html(
    _ found: Ceasefires, _ day: CivilDay, _ reader: ProposalReader, _ newest: [ViolationCount]
  ) -> HTML {
    """
    <h1>Ceasefires</h1>
    <p class="lead">What was said in the year up to \(DayText.of(day.iso)), unless other days are asked for. \
    <a href="\(Address.query("/meetings", [("until", day.iso)]))">Meetings</a>: \(found.meetings.count)</p>
    <form class="filter" action="/ceasefires"><p><label for="f-since">From</label>
    <input id="f-since" name="since" type="date"></p><p><label for="f-until">As of</label>
    <input id="f-until" name="until" type="date" value="\(day.iso)"></p><p class="act"><button>Show</button></p></form>
    \(ClockTimeline(instruments: found.instruments, day: day).html)
    \(part("Truces, pauses, suspensions, ultimatums", found.instruments, day))
    \(part("Proposed", found.proposals, day) { course(reader.course(of: $0, in: found)) })
    \(rivals(found.violations))
    <section><h2>Counts and allegations of violations</h2>
    \(violations(newest, of: found.violations.count))</section>
    """
  }

  private static func part(
    _ title: String, _ list: [Instrument], _ day: CivilDay,
    after: (Instrument) -> HTML = { _ in "" }
  ) -> HTML {
    let items = list.map { instrument($0, day) + after($0) }
    return """
      <section><h2>\(title)</h2>
      \(items.isEmpty ? ["<p class=\"none\">No report speaks of any.</p>\n"] : items)</section>

      """
  }

  private static func instrument(_ instrument: Instrument, _ day: CivilDay) -> HTML {
    let purpose = instrument.purpose.map { ", \($0.rawValue)" } ?? ""
    let start = instrument.start.map { ", from \(DayText.of($0.iso))" } ?? ", of no said day"
    let clocks = instrument.clocks.map { clock -> HTML in
      "<li>\(SituationText.clock(clock)): <b>\(SituationText.standing(clock, on: day))</b></li>\n"
    }
    let acts = instrument.declarations.map { act -> HTML in
      """
      <li><b>\(act.speaker.isEmpty ? "not named" : act.speaker)</b> \(act.holding == .denies ? "denied: " : "")\(act.state.rawValue) \
      <q dir="auto">\(act.said.sentence)</q> \
      <a class="sum" href="\(Address.account(act.said.report, act.said.entry.account))">\(SituationText.source(act.said))</a></li>

      """
    }
    return """
      <details id="\(instrument.id)" open><summary><b>\(instrument.kind.rawValue)\(purpose)</b>\(start) \
      <a href="\(Address.query(Address.ceasefire(instrument.id), [("until", day.iso)]))"><code>\(instrument.id)</code></a></summary>
      <ul class="clocks">\(clocks)</ul><ul>
      \(acts)</ul></details>

      """
  }

  /// Who rejected a proposal and why, what was proposed against it, and what followed.
  static func course(_ course: ProposalCourse) -> HTML {
    let rejections = course.rejections.map { rejection -> HTML in
      let ground: HTML =
        rejection.ground.isEmpty ? "no ground is given" : "<q dir=\"auto\">\(rejection.ground)</q>"
      return
        "<li>rejected by <b><bdi>\(SituationText.speaker(rejection.act.said))</bdi></b>: \(ground)</li>\n"
    }
    let counters = course.counters.map { counter -> HTML in
      "<li>proposed by <b><bdi>\(SituationText.speaker(counter.acts[0].said))</bdi></b> after it: \(counter.kind.rawValue), <a href=\"#\(counter.id)\">\(counter.id)</a></li>\n"
    }
    let followed = course.followed.map { instrument, act -> HTML in
      "<li>followed: <a href=\"#\(instrument)\">\(instrument)</a> \(act.state.rawValue), said by <bdi>\(SituationText.speaker(act.said))</bdi> on \(act.said.published.map { DayText.of($0.iso) } ?? "no day")</li>\n"
    }
    let items = rejections + counters + followed
    return items.isEmpty
      ? "<p class=\"sum\">No report says what became of it.</p>\n"
      : "<ul class=\"sum\">\n\(items)</ul>\n"
  }

  /// Counts of violations side by side, a column an observer: no count is added to another.
  static func rivals(_ violations: [ViolationCount]) -> HTML {
    let counts = violations.filter { $0.count != nil }
    var observers: [String] = []
    for count in counts where !observers.contains(count.observer) {
      observers.append(count.observer)
    }
    guard observers.count > 1 else { return "" }
    let sides = observers.map { observer -> HTML in
      let rows = counts.filter { $0.observer == observer }.map { count -> HTML in
        let by = count.attributed.joined(separator: ", ")
        return """
          <li><b>\(count.count?.quote.text ?? "")</b>\(by.isEmpty ? ", by nobody named" : ", naming \(by)") \
          <small>\(count.rule.isEmpty ? "how it counts is not said" : count.rule) · \(count.said.published?.iso ?? "no date")</small></li>

          """
      }
      return """
        <div class="side"><h3><bdi>\(SituationText.speaker(counts.first { $0.observer == observer }?.said ?? counts[0].said))</bdi></h3><ul class="plain">
        \(rows)</ul></div>

        """
    }
    return """
      <section><h2>Rival counts of violations</h2><div class="sides">
      \(sides)</div></section>
      """
  }

  /// The newest of so many violations, a row each.
  static func violations(_ counts: [ViolationCount], of total: Int) -> HTML {
    var table = Table(
      "Who counts what, side by side",
      [
        "Observer", "Count", "Kind", "By whom, at whom", "Weapon", "Where", "How observed",
        "Counting rule", "Sentence",
      ])
    table.rows = counts.map { count in
      let fact = count.facts
      let blamed = SituationText.blamed(count)
      return [
        "<bdi>\(SituationText.speaker(count.said))</bdi>",
        "\(count.count?.quote.text ?? "one alleged")", "\(fact.kind?.rawValue ?? "not said")",
        "\(blamed.isEmpty ? "nobody named" : blamed)\(fact.target.isEmpty ? "" : " → \(fact.target)")",
        "\(fact.weapon.isEmpty ? "not said" : fact.weapon)",
        "\(count.said.entry.place?.name ?? "not said")",
        "\(fact.evidence.isEmpty ? "not said" : fact.evidence.joined(separator: "; "))",
        "\(count.rule.isEmpty ? "not said" : count.rule)",
        """
        <q dir="auto">\(count.said.sentence)</q> <a class="sum" href="\(Address.account(count.said.report, count.said.entry.account))">\
        \(SituationText.source(count.said))</a>
        """,
      ]
    }
    let rest: HTML =
      total > counts.count
      ? "<p class=\"sum\">The newest \(counts.count) of \(total); other days show the rest.</p>\n"
      : ""
    return counts.isEmpty ? "<p class=\"none\">No report speaks of any.</p>\n" : table.html + rest
  }

  private static func write(
    _ found: Ceasefires, _ day: CivilDay, _ newest: [ViolationCount],
    to writer: inout JSONWriter
  ) {
    writer.begin(.object)
    writer.member("day", day.iso)
    writer.list("instruments", found.instruments) { SituationJSON.write($0, on: day, to: &$1) }
    writer.list("proposals", found.proposals) { SituationJSON.write($0, on: day, to: &$1) }
    writer.member("violations_in_all", orNull: found.violations.count)
    writer.list("violations", newest) { SituationJSON.write($0, to: &$1) }
    writer.end(.object)
  }
}
