import PatchworkRecord

/// What a list says of an incident: less than the whole analysis, and the same.
public struct IncidentOutline: Sendable {
  /// The accounts, in order of publication.
  public let accounts: [IncidentAccount]
  /// The grade by the rules.
  public let grade: IncidentGrade
  /// The range of the killed, where numbers are given.
  public let killed: CasualtyRange?

  /// Outlines the accounts of an incident, without those that a person rejected.
  public init(_ accounts: [IncidentAccount], parties: Parties, victims: VictimClasses) {
    self.accounts = accounts
    grade = IncidentGrade(accounts, parties: parties)
    let positions = accounts.map { Position($0.account, parties: parties) }
    killed = CasualtyRange(IncidentAnalysis.figures(accounts, positions, victims) { $0.killed })
  }

  /// How many independent origins the accounts have.
  public var origins: Int { Set(accounts.map(\.origin)).count }
}
