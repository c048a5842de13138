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
    let delay: Int
    let open: Int
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
          delay: try DisclosureRules.number(row, "days", of: table),
          open: try DisclosureRules.number(row, "open_days", of: table)))
    }
    self.rules = rules
  }

  /// The longest delay of any rule, in days.
  var longestDelay: Int { rules.map(\.delay).max() ?? 0 }

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
    if let end { return end + rule.delay > day }
    return told.map { $0 + rule.open > day } ?? true
  }

  /// Whether an account tells a movement that had not ended long enough before a day.
  func withholds(_ account: Account, published: CivilDay?, on day: CivilDay) -> Bool {
    guard let rule = rules.first(where: { fits($0, account) }) else { return false }
    let times = [
      account.happening?.time, account.condition?.since, account.condition?.until,
    ].compactMap { $0 }
    let isOpen =
      Self.isFuture(account) || account.condition != nil && account.condition?.until == nil
    let end = times.compactMap { $0.to.flatMap(CivilDay.init(iso:)) }.max()
    guard let last = isOpen ? [end, published].compactMap({ $0 }).max() : end ?? published else {
      return true
    }
    let wait = isOpen && end == nil ? rule.open : rule.delay
    return last + wait > day
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
