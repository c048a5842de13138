public import PatchworkRecord

/// What an account holds about an incident: whether it was, who did it, by what means, how many died.
public struct Position: Hashable, Sendable {
  /// Whether the account asserts or denies that something was so.
  public enum Holding: String, Sendable, CaseIterable {
    /// It tells it as having been.
    case asserts
    /// It denies it, or part of it.
    case denies
    /// It leaves it open or says nothing of it.
    case open
  }

  /// Whether it holds that the thing was.
  public let holding: Holding
  /// The parties that it says did it, as one answer: two mean "either".
  public let blamed: [Parties.Party]
  /// The parties that it says did not do it; none where it denies that it was at all, or denies nothing.
  public let cleared: [Parties.Party]
  /// The type that it gives.
  public let type: HappeningType?
  /// The number of killed that it gives.
  public let killed: Count?

  /// What an account holds.
  public init(_ account: Account, parties: Parties) {
    let happening = account.happening
    type = happening?.type
    killed = happening?.killed.flatMap { $0.isAdditional || $0.of != nil ? nil : $0 }
    switch (account.stance, happening?.modality, account.polarity) {
    case (.deny, _, .positive), (.reject, _, .positive), (_, .denied?, _): holding = .denies
    case (.decline, _, _), (.question, _, _), (_, .possible?, _), (_, _, .negative): holding = .open
    case (_, nil, _): holding = .open
    default: holding = .asserts
    }
    let actor = happening?.actor?.who ?? ""
    switch account.stance {
    case .claimResponsibility, .admit:
      blamed = parties.parties(in: account.source.who + " " + account.source.role)
    case .accuse where actor.isEmpty:
      blamed = parties.parties(in: account.content.map(\.text).joined(separator: " "))
    default: blamed = holding == .asserts ? parties.parties(in: actor) : []
    }
    cleared = holding == .denies ? Self.cleared(account, actor: actor, parties) : []
  }

  /// Whom a denial clears: the agent of what it denies; of "Russia was not behind it" those it names; of a denial of one's
  /// part in what others told, the speaker's own party.
  private static func cleared(
    _ account: Account, actor: String, _ parties: Parties
  ) -> [Parties.Party] {
    if !actor.isEmpty { return parties.parties(in: actor) }
    if account.stance == .accuse {
      return account.content.flatMap { parties.parties(in: $0.text) }
        .filter { ["state", "armed group", "unnamed"].contains($0.kind) }
    }
    return account.happening == nil ? [parties.speaker(of: account)].compactMap { $0 } : []
  }
}

extension Parties {
  /// The party that speaks in an account, or nil where it is none that the table knows.
  public func speaker(of account: Account) -> Party? {
    party(of: account.source.who) ?? party(of: account.source.role)
  }
}
