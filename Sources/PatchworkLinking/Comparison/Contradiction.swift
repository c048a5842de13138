import PatchworkRecord

/// Two accounts of an incident that cannot both be so, and in what.
public struct Contradiction: Hashable, Sendable {
  /// In what two accounts differ.
  public enum Slot: String, Sendable, CaseIterable {
    /// Whether it was at all.
    case polarity
    /// Who did it.
    case actor
    /// By what means.
    case means
    /// How many died.
    case number
  }

  /// Positions of the two accounts in what was compared.
  public let first: Int
  /// Position of the later account.
  public let second: Int
  /// In what they differ.
  public let slot: Slot
}

/// Compares what the accounts of an incident hold.
public struct RivalAccounts: Sendable {
  private let parties: Parties
  private let families: TypeFamilies

  /// Makes a comparison with its tables.
  public init(parties: Parties, families: TypeFamilies) {
    self.parties = parties
    self.families = families
  }

  /// Every contradiction between accounts of different speakers, in order of the accounts; O(n²).
  public func contradictions(in accounts: [IncidentAccount]) -> [Contradiction] {
    let positions = accounts.map { Position($0.account, parties: parties) }
    let speakers = accounts.map(\.account.source.who)
    var found: [Contradiction] = []
    for second in accounts.indices {
      for first in accounts.indices.prefix(upTo: second) where speakers[first] != speakers[second] {
        let isAnswer =
          accounts[first].report == accounts[second].report
          && Self.isAnswer(
            accounts[first].account, positions[first], accounts[second].account, positions[second])
        if let slot = isAnswer ? .polarity : slot(positions[first], positions[second]) {
          found.append(Contradiction(first: first, second: second, slot: slot))
        }
      }
    }
    return found
  }

  /// In what two positions exclude each other: the gravest slot first, or nil.
  func slot(_ a: Position, _ b: Position) -> Contradiction.Slot? {
    // Every pair of an incident comes by here, so nothing is made that is only looked at.
    if a.holding == .asserts && b.holding == .denies {
      return Self.excludes(b, a) ? .polarity : nil
    }
    if a.holding == .denies && b.holding == .asserts {
      return Self.excludes(a, b) ? .polarity : nil
    }
    guard a.holding == .asserts, b.holding == .asserts else { return nil }
    if !a.blamed.isEmpty, !b.blamed.isEmpty, !a.blamed.contains(where: b.blamed.contains) {
      return .actor
    }
    if let type = a.type, let other = b.type, case .opposed = families.agreement(type, other) {
      return .means
    }
    if let count = a.killed, let other = b.killed, Self.exclude(count, other) { return .number }
    return nil
  }

  /// Whether a denial excludes what another position asserts: it denies that it was at all, or clears whom the other blames.
  ///
  /// A denial that names neither denies what it answers, and nothing else.
  private static func excludes(_ denial: Position, _ assertion: Position) -> Bool {
    denial.cleared.isEmpty
      ? denial.type != nil : denial.cleared.contains(where: assertion.blamed.contains)
  }

  /// Whether one of two accounts of a report denies the very one that the other makes.
  private static func isAnswer(
    _ a: Account, _ position: Position, _ b: Account, _ other: Position
  ) -> Bool {
    b.about == a.number && position.holding == .asserts && other.holding == .denies
      || a.about == b.number && other.holding == .asserts && position.holding == .denies
  }

  /// Whether two numbers of one thing cannot both be so: their bounds do not meet, neither is a vague word, and a round
  /// figure ("about 20") is more than a tenth of itself away.
  static func exclude(_ a: Count, _ b: Count) -> Bool {
    guard a.convention == nil, b.convention == nil, a.unit == b.unit else { return false }
    let ((low, high), (otherLow, otherHigh)) = (bounds(of: a), bounds(of: b))
    return high < otherLow || otherHigh < low
  }

  private static func bounds(of count: Count) -> (low: Int, high: Int) {
    let (low, high) = (count.low ?? 0, count.high ?? .max)
    guard count.relation == .approx else { return (low, high) }
    return (low - max(1, low / 10), high == .max ? high : high + max(1, high / 10))
  }
}
