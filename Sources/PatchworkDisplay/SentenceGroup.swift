package import PatchworkLinking
import PatchworkRecord

/// Accounts that one sentence carries, so that it is shown once under all that is read from it.
package enum SentenceGroup {
  /// The accounts of `indexes` by sentence, each group where its first account stands.
  package static func groups(_ indexes: [Int], of accounts: [IncidentAccount]) -> [[Int]] {
    var groups: [[Int]] = []
    var groupOf: [Key: Int] = [:]
    for index in indexes {
      let entry = accounts[index]
      let key = Key(report: entry.report, sentence: entry.account.sentence)
      if let group = groupOf[key] {
        groups[group].append(index)
      } else {
        groupOf[key] = groups.count
        groups.append([index])
      }
    }
    return groups
  }

  private struct Key: Hashable {
    var report: String
    var sentence: Quote
  }
}
