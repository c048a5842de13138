import PatchworkRecord

/// Everything that follows from the accounts of an incident: who holds what, in what they differ, how many, what is open.
public struct IncidentAnalysis: Sendable {
  /// The accounts, in order of publication.
  public let accounts: [IncidentAccount]
  /// What each holds, by position.
  public let positions: [Position]
  /// Who speaks for whom: parties with the positions of their accounts, those with most first; nil for no known party.
  public let sides: [(party: Parties.Party?, accounts: [Int])]
  /// The grade by the rules.
  public let grade: IncidentGrade
  /// In what accounts exclude each other.
  public let contradictions: [Contradiction]
  /// Speakers with several statements.
  public let threads: [SpeakerThread]
  /// The ranges of killed and injured, where numbers are given.
  public let killed: CasualtyRange?
  /// The range of the injured, where numbers are given.
  public let injured: CasualtyRange?
  /// The figures of killed by class of victim, and how they stand to each other.
  public let killedTable: CasualtyTable
  /// The figures of injured by class of victim, and how they stand to each other.
  public let injuredTable: CasualtyTable
  /// What no account says, or accounts do not agree on.
  public let unknowns: [Unknown]

  /// Something that the record does not know of an incident.
  public enum Unknown: String, Sendable, CaseIterable {
    /// No account names who did it, or different ones are named.
    case actor, actorDisputed
    /// Some account denies that it was.
    case whether
    /// No day, or no place closer than a district, is said.
    case day, place
    /// No number of killed is said, or only in vague words.
    case killed, killedVague
    /// No weapon is named.
    case weapon
  }

  /// Analyses the accounts of an incident, without those that a person rejected.
  public init(
    _ accounts: [IncidentAccount], summary: IncidentSummary, parties: Parties,
    families: TypeFamilies, victims: VictimClasses
  ) {
    self.accounts = accounts
    let positions = accounts.map { Position($0.account, parties: parties) }
    self.positions = positions
    sides = Self.sides(accounts, parties)
    grade = IncidentGrade(accounts, parties: parties)
    contradictions = RivalAccounts(parties: parties, families: families)
      .contradictions(in: accounts)
    threads = SpeakerThreads(parties: parties, families: families).threads(in: accounts)
    killedTable = CasualtyTable(Self.figures(accounts, positions, victims) { $0.killed })
    injuredTable = CasualtyTable(Self.figures(accounts, positions, victims) { $0.injured })
    killed = CasualtyRange(killedTable.figures)
    injured = CasualtyRange(injuredTable.figures)
    unknowns = Self.unknowns(accounts, positions, summary, killed)
  }

  private static func sides(
    _ accounts: [IncidentAccount], _ parties: Parties
  ) -> [(party: Parties.Party?, accounts: [Int])] {
    var sides: [(party: Parties.Party?, accounts: [Int])] = []
    for (index, entry) in accounts.enumerated() {
      let party = parties.speaker(of: entry.account)
      if let side = sides.firstIndex(where: { $0.party == party }) {
        sides[side].accounts.append(index)
      } else {
        sides.append((party, [index]))
      }
    }
    return sides.enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      if (x.party == nil) != (y.party == nil) { return y.party == nil }
      return (y.accounts.count, a.offset) < (x.accounts.count, b.offset)
    }.map(\.element)
  }

  static func figures(
    _ accounts: [IncidentAccount], _ positions: [Position], _ victims: VictimClasses,
    _ count: (Happening) -> Count?
  ) -> [Figure] {
    zip(accounts, positions).compactMap { entry, position in
      guard position.holding != .denies, let happening = entry.account.happening,
        let count = count(happening)
      else { return nil }
      return Figure(
        report: entry.report, account: entry.account.number, origin: entry.origin, count: count,
        victims: victims.of(count), speaker: entry.account.source.lastingName,
        published: entry.published,
        isOfPeriod: happening.time?.isOfPeriod ?? false)
    }
  }

  private static func unknowns(
    _ accounts: [IncidentAccount], _ positions: [Position], _ summary: IncidentSummary,
    _ killed: CasualtyRange?
  ) -> [Unknown] {
    var unknowns: [Unknown] = []
    let answers = Set(positions.map { Set($0.blamed) }.filter { !$0.isEmpty })
    if answers.isEmpty { unknowns.append(.actor) }
    if answers.count > 1 { unknowns.append(.actorDisputed) }
    if positions.contains(where: { $0.holding == .denies }) { unknowns.append(.whether) }
    if summary.days == nil { unknowns.append(.day) }
    if summary.place.map({ $0.id == nil || $0.precision > 2 }) ?? true { unknowns.append(.place) }
    if killed == nil { unknowns.append(.killed) }
    if let killed, killed.figures.allSatisfy({ $0.figure.count.convention != nil }) {
      unknowns.append(.killedVague)
    }
    if accounts.allSatisfy({ $0.account.happening?.weapon == nil }) { unknowns.append(.weapon) }
    return unknowns
  }
}
