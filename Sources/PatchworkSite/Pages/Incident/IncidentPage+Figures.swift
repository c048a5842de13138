import PatchworkDisplay
import PatchworkLinking
import PatchworkRecord
import PatchworkStore

extension IncidentPage {
  var figures: HTML {
    """
    <section id="figures"><h2>How many</h2>
    \(picture("Killed", view.analysis.killed, view.analysis.killedTable))\
    \(picture("Injured", view.analysis.injured, view.analysis.injuredTable))</section>

    """
  }

  /// Every figure as a bar on one scale, with who gives it and why it does not count where it does not.
  private func picture(_ name: String, _ range: CasualtyRange?, _ table: CasualtyTable) -> HTML {
    guard let range else {
      return "<h3>\(name)</h3>\n<p class=\"none\">No account gives a number.</p>\n"
    }
    let counted = range.figures.filter { $0.standing != .wider }
    let top = max(1, counted.compactMap { $0.figure.count.high ?? $0.figure.count.low }.max() ?? 1)
    let rows = range.figures.map { entry -> HTML in
      row(
        entry.figure, entry.standing, range: range, top: top,
        beside: relations(of: entry.figure, in: table))
    }
    let classes = table.classes.filter { $0.victims != .people }.map { entry -> HTML in
      "<li>\(VictimText.of(entry.victims)): \(RangeText.of(entry.range))</li>\n"
    }
    let of: HTML = classes.isEmpty ? "" : "<ul class=\"plain row-list\">\n\(classes)</ul>\n"
    return """
      <h3>\(name): \(RangeText.of(range))</h3>
      \(of)\
      <ol class="figures">
      \(rows)</ol>
      \(groups(name, "speaker", table.bySpeaker) { FigureGroupText.speaker($0) })\
      \(groups(name, "day of publication", table.byDay) { $0.map { DayText.of($0.iso) } ?? "no date" })
      """
  }

  /// The range of each group of figures as a table, where there are several.
  private func groups<Key: Hashable & Sendable>(
    _ counted: String, _ head: String, _ groups: [FigureGroup<Key>], name: (Key) -> String
  ) -> HTML {
    guard groups.count > 1 else { return "" }
    var table = Table(
      "\(counted) by \(head)",
      ["\(head.prefix(1).uppercased() + head.dropFirst())", "Range", "Given by"])
    table.rows = groups.map { group in
      [
        "<bdi>\(name(group.key))</bdi>",
        group.range.map { RangeText.of($0) } ?? "<i>\(FigureGroupText.noRange)</i>",
        "\(Plural.text(group.figures.count, "figure"))",
      ]
    }
    return table.html
  }

  /// Which other figures one replaces, adds to or excludes; parts and copies are said by its standing.
  private func relations(of figure: Figure, in table: CasualtyTable) -> HTML {
    guard
      let own = table.figures.firstIndex(where: {
        $0.report == figure.report && $0.account == figure.account
      })
    else { return "" }
    let found = table.relations.filter { $0.first == own }
    return HTML(
      FigureRelation.Kind.allCases.map { kind -> HTML in
        let others = found.filter { $0.kind == kind }.map { table.figures[$0.second] }
        guard let verb = RelationText.of(kind), !others.isEmpty else { return "" }
        let named = others.prefix(3).map { other -> HTML in
          "<a href=\"\(Address.account(other.report, other.account))\">\(other.count.numberText)</a>"
        }
        let more: HTML = others.count > 3 ? " and \(others.count - 3) more" : ""
        return " <span class=\"why\">\(verb) \(HTML(named, separator: ", "))\(more)</span>"
      })
  }

  private func row(
    _ figure: Figure, _ standing: CasualtyRange.Standing, range: CasualtyRange, top: Int,
    beside: HTML
  ) -> HTML {
    let entry = view.accounts.first {
      $0.report == figure.report && $0.account.number == figure.account
    }
    let counts = standing == .counts
    let why: HTML =
      StandingText.of(standing).map { " <span class=\"why\">not counted: \($0)</span>" } ?? ""
    let convention: HTML = figure.count.convention.map { " <span class=\"why\">\($0)</span>" } ?? ""
    let unit = figure.count.unitText.isEmpty ? "" : " \(figure.count.unitText)"
    let part = figure.count.of.map { " \($0)" } ?? ""
    let day = entry?.published.map { DayText.of($0.iso) } ?? "no date"
    return """
      <li class="\(counts ? "counts" : "aside")">\
      \(bar(figure.count, counts: counts, range: range, top: top, isWider: standing == .wider))\
      <span><a href="\(Address.account(figure.report, figure.account))"><b>\(figure.count.numberText)\(unit)</b>\(part)</a> \
      · \(entry.map { Said.speaker($0.account) } ?? "") · <time>\(day)</time>\(why)\(convention)\(beside)</span></li>

      """
  }

  private func bar(
    _ count: Count, counts: Bool, range: CasualtyRange, top: Int, isWider: Bool
  ) -> HTML {
    let scale = 196.0 / Double(top)
    let low = Double(count.low ?? 0) * scale
    let high = Double(count.high ?? count.low ?? 0) * scale
    let isOpen = count.high == nil || count.relation == .atLeast || count.relation == .moreThan
    if isWider {
      return """
        <svg viewBox="0 0 200 16" aria-hidden="true"><path class="open" d="M196 2l4 6-4 6"/></svg>
        """
    }
    let band: HTML = """
      <rect class="band" x="\(SVG.number(Double(range.low) * scale))" y="0" \
      width="\(SVG.number(max(1, Double(range.high - range.low) * scale)))" height="16"/>
      """
    let body: HTML = """
      <rect class="\(counts ? "bar" : "bar aside")" x="0" y="4" width="\(SVG.number(max(1, low)))" height="8"/>\
      <rect class="reach" x="\(SVG.number(low))" y="4" width="\(SVG.number(max(0, high - low)))" height="8"/>
      """
    let end = SVG.number(min(194, max(low, high) + 2))
    let open: HTML = isOpen ? "<path class=\"open\" d=\"M\(end) 4l4 4-4 4\"/>" : ""
    return "<svg viewBox=\"0 0 200 16\" aria-hidden=\"true\">\(band)\(body)\(open)</svg>"
  }
}
