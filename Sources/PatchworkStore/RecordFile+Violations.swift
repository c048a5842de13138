import GRDB
import PatchworkLinking
import PatchworkRecord
public import PatchworkSituation

extension RecordFile {
  /// Counts and allegations of violations that are looked at by themselves, the newest.
  public static let violationsShown = 200

  /// The newest of some violations, with what their accounts say beside the counts, in order of publication.
  public func newest(
    _ violations: [ViolationCount], most: Int = violationsShown
  ) throws -> [ViolationCount] {
    try pool.read { db in
      var reports = StoredReports(db: db)
      return try violations.suffix(most).map { violation in
        var told = violation
        let number = violation.said.entry.account
        guard let accounts = try reports.latest(violation.said.report)?.report.reading.accounts,
          accounts.indices.contains(number)
        else { return told }
        told.facts = ViolationFacts(accounts[number], among: accounts)
        return told
      }
    }
  }
}
