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
    statements.lazy.compactMap(\.entry.place).first { isVenue($0) }
  }

  private func isVenue(_ place: Place) -> Bool {
    place.kind != "country" || !participants.contains(place.name)
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
  static func meetings(in states: [SaidState]) -> [Meeting] {
    var seen: Set<SaidState.SentenceKey> = []
    var drafts: [Draft] = []
    for said in states
    where said.entry.layer == .talks && seen.insert(said.sentenceKey).inserted {
      if let at = drafts.indices.reversed().first(where: { drafts[$0].isOne(with: said) }) {
        drafts[at].append(said)
      } else {
        drafts.append(Draft(said))
      }
    }
    return drafts.map(\.meeting)
  }

  /// A meeting while its statements are brought together, with what each further one is held against.
  private struct Draft {
    private(set) var meeting: Meeting
    private var days: ClosedRange<CivilDay>?
    private var venue: Place?

    init(_ said: SaidState) {
      meeting = Meeting(statements: [], participants: [])
      append(said)
    }

    mutating func append(_ said: SaidState) {
      meeting.statements.append(said)
      for name in said.entry.terms.named where !meeting.participants.contains(name) {
        meeting.participants.append(name)
      }
      if let own = said.days {
        days =
          days.map {
            min($0.lowerBound, own.lowerBound)...max($0.upperBound, own.upperBound)
          } ?? own
      }
      // A further participant may be the country that was taken for the venue.
      if let known = venue, !meeting.isVenue(known) { venue = meeting.venue }
      if venue == nil, let place = said.entry.place, meeting.isVenue(place) { venue = place }
    }

    func isOne(with said: SaidState) -> Bool {
      guard let own = days, let days = said.days,
        days.lowerBound.number - own.upperBound.number <= Meeting.tolerance,
        own.lowerBound.number - days.upperBound.number <= Meeting.tolerance
      else { return false }
      // Of two towns of one name one report may have found the other.
      if let here = venue, let there = said.entry.place {
        return here.name == there.name || here.id != nil && here.id == there.id
      }
      return said.entry.terms.named.contains { meeting.participants.contains($0) }
    }
  }
}
