package import PatchworkLinking
import PatchworkRecord

/// What all accounts of an incident that speak of it share: what, where and when.
package struct SharedGround {
  /// One of the three questions.
  package enum Question: String, CaseIterable, Sendable {
    case what, place = "where", day = "when"
  }

  /// Questions that accounts answer alike.
  package private(set) var shared: [Question] = []
  /// Questions to which some account has another answer.
  package private(set) var disputed: [Question] = []

  /// Asks the accounts of an incident what they say of what its summary says; a question that none answers is in neither list.
  package init(_ summary: IncidentSummary, _ accounts: [IncidentAccount]) {
    let happenings = accounts.compactMap(\.account.happening)
    note(.what, happenings.map { $0.type == summary.type })
    if let place = summary.place {
      note(.place, happenings.compactMap { $0.place.map { Self.isOne(place, $0) } })
    }
    if let days = summary.days {
      note(
        .day,
        happenings.compactMap { happening in
          guard let from = happening.time?.from.flatMap(CivilDay.init(iso:)),
            let to = happening.time?.to.flatMap(CivilDay.init(iso:)), from <= to
          else { return nil }
          return days.overlaps(from...to)
        })
    }
  }

  private mutating func note(_ question: Question, _ answers: [Bool]) {
    if answers.isEmpty { return }
    if answers.contains(false) { disputed.append(question) } else { shared.append(question) }
  }

  /// Whether two names of places go together: the same place, or one within the other.
  private static func isOne(_ a: Place, _ b: Place) -> Bool {
    guard let first = a.id, let second = b.id else { return a.name == b.name }
    return first == second || a.within.contains(second) || b.within.contains(first)
  }
}
