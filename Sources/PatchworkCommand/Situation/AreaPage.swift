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
  /// Incidents beside the area, and within how many kilometres.
  let beside: (incidents: AreaIncidents, kilometres: Double)
  let step: Step
  let out: StatementLines

  init(
    _ picture: AreaPicture, _ incidents: AreaIncidents,
    beside: (incidents: AreaIncidents, kilometres: Double), step: Step, form: TerminalForm
  ) {
    self.picture = picture
    self.incidents = incidents
    self.beside = beside
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
      + strips() + periods() + siege() + numbers() + obstacles() + layers() + told() + near()
  }

  // MARK: The strip

  /// Rows of a mark a day (or week, or month), as many days a row as fit.
  private func strips() -> [String] {
    let columns = picture.periods(by: step)
    let room = max(14, out.form.width - Self.nameWidth)
    var lines: [String] = []
    for start in stride(from: 0, to: columns.count, by: room) {
      let part = columns[start..<min(columns.count, start + room)]
      lines += [
        "", padded(part.first!.days.lowerBound.iso) + "→ \(part.last!.days.upperBound.iso)",
      ]
      for layer in Layer.ofAreas {
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

  private func mark(_ layer: Layer, _ column: StripPeriod) -> String {
    guard let cell = column.cells[layer] else { return "╱" }
    if cell.isSilent { return cell.carried == nil ? "╱" : "·" }
    switch picture.bearing(of: cell) {
    case .adverse?: return "█"
    case .favourable?: return "░"
    case .neither?, nil: return "▒"
    }
  }

  /// Weeks or months in words: what was said, numbers as ranges, and on how many days nothing was.
  private func periods() -> [String] {
    guard step != .day else { return [] }
    return picture.periods(by: step).flatMap { period -> [String] in
      let (first, last) = (period.days.lowerBound, period.days.upperBound)
      let count = last.number - first.number + 1
      let said = Layer.ofAreas.compactMap { layer -> (Layer, [String])? in
        let states = SituationText.states(of: layer, in: period, of: picture)
        return states.isEmpty ? nil : (layer, states)
      }
      let head = out.heading(DayText.interval(from: first.iso, to: last.iso))
      if said.isEmpty { return head + ["  no report on any layer"] }
      return head
        + said.flatMap { layer, states in
          let silent = period.silentDays[layer] ?? 0
          return out.wrap(
            [
              TerminalRun("\(layer.rawValue): ", .bold),
              TerminalRun(states.joined(separator: "; ")),
              TerminalRun(
                silent == 0 ? "" : "  no report on \(silent) of \(Plural.text(count, "day"))", .dim),
            ], 2)
        }
    }
  }

  // MARK: What it rests on

  private func siege() -> [String] {
    out.heading("The three tests of a siege")
      + picture.siege.results.flatMap { result in
        out.wrap(
          [
            TerminalRun("\(result.test.rawValue): "),
            TerminalRun(SituationText.answer(result, picture.states), .bold),
            TerminalRun(
              SituationText.passages(result).isEmpty ? "" : "  \(SituationText.passages(result))"),
          ], 2)
          + [result.yes.last, result.no.last, result.denied.last].compactMap { $0 }
          .flatMap { sentence($0) }
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

  /// Incidents beside the area, nearest places first.
  private func near() -> [String] {
    let head = out.heading(
      "Incidents within \(SituationText.distance(beside.kilometres)) of it (\(beside.incidents.total))"
    )
    guard !beside.incidents.rows.isEmpty else { return head + ["  no report tells of one"] }
    return head
      + beside.incidents.rows.flatMap { incident in
        let far = incident.row.place.flatMap { beside.incidents.kilometres[$0] }
        return out.wrap(
          [
            TerminalRun(incident.row.id, .bold),
            TerminalRun(
              "  \(incident.row.type.rawValue), \(ShownText.clean(incident.row.placeName)), \(far.map(SituationText.distance) ?? ""): "
            ), TerminalRun(incident.grade.rawValue, .bold),
          ], 2)
      }
  }

  private func sentence(_ index: Int) -> [String] { out.lines(picture.states[index], indent: 4) }
}
