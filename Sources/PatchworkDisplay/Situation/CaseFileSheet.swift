import PatchworkRecord
package import PatchworkSituation

/// A case file as a page that prints on paper and is read over a radio: what is for, against and unknown, with sentences.
package struct CaseFileSheet {
  let file: CaseFile

  package init(_ file: CaseFile) { self.file = file }

  /// The sheet without a frame around it.
  package var html: HTML {
    """
    <h1>Movement to <bdi>\(file.movement.destination.name)</bdi></h1>
    <p class="lead">\(file.movement.purpose) · \(file.movement.organisation) · planned by \(file.movement.assessor)</p>
    <p class="stale" role="note">Stands as of \(file.asOf.clock) on \(DayText.of(file.asOf.day.iso)); stale from \
    \(file.staleAt.clock) on \(DayText.of(file.staleAt.day.iso)). Nothing published later is in it.</p>
    <p class="outcome"><strong>\(file.outcome.rawValue)</strong></p>
    <p>This is a case file: it lists what was said and what is not known. It clears nothing.</p>
    <table><caption>The way</caption><thead><tr><th scope="col">from</th><th scope="col">to</th></tr></thead><tbody>
    \(file.movement.legs.map { "<tr><td><bdi>\($0.from.name)</bdi></td><td><bdi>\($0.to.name)</bdi></td></tr>\n" as HTML })</tbody></table>
    <p>Sets out \(file.movement.start.clock), arrives \(file.movement.arrival.clock), unloading ends \
    \(file.movement.end.clock) on \(DayText.of(file.movement.end.day.iso)).</p>
    \(Rule.Group.allCases.map(group))
    \(history)
    \(changes)
    <section><h2>Dissent</h2><div class="box" aria-label="room for dissent"></div></section>
    <section class="signs"><h2>Signed by two</h2><p>1 ______________________ &nbsp; 2 ______________________</p></section>
    <p class="sum">Rules \(String(file.rulesDigest.prefix(12))). Statements are their speakers'; alleged is not shown.</p>
    """
  }

  /// A whole document that opens offline.
  package var document: String {
    let page: HTML = """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Case file: \(file.movement.destination.name) – Patchwork</title>
      <style>\(HTML(markup: Self.style))</style></head><body><main>
      \(html)
      </main></body></html>

      """
    return page.text
  }

  private func group(_ group: Rule.Group) -> HTML {
    let factors = file.factors(of: group)
    guard !factors.isEmpty else {
      return """
        <section><h2>\(group.rawValue)</h2><p class="factor unknown"><b>unknown</b> no report before this time speaks of it</p></section>

        """
    }
    return """
      <section><h2>\(group.rawValue)</h2>
      \(factors.map(factor))</section>

      """
  }

  private func factor(_ factor: Factor) -> HTML {
    let measure = SituationText.measure(factor, on: file.asOf.day)
    let gravity: HTML =
      switch factor.rule.consequence {
      case .blocks: " <b>blocks</b>"
      case .unmet: " <b>condition not met</b>"
      case .none: ""
      }
    return """
      <div class="factor \(factor.direction.rawValue)"><p><b>\(factor.direction.rawValue)</b>\(gravity) \(factor.rule.title) \
      <span class="sum">\(measure) · rule \(factor.rule.id)</span></p>
      <ul>
      \(factor.grounds.prefix(Self.mostGrounds).map(ground))\(more(factor))</ul></div>

      """
  }

  /// Sentences shown of a factor; the rest are counted.
  static let mostGrounds = 8

  private func more(_ factor: Factor) -> HTML {
    let rest = factor.grounds.count - Self.mostGrounds
    return rest > 0 ? "<li>and \(rest) more in the record</li>\n" : ""
  }

  private func ground(_ ground: Factor.Ground) -> HTML {
    switch ground {
    case .said(let said): return Self.statement(said)
    case .clock(let instrument, let act, let clock):
      return """
        \(Self.statement(act.said))<li class="sum">\(instrument): \(SituationText.clock(clock)); \
        \(SituationText.standing(clock.standing(on: file.asOf.day)))</li>

        """
    case .entered(let contact): return "<li>\(SituationText.contact(contact))</li>\n"
    case .almanac(let light):
      let set = Moment(minutes: light.sunset, offset: file.movement.end.offset)
      let rise = Moment(minutes: light.sunrise, offset: file.movement.end.offset)
      return "<li>Sunrise \(rise.clock), sunset \(set.clock) at the destination</li>\n"
    }
  }

  /// A statement as a list's item: who, the sentence, where it stands.
  package static func statement(_ said: SaidState) -> HTML {
    """
    <li><b>\(SituationText.speaker(said))</b> <q dir="auto">\(said.sentence)</q> <span class="sum">\(SituationText.source(said))</span></li>

    """
  }

  private var history: HTML {
    let distances = Set(file.history.map(\.kilometres)).sorted()
    let days = Set(file.history.map(\.days)).sorted()
    func cell(_ kilometres: Double, _ days: Int) -> HTML {
      let band = file.history.first { $0.kilometres == kilometres && $0.days == days }
      return "<td>\(band?.incidents.count ?? 0)</td>"
    }
    return """
      <section><h2>Alleged incidents before, by distance from the destination</h2>
      <table><thead><tr><th scope="col">within</th>\(days.map { "<th scope=\"col\">\($0) days</th>" as HTML })</tr></thead><tbody>
      \(distances.map { distance in
        "<tr><th scope=\"row\">\(SituationText.distance(distance))</th>\(days.map { cell(distance, $0) })</tr>\n" as HTML
      })</tbody></table>
      <p class="sum">A moment counts once, however many reports tell of it. Nought means that no report tells of one, not that there was none.</p></section>

      """
  }

  private var changes: HTML {
    let unknown = file.unknown.map(\.rawValue).joined(separator: "; ")
    return """
      <section><h2>What would change this</h2>
      <p>Not known: \(unknown.isEmpty ? "every group has at least one sentence" : unknown).</p>
      <ul>
      \(file.counterfactuals.map { "<li>\(SituationText.change($0.change)): <b>\($0.outcome.rawValue)</b></li>\n" as HTML })</ul></section>

      """
  }

  private static let style = """
    :root { color-scheme: light; --soft: #555; --line: #ccc; }
    body { font: 100%/1.45 system-ui, "DejaVu Sans", sans-serif; margin: 0 auto; max-width: 52rem; padding: 1.5rem; color: #1a1a1a; background: #fff; }
    h1 { font-size: 1.5rem; margin: 0 0 .3rem; } h2 { font-size: 1rem; margin: 1.2rem 0 .3rem; border-bottom: 1px solid var(--line); }
    h2::first-letter { text-transform: uppercase; }
    .sum, .lead { color: var(--soft); font-size: .85rem; } .stale { border: 1px solid #8a5a00; padding: .4rem .6rem; }
    .outcome { font-size: 1.25rem; border: 2px solid #1a1a1a; padding: .5rem .8rem; display: inline-block; margin: .4rem 0; }
    .factor { border-left: .35rem solid var(--line); padding: .1rem .7rem; margin: .4rem 0; break-inside: avoid; }
    .factor.against { border-left-style: double; border-color: #8c1d18; } .factor.for { border-color: #1b5e34; }
    .factor.unknown { border-left-style: dotted; border-color: #555; } .factor p { margin: .1rem 0; } ul { margin: .2rem 0; padding-left: 1.2rem; }
    table { border-collapse: collapse; } th, td { border: 1px solid var(--line); padding: .2rem .5rem; text-align: left; }
    caption { text-align: left; font-weight: 600; } .box { border: 1px solid #1a1a1a; height: 5rem; }
    @media print { body { padding: 0; font-size: 10pt; } }
    """
}
