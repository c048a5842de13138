import GRDB

/// Someone who may use a record.
public struct User: Hashable, Sendable {
  /// The name that stands in the journal.
  public var name: String
  /// What they may do.
  public var role: Role
  /// Whether they may no longer log in.
  public var isClosed: Bool
}

/// Why a change of users is not taken.
public enum UserError: Error, Equatable, Sendable {
  /// There is a user of that name already, or none.
  case exists(String)
  case missing(String)
  /// A name of nothing but spaces, or of more than 80 characters.
  case name(String)
  /// A password of fewer characters than are asked for.
  case short(least: Int)
  /// The last manager can be neither closed nor given another role.
  case lastManager
}

extension RecordFile {
  /// The users by name.
  public func users() throws -> [User] {
    try pool.read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM user ORDER BY name").compactMap(Self.user)
    }
  }

  /// Whether there is any user who may log in.
  public func hasUsers() throws -> Bool {
    try pool.read { db in
      try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM user WHERE is_closed = 0)") ?? false
    }
  }

  /// Adds a user; the password is kept as a hash only.
  @discardableResult
  public func addUser(
    _ name: String, _ role: Role, password: String, _ decision: Decision
  ) throws -> Int {
    guard (1...80).contains(name.count), name.contains(where: { !$0.isWhitespace }),
      name.first?.isWhitespace == false, name.last?.isWhitespace == false
    else { throw UserError.name(name) }
    let kept = try Self.kept(password)
    return try changing(decision, inEveryMode: true) { db in
      let exists = try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM user WHERE name = ?)", arguments: [name])
      if exists ?? false { throw UserError.exists(name) }
      try db.execute(
        sql: "INSERT INTO user VALUES (?, ?, ?, 0)", arguments: [name, role.rawValue, kept])
      return try Self.journal("add-user", name, ("role", role.rawValue), decision, in: db)
    }
  }

  /// Gives a user another role, another password, or closes or opens their access; sessions and tokens of a closed user,
  /// and sessions begun with an old password, end.
  @discardableResult
  public func changeUser(
    _ name: String, role: Role? = nil, password: String? = nil, isClosed: Bool? = nil,
    _ decision: Decision
  ) throws -> Int {
    let kept = try password.map(Self.kept)
    return try changing(decision, inEveryMode: true) { db in
      guard
        let row = try Row.fetchOne(db, sql: "SELECT * FROM user WHERE name = ?", arguments: [name]),
        let user = Self.user(row)
      else { throw UserError.missing(name) }
      let (newRole, closed) = (role ?? user.role, isClosed ?? user.isClosed)
      if user.role == .manager, !user.isClosed, newRole != .manager || closed {
        let managers = try Int.fetchOne(
          db, sql: "SELECT count(*) FROM user WHERE role = 'manager' AND is_closed = 0")
        if managers == 1 { throw UserError.lastManager }
      }
      try db.execute(
        sql:
          "UPDATE user SET role = ?, is_closed = ?, password = coalesce(?, password) WHERE name = ?",
        arguments: [newRole.rawValue, closed, kept, name])
      if closed || kept != nil {
        try db.execute(sql: "DELETE FROM session WHERE user = ?", arguments: [name])
      }
      if closed { try db.execute(sql: "DELETE FROM token WHERE user = ?", arguments: [name]) }
      let change = [
        role.map { "role \($0.rawValue)" }, kept.map { _ in "password" },
        isClosed.map { $0 ? "closed" : "open" },
      ].compactMap { $0 }.joined(separator: ", ")
      return try Self.journal("change-user", name, ("change", change), decision, in: db)
    }
  }

  /// The user of a name and password, or nil; it takes as long for a name that is none.
  public func user(_ name: String, password: String) throws -> User? {
    let row = try pool.read { db in
      try Row.fetchOne(
        db, sql: "SELECT * FROM user WHERE name = ? AND is_closed = 0", arguments: [name])
    }
    guard let row else {
      _ = Password.matches(password, Self.nobodysPassword)
      return nil
    }
    return Password.matches(password, row["password"]) ? Self.user(row) : nil
  }

  /// The user of a name who may log in, or nil.
  public func user(_ name: String) throws -> User? {
    try pool.read { db in
      try Row.fetchOne(
        db, sql: "SELECT * FROM user WHERE name = ? AND is_closed = 0", arguments: [name]
      ).flatMap(Self.user)
    }
  }

  private static let nobodysPassword = Password.keep(Secret.make())

  private static func kept(_ password: String) throws -> String {
    guard password.unicodeScalars.count >= Password.least else {
      throw UserError.short(least: Password.least)
    }
    return Password.keep(password)
  }

  static func user(_ row: Row) -> User? {
    Role(rawValue: row["role"]).map {
      User(name: row["name"], role: $0, isClosed: row["is_closed"])
    }
  }

  static func journal(
    _ action: String, _ user: String, _ detail: (StaticString, String), _ decision: Decision,
    in db: Database
  ) throws -> Int {
    try Journal.append(
      at: decision.at, who: decision.who, action: action, subject: "user \(user)",
      detail: Self.detail(detail), reason: decision.reason, in: db)
  }
}
