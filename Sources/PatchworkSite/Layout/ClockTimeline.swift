import PatchworkDisplay
import PatchworkLinking
import PatchworkRecord
import PatchworkSituation

/// Clocks of instruments as a timeline, a row an instrument: what runs, until when, who spoke on which day.
struct ClockTimeline {
  let instruments: [Instrument]
  let day: CivilDay

  private static let left = 110.0
  private static let width = 880.0

  var html: HTML {
    let days = instruments.flatMap { instrument in
      instrument.clocks.flatMap { [$0.start, $0.end].compactMap { $0 } }
        + instrument.acts.compactMap(\.said.published)
    }
    guard let first = days.min(), let newest = days.max() else { return "" }
    let last = max(newest, min(day, newest + 30))
    // A clock that ends at an hour of the last day is drawn to it.
    let isToHour = instruments.contains { $0.clocks.contains { $0.endTime != nil } }
    let span = max(1, last.number - first.number + (isToHour ? 1 : 0))
    func x(_ other: CivilDay, _ time: TimeOfDay? = nil) -> Double {
      let days =
        Double(other.number - first.number) + Double(time?.minutes ?? 0) / 1440
      return Self.left + Self.width * min(max(0, days), Double(span)) / Double(span)
    }
    let rows = instruments.enumerated().map { index, instrument in
      row(instrument, y: Double(index) * 22 + 4, x: { x($0, $1) }, last: last)
    }
    let foot = Double(instruments.count) * 22 + 18
    let step = [1, 2, 7, 14, 30, 61, 182, 365].first { span / $0 <= 10 } ?? 365
    let ticks = stride(from: 0, through: span, by: step).map { offset -> HTML in
      let at = SVG.number(x(first + offset))
      return """
        <line class="tick" x1="\(at)" x2="\(at)" y1="0" y2="\(SVG.number(foot - 12))"/><text x="\(at)" y="\(SVG.number(foot))" \
        text-anchor="middle">\((first + offset).iso)</text>

        """
    }
    let now: HTML =
      day >= first && day <= last
      ? """
      <line class="now" x1="\(SVG.number(x(day)))" x2="\(SVG.number(x(day)))" y1="0" y2="\(SVG.number(foot - 12))"><title>\(DayText.of(day.iso))</title></line>

      """ : ""
    return """
      <figure><svg class="clocks-line" viewBox="0 0 1020 \(SVG.number(foot + 6))" role="group" aria-label="Clocks of instruments">
      \(ticks)\(rows)\(now)</svg>
      <figcaption>Bars: from the first to the last day that somebody says, to the hour where it is said; dashed: no end is said. Dots: days on which somebody spoke of it; \
      crosses: somebody declared it over or broken. The upright line is the day that is looked at.</figcaption></figure>

      """
  }

  private func row(
    _ instrument: Instrument, y: Double, x: (CivilDay, TimeOfDay?) -> Double, last: CivilDay
  ) -> HTML {
    let clocks = instrument.clocks.map { clock -> HTML in
      let end = clock.end ?? last
      let begins = x(clock.start, clock.startTime)
      let words =
        "\(SituationText.clock(clock)); \(SituationText.standing(clock, on: day))"
      return """
        <rect class="\(clock.end == nil ? "open" : "runs")" x="\(SVG.number(begins))" y="\(SVG.number(y))" \
        width="\(SVG.number(max(3, x(end, clock.endTime) - begins)))" height="14"><title>\(instrument.id): \(words)</title></rect>

        """
    }
    let marks = instrument.declarations.compactMap { act -> HTML? in
      guard let told = act.said.published else { return nil }
      let words =
        "\(told.iso), \(SituationText.speaker(act.said)): \(act.holding == .denies ? "denied: " : "")\(act.state.rawValue)"
      let isOver = [.over, .violated, .rejected].contains(act.state) && act.holding == .asserts
      let at = x(told, nil)
      return isOver
        ? """
        <text class="over" x="\(SVG.number(at))" y="\(SVG.number(y + 11))" text-anchor="middle">×<title>\(words)</title></text>

        """
        : """
        <circle class="act" cx="\(SVG.number(at))" cy="\(SVG.number(y + 7))" r="2.5"><title>\(words)</title></circle>

        """
    }
    return """
      <a href="#\(instrument.id)"><text x="\(SVG.number(Self.left - 10))" y="\(SVG.number(y + 11))" text-anchor="end">\(instrument.id)</text></a>
      \(clocks)\(marks)
      """
  }
}
