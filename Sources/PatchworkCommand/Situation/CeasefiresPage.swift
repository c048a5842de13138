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

  /// An instrument by itself: who declares it, where it holds, its clocks, violations, what became of a proposal, every sentence.
  func whole(_ instrument: Instrument, _ reader: ProposalReader) -> [String] {
    head(instrument) + facts(instrument) + clocks(instrument)
      + out.heading("Who says what of it")
      + instrument.sides.flatMap { side in
        out.wrap(
          [
            TerminalRun(side.speaker.isEmpty ? "not named" : side.speaker, .bold),
            TerminalRun(": \(SituationText.side(side))"),
          ], 2)
      }
      + part("Violations alleged", ceasefires.violations(of: instrument).flatMap(violation))
      + (instrument.isProposal ? course(reader.course(of: instrument, in: ceasefires)) : [])
      + out.heading("Sentences") + instrument.acts.flatMap { out.lines($0.said) }
  }

  private func facts(_ instrument: Instrument) -> [String] {
    out.wrap([TerminalRun("class: \(instrument.class?.rawValue ?? "not said")")], 4)
      + out.wrap([TerminalRun("holds: \(SituationText.coverage(instrument))")], 4)
  }

  private func course(_ course: ProposalCourse) -> [String] {
    let rejected = course.rejections.flatMap { rejection in
      out.wrap(
        [
          TerminalRun("rejected by "),
          TerminalRun(SituationText.speaker(rejection.act.said), .bold),
          TerminalRun(
            ": \(rejection.ground.isEmpty ? "no ground is given" : "“\(rejection.ground)”")"),
        ], 2)
    }
    let counters = course.counters.flatMap { counter in
      out.wrap(
        [
          TerminalRun("proposed against it: \(counter.id), by "),
          TerminalRun(SituationText.speaker(counter.acts[0].said), .bold),
        ], 2)
    }
    let followed = course.followed.flatMap { instrument, act in
      out.wrap(
        [
          TerminalRun(
            "followed: \(instrument) \(act.state.rawValue), \(act.said.published?.iso ?? "no day"), said by \(SituationText.speaker(act.said))"
          )
        ], 2)
    }
    let lines = rejected + counters + followed
    return out.heading("What became of it")
      + (lines.isEmpty ? ["  no report says what became of it"] : lines)
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
    out.wrap(
      [
        TerminalRun(SituationText.days(meeting), .bold),
        TerminalRun(
          "  \(SituationText.venue(meeting)); took part: \(SituationText.participants(meeting))"),
      ], 2)
      + meeting.outcomes.flatMap { outcome in
        out.wrap(
          [
            TerminalRun("\(outcome.state): "),
            TerminalRun(Plural.text(outcome.statements.count, "statement"), .dim),
          ], 4)
          + out.lines(outcome.statements[outcome.statements.count - 1], indent: 6)
      }
  }
}
