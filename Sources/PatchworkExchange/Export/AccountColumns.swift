import PatchworkRecord
import PatchworkStore

/// The columns of a table of accounts.
enum AccountColumns {
  static let head = DelimitedLine.comma(
    ["published", "report", "n", "who", "stance", "type", "incident", "sentence"].map { .text($0) })

  static func line(_ row: AccountRow) -> [UInt8] {
    let account = row.account
    return DelimitedLine.comma([
      .some(row.report.published?.iso), .text(row.report.id), .integer(account.number),
      .some(account.source.who), .text(account.stance.rawValue),
      .some(account.happening?.type.rawValue ?? account.condition?.kind.rawValue),
      .some(row.incident), .text(account.sentence.text),
    ])
  }
}
