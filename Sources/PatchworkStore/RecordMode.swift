import GRDB
import PatchworkText

/// What may be done with a record at all, whoever asks; each mode allows less than those before it.
public enum RecordMode: String, Sendable, CaseIterable, Comparable {
  /// Who may, reads and changes it.
  case normal
  /// It is read, and nothing that it holds is changed.
  case readOnly = "read-only"
  /// It is neither shown nor changed until a manager opens it.
  case locked

  /// By how little they allow.
  public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .normal: 0
    case .readOnly: 1
    case .locked: 2
    }
  }
}

/// The mode of a record with who set it, when and why; nobody where it was never set.
public struct RecordModeState: Hashable, Sendable {
  /// The mode.
  public var mode: RecordMode
  /// Who set it; empty where nobody did.
  public var who: String
  /// When, RFC 3339 in UTC.
  public var at: String
  /// Why.
  public var reason: String

  /// Makes a state.
  public init(mode: RecordMode, who: String = "", at: String = "", reason: String = "") {
    self.mode = mode
    self.who = who
    self.at = at
    self.reason = reason
  }

  /// The mode of a record of which nobody decided.
  public static let initial = RecordModeState(mode: .normal)
}

extension RecordFile {
  /// What may be done with the record now: what the newest entry of the journal on it says.
  public func mode() throws(RecordFileError) -> RecordModeState {
    do {
      return try pool.read { try Self.mode(in: $0) }
    } catch let error as DatabaseError {
      throw RecordFileError(error, path: path)
    } catch {
      throw .unusable(path: path, reason: "\(error)")
    }
  }

  /// Puts the record into a mode, and says in the journal from which to which, who did it and why.
  @discardableResult
  public func setMode(_ mode: RecordMode, _ decision: Decision) throws -> Int {
    try changing(decision, inEveryMode: true) { db in
      let before = try Self.mode(in: db).mode
      return try Journal.append(
        at: decision.at, who: decision.who, action: "set-mode", subject: "record",
        detail: Self.detail(("before", before.rawValue), ("after", mode.rawValue)),
        reason: decision.reason, in: db)
    }
  }

  /// Writes in one transaction, where the record's mode lets it be changed.
  func writing<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try pool.write { db in
      let state = try Self.mode(in: db)
      guard state.mode == .normal else { throw RecordFileError.held(path: path, state) }
      return try body(db)
    }
  }

  private static func mode(in db: Database) throws -> RecordModeState {
    // The action is written out, as it is in the index: a journal of any length is then not looked through.
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT * FROM journal WHERE action = 'set-mode' AND subject = 'record'
          ORDER BY number DESC LIMIT 1
          """))
    guard let row else { return .initial }
    let entry = Journal.entry(row)
    var detail = entry.detail
    let after = detail.withUTF8 { try? JSONParser.parse($0) }?["after"]?.string
    return RecordModeState(
      // An entry that says nothing is taken for the most that it can have said.
      mode: after.flatMap(RecordMode.init) ?? .locked, who: entry.who, at: entry.at,
      reason: entry.reason)
  }
}
