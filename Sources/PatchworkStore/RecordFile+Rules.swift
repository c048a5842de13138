import GRDB
public import PatchworkSituation
import PatchworkRecord
import PatchworkText

/// A rule's text as somebody of the desk wrote it.
public struct RuleVersion: Hashable, Sendable {
  /// The rule's id.
  public var id: String
  /// Its number among the versions of its rule, from 1.
  public var number: Int
  /// When, RFC 3339 in UTC.
  public var at: String
  /// Who.
  public var who: String
  /// Why.
  public var reason: String
  /// The text of its file, JSON; empty where the rule is taken out.
  public var text: String
}

extension RecordFile {
  /// Some rules as the desk of this record edited them.
  public func rules(_ rules: RuleSet) throws -> RuleSet {
    let edits = try pool.read { db in
      try requireSituation(in: db)
      return try Row.fetchAll(
        db,
        sql: """
          SELECT name, text FROM rule_version v
          WHERE n = (SELECT max(n) FROM rule_version WHERE name = v.name) ORDER BY name
          """
      ).map { (name: "\($0["name"] as String).json", text: $0["text"] as String) }
    }
    return try rules.edited(edits)
  }

  /// Every version of a rule that the desk wrote, the oldest first; of all rules without an id.
  public func ruleVersions(of id: String? = nil) throws -> [RuleVersion] {
    try pool.read { db in
      try requireSituation(in: db)
      return try Row.fetchAll(
        db, sql: "SELECT * FROM rule_version WHERE ?1 IS NULL OR name = ?1 ORDER BY at, name, n",
        arguments: [id]
      ).map { row in
        RuleVersion(
          id: row["name"], number: row["n"], at: row["at"], who: row["who"],
          reason: row["reason"], text: row["text"])
      }
    }
  }

  /// Keeps a rule's new text, an empty one to take the rule out, and returns the journal's entry; `rules` are those that come
  /// along, which it stands in place of or beside.
  @discardableResult
  public func keep(
    rule id: String, text: String, over rules: RuleSet, _ decision: Decision
  ) throws -> Int {
    if decision.who.isEmpty { throw JudgementError.nameless }
    if decision.reason.isEmpty { throw JudgementError.unreasoned }
    let letters = Set("abcdefghijklmnopqrstuvwxyz0123456789-".utf8)
    guard !id.isEmpty, id.utf8.count <= 80, id.utf8.allSatisfy(letters.contains) else {
      throw RuleKeepingError.name(id)
    }
    let file = "\(id).json"
    let before = try self.rules(rules).files.first { $0.name == file }?.text ?? ""
    guard before != text else { throw RuleKeepingError.unchanged(id: id) }
    // A text that is no rule is refused before anything is written.
    _ = try self.rules(rules).edited([(file, text)])
    return try writing { db in
      let number =
        try Int.fetchOne(
          db, sql: "SELECT max(n) FROM rule_version WHERE name = ?", arguments: [id]) ?? 0
      try db.execute(
        sql: "INSERT INTO rule_version VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [id, number + 1, decision.at, decision.who, decision.reason, text])
      var detail = JSONWriter()
      detail.begin(.object)
      detail.member("before_sha256", sha256Hex(before))
      detail.member("after_sha256", sha256Hex(text))
      detail.end(.object)
      return try Journal.append(
        at: decision.at, who: decision.who, action: text.isEmpty ? "take out rule" : "edit rule",
        subject: "rule \(id)", detail: String(decoding: detail.bytes, as: UTF8.self),
        reason: decision.reason, in: db)
    }
  }
}
