import PatchworkDisplay
import PatchworkLinking
import PatchworkRecord
import PatchworkSituation
import PatchworkStore

/// One truce, pause, halt of flights, suspension, ultimatum or proposal: who declares it, where it holds, its clocks, who breaks it
/// by whose count, and what became of what was only proposed.
struct CeasefirePage {
  let instrument: Instrument
  let found: Ceasefires
  let day: CivilDay
  let course: ProposalCourse
  let violations: [ViolationCount]
  let facts: [ViolationFacts]

  static let routes = [
    Route(
      "/ceasefires/{id}", name: "ceasefire",
      summary:
        "One truce or proposal: each party’s declarations, coverage, clocks as they stand on a day, violations, what became of it.",
      role: .analyst, parameters: [ListFilter.since, ListFilter.until],
      schema: .object([
        ("day", .string), ("id", .string), ("kind", .string), ("purpose", .nullable(.string)),
        ("class", .nullable(.string)), ("start", .nullable(.string)), ("proposal", .boolean),
        ("clocks", .list(.any)), ("acts", .list(.any)),
        (
          "sides",
          .list(
            .object([
              ("speaker", .string), ("declared", .nullable(.string)), ("over", .nullable(.string)),
              ("newest", .string), ("newest_holding", .string),
            ]))
        ), ("coverage", .list(.string)), ("violations", .list(.any)), ("rejections", .list(.any)),
        ("counter_proposals", .list(.string)), ("followed", .list(.any)),
      ])
    ) { visit in
      let page = try CeasefirePage(visit)
      let reader = try ProposalReader()
      return .page(
        Page(
          title: "\(page.instrument.kind.rawValue) \(page.instrument.id)", section: .ceasefires,
          body: { page.html },
          json: {
            SituationJSON.write(page.instrument, in: page.found, reader, on: page.day, to: &$0)
          }))
    }
  ]

  init(_ visit: Visit) throws {
    (found, day) = try CeasefiresPage.asked(visit)
    let id = visit.part("id")
    guard let asked = found.instrument(id) else {
      throw Refusal.missing("No report of these days speaks of a truce or proposal “\(id)”.")
    }
    instrument = asked
    course = try ProposalReader().course(of: asked, in: found)
    violations = found.violations(of: asked)
    facts = try visit.record.facts(of: violations)
  }

  var html: HTML {
    let purpose = instrument.purpose.map { ", \($0.rawValue)" } ?? ""
    let start = instrument.start.map { "from \(DayText.of($0.iso))" } ?? "of no said day"
    let clocks = instrument.clocks.map { clock -> HTML in
      "<li>\(SituationText.clock(clock)): <b>\(SituationText.standing(clock.standing(on: day)))</b></li>\n"
    }
    let became: HTML =
      instrument.isProposal
      ? "<section><h2>What became of it</h2>\n\(CeasefiresPage.course(course))</section>\n" : ""
    return """
      <p class="code"><code>\(instrument.id)</code></p>
      <h1>\(instrument.isProposal ? "Proposed " : "")\(instrument.kind.rawValue)\(purpose)</h1>
      <p class="lead">\(start) · class: \(instrument.class?.rawValue ?? "not said") · holds: <bdi>\(SituationText.coverage(instrument))</bdi> · \
      as of \(DayText.of(day.iso)) · <a href="\(Address.query("/ceasefires", [("until", day.iso)]))">all</a></p>
      <section><h2>Clocks</h2>
      \(clocks.isEmpty ? "<p class=\"none\">Nobody gives it a day or a length.</p>\n" : "<ul class=\"clocks\">\n\(clocks)</ul>\n")\(ClockTimeline(instruments: [instrument], day: day).html)</section>
      \(sides)\(became)
      <section><h2>Violations alleged</h2>
      \(CeasefiresPage.violations(violations, facts))</section>
      \(CeasefiresPage.rivals(violations))
      \(sentences)
      """
  }

  /// A row a party: its own declarations with their own days.
  private var sides: HTML {
    var table = Table(
      "Who declares it, holds to it, breaks it off",
      ["Who", "What they say, and since when", "Newest sentence"])
    table.rows = instrument.sides.map { side in
      [
        "<bdi>\(side.speaker.isEmpty ? "not named" : side.speaker)</bdi>",
        "\(SituationText.side(side))", statement(side.newest),
      ]
    }
    return "<section><h2>Declarations, a row a speaker</h2>\n\(table.html)</section>\n"
  }

  private var sentences: HTML {
    let items = instrument.acts.map { act -> HTML in
      "<li>\(act.holding == .denies ? "denied: " : "")\(act.state.rawValue): <b><bdi>\(SituationText.speaker(act.said))</bdi></b> \(statement(act))</li>\n"
    }
    return "<section><h2>Every sentence</h2><ul>\n\(items)</ul></section>\n"
  }

  private func statement(_ act: TruceAct) -> HTML {
    """
    <q dir="auto">\(act.said.sentence)</q> \
    <a class="sum" href="\(Address.account(act.said.report, act.said.entry.account))">\(SituationText.source(act.said))</a>
    """
  }
}
