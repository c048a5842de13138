import ArgumentParser
import PatchworkDisplay
import PatchworkLinking
import PatchworkRecord
import PatchworkSituation
import PatchworkStore

/// Writes an area for a terminal: the strip, then the sentences behind it.
struct AreaPage {
  /// How days are brought together.
  enum Step: String, CaseIterable, ExpressibleByArgument {
    case day, week, month
  }

  let picture: AreaPicture
  let incidents: AreaIncidents
  let step: Step
  let out: StatementLines

  init(_ picture: AreaPicture, _ incidents: AreaIncidents, step: Step, form: TerminalForm) {
    self.picture = picture
    self.incidents = incidents
    self.step = step
    out = StatementLines(form: form)
  }

  private var strip: AreaStrip { picture.strip }

  /// Columns that layers' names take.
  private static let nameWidth = 14
  /// Statements shown of a layer.
  private static let mostShown = 6

  func lines() -> [String] {
    let days = DayText.interval(from: strip.days.lowerBound.iso, to: strip.days.upperBound.iso)
    let newest = picture.newest.map { "newest report of \(DayText.of($0.iso))" } ?? "no report"
    return out.wrap([TerminalRun(picture.name, .bold), TerminalRun(", \(days)")], 0)
      + out.wrap([TerminalRun("\(picture.id) · \(newest)", .dim)], 0)
      + strips() + siege() + numbers() + obstacles() + layers() + told()
  }

  // MARK: The strip

  /// Rows of a mark a day (or week, or month), as many days a row as fit.
  private func strips() -> [String] {
    let columns = columns()
    let room = max(14, out.form.width - Self.nameWidth)
    var lines: [String] = []
    for start in stride(from: 0, to: columns.count, by: room) {
      let part = columns[start..<min(columns.count, start + room)]
      lines += [
        "", padded(part.first!.days.lowerBound.iso) + "→ \(part.last!.days.upperBound.iso)",
      ]
      for layer in Layer.allCases where layer != .talks {
        lines.append(padded(layer.rawValue) + part.map { mark(layer, $0) }.joined())
      }
    }
    return lines + [""]
      + out.wrap(
        [
          TerminalRun(
            "█ harm said  ░ good said  ▒ said, neither or both  · last said before  ╱ no report: not calm, only unreported",
            .dim)
        ], 0)
  }

  private func padded(_ text: String) -> String {
    TerminalWidth.fitted(text, to: Self.nameWidth)
  }

  private func columns() -> [StripPeriod] {
    switch step {
    case .day:
      return (strip.days.lowerBound.number...strip.days.upperBound.number).map { number in
        let day = CivilDay(number: number)
        return strip.period(of: day...day)
      }
    case .week: return strip.periods(.week)
    case .month: return strip.periods(.month)
    }
  }

  private func mark(_ layer: Layer, _ column: StripPeriod) -> String {
    guard let cell = column.cells[layer] else { return "╱" }
    if cell.isSilent { return cell.carried == nil ? "╱" : "·" }
    switch picture.bearing(of: cell) {
    case .adverse?: return "█"
    case .favourable?: return "░"
    case .neither?, nil: return "▒"
    }
  }

  // MARK: What it rests on

  private func siege() -> [String] {
    out.heading("The three tests of a siege")
      + picture.siege.results.flatMap { result in
        out.wrap(
          [TerminalRun("\(result.test.rawValue): "), TerminalRun(result.answer.rawValue, .bold)], 2)
          + [result.yes.last, result.no.last].compactMap { $0 }.flatMap { sentence($0) }
      }
  }

  private func numbers() -> [String] {
    guard !picture.populations.isEmpty else { return [] }
    return out.heading("How many, by who says it")
      + picture.populations.prefix(Self.mostShown).flatMap { out.lines(picture.states[$0]) }
  }

  private func obstacles() -> [String] {
    out.heading("Access obstacles (0 to 3; X: nothing is said)")
      + picture.obstacles.list.flatMap { obstacle in
        let level = obstacle.level.map(String.init) ?? "X"
        let said = Plural.text(obstacle.count, "statement")
        return out.wrap(
          [
            TerminalRun(level, .bold),
            TerminalRun("  \(obstacle.number) \(SituationText.obstacle(obstacle.number))"),
            TerminalRun(obstacle.count == 0 ? "" : "  \(said)", .dim),
          ], 2)
      }
  }

  private func layers() -> [String] {
    var lines: [String] = []
    for layer in strip.layers {
      let count = strip.count(layer)
      let said = picture.statements(of: layer).suffix(Self.mostShown)
      lines += out.heading("\(layer.rawValue) (\(Plural.text(count, "statement")))")
      for state in said { lines += out.lines(state) }
      if count > said.count {
        lines += out.wrap([TerminalRun("and \(count - said.count) before", .dim)], 2)
      }
    }
    return lines
  }

  /// Incidents with their grades, the newest first.
  private func told() -> [String] {
    guard !incidents.rows.isEmpty else { return [] }
    let rest = incidents.total - incidents.rows.count
    return out.heading("Incidents (\(incidents.total))")
      + incidents.rows.flatMap { incident in
        let days = incident.row.days.map {
          DayText.interval(from: $0.lowerBound.iso, to: $0.upperBound.iso)
        }
        return out.wrap(
          [
            TerminalRun(incident.row.id, .bold),
            TerminalRun(
              "  \(incident.row.type.rawValue), \(ShownText.clean(incident.row.placeName)), \(days ?? "no day"): "
            ),
            TerminalRun(incident.grade.rawValue, .bold),
            TerminalRun("  \(Plural.text(incident.row.reports, "report"))", .dim),
          ], 2)
      }
      + (rest > 0 ? out.wrap([TerminalRun("and \(rest) before", .dim)], 2) : [])
  }

  private func sentence(_ index: Int) -> [String] { out.lines(picture.states[index], indent: 4) }
}
