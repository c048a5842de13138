import PatchworkLinking
package import PatchworkRecord
package import PatchworkSituation

/// Truces with their clocks, violations and meetings.
extension SituationJSON {
  /// An instrument with what each speaker first said of it and its clocks, the clocks as they stand at a day.
  package static func write(
    _ instrument: Instrument, on day: CivilDay, to writer: inout JSONWriter
  ) {
    writer.begin(.object)
    writeMembers(of: instrument, acts: instrument.declarations, on: day, to: &writer)
    writer.end(.object)
  }

  /// An instrument by itself: also who declares it, where it holds, its violations, and what became of a proposal.
  package static func write(
    _ instrument: Instrument, violations: [ViolationCount], in ceasefires: Ceasefires,
    _ reader: ProposalReader, on day: CivilDay, to writer: inout JSONWriter
  ) {
    writer.begin(.object)
    writer.member("day", day.iso)
    writeMembers(
      of: instrument, acts: instrument.acts.suffix(Ceasefires.sentencesShown), on: day, to: &writer)
    list("sides", instrument.sides, to: &writer) { side, writer in
      writer.begin(.object)
      writer.member("speaker", side.speaker)
      writer.member("declared", orNull: side.declaration?.said.published?.iso)
      writer.member("over", orNull: side.end?.said.published?.iso)
      writer.member("newest", side.newest.state.rawValue)
      writer.member("newest_holding", side.newest.holding.rawValue)
      writer.end(.object)
    }
    list("coverage", instrument.coverage.places.map(\.name), to: &writer) { $1.string($0) }
    list("violations", violations, to: &writer) { write($0, to: &$1) }
    let course = reader.course(of: instrument, in: ceasefires)
    list("rejections", instrument.isProposal ? course.rejections : [], to: &writer) {
      rejection, writer in
      writer.begin(.object)
      writer.member("speaker", rejection.act.speaker)
      writer.member("ground", rejection.ground)
      writer.end(.object)
    }
    list("counter_proposals", instrument.isProposal ? course.counters.map(\.id) : [], to: &writer) {
      $1.string($0)
    }
    list("followed", instrument.isProposal ? course.followed : [], to: &writer) {
      followed, writer in
      writer.begin(.object)
      writer.member("instrument", followed.instrument)
      writer.member("state", followed.act.state.rawValue)
      writer.member("speaker", followed.act.speaker)
      writer.end(.object)
    }
    writer.end(.object)
  }

  /// A count of violations, or one alleged.
  package static func write(_ count: ViolationCount, to writer: inout JSONWriter) {
    writer.begin(.object)
    writer.member("observer", count.observer)
    list("observed", count.facts.evidence, to: &writer) { $1.string($0) }
    writer.member("count", orNull: count.count?.quote.text)
    writer.member("kind", orNull: count.facts.kind?.rawValue)
    writer.member("by", count.facts.actor)
    writer.member("at", count.facts.target)
    writer.member("weapon", count.facts.weapon)
    writer.member("place", orNull: count.said.entry.place?.name)
    writer.member("report", count.said.report)
    writer.member("n", orNull: count.said.entry.account)
    list("names", count.attributed, to: &writer) { $1.string($0) }
    writer.member("rule", count.rule)
    writer.member("sentence", count.said.sentence)
    writer.end(.object)
  }

  /// A meeting: days, venue, participants, and what is said to have come of it.
  package static func write(_ meeting: Meeting, to writer: inout JSONWriter) {
    writer.begin(.object)
    writer.member("from", orNull: meeting.days?.lowerBound.iso)
    writer.member("to", orNull: meeting.days?.upperBound.iso)
    writer.member("venue", orNull: meeting.venue?.name)
    list("participants", meeting.participants, to: &writer) { $1.string($0) }
    list("outcomes", meeting.outcomes, to: &writer) { outcome, writer in
      writer.begin(.object)
      writer.member("state", outcome.state)
      writer.member("statements_in_all", orNull: outcome.statements.count)
      let shown = outcome.statements.suffix(Ceasefires.sentencesShown)
      list("statements", Array(shown), to: &writer) { write($0, to: &$1) }
      writer.end(.object)
    }
    writer.end(.object)
  }

  private static func writeMembers(
    of instrument: Instrument, acts: [TruceAct], on day: CivilDay, to writer: inout JSONWriter
  ) {
    writer.member("id", instrument.id)
    writer.member("kind", instrument.kind.rawValue)
    writer.member("purpose", orNull: instrument.purpose?.rawValue)
    writer.member("class", orNull: instrument.class?.rawValue)
    writer.member("start", orNull: instrument.start?.iso)
    writer.member("type", orNull: instrument.sidedness?.lateral.rawValue)
    writer.key("type_is_said")
    writer.boolean(instrument.sidedness?.said != nil)
    list("declared_by", instrument.sidedness?.parties ?? [], to: &writer) { $1.string($0) }
    list("third_parties", instrument.brokers, to: &writer) { $1.string($0) }
    writer.member("form", orNull: instrument.form?.rawValue)
    list("ends", instrument.endings(on: day), to: &writer) { ending, writer in
      writer.begin(.object)
      writer.member("reason", ending.reason.rawValue)
      writer.member("speaker", orNull: ending.ranOut == nil ? ending.act.speaker : nil)
      writer.member("said_on", orNull: ending.act.said.published?.iso)
      writer.member("ran_out", orNull: ending.ranOut?.iso)
      writer.member("ground", ending.ground)
      writer.end(.object)
    }
    list("clauses", instrument.clauses, to: &writer) { clause, writer in
      writer.begin(.object)
      writer.member("kind", clause.kind.rawValue)
      writer.key("said")
      write(clause.said, to: &writer)
      writer.end(.object)
    }
    writer.key("proposal")
    writer.boolean(instrument.isProposal)
    list("clocks", instrument.clocks, to: &writer) { clock, writer in
      writer.begin(.object)
      let said = instrument.acts[clock.act].said
      writer.member("from", clock.start.iso)
      writer.member("from_time", orNull: clock.startTime?.clock)
      writer.member("from_zone", orNull: clock.startTime?.zone)
      writer.member("to", orNull: clock.end?.iso)
      writer.member("to_time", orNull: clock.endTime?.clock)
      writer.member("to_zone", orNull: clock.endTime?.zone)
      writer.member("hours", orNull: clock.hours)
      writer.member("standing", SituationText.standing(clock, on: day))
      writer.member("said_by", said.who)
      writer.member("report", said.report)
      writer.member("n", orNull: said.entry.account)
      writer.end(.object)
    }
    writer.member("acts_in_all", orNull: instrument.acts.count)
    list("acts", acts, to: &writer) { act, writer in
      writer.begin(.object)
      writer.member("state", act.state.rawValue)
      writer.member("speaker", act.speaker)
      writer.key("said")
      write(act.said, to: &writer)
      writer.end(.object)
    }
  }
}
