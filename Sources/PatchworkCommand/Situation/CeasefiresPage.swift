import PatchworkDisplay
import PatchworkLinking
import PatchworkRecord
import PatchworkSituation

/// Writes truces, proposals, violations and meetings for a terminal.
struct CeasefiresPage {
  let ceasefires: Ceasefires
  /// The newest violations, with what their accounts say beside the counts.
  let violations: [ViolationCount]
  let day: CivilDay
  let out: StatementLines

  init(
    _ ceasefires: Ceasefires, violations: [ViolationCount], day: CivilDay, form: TerminalForm
  ) {
    self.ceasefires = ceasefires
    self.violations = violations
    self.day = day
    out = StatementLines(form: form)
  }

  func lines() -> [String] {
    out.wrap([TerminalRun("As of \(DayText.of(day.iso))", .dim)], 0)
      + part("Truces, pauses, suspensions, ultimatums", ceasefires.instruments.flatMap(short))
      + part("Proposed", ceasefires.proposals.flatMap(short))
      + part("Counts and allegations of violations", violations.flatMap(violation))
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
          TerminalRun(SituationText.standing(clock, on: day), .bold),
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
      + part("Clauses, as somebody tells them", instrument.clauses.flatMap(clause))
      + part("Violations alleged", violations.flatMap(violation))
      + (instrument.isProposal ? course(reader.course(of: instrument, in: ceasefires)) : [])
      + sentences(instrument)
  }

  /// The newest sentences, after how many there are where they are more.
  private func sentences(_ instrument: Instrument) -> [String] {
    let shown = instrument.acts.suffix(Ceasefires.sentencesShown)
    let rest = instrument.acts.count - shown.count
    return out.heading("Sentences")
      + (rest > 0
        ? ["  the newest \(shown.count) of \(instrument.acts.count); other days show the rest"]
        : [])
      + shown.flatMap { out.lines($0.said) }
  }

  private func facts(_ instrument: Instrument) -> [String] {
    out.wrap([TerminalRun("class: \(instrument.class?.rawValue ?? "not said")")], 4)
      + out.wrap([TerminalRun("type: \(SituationText.sidedness(instrument))")], 4)
      + out.wrap([TerminalRun("third parties: \(SituationText.brokers(instrument))")], 4)
      + out.wrap([TerminalRun("form: \(instrument.form?.rawValue ?? "not said")")], 4)
      + out.wrap([TerminalRun("holds: \(SituationText.coverage(instrument))")], 4)
      + SituationText.endings(instrument, on: day).flatMap {
        out.wrap([TerminalRun("end: \($0)")], 4)
      }
  }

  private func clause(_ clause: Clause) -> [String] {
    let denied = clause.said.entry.holding == .denies ? "denied: " : ""
    return out.wrap([TerminalRun("\(denied)\(clause.kind.rawValue)", .bold)], 2)
      + out.lines(clause.said, indent: 4)
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
    return out.wrap(
      [
        TerminalRun(SituationText.speaker(count.said), .bold), TerminalRun(": \(number)"),
        TerminalRun("  \(SituationText.source(count.said))", .dim),
      ], 2) + out.wrap([TerminalRun(SituationText.violation(count))], 4)
      + out.wrap([TerminalRun("“\(count.said.sentence)”")], 4)
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
