import PatchworkDisplay
import PatchworkRecord
import PatchworkSituation

/// Writes a case file for a terminal.
struct CaseFilePage {
  let file: CaseFile
  let out: StatementLines

  init(_ file: CaseFile, form: TerminalForm) {
    self.file = file
    out = StatementLines(form: form)
  }

  /// Sentences shown of a factor.
  private static let mostGrounds = 4

  func lines() -> [String] {
    head() + notKnown() + Rule.Group.allCases.flatMap(group) + history() + changes()
  }

  private func head() -> [String] {
    let movement = file.movement
    let way = movement.points.map(\.name).joined(separator: " → ")
    return out.wrap([TerminalRun("Movement \(way)", .bold)], 0)
      + out.wrap([TerminalRun("\(movement.purpose) · \(movement.organisation)")], 0)
      + out.wrap(
        [
          TerminalRun(
            "sets out \(movement.start.clock), arrives \(movement.arrival.clock), unloading ends \(movement.end.clock), \(DayText.of(movement.end.day.iso))"
          )
        ], 0)
      + out.wrap(
        [
          TerminalRun(
            "as of \(file.asOf.clock), \(DayText.of(file.asOf.day.iso)); stale from \(file.staleAt.clock), \(DayText.of(file.staleAt.day.iso))",
            .dim)
        ], 0)
      + (SituationText.window(file).map { out.wrap([TerminalRun($0, .bold)], 0) } ?? [])
      + [""]
      + out.wrap([TerminalRun(file.outcome.rawValue.uppercased(), .bold)], 0)
      + out.wrap(
        [
          TerminalRun(
            "A case file lists what was said and what is not known; it clears nothing.", .dim)
        ], 0)
  }

  /// What is not known, before anything that is.
  private func notKnown() -> [String] {
    let unknowns = CaseFileUnknowns(file)
    return out.heading("Not known")
      + unknowns.gaps.flatMap { gap in
        out.wrap([TerminalRun("? "), TerminalRun(gap.of, .bold), TerminalRun(": \(gap.words)")], 2)
      } + out.wrap([TerminalRun(unknowns.newest, .dim)], 2)
  }

  private func group(_ group: Rule.Group) -> [String] {
    let factors = file.factors(of: group)
    guard !factors.isEmpty else {
      return out.heading(group.rawValue) + ["  unknown: no report before this time speaks of it"]
    }
    return out.heading(group.rawValue) + factors.flatMap(factor)
  }

  private func factor(_ factor: Factor) -> [String] {
    let gravity =
      switch factor.rule.consequence {
      case .blocks: " (blocks)"
      case .unmet: " (condition not met)"
      case .none: ""
      }
    let measure = SituationText.measure(factor, in: file)
    return out.wrap(
      [
        TerminalRun("\(factor.direction.rawValue)\(gravity)", .bold),
        TerminalRun("  \(factor.rule.title)\(measure.isEmpty ? "" : ": \(measure)")"),
        TerminalRun("  [\(factor.rule.id)]", .dim),
      ], 2) + factor.grounds.suffix(Self.mostGrounds).flatMap(ground)
      + (factor.grounds.count > Self.mostGrounds
        ? out.wrap([TerminalRun("and \(factor.grounds.count - Self.mostGrounds) before", .dim)], 4)
        : [])
  }

  private func ground(_ ground: Factor.Ground) -> [String] {
    switch ground {
    case .said(let said): return out.lines(said, indent: 4)
    case .clock(let instrument, let act, let clock):
      let margin = SituationText.margin(clock, against: file.movement).map { "; \($0)" } ?? ""
      return out.lines(act.said, indent: 4)
        + out.wrap(
          [
            TerminalRun(
              "\(instrument): \(SituationText.clock(clock)): \(SituationText.standing(clock, on: file.asOf.day))\(margin)"
            )
          ], 6)
    case .entered(let contact): return out.wrap([TerminalRun(SituationText.contact(contact))], 4)
    case .almanac(let light):
      let offset = file.movement.end.offset
      return out.wrap(
        [
          TerminalRun(
            "sunrise \(Moment(minutes: light.sunrise, offset: offset).clock), sunset \(Moment(minutes: light.sunset, offset: offset).clock) at the destination"
          )
        ], 4)
    }
  }

  private func history() -> [String] {
    let days = Set(file.history.map(\.days)).sorted()
    let distances = Set(file.history.map(\.kilometres)).sorted()
    let names = distances.map { "  within \(SituationText.distance($0))" }
    let left = (names.map { TerminalWidth.of($0) }.max() ?? 0) + 2
    let head =
      TerminalWidth.fitted("", to: left)
      + days.map { TerminalWidth.fitted("\($0) days", to: 10) }.joined()
    let rows = zip(distances, names).map { distance, name in
      TerminalWidth.fitted(name, to: left)
        + days.map { days in
          let band = file.history.first { $0.kilometres == distance && $0.days == days }
          return TerminalWidth.fitted("\(band?.incidents.count ?? 0)", to: 10)
        }.joined()
    }
    return out.heading("Alleged incidents before, around the destination") + [head] + rows
      + out.wrap([TerminalRun("nought: no report tells of one", .dim)], 2)
  }

  private func changes() -> [String] {
    out.heading("What would change this")
      + (file.counterfactuals.isEmpty
        ? ["  none of the changes that are asked for would"] : [])
      + file.counterfactuals.flatMap {
        out.wrap(
          [
            TerminalRun("\(SituationText.change($0.change)): "),
            TerminalRun($0.outcome.rawValue, .bold),
          ], 2)
      }
  }
}
