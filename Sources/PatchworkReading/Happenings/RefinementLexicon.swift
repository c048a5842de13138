import PatchworkRecord
import PatchworkText

/// Rules that make a happening's type more exact by those who take part in it.
struct RefinementLexicon: Sendable {
  private struct Rule: Sendable {
    let types: Set<HappeningType>
    let actor: ClassSet
    let target: ClassSet
    let weapon: ClassSet
    let becomes: HappeningType
  }

  private let rules: [Rule]

  init(_ table: LexiconTable, words: inout WordClasses) throws(LexiconError) {
    var rules: [Rule] = []
    for row in table.rows {
      var types: Set<HappeningType> = []
      for name in row["type"].split(separator: " ") {
        guard let type = HappeningType(rawValue: String(name)) else {
          throw .unknownValue(
            file: table.file, line: row.line, field: "type", value: String(name))
        }
        types.insert(type)
      }
      guard let becomes = HappeningType(rawValue: row["becomes"]) else {
        throw .unknownValue(
          file: table.file, line: row.line, field: "becomes", value: row["becomes"])
      }
      var classes: [String: ClassSet] = [:]
      for piece in row["with"].split(separator: " ") {
        let parts = piece.split(separator: ":")
        guard parts.count == 2, parts[1].hasPrefix("@"),
          ["actor", "target", "weapon"].contains(parts[0]),
          let set = words.named(String(parts[1].dropFirst()))
        else {
          throw .unknownValue(
            file: table.file, line: row.line, field: "with", value: String(piece))
        }
        classes[String(parts[0])] = set
      }
      rules.append(
        Rule(
          types: types, actor: classes["actor"] ?? [], target: classes["target"] ?? [],
          weapon: classes["weapon"] ?? [], becomes: becomes))
    }
    self.rules = rules
  }

  /// The type after the first rule that fits, or the type itself.
  func refine(_ type: HappeningType, actor: ClassSet, target: ClassSet, weapon: ClassSet)
    -> HappeningType
  {
    func holds(_ wanted: ClassSet, _ found: ClassSet) -> Bool {
      wanted.isEmpty || !wanted.isDisjoint(with: found)
    }
    for rule in rules
    where rule.types.contains(type) && holds(rule.actor, actor) && holds(rule.target, target)
      && holds(rule.weapon, weapon)
    {
      return rule.becomes
    }
    return type
  }
}
