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
  /// The newest violations that are alleged of it, and how many there are.
  let violations: [ViolationCount]
  let allViolations: Int

  static let routes = [
    Route(
      "/ceasefires/{id}", name: "ceasefire",
      summary:
        "One truce or proposal: each party’s declarations, coverage, clocks as they stand on a day, violations, what became of it.",
      role: .analyst, parameters: [ListFilter.since, ListFilter.until],
      schema: .object([
        ("day", .string), ("id", .string), ("kind", .string), ("purpose", .nullable(.string)),
        ("class", .nullable(.string)), ("start", .nullable(.string)), ("type", .nullable(.string)),
        ("type_is_said", .boolean), ("declared_by", .list(.string)),
        ("third_parties", .list(.string)), ("form", .nullable(.string)),
        ("ends", .list(.any)), ("clauses", .list(.any)), ("proposal", .boolean),
        ("clocks", .list(.any)), ("acts_in_all", .integer), ("acts", .list(.any)),
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
            SituationJSON.write(
              page.instrument, violations: page.violations, in: page.found, reader, on: page.day,
              to: &$0)
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
    let alleged = found.violations(of: asked)
    allViolations = alleged.count
    violations = try visit.record.newest(alleged)
  }

  var html: HTML {
    let purpose = instrument.purpose.map { ", \($0.rawValue)" } ?? ""
    let start = instrument.start.map { "from \(DayText.of($0.iso))" } ?? "of no said day"
    let clocks = instrument.clocks.map { clock -> HTML in
      "<li>\(SituationText.clock(clock)): <b>\(SituationText.standing(clock, on: day))</b></li>\n"
    }
    let became: HTML =
      instrument.isProposal
      ? "<section><h2>What became of it</h2>\n\(CeasefiresPage.course(course))</section>\n" : ""
    return """
      <p class="code"><code>\(instrument.id)</code></p>
      <h1>\(instrument.isProposal ? "Proposed " : "")\(instrument.kind.rawValue)\(purpose)</h1>
      <p class="lead">\(start) · class: \(instrument.class?.rawValue ?? "not said") · form: \(instrument.form?.rawValue ?? "not said") · \
      holds: <bdi>\(SituationText.coverage(instrument))</bdi> · as of \(DayText.of(day.iso)) · <a href="\(Address.query("/ceasefires", [("until", day.iso)]))">all</a></p>
      <section><h2>Clocks</h2>
      \(clocks.isEmpty ? "<p class=\"none\">Nobody gives it a day or a length.</p>\n" : "<ul class=\"clocks\">\n\(clocks)</ul>\n")\(ClockTimeline(instruments: [instrument], day: day).html)</section>
      <section><h2>Sides and end</h2>
      <p>Type: <b>\(SituationText.sidedness(instrument))</b> · third parties: \(SituationText.brokers(instrument))</p>
      <ul class="plain">\(SituationText.endings(instrument, on: day).map { "<li>End: \($0)</li>\n" as HTML })</ul></section>
      \(clauses)\(sides)\(became)
      <section><h2>Violations alleged</h2>
      \(CeasefiresPage.violations(violations, of: allViolations))</section>
      \(CeasefiresPage.rivals(violations))
      \(sentences)
      """
  }

  /// What it is said to ask for, a row a sentence; nobody is taken to have read its text.
  private var clauses: HTML {
    guard !instrument.clauses.isEmpty else {
      return
        "<section><h2>Clauses</h2><p class=\"none\">No report tells what it asks for.</p></section>\n"
    }
    var table = Table("Clauses, as somebody tells them", ["About", "Who tells it", "Sentence"])
    table.rows = instrument.clauses.map { clause in
      [
        "\(clause.said.entry.holding == .denies ? "denied: " : "")\(clause.kind.rawValue)",
        "<bdi>\(SituationText.speaker(clause.said))</bdi>", statement(clause.said),
      ]
    }
    return "<section><h2>Clauses</h2>\n\(table.html)</section>\n"
  }

  /// A row a party: its own declarations with their own days.
  private var sides: HTML {
    var table = Table(
      "Who declares it, holds to it, breaks it off",
      ["Who", "What they say, and since when", "Newest sentence"])
    table.rows = instrument.sides.map { side in
      [
        "<bdi>\(side.speaker.isEmpty ? "not named" : side.speaker)</bdi>",
        "\(SituationText.side(side))", statement(side.newest.said),
      ]
    }
    return "<section><h2>Declarations, a row a speaker</h2>\n\(table.html)</section>\n"
  }

  private var sentences: HTML {
    let shown = instrument.acts.suffix(Ceasefires.sentencesShown)
    let rest = instrument.acts.count - shown.count
    let items = shown.map { act -> HTML in
      "<li>\(act.holding == .denies ? "denied: " : "")\(act.state.rawValue): <b><bdi>\(SituationText.speaker(act.said))</bdi></b> \(statement(act.said))</li>\n"
    }
    let head: HTML =
      rest > 0
      ? "<p class=\"sum\">The newest \(shown.count) of \(instrument.acts.count) statements; other days show the rest.</p>\n"
      : ""
    return
      "<section><h2>\(rest > 0 ? "Sentences" : "Every sentence")</h2>\(head)<ul>\n\(items)</ul></section>\n"
  }

  private func statement(_ said: SaidState) -> HTML {
    """
    <q dir="auto">\(said.sentence)</q> \
    <a class="sum" href="\(Address.account(said.report, said.entry.account))">\(SituationText.source(said))</a>
    """
  }
}
