import PatchworkRecord
import PatchworkText

/// Threads of speakers through the accounts of an incident.
public struct SpeakerThreads: Sendable {
  private let parties: Parties
  private let rivals: RivalAccounts

  /// Part of a statement's words that must be new for it to be another explanation.
  private static let novelty = 0.5

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
      guard let speaker = name(of: accounts[index].account), !isDescribed(index, in: accounts),
        !passesOn(accounts[index].account)
      else { continue }
      bySpeaker[speaker, default: []].append(index)
    }
    return bySpeaker.keys.sorted().compactMap { speaker in
      let statements = bySpeaker[speaker, default: []]
      guard Set(statements.map { accounts[$0].origin }).count > 1 else { return nil }
      return SpeakerThread(
        speaker: speaker, statements: statements, shifts: shifts(statements, accounts))
    }
  }

  private func name(of account: Account) -> String? {
    let name = account.source.lastingName
    return name.isEmpty ? nil : parties.speaker(of: account)?.name ?? name
  }

  /// Whether all that somebody says is that another spoke, which leaves his own position as it was; a medium's reports
  /// are its account.
  private func passesOn(_ account: Account) -> Bool {
    account.stance == .report && account.source.kind != .medium
  }

  /// Whether an account stands within what somebody of another party says: "Kerry said that Russia first said …" is Kerry's.
  private func isDescribed(_ index: Int, in accounts: [IncidentAccount]) -> Bool {
    let own = accounts[index].account
    let party = parties.speaker(of: own)
    return accounts.contains { other in
      guard other.report == accounts[index].report, other.account.number != own.number,
        other.account.sentence.span == own.sentence.span,
        other.account.source.who != own.source.who
      else { return false }
      switch other.account.source.kind {
      case .author, .unstated, .medium, .document: return false
      case .person, .organisation, .role, .anonymous, .collective: break
      }
      if let party, parties.speaker(of: other.account) == party { return false }
      return !own.content.isEmpty
        && own.content.allSatisfy { words in
          other.account.content.contains { $0.span.contains(words.span) && $0.span != words.span }
        }
    }
  }

  /// How each statement stands to those of earlier reports; statements of one report are one act, and copied words are none.
  private func shifts(
    _ statements: [Int], _ accounts: [IncidentAccount]
  ) -> [SpeakerThread.Shift] {
    let positions = statements.map { Position(accounts[$0].account, parties: parties) }
    return statements.indices.compactMap { index in
      let own = accounts[statements[index]]
      let before = statements.indices.prefix(index)
        .filter { accounts[statements[$0]].report != own.report }
      guard let last = before.last, own.origin == own.report else { return nil }
      func made(
        _ change: SpeakerThread.Change, _ slot: String, from earlier: Int
      ) -> SpeakerThread.Shift {
        SpeakerThread.Shift(
          from: statements[earlier], to: statements[index], change: change, slot: slot)
      }
      if own.account.stance == .correct { return made(.retracted, "", from: last) }
      if let found = conflict(positions[index], before, positions) {
        return made(
          found.slot == .polarity ? .contradicted : .changed, found.slot.rawValue,
          from: found.earlier
        )
      }
      let slot =
        addition(positions[index], before.map { positions[$0] })
        ?? (isExplanation(own.account, positions[index])
          && isNew(own.account, beside: before.map { accounts[statements[$0]].account })
          ? "reason" : nil)
      return slot.map { made(.added, $0, from: last) } ?? made(.restated, "", from: last)
    }
  }

  /// The slot in which a statement excludes the newest earlier one that fills that slot, gravest slot first.
  private func conflict(
    _ own: Position, _ before: [Int], _ positions: [Position]
  ) -> (slot: Contradiction.Slot, earlier: Int)? {
    for slot in Contradiction.Slot.allCases {
      let newest = before.last { earlier in
        let position = positions[earlier]
        return switch slot {
        case .polarity: position.holding != .open && bears(position, on: own)
        case .actor: !position.blamed.isEmpty
        case .means: position.holding == .asserts && position.type != nil
        case .number: position.killed != nil
        }
      }
      if let newest, rivals.slot(positions[newest], own) == slot { return (slot, newest) }
    }
    return nil
  }

  /// Whether two positions speak of the same doers, or one of them of none.
  private func bears(_ a: Position, on b: Position) -> Bool {
    let (own, others) = (Set(a.blamed + a.cleared), Set(b.blamed + b.cleared))
    return own.isEmpty || others.isEmpty || !own.isDisjoint(with: others)
  }

  /// The slot that a statement fills and no earlier one did, or nil.
  private func addition(_ own: Position, _ before: [Position]) -> String? {
    if !own.blamed.isEmpty, before.allSatisfy(\.blamed.isEmpty) {
      return Contradiction.Slot.actor.rawValue
    }
    let cleared = Set(before.flatMap(\.cleared))
    if own.holding == .denies,
      own.cleared.isEmpty
        ? before.allSatisfy({ $0.holding != .denies }) : cleared.isDisjoint(with: own.cleared)
    {
      return Contradiction.Slot.polarity.rawValue
    }
    if own.killed != nil, before.allSatisfy({ $0.killed == nil }) {
      return Contradiction.Slot.number.rawValue
    }
    return nil
  }

  /// Whether a statement explains what was told without telling it again.
  private func isExplanation(_ account: Account, _ position: Position) -> Bool {
    account.happening == nil && position.holding == .open && account.stance == .state
  }

  private func isNew(_ account: Account, beside earlier: [Account]) -> Bool {
    func words(_ account: Account) -> [UInt64] {
      account.content.flatMap { ReportWords($0.text).stems }
    }
    let own = Set(words(account))
    let new = own.subtracting(earlier.flatMap(words))
    return Double(new.count) > Double(own.count) * Self.novelty
  }
}
