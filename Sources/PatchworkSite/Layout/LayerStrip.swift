import PatchworkDisplay
import PatchworkRecord
import PatchworkSituation

/// An area's layers by day; a day of which nothing is said is hatched, one for which only older words stand is pale.
struct LayerStrip {
  let picture: AreaPicture
  /// Where a day of a layer leads.
  let address: (Layer, CivilDay) -> String

  private var strip: AreaStrip { picture.strip }
  private static let shown = Layer.ofAreas

  var html: HTML {
    let first = strip.days.lowerBound
    let count = strip.days.upperBound.number - first.number + 1
    let step = min(24.0, 870.0 / Double(count))
    let cells = Self.shown.enumerated().flatMap { row, layer in
      (0..<count).map { offset in
        cell(layer, first + offset, x: 126 + Double(offset) * step, y: row * 18 + 2, width: step)
      }
    }
    let names = Self.shown.enumerated().map { row, layer -> HTML in
      "<text x=\"118\" y=\"\(row * 18 + 14)\" text-anchor=\"end\">\(layer.rawValue)</text>"
    }
    let foot = Self.shown.count * 18 + 14
    return """
      <div class="drawn-wide" role="region" tabindex="0" aria-label="Layers by day"><svg class="days layers" viewBox="0 0 1000 \(foot + 6)" role="group" aria-label="Layers by day">
      <defs><pattern id="none" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
      <line class="hatch" x1="0" y1="0" x2="0" y2="6"/></pattern></defs>
      \(names)\(cells)<text x="126" y="\(foot)">\(DayText.of(first.iso))</text>
      <text x="\(SVG.number(max(340, 126 + Double(count) * step)))" y="\(foot)" text-anchor="end">\
      \(count > 1 ? DayText.of(strip.days.upperBound.iso) : "")</text>\(marks(first, count, step, foot: foot))</svg></div>
      <p class="sum">\(LayerLegend.html)</p>

      """
  }

  /// Days of the month between the ends, as far apart as their numbers need; of long strips the first of each month.
  private func marks(_ first: CivilDay, _ count: Int, _ step: Double, foot: Int) -> HTML {
    let days = (0..<count).map { first + $0 }.filter { day in
      count > 62 ? day.parts.day == 1 : day.parts.day % 5 == 0
    }
    // The dates at the ends take a hundred and forty units each.
    let ends = 126.0 + 140...max(126 + 140, 126 + Double(count) * step - 140)
    return HTML(
      days.compactMap { day -> HTML? in
        let x = 126 + (Double(day.number - first.number) + 0.5) * step
        guard ends.contains(x) else { return nil }
        let words = count > 62 ? String(day.iso.dropLast(3)) : "\(day.parts.day)"
        return "<text x=\"\(SVG.number(x))\" y=\"\(foot)\" text-anchor=\"middle\">\(words)</text>"
      })
  }

  private func cell(_ layer: Layer, _ day: CivilDay, x: Double, y: Int, width: Double) -> HTML {
    let cell = strip.cell(layer, day)
    let box: HTML =
      "x=\"\(SVG.number(x))\" y=\"\(y)\" width=\"\(SVG.number(max(1, width - 1)))\" height=\"16\""
    if cell.isSilent {
      let words = SituationText.carried(cell) ?? "no report"
      return """
        <rect class="\(cell.carried == nil ? "empty" : "carried")" \(box)><title>\(layer.rawValue), \(DayText.of(day.iso)): \(words)</title></rect>

        """
    }
    let kind =
      switch picture.bearing(of: cell) {
      case .adverse?: "adverse"
      case .favourable?: "favourable"
      case .neither?, nil: "rival"
      }
    let words = cell.answers.map { answer in
      let denied = answer.denied == 0 ? "" : ", denied by \(answer.denied)"
      return "\(answer.state) (\(answer.asserted)\(denied))"
    }
    return """
      <a href="\(address(layer, day))"><title>\(layer.rawValue), \(DayText.of(day.iso)): \(words.joined(separator: "; "))</title>\
      <rect class="\(kind)" \(box)/></a>

      """
  }
}
