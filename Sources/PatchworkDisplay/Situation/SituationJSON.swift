import PatchworkLinking
package import PatchworkRecord
package import PatchworkSituation

/// The machine forms of areas, ceasefires and case files.
package enum SituationJSON {
  /// A statement: who says what of where and when, with its sentence.
  package static func write(_ said: SaidState, to writer: inout JSONWriter) {
    writer.begin(.object)
    writer.member("report", said.report)
    writer.member("n", orNull: said.entry.account)
    writer.member("published", orNull: said.published?.iso)
    writer.member("who", said.who)
    writer.member("party", said.party)
    writer.member("stance", said.stance.rawValue)
    writer.member("layer", said.entry.layer.rawValue)
    writer.member("state", said.entry.state)
    writer.member("holding", said.entry.holding.rawValue)
    writer.member("place", orNull: said.entry.place?.name)
    writer.member("place_id", orNull: said.entry.place?.id)
    writer.member("by", said.entry.party)
    writer.member("from", orNull: said.entry.first?.iso)
    writer.member("to", orNull: said.entry.last?.iso)
    // Only where hours are said, so that what was signed before stays what it was.
    if let time = said.entry.firstTime { writer.member("from_time", time.stored) }
    if let time = said.entry.lastTime { writer.member("to_time", time.stored) }
    writer.member("number", orNull: said.entry.number?.quote.text)
    writer.member("low", orNull: said.entry.number?.low)
    writer.member("high", orNull: said.entry.number?.high)
    writer.member("hours", orNull: said.entry.hours)
    writer.member("origin", said.origin)
    writer.member("incident", said.incident)
    writer.member("sentence", said.sentence)
    writer.end(.object)
  }

  static func list<Value>(
    _ name: StaticString, _ values: [Value], to writer: inout JSONWriter,
    _ write: (Value, inout JSONWriter) -> Void
  ) {
    writer.key(name)
    writer.begin(.array)
    for value in values { write(value, &writer) }
    writer.end(.array)
  }

  /// A state with how many assert it, deny it and leave it open.
  package static func write(_ answer: AreaStrip.Answer, to writer: inout JSONWriter) {
    writer.begin(.object)
    writer.member("state", answer.state)
    writer.member("asserted", orNull: answer.asserted)
    writer.member("denied", orNull: answer.denied)
    writer.member("open", orNull: answer.open)
    writer.end(.object)
  }

  /// An area: its strip by day and layer (each state with how many assert it, deny it and leave it open), the siege's tests,
  /// obstacles, weeks or months with ranges of numbers, and the newest statements of each layer, in which positions count.
  package static func write(
    _ picture: AreaPicture, by length: StripPeriod.Length = .month, to writer: inout JSONWriter
  ) {
    writer.begin(.object)
    writer.member("id", picture.id)
    writer.member("name", picture.name)
    writer.member("from", picture.strip.days.lowerBound.iso)
    writer.member("to", picture.strip.days.upperBound.iso)
    writer.member("newest", orNull: picture.newest?.iso)
    list("layers", picture.strip.layers, to: &writer) { layer, writer in
      writer.begin(.object)
      writer.member("layer", layer.rawValue)
      writer.member("statements", orNull: picture.strip.count(layer))
      let cells = Array(picture.strip.cells(layer).enumerated()).filter {
        !$0.element.isSilent || $0.element.carried != nil
      }
      list("days", cells, to: &writer) { entry, writer in
        writer.begin(.object)
        writer.member("day", (picture.strip.days.lowerBound + entry.offset).iso)
        writer.member("last_said", orNull: entry.element.carried?.iso)
        list("answers", entry.element.answers, to: &writer) { write($0, to: &$1) }
        list("last_answers", entry.element.carriedAnswers, to: &writer) { write($0, to: &$1) }
        writer.end(.object)
      }
      writer.end(.object)
    }
    list("siege_tests", picture.siege.results, to: &writer) { result, writer in
      writer.begin(.object)
      writer.member("test", result.test.rawValue)
      writer.member("answer", result.answer.rawValue)
      list("yes", result.yes, to: &writer) { $1.integer($0) }
      list("no", result.no, to: &writer) { $1.integer($0) }
      list("denied", result.denied, to: &writer) { $1.integer($0) }
      list("days_entered", result.passed.sorted(), to: &writer) { $1.string($0.iso) }
      list("days_stopped", result.stopped.sorted(), to: &writer) { $1.string($0.iso) }
      writer.end(.object)
    }
    list("periods", picture.strip.periods(length), to: &writer) {
      write($0, of: picture, to: &$1)
    }
    list("obstacles", picture.obstacles.list, to: &writer) { obstacle, writer in
      writer.begin(.object)
      writer.member("number", orNull: obstacle.number)
      writer.member("name", SituationText.obstacle(obstacle.number))
      writer.key("level")
      if let level = obstacle.level { writer.integer(level) } else { writer.string("X") }
      writer.member("statements", orNull: obstacle.count)
      list("said", obstacle.said, to: &writer) { $1.integer($0) }
      writer.end(.object)
    }
    for (name, positions) in [
      ("populations" as StaticString, picture.populations), ("deliveries", picture.deliveries),
      ("control", picture.control),
    ] {
      list(name, positions, to: &writer) { $1.integer($0) }
    }
    list("states", picture.states, to: &writer) { write($0, to: &$1) }
    writer.end(.object)
  }

  /// A week or month: of each layer what is said, in how many days nothing is, and numbers as ranges.
  private static func write(
    _ period: StripPeriod, of picture: AreaPicture, to writer: inout JSONWriter
  ) {
    writer.begin(.object)
    writer.member("from", period.days.lowerBound.iso)
    writer.member("to", period.days.upperBound.iso)
    list("layers", Layer.ofAreas, to: &writer) { layer, writer in
      writer.begin(.object)
      writer.member("layer", layer.rawValue)
      writer.member("days_without_report", orNull: period.silentDays[layer] ?? 0)
      list("answers", period.cells[layer]?.answers ?? [], to: &writer) { write($0, to: &$1) }
      list("numbers", picture.ranges(of: layer, in: period.days), to: &writer) { range, writer in
        writer.begin(.object)
        writer.member("state", range.state)
        writer.member("low", orNull: range.low)
        writer.member("high", orNull: range.high)
        writer.key("open_below")
        writer.boolean(range.isOpenBelow)
        writer.key("open_above")
        writer.boolean(range.isOpenAbove)
        list("speakers", range.speakers, to: &writer) { $1.string($0) }
        writer.member("statements_without_number", orNull: range.unnumbered)
        writer.end(.object)
      }
      writer.end(.object)
    }
    writer.end(.object)
  }

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

  /// Hash of what a case file says, whenever it is looked at: signatures stand under it.
  package static func digest(_ file: CaseFile) -> String {
    var writer = JSONWriter(capacity: 16_384)
    writer.begin(.object)
    writer.member("outcome", file.outcome.rawValue)
    list("factors", file.factors, to: &writer) { write($0, to: &$1) }
    list("unknown", file.unknown, to: &writer) { $1.string($0.rawValue) }
    writer.member("rules_sha256", file.rulesDigest)
    writer.end(.object)
    return sha256Hex(String(decoding: writer.bytes, as: UTF8.self))
  }

  /// A case file, whole.
  package static func write(_ file: CaseFile, to writer: inout JSONWriter) {
    writer.begin(.object)
    writer.member("outcome", file.outcome.rawValue)
    writer.member("as_of", file.asOf.rfc3339)
    writer.member("stale_at", file.staleAt.rfc3339)
    writer.member("purpose", file.movement.purpose)
    writer.member("organisation", file.movement.organisation)
    writer.member("destination", file.movement.destination.name)
    writer.member("start", file.movement.start.rfc3339)
    writer.member("arrival", file.movement.arrival.rfc3339)
    writer.member("end_of_unloading", file.movement.end.rfc3339)
    writer.key("window_is_past")
    writer.boolean(file.isPast)
    list("factors", file.factors, to: &writer) { write($0, to: &$1) }
    list("unknown", file.unknown, to: &writer) { $1.string($0.rawValue) }
    list("not_known", CaseFileUnknowns(file).gaps, to: &writer) { gap, writer in
      writer.begin(.object)
      writer.member("of", gap.of)
      writer.member("words", gap.words)
      writer.end(.object)
    }
    list("grades", file.grades.sorted { $0.key < $1.key }, to: &writer) { grade, writer in
      writer.begin(.object)
      writer.member("incident", grade.key)
      writer.member("grade", grade.value.rawValue)
      writer.end(.object)
    }
    list("parts", file.partFindings, to: &writer) { finding, writer in
      writer.begin(.object)
      switch finding.part {
      case .point(let index)?:
        writer.member("kind", "point")
        writer.member("name", file.movement.points[index].name)
      case .leg(let index)?:
        let leg = file.movement.legs[index]
        writer.member("kind", "leg")
        writer.member("name", "\(leg.from.name) → \(leg.to.name)")
      case nil:
        writer.member("kind", "wider")
        writer.member("name", "")
      }
      writer.member("group", finding.group.rawValue)
      list("factors", finding.factors, to: &writer) { $1.integer($0) }
      writer.end(.object)
    }
    list("history", file.history, to: &writer) { band, writer in
      writer.begin(.object)
      writer.member("kilometres", orNull: band.kilometres)
      writer.member("days", orNull: band.days)
      list("incidents", band.incidents, to: &writer) { $1.string($0) }
      writer.end(.object)
    }
    list("would_change_it", file.counterfactuals, to: &writer) { change, writer in
      writer.begin(.object)
      writer.member("change", SituationText.change(change.change))
      writer.member("outcome", change.outcome.rawValue)
      writer.end(.object)
    }
    writer.member("rules_sha256", file.rulesDigest)
    writer.end(.object)
  }

  private static func write(_ factor: Factor, to writer: inout JSONWriter) {
    writer.begin(.object)
    writer.member("rule", factor.rule.id)
    writer.member("group", factor.rule.group.rawValue)
    writer.member("direction", factor.direction.rawValue)
    writer.member("consequence", factor.rule.consequence.rawValue)
    writer.member("title", factor.rule.title)
    writer.member("party", factor.party)
    writer.member("kilometres", orNull: factor.kilometres)
    writer.member("newest", orNull: factor.newest?.iso)
    writer.member("expires", orNull: factor.expires?.day.iso)
    if let time = factor.expires?.time { writer.member("expires_at", time.stored) }
    writer.member("origins", orNull: factor.origins)
    list("incidents", factor.incidents, to: &writer) { $1.string($0) }
    list("grounds", factor.grounds, to: &writer) { ground, writer in
      switch ground {
      case .said(let said): write(said, to: &writer)
      case .clock(_, let act, _): write(act.said, to: &writer)
      case .entered(let contact):
        writer.begin(.object)
        writer.member("party", contact.party)
        writer.member("status", contact.status.rawValue)
        writer.member("at", orNull: contact.at?.rfc3339)
        writer.member("entered_by", contact.enteredBy)
        writer.end(.object)
      case .almanac(let light):
        let offset = 0
        writer.begin(.object)
        writer.member("sunrise", Moment(minutes: light.sunrise, offset: offset).rfc3339)
        writer.member("sunset", Moment(minutes: light.sunset, offset: offset).rfc3339)
        writer.end(.object)
      }
    }
    writer.end(.object)
  }
}
