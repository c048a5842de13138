import PatchworkDisplay
import PatchworkRecord

/// Days side by side, a row for each kind of thing that was told; a day of which nothing was told is hatched.
struct DayStrip {
  let days: [(day: CivilDay, type: String, accounts: Int)]
  let address: (CivilDay) -> String

  /// The longest strip, in days; of a longer time the last ones.
  private static let most = 92

  /// Kinds of happenings that share a row.
  private enum Row: String, CaseIterable {
    case violence, siege, aid, talks, other

    init(_ type: HappeningType?) {
      self =
        switch type {
        case .airStrike, .shelling, .clash, .bombing, .chemicalAttack, .shooting, .abduction,
          .arrest, .destruction, .killing, .attack, .abuse, .aidAttack, .droneOrOverflight:
          .violence
        case .siege, .territoryChange, .troopMovement, .withdrawal: .siege
        case .aidMovement, .displacement, .release: .aid
        case .ceasefireAct, .talks, .agreement, .sanction, .politicalAct: .talks
        case .protest, .other, nil: .other
        }
    }

    var name: String {
      switch self {
      case .violence: "violence"
      case .siege: "siege, control"
      case .aid: "aid, people moving"
      case .talks: "truce, talks"
      case .other: "other"
      }
    }
  }

  var html: HTML {
    guard let last = days.last?.day.number, let earliest = days.first?.day.number else {
      return "<p class=\"none\">Of no day was anything told here.</p>\n"
    }
    let first = max(earliest, last - Self.most + 1)
    let count = last - first + 1
    let step = min(24.0, 880.0 / Double(count))
    var cells: [Int: [Row: Int]] = [:]
    for entry in days where entry.day.number >= first {
      cells[entry.day.number, default: [:]][Row(HappeningType(rawValue: entry.type)), default: 0] +=
        entry.accounts
    }
    let rows = Row.allCases
    let marks = (first...last).map { number -> HTML in
      let x = SVG.number(120 + Double(number - first) * step)
      let width = SVG.number(max(1, step - 1))
      let day = CivilDay(number: number)
      guard let told = cells[number] else {
        return """
          <rect class="empty" x="\(x)" y="2" width="\(width)" height="\(rows.count * 18 - 2)"><title>\(DayText.of(day.iso)): no report</title></rect>

          """
      }
      let bars = rows.enumerated().compactMap { index, row -> HTML? in
        guard let count = told[row] else { return nil }
        return """
          <rect class="told d\(min(4, count))" x="\(x)" y="\(index * 18 + 2)" width="\(width)" height="16"/>
          """
      }
      let words = rows.compactMap { row in told[row].map { "\(row.name) \($0)" } }
      return """
        <a href="\(address(day))"><title>\(DayText.of(day.iso)): \(words.joined(separator: ", "))</title>\
        <rect class="hit" x="\(x)" y="0" width="\(width)" height="\(rows.count * 18)"/>\(bars)</a>

        """
    }
    let names = rows.enumerated().map { index, row -> HTML in
      "<text x=\"112\" y=\"\(index * 18 + 14)\" text-anchor=\"end\">\(row.name)</text>"
    }
    let cut = first > earliest ? " The last \(Self.most) days are shown." : ""
    return """
      <svg class="days" viewBox="0 0 1000 \(rows.count * 18 + 18)" role="group" aria-label="Accounts by day and kind">
      <defs><pattern id="none" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
      <line class="hatch" x1="0" y1="0" x2="0" y2="6"/></pattern></defs>
      \(names)\(marks)<text x="120" y="\(rows.count * 18 + 14)">\(DayText.of(CivilDay(number: first).iso))</text>\
      <text x="\(SVG.number(max(330, 120 + Double(count) * step)))" y="\(rows.count * 18 + 14)" \
      text-anchor="end">\(count > 1 ? DayText.of(CivilDay(number: last).iso) : "")</text>
      </svg>
      <p class="sum">Hatched: no report tells of that day.\(cut)</p>

      """
  }
}
