import PatchworkRecord
import PatchworkSituation

extension CaseFileSheet {
  /// Points and legs against what is asked of each, with the numbers of the factors or that there is no report.
  var way: HTML {
    let findings = file.partFindings
    let parts: [Movement.Part?] = file.movement.parts + [nil]
    let rows = parts.map { part -> HTML in
      let cells = CaseFile.askedOfParts.map { group in
        cell(findings.first { $0.part == part && $0.group == group }?.factors ?? [])
      }
      let name = part.map(self.name) ?? "of a wider area, or of no place"
      return "<tr><th scope=\"row\"><bdi>\(name)</bdi></th>\(cells)</tr>\n"
    }
    return """
      <section><h2>Point by point</h2>
      <div class="wide"><table class="parts"><caption>Factors of each point and leg</caption><thead><tr><th scope="col">Way</th>\
      \(CaseFile.askedOfParts.map { "<th scope=\"col\">\($0.rawValue)</th>" as HTML })</tr></thead><tbody>
      \(rows)</tbody></table></div>
      <p class="sum">Numbers are those of the factors below. “No report” is not calm: nobody is recorded to have said anything.</p></section>
      """
  }

  private func cell(_ positions: [Int]) -> HTML {
    guard !positions.isEmpty else { return "<td class=\"gap\">no report</td>" }
    let lines = [Rule.Direction.against, .unknown, .for].compactMap { direction -> HTML? in
      let numbers = positions.filter { file.factors[$0].direction == direction }
      guard !numbers.isEmpty else { return nil }
      let links = numbers.map { "<a href=\"#f\($0 + 1)\">\($0 + 1)</a>" as HTML }
      return "<b>\(direction.rawValue)</b> \(HTML(links, separator: ", "))"
    }
    return "<td>\(HTML(lines, separator: "<br>"))</td>"
  }

  // MARK: Hours

  /// The day of the movement as bars: travel, unloading, dark hours, and truces that are said to end on it.
  var hours: HTML {
    let movement = file.movement
    let from = movement.start.minutes - 60
    let to = movement.end.minutes + 120
    let width = 680.0
    let left = 130.0
    func x(_ minutes: Int) -> Double {
      left + width * Double(min(max(minutes, from), to) - from) / Double(to - from)
    }
    func bar(_ kind: HTML, _ start: Int, _ end: Int, row: Int, _ words: String) -> HTML {
      """
      <rect class="\(kind)" x="\(SVG.number(x(start)))" y="\(row * 24 + 4)" width="\(SVG.number(max(2, x(end) - x(start))))" height="16">\
      <title>\(words)</title></rect>

      """
    }
    func name(_ words: String, row: Int) -> HTML {
      "<text x=\"\(SVG.number(left - 8))\" y=\"\(row * 24 + 16)\" text-anchor=\"end\">\(words)</text>\n"
    }
    var rows: HTML =
      name("under way", row: 0)
      + bar("travel", movement.start.minutes, movement.arrival.minutes, row: 0, "under way")
      + name("unloading", row: 1)
      + bar("unloading", movement.arrival.minutes, movement.end.minutes, row: 1, "unloading")
    var count = 2
    if let sun {
      rows += name("dark", row: count)
      if sun.sunrise > from { rows += bar("dark", from, sun.sunrise, row: count, "before sunrise") }
      if sun.sunset < to { rows += bar("dark", sun.sunset, to, row: count, "after sunset") }
      count += 1
    }
    var seen: Set<String> = []
    for case .clock(let instrument, _, let clock) in file.factors.flatMap(\.grounds) {
      guard let end = clock.ending(offset: movement.end.offset),
        seen.insert("\(instrument)\(end.lowerBound.minutes)").inserted, count < 8
      else { continue }
      let begins = max(from, clock.beginning(offset: movement.end.offset).lowerBound.minutes)
      let ends = end.lowerBound.minutes
      rows += name(instrument, row: count)
      if ends > begins, begins < to {
        let words = clock.endTime.map { "running until \(SituationText.time($0))" } ?? "running"
        rows += bar("runs", begins, ends, row: count, words)
      }
      if clock.endTime == nil, ends < to, end.upperBound.minutes > from {
        rows += bar(
          "lapses", ends, end.upperBound.minutes + 1, row: count, "ends some time on this day")
      }
      count += 1
    }
    let foot = count * 24 + 14
    let step = to - from > 24 * 60 ? 360 : to - from > 10 * 60 ? 120 : 60
    let offset = movement.end.offset
    let first = ((from + offset + step - 1) / step) * step - offset
    let ticks = stride(from: first, through: to, by: step).map { minute -> HTML in
      """
      <line class="tick" x1="\(SVG.number(x(minute)))" x2="\(SVG.number(x(minute)))" y1="0" y2="\(foot - 12)"/>\
      <text x="\(SVG.number(x(minute)))" y="\(foot)" text-anchor="middle">\(self.clock(minute))</text>

      """
    }
    return """
      <section><h2>Hours</h2>
      <svg class="hours" viewBox="0 0 830 \(foot + 6)" role="img" aria-label="Hours of the movement: under way \(movement.start.clock) to \
      \(movement.arrival.clock), unloading until \(movement.end.clock)">
      <defs><pattern id="some-time" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
      <line x1="0" y1="0" x2="0" y2="6"/></pattern></defs>
      \(ticks)\(rows)</svg>
      <p class="sum">Hatched: a clock that is said to end on this day, at no said hour. The times are those of the plan.</p></section>
      """
  }
}
