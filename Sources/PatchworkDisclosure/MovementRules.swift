import PatchworkRecord
import PatchworkText

/// Which accounts are of movements, and from which day on they may be shown.
struct MovementRules: Sendable {
  private struct Rule: Sendable {
    let happening: HappeningType?
    let condition: ConditionKind?
    /// Words of which one must stand in the sentence; none: any.
    let words: Set<String>
    let isFuture: Bool
    /// Days after its end, and after it was told where no end is; nil where it is never shown.
    let delay: Int?
    let open: Int?
  }

  /// For how long an account is withheld.
  enum Withholding: Sendable {
    /// Until the movement that it tells of ended and some days passed.
    case movement
    /// For good: it names a site of which the parties to the conflict were told.
    case notifiedSite
  }

  private let rules: [Rule]

  init(_ table: LexiconTable) throws(LexiconError) {
    var rules: [Rule] = []
    for row in table.rows {
      let (happening, condition) = (
        HappeningType(rawValue: row["what"]), ConditionKind(rawValue: row["what"])
      )
      guard happening != nil || condition != nil || row["what"] == "any" else {
        throw .unknownValue(file: table.file, line: row.line, field: "what", value: row["what"])
      }
      let isCondition = row["kind"] == "condition"
      rules.append(
        Rule(
          happening: isCondition ? nil : happening, condition: isCondition ? condition : nil,
          words: Set(row["words"].split(separator: " ").map(String.init)),
          isFuture: row["when"] == "future",
          delay: try Self.days(row, "days", table), open: try Self.days(row, "open_days", table)))
    }
    self.rules = rules
  }

  /// A number of days, nil for "never".
  private static func days(
    _ row: LexiconTable.Row, _ column: String, _ table: LexiconTable
  ) throws(LexiconError) -> Int? {
    row[column] == "never" ? nil : try DisclosureRules.number(row, column, of: table)
  }

  /// The longest delay of any rule that has one, in days.
  var longestDelay: Int { rules.compactMap(\.delay).max() ?? 0 }

  /// Whether a text has words of movements, in whatever account it is told.
  func isTold(in text: String) -> Bool {
    let words = Set(rules.filter { $0.happening == nil && $0.condition == nil }.flatMap(\.words))
    return NamedText(text).words.contains { words.contains($0) }
  }

  /// Whether something of a type is not yet to be shown on a day, by the rules that hold for the type whatever is said.
  func withholds(
    _ type: HappeningType, until end: CivilDay?, told: CivilDay?, on day: CivilDay
  ) -> Bool {
    guard let rule = rules.first(where: { $0.happening == type && !$0.isFuture }) else {
      return false
    }
    guard let delay = rule.delay, let open = rule.open else { return true }
    if let end { return end + delay > day }
    return told.map { $0 + open > day } ?? true
  }

  /// For how long an account is withheld that is not to be shown on a day, nil where it may be.
  func withholding(
    _ account: Account, published: CivilDay?, on day: CivilDay
  ) -> Withholding? {
    guard let rule = rules.first(where: { fits($0, account) }) else { return nil }
    guard let delay = rule.delay, let open = rule.open else { return .notifiedSite }
    let times = [
      account.happening?.time, account.condition?.since, account.condition?.until,
    ].compactMap { $0 }
    let isOpen =
      Self.isFuture(account) || account.condition != nil && account.condition?.until == nil
    let end = times.compactMap { $0.to.flatMap(CivilDay.init(iso:)) }.max()
    guard let last = isOpen ? [end, published].compactMap({ $0 }).max() : end ?? published else {
      return .movement
    }
    let wait = isOpen && end == nil ? open : delay
    return last + wait > day ? .movement : nil
  }

  private func fits(_ rule: Rule, _ account: Account) -> Bool {
    if let type = rule.happening, account.happening?.type != type { return false }
    if let kind = rule.condition, account.condition?.kind != kind { return false }
    if rule.isFuture, !Self.isFuture(account) { return false }
    if rule.words.isEmpty { return true }
    return NamedText(account.sentence.text).words.contains { rule.words.contains($0) }
  }

  private static func isFuture(_ account: Account) -> Bool {
    switch account.happening?.modality {
    case .planned?, .proposed?, .ongoing?, .threatened?: true
    case nil: [.promise, .propose, .demand, .appeal].contains(account.stance)
    default: false
    }
  }
}
