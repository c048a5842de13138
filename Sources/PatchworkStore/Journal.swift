import PatchworkRecord
import GRDB
import PatchworkText

/// One entry of the journal: who did what to what, when and why.
public struct JournalEntry: Hashable, Sendable {
  /// Number from 1 without gaps.
  public var number: Int
  /// When, RFC 3339 in UTC.
  public var at: String
  /// Who: a person's name, or the program's for what the machine did.
  public var who: String
  /// What was done ("add", "reject", "edit", …).
  public var action: String
  /// To what ("report x", "account x#3", "incident I-…").
  public var subject: String
  /// Before and after, as JSON.
  public var detail: String
  /// Why, in the words of who did it.
  public var reason: String
  /// Hash of the entry before, and of this one over everything above.
  public var beforeSHA256: String
  /// Hash of this entry over everything above.
  public var sha256: String

  /// The hash that an entry of this content has.
  func digest() -> String {
    var writer = JSONWriter(capacity: 256)
    writer.begin(.array)
    writer.integer(number)
    for field in [at, who, action, subject, detail, reason, beforeSHA256] { writer.string(field) }
    writer.end(.array)
    return sha256Hex(writer.bytes)
  }
}

/// Writes and reads the journal within transactions.
enum Journal {
  /// What stands in place of the hash before the first entry.
  static let beginning = String(repeating: "0", count: 64)

  /// Appends an entry and returns its number.
  @discardableResult
  static func append(
    at: String, who: String, action: String, subject: String, detail: String = "{}",
    reason: String = "", in db: Database
  ) throws -> Int {
    let last = try Row.fetchOne(
      db, sql: "SELECT number, sha256 FROM journal ORDER BY number DESC LIMIT 1")
    // SQLite's texts end at a null where they are read: it is no part of what is hashed either.
    func kept(_ text: String) -> String { text.replacing("\0", with: "\u{FFFD}") }
    var entry = JournalEntry(
      number: (last?["number"] ?? 0) + 1, at: at, who: kept(who), action: action,
      subject: kept(subject), detail: kept(detail), reason: kept(reason),
      beforeSHA256: last?["sha256"] ?? beginning, sha256: "")
    entry.sha256 = entry.digest()
    try db.cachedStatement(sql: "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .execute(arguments: [
        entry.number, entry.at, entry.who, entry.action, entry.subject, entry.detail, entry.reason,
        entry.beforeSHA256, entry.sha256,
      ])
    return entry.number
  }

  static func entry(_ row: Row) -> JournalEntry {
    JournalEntry(
      number: row["number"], at: row["at"], who: row["who"], action: row["action"],
      subject: row["subject"], detail: row["detail"], reason: row["reason"],
      beforeSHA256: row["before_sha256"], sha256: row["sha256"])
  }
}

extension RecordFile {
  /// Calls with every entry of the journal after a number, in order.
  public func forEachEntry(after number: Int = 0, _ body: (JournalEntry) throws -> Void) throws {
    try pool.read { db in
      let rows = try Row.fetchCursor(
        db, sql: "SELECT * FROM journal WHERE number > ? ORDER BY number", arguments: [number])
      while let row = try rows.next() { try body(Journal.entry(row)) }
    }
  }

  /// The number of the newest entry; 0 where there is none.
  public func newestEntry() throws -> Int {
    try pool.read { db in try Int.fetchOne(db, sql: "SELECT max(number) FROM journal") ?? 0 }
  }
}
