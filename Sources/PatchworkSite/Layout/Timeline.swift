import PatchworkDisplay
import PatchworkRecord
import PatchworkStore

/// Bars of how many incidents begin when, each a link that narrows a list to its days.
struct Timeline {
  let days: [(day: CivilDay, incidents: Int)]
  /// The address of a list narrowed to some days.
  let address: (CivilDay, CivilDay) -> String

  private static let width = 640.0
  private static let height = 180.0

  /// What some few incidents of long before are cut off at, so that the rest is not pressed into a corner: where at most one
  /// in fifty lies before it, and the others take up less than half of the time.
  static func head(of days: [(day: CivilDay, incidents: Int)]) -> Int {
    guard let first = days.first?.day.number, let last = days.last?.day.number else { return 0 }
    let most = days.reduce(0) { $0 + $1.incidents } / 50
    var (before, head) = (0, 0)
    for index in days.indices.dropLast() {
      before += days[index].incidents
      if before > most { break }
      if (last - days[index + 1].day.number) * 2 < last - first { head = index + 1 }
    }
    return head
  }

  /// Days of one bar, so that no more than about a hundred stand side by side.
  private static func step(over span: Int) -> Int {
    return [1, 7, 28, 91, 365, 3650].first { span / $0 <= 110 } ?? 36_500
  }

  var html: HTML {
    let early = days.prefix(Self.head(of: days))
    let shown = days.dropFirst(early.count)
    guard let first = shown.first?.day.number, let last = shown.last?.day.number else {
      return "<p class=\"none\">No incident of these has a day.</p>\n"
    }
    let step = Self.step(over: last - first + 1)
    let bars = (last - first) / step + 1
    var counts = [Int](repeating: 0, count: bars)
    for entry in shown { counts[(entry.day.number - first) / step] += entry.incidents }
    let top = max(1, counts.max() ?? 1)
    let room = min(40, Self.width / Double(bars))
    let marks = counts.indices.filter { counts[$0] > 0 }.map { index -> HTML in
      let from = CivilDay(number: first + index * step)
      let to = CivilDay(number: min(last, first + (index + 1) * step - 1))
      let height = max(2, Double(counts[index]) / Double(top) * Self.height)
      let name =
        "\(DayText.interval(from: from.iso, to: to.iso)): \(Plural.text(counts[index], "incident"))"
      return """
        <a href="\(address(from, to))"><title>\(name)</title>\
        <rect class="hit" x="\(SVG.number(Double(index) * room))" y="0" width="\(SVG.number(room))" height="198"/>\
        <rect class="bar" x="\(SVG.number(Double(index) * room + 0.5))" y="\(SVG.number(198 - height))" \
        width="\(SVG.number(max(1, room - 1)))" height="\(SVG.number(height))"/></a>

        """
    }
    let from = CivilDay(number: first).iso
    let to = CivilDay(number: last).iso
    let end = SVG.number(max(200, Double(bars) * room))
    return """
      <svg class="timeline" viewBox="0 0 640 216" role="group" aria-label="Incidents by day, the highest bar \(top)">
      <line class="axis" x1="0" x2="640" y1="198.5" y2="198.5"/>
      \(marks)<text x="0" y="211">\(DayText.of(from))</text>\
      <text x="\(end)" y="211" text-anchor="end">\(from == to ? "" : DayText.of(to))</text>
      <text x="0" y="12">\(Plural.text(top, "incident")) at most</text>
      </svg>
      \(before(early))
      """
  }

  /// What lies before the days that are drawn, as a link to it.
  private func before(_ early: ArraySlice<(day: CivilDay, incidents: Int)>) -> HTML {
    guard let first = early.first?.day, let last = early.last?.day else { return "" }
    let count = early.reduce(0) { $0 + $1.incidents }
    return """
      <figcaption><a href="\(address(first, last))">\(Plural.text(count, "incident")) before</a>, from \(DayText.of(first.iso)) on, \
      \(count == 1 ? "is" : "are") not drawn.</figcaption>

      """
  }
}
