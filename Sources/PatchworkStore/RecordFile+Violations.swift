import GRDB
import PatchworkLinking
public import PatchworkRecord
public import PatchworkSituation

/// What the account of a violation says beside its count, each empty where it says nothing.
public struct ViolationFacts: Hashable, Sendable {
  /// What kind of thing was done.
  public var kind: HappeningType?
  /// Who did it, as written.
  public var actor = ""
  /// To whom.
  public var target = ""
  /// With which weapon, as written.
  public var weapon = ""
  /// What the claim is said to rest on, in the words of the report.
  public var evidence: [String] = []

  /// Nothing known.
  public init() {}
}

extension RecordFile {
  /// What the accounts of some violations say beside their counts, in their order.
  public func facts(of violations: [ViolationCount]) throws -> [ViolationFacts] {
    try pool.read { db in
      var reports = StoredReports(db: db)
      return try violations.map { violation in
        var facts = ViolationFacts()
        let number = violation.said.entry.account
        guard let accounts = try reports.latest(violation.said.report)?.report.reading.accounts,
          accounts.indices.contains(number)
        else { return facts }
        let account = accounts[number]
        facts.kind = account.happening?.type
        facts.actor = account.happening?.actor?.who ?? ""
        facts.target = account.happening?.target?.who ?? ""
        facts.weapon = account.happening?.weapon?.text ?? ""
        facts.evidence = account.evidence.map(\.quote.text)
        return facts
      }
    }
  }
}
