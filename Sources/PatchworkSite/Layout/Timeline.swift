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

  /// Days of one bar, so that no more than about a hundred stand side by side.
  private var step: Int {
    guard let first = days.first?.day.number, let last = days.last?.day.number else { return 1 }
    let span = last - first + 1
    return [1, 7, 28, 91, 365, 3650].first { span / $0 <= 110 } ?? 36_500
  }

  var html: HTML {
    guard let first = days.first?.day.number, let last = days.last?.day.number else {
      return "<p class=\"none\">No incident of these has a day.</p>\n"
    }
    let step = step
    let bars = (last - first) / step + 1
    var counts = [Int](repeating: 0, count: bars)
    for entry in days { counts[(entry.day.number - first) / step] += entry.incidents }
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

      """
  }
}
