import PatchworkRecord

/// What one speaker said of one incident, in order, and how it changed.
public struct SpeakerThread: Hashable, Sendable {
  /// Who speaks: a name, or the party for which office holders speak.
  public let speaker: String
  /// Positions of the statements in what was threaded.
  public let statements: [Int]
  /// What changed between statements that follow each other.
  public let shifts: [Shift]

  /// How a later statement stands to an earlier one.
  public enum Change: String, Sendable, CaseIterable {
    /// The same again.
    case restated
    /// Something that was left open is now said.
    case added
    /// Something said is now said otherwise.
    case changed
    /// What was asserted is now denied, or the reverse.
    case contradicted
    /// The speaker takes it back.
    case retracted
  }

  /// A step from one statement to the next.
  public struct Shift: Hashable, Sendable {
    /// Positions of the two statements.
    public let from: Int
    /// Position of the later statement.
    public let to: Int
    /// What changed.
    public let change: Change
    /// In what: "actor", "means", "number", "polarity"; empty where nothing did.
    public let slot: String
  }
}

/// Threads of speakers through the accounts of an incident.
public struct SpeakerThreads: Sendable {
  private let parties: Parties
  private let rivals: RivalAccounts

  /// Makes threads with their tables.
  public init(parties: Parties, families: TypeFamilies) {
    self.parties = parties
    rivals = RivalAccounts(parties: parties, families: families)
  }

  /// The threads of speakers with at least two statements of different origins, by speaker.
  ///
  /// The author, unstated and anonymous speakers have no thread: nothing says that two of them are one. What others pass
  /// on of a speaker (`via`) is the speaker's own; a speaker's description of another's account is not.
  public func threads(in accounts: [IncidentAccount]) -> [SpeakerThread] {
    var bySpeaker: [String: [Int]] = [:]
    for index in accounts.indices {
      guard let speaker = name(of: accounts[index].account) else { continue }
      bySpeaker[speaker, default: []].append(index)
    }
    return bySpeaker.keys.sorted().compactMap { speaker in
      let statements = bySpeaker[speaker, default: []]
      guard Set(statements.map { accounts[$0].origin }).count > 1 else { return nil }
      let shifts = zip(statements, statements.dropFirst()).compactMap {
        shift(from: $0, to: $1, accounts)
      }
      return SpeakerThread(speaker: speaker, statements: statements, shifts: shifts)
    }
  }

  private func name(of account: Account) -> String? {
    switch account.source.kind {
    case .author, .unstated, .anonymous, .collective: nil
    case .person, .organisation, .role, .document, .medium:
      account.source.who.isEmpty ? nil : parties.speaker(of: account)?.name ?? account.source.who
    }
  }

  private func shift(
    from: Int, to: Int, _ accounts: [IncidentAccount]
  ) -> SpeakerThread.Shift? {
    let (before, after) = (
      Position(accounts[from].account, parties: parties),
      Position(accounts[to].account, parties: parties)
    )
    func made(_ change: SpeakerThread.Change, _ slot: String) -> SpeakerThread.Shift {
      SpeakerThread.Shift(from: from, to: to, change: change, slot: slot)
    }
    if accounts[to].account.stance == .correct { return made(.retracted, "") }
    if let slot = rivals.slot(before, after) {
      return made(slot == .polarity ? .contradicted : .changed, slot.rawValue)
    }
    if before.blamed.isEmpty, !after.blamed.isEmpty, after.holding == .asserts {
      return made(.added, Contradiction.Slot.actor.rawValue)
    }
    if before.killed == nil, after.killed != nil { return made(.added, "number") }
    return made(.restated, "")
  }
}
