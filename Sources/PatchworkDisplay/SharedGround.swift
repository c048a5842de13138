package import PatchworkLinking
import PatchworkRecord

/// How far the accounts of an incident share what its heading says: what, where and when.
package struct SharedGround {
  /// One of the three, with how many accounts speak of it and how many of those say what the heading says.
  package struct Answer: Hashable, Sendable {
    /// "what", "where" or "when".
    package let question: String
    /// Accounts that say what the heading says.
    package let same: Int
    /// Accounts that say anything of it.
    package let all: Int
  }

  /// The questions that some account answers, in their order.
  package let answers: [Answer]

  /// Asks the accounts of an incident what they say of what its summary says.
  package init(_ summary: IncidentSummary, _ accounts: [IncidentAccount]) {
    let happenings = accounts.compactMap(\.account.happening)
    let places = summary.place.map { place in
      happenings.compactMap { $0.place.map { Self.isOne(place, $0) } }
    }
    let days = summary.days.map { days in
      happenings.compactMap { Self.days($0).map(days.overlaps) }
    }
    let asked = [
      ("what", happenings.map { $0.type == summary.type }), ("where", places ?? []),
      ("when", days ?? []),
    ]
    answers = asked.filter { !$0.1.isEmpty }.map { question, said in
      Answer(question: question, same: said.count { $0 }, all: said.count)
    }
  }

  private static func days(_ happening: Happening) -> ClosedRange<CivilDay>? {
    guard let from = happening.time?.from.flatMap(CivilDay.init(iso:)),
      let to = happening.time?.to.flatMap(CivilDay.init(iso:)), from <= to
    else { return nil }
    return from...to
  }

  /// Whether two names of places go together: the same place, or one within the other.
  private static func isOne(_ a: Place, _ b: Place) -> Bool {
    guard let first = a.id, let second = b.id else { return a.name == b.name }
    return first == second || a.within.contains(second) || b.within.contains(first)
  }
}
