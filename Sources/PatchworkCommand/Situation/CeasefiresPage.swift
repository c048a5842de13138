import PatchworkDisplay
import PatchworkLinking
import PatchworkRecord
import PatchworkSituation

/// Writes truces, proposals, violations and meetings for a terminal.
struct CeasefiresPage {
  let ceasefires: Ceasefires
  let day: CivilDay
  let out: StatementLines

  init(_ ceasefires: Ceasefires, day: CivilDay, form: TerminalForm) {
    self.ceasefires = ceasefires
    self.day = day
    out = StatementLines(form: form)
  }

  func lines() -> [String] {
    out.wrap([TerminalRun("As of \(DayText.of(day.iso))", .dim)], 0)
      + part("Truces, pauses, suspensions, ultimatums", ceasefires.instruments.flatMap(short))
      + part("Proposed", ceasefires.proposals.flatMap(short))
      + part("Counts and allegations of violations", ceasefires.violations.flatMap(violation))
      + part("Meetings", ceasefires.meetings.flatMap(meeting))
  }

  private func part(_ name: String, _ lines: [String]) -> [String] {
    out.heading(name) + (lines.isEmpty ? ["  no report speaks of any"] : lines)
  }

  private func head(_ instrument: Instrument) -> [String] {
    let purpose = instrument.purpose.map { ", \($0.rawValue)" } ?? ""
    let start = instrument.start.map { ", from \(DayText.of($0.iso))" } ?? ", of no said day"
    return out.wrap(
      [
        TerminalRun("\(instrument.id)  ", .dim),
        TerminalRun("\(instrument.kind.rawValue)\(purpose)", .bold), TerminalRun(start),
      ], 2)
  }

  private func short(_ instrument: Instrument) -> [String] {
    head(instrument) + clocks(instrument)
      + instrument.declarations.flatMap { act in
        out.wrap(
          [
            TerminalRun(act.speaker.isEmpty ? "not named" : act.speaker, .bold),
            TerminalRun(": \(act.holding == .denies ? "denied: " : "")\(act.state.rawValue)"),
            TerminalRun("  \(SituationText.source(act.said))", .dim),
          ], 4)
      }
  }

  private func clocks(_ instrument: Instrument) -> [String] {
    instrument.clocks.flatMap { clock in
      out.wrap(
        [
          TerminalRun("clock: \(SituationText.clock(clock)): "),
          TerminalRun(SituationText.standing(clock.standing(on: day)), .bold),
        ], 4)
    }
  }

  /// An instrument with every sentence.
  func whole(_ instrument: Instrument) -> [String] {
    head(instrument) + clocks(instrument) + out.heading("Who says what")
      + instrument.acts.flatMap { out.lines($0.said) }
  }

  private func violation(_ count: ViolationCount) -> [String] {
    let number = count.count?.quote.text ?? "one alleged"
    let by = count.attributed.map(\.name).joined(separator: ", ")
    let rule = count.rule.isEmpty ? "counting rule not said" : count.rule
    return out.wrap(
      [
        TerminalRun(count.observer, .bold),
        TerminalRun(": \(number)\(by.isEmpty ? "" : ", names \(by)"); \(rule)"),
        TerminalRun("  \(SituationText.source(count.said))", .dim),
      ], 2) + out.wrap([TerminalRun("“\(count.said.sentence)”")], 4)
  }

  private func meeting(_ meeting: Meeting) -> [String] {
    let place = meeting.said.entry.place.map { " at \($0.name)" } ?? ""
    return out.wrap(
      [
        TerminalRun(meeting.said.days?.lowerBound.iso ?? "no day"),
        TerminalRun("  \(meeting.state)", .bold),
        TerminalRun("\(place)  \(meeting.participants)"),
      ], 2) + out.wrap([TerminalRun("“\(meeting.said.sentence)”")], 4)
  }
}
