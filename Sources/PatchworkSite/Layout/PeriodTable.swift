import PatchworkDisplay
import PatchworkLinking
import PatchworkRecord
import PatchworkSituation

/// An area's layers by week or month: every state that was said, rivals beside each other, and how many days nobody spoke of.
struct PeriodTable {
  let picture: AreaPicture
  let length: StripPeriod.Length

  var html: HTML {
    let layers = Layer.ofAreas
    var table = Table(
      "Layers by \(length.rawValue)",
      ["\(length == .week ? "Week" : "Month")"] + layers.map { "\($0.rawValue)" })
    table.rows = picture.strip.periods(length).map { period in
      let days = DayText.interval(
        from: period.days.lowerBound.iso, to: period.days.upperBound.iso)
      return ["\(days)"] + layers.map { cell(period, $0) }
    }
    return """
      <section><h2>By \(length.rawValue)</h2>
      \(table.html)<p class="sum">A state is listed when somebody says it of some day; “denied” when somebody denies it. Numbers are the \
      least and the most that somebody says, never a sum or a middle. Days without a report are counted, not filled.</p></section>

      """
  }

  private func cell(_ period: StripPeriod, _ layer: Layer) -> HTML {
    let count = period.days.upperBound.number - period.days.lowerBound.number + 1
    let silent = period.silentDays[layer] ?? 0
    guard let cell = period.cells[layer], !cell.isSilent else {
      return "<span class=\"tile none\">no report</span>"
    }
    let words = SituationText.states(of: layer, in: period, of: picture)
    let kind = picture.bearing(of: cell)?.rawValue ?? "rival"
    let rest = silent == 0 ? "" : "no report on \(silent) of \(Plural.text(count, "day"))"
    return """
      <span class="tile \(kind)">\(words.joined(separator: "; "))</span>\(rest.isEmpty ? "" : "<small>\(rest)</small>")
      """
  }
}
