import PatchworkLinking
public import PatchworkRecord

/// Talks or an agreement, with everything that was said of them.
public struct Meeting: Hashable, Sendable {
  /// The statements, in order of publication.
  public internal(set) var statements: [SaidState]
  /// Who took part, as the statements name them: parties by their names, others as written.
  public internal(set) var participants: [String]

  /// Days apart at which statements may still be of the same talks.
  static let tolerance = 2

  /// The first and last day that are said.
  public var days: ClosedRange<CivilDay>? {
    let days = statements.compactMap(\.days)
    guard let first = days.map(\.lowerBound).min(), let last = days.map(\.upperBound).max() else {
      return nil
    }
    return first...last
  }

  /// Where it was or is to be, nil where nobody says; a country that takes part is none.
  public var venue: Place? {
    statements.lazy.compactMap(\.entry.place).first {
      $0.kind != "country" || !participants.contains($0.name)
    }
  }

  /// What came of it, by who says it: "agreed", "met", "planned", "proposed", each with its statements.
  public var outcomes: [(state: String, statements: [SaidState])] {
    var order: [String] = []
    for said in statements where !order.contains(said.entry.state) {
      order.append(said.entry.state)
    }
    return order.map { state in (state, statements.filter { $0.entry.state == state }) }
  }

  /// The meetings among statements: those of nearly the same days with the same venue, or without another venue and with a
  /// participant in common, are one.
  static func meetings(in states: [SaidState], parties: Parties) -> [Meeting] {
    var seen: Set<SaidState.SentenceKey> = []
    var meetings: [Meeting] = []
    for said in states
    where said.entry.layer == .talks && seen.insert(said.sentenceKey).inserted {
      let participants = participants(of: said, parties)
      if let at = meetings.indices.reversed().first(where: {
        meetings[$0].isOne(with: said, participants)
      }) {
        meetings[at].statements.append(said)
        for name in participants where !meetings[at].participants.contains(name) {
          meetings[at].participants.append(name)
        }
      } else {
        meetings.append(Meeting(statements: [said], participants: participants))
      }
    }
    return meetings
  }

  private static func participants(of said: SaidState, _ parties: Parties) -> [String] {
    var names = parties.parties(in: said.sentence).map(\.name)
    let actor = said.entry.party
    if !actor.isEmpty, parties.parties(in: actor).isEmpty, !names.contains(actor) {
      names.insert(actor, at: 0)
    }
    return names
  }

  private func isOne(with said: SaidState, _ others: [String]) -> Bool {
    guard let own = days, let days = said.days,
      days.lowerBound.number - own.upperBound.number <= Self.tolerance,
      own.lowerBound.number - days.upperBound.number <= Self.tolerance
    else { return false }
    // Of two towns of one name one report may have found the other.
    if let here = venue, let there = said.entry.place {
      return here.name == there.name || here.id != nil && here.id == there.id
    }
    return others.contains { participants.contains($0) }
  }
}
