import PatchworkRecord

extension Ceasefires {
  /// Statements of an instrument, and of an outcome of a meeting, that are shown with their sentences: the newest.
  public static let sentencesShown = 200

  /// The statements that pages show with their sentences: what declares, dates and ends an instrument, what breaks it by whose
  /// count, what came of meetings, and the newest of all else.
  public var shown: [SaidState] {
    var shown: [SaidState] = []
    for instrument in instruments + proposals {
      shown += instrument.declarations.map(\.said)
      shown += instrument.acts.suffix(Self.sentencesShown).map(\.said)
      shown += instrument.acts.lazy.filter { $0.state == .rejected }.map(\.said)
      shown += instrument.clocks.map { instrument.acts[$0.act].said }
      shown += instrument.sides.flatMap { side in
        [side.declaration, side.end, side.newest].compactMap { $0?.said }
      }
      shown += instrument.ends.map(\.act.said) + instrument.clauses.map(\.said)
      if let said = instrument.sidedness?.said { shown.append(said.said) }
    }
    shown += violations.lazy.filter { $0.count != nil }.map(\.said)
    shown += violations.suffix(Self.sentencesShown).map(\.said)
    for meeting in meetings {
      for outcome in meeting.outcomes {
        shown += outcome.statements.suffix(Self.sentencesShown)
      }
    }
    return shown
  }

  /// Puts statements in other words where there are any, as where their sentences are read afterwards; in place, since few change.
  public mutating func word(
    reader: TruceReader, _ words: (SaidState) -> SaidState?
  ) {
    for at in instruments.indices { instruments[at].word(reader, words) }
    for at in proposals.indices { proposals[at].word(reader, words) }
    for at in violations.indices {
      if let said = words(violations[at].said) { violations[at].said = said }
    }
    for at in meetings.indices {
      for statement in meetings[at].statements.indices {
        if let said = words(meetings[at].statements[statement]) {
          meetings[at].statements[statement] = said
        }
      }
    }
  }

  /// The same with violations as more is known of them.
  public func replacing(violations change: (ViolationCount) -> ViolationCount) -> Ceasefires {
    var changed = self
    changed.violations = violations.map(change)
    return changed
  }
}

extension Instrument {
  fileprivate mutating func word(_ reader: TruceReader, _ words: (SaidState) -> SaidState?) {
    for at in acts.indices {
      if let said = words(acts[at].said) { acts[at].said = said }
    }
    if let act = sidedness?.said, let said = words(act.said) { sidedness?.said?.said = said }
    for at in ends.indices {
      if let said = words(ends[at].act.said) { ends[at].act.said = said }
      ends[at].ground = reader.ground(of: ends[at].act.said.sentence)
    }
    for at in clauses.indices {
      if let said = words(clauses[at].said) { clauses[at].said = said }
    }
  }
}
