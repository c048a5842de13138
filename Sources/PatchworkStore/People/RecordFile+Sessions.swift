import GRDB

/// A way in that a user opened: a session of a browser, or a token of a program.
public struct Access: Hashable, Sendable {
  /// Who opened it.
  public var user: User
  /// What it may do at most; the user's role where that is less.
  public var scope: Role
  /// What forms of a session must carry; empty for tokens.
  public var formToken: String
  /// For what a token is, as its user wrote.
  public var label: String
  /// When it ends, in seconds since 1970.
  public var ends: Int
  /// The hash by which it is named.
  public var hash: String

  /// What it may do.
  public var role: Role { min(scope, user.role) }
}

extension RecordFile {
  /// Opens a session of a user and gives its secret.
  public func openSession(of user: User, until ends: Int, _ decision: Decision) throws -> String {
    let secret = Secret.make()
    _ = try changing(decision, inEveryMode: true) { db in
      try db.execute(sql: "DELETE FROM session WHERE ends < ?", arguments: [ends - 86_400 * 30])
      try db.execute(
        sql: "INSERT INTO session VALUES (?, ?, ?, ?)",
        arguments: [Secret.hash(secret), user.name, Secret.make(), ends])
      return try Self.journal("login", user.name, ("until", ""), decision, in: db)
    }
    return secret
  }

  /// The session of a secret, or nil where there is none or it has ended.
  public func session(_ secret: String, now: Int) throws -> Access? {
    try access(
      """
      SELECT u.*, s.hash, s.form_token, s.ends, '' AS label, 'manager' AS scope
      FROM session s JOIN user u ON u.name = s.user WHERE s.hash = ? AND s.ends > ?
      """, secret, now)
  }

  /// Ends a session.
  public func closeSession(_ secret: String) throws {
    try pool.write { db in
      try db.execute(
        sql: "DELETE FROM session WHERE hash = ?", arguments: [Secret.hash(secret)])
    }
  }

  /// Makes a token for a user's program and gives its secret, which is not kept.
  public func makeToken(
    of user: String, label: String, scope: Role, until ends: Int, _ decision: Decision
  ) throws -> String {
    let secret = "pw_" + Secret.make()
    _ = try changing(decision, inEveryMode: true) { db in
      let exists = try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM user WHERE name = ? AND is_closed = 0)",
        arguments: [user])
      guard exists ?? false else { throw UserError.missing(user) }
      try db.execute(
        sql: "INSERT INTO token VALUES (?, ?, ?, ?, ?)",
        arguments: [Secret.hash(secret), user, label, scope.rawValue, ends])
      return try Self.journal(
        "make-token", user, ("token", "\(label), \(scope.rawValue)"), decision, in: db)
    }
    return secret
  }

  /// The token of a secret, or nil where there is none or it has ended.
  public func token(_ secret: String, now: Int) throws -> Access? {
    try access(
      """
      SELECT u.*, t.hash, '' AS form_token, t.ends, t.label, t.scope
      FROM token t JOIN user u ON u.name = t.user WHERE t.hash = ? AND t.ends > ?
      """, secret, now)
  }

  /// The tokens of a user, or of all.
  public func tokens(of user: String? = nil) throws -> [Access] {
    try pool.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT u.*, t.hash, '' AS form_token, t.ends, t.label, t.scope
          FROM token t JOIN user u ON u.name = t.user WHERE ?1 IS NULL OR t.user = ?1
          ORDER BY t.user, t.label, t.hash
          """, arguments: [user]
      ).compactMap(Self.access)
    }
  }

  /// Ends the token of a hash.
  @discardableResult
  public func endToken(_ hash: String, _ decision: Decision) throws -> Int {
    try changing(decision, inEveryMode: true) { db in
      guard
        let row = try Row.fetchOne(
          db, sql: "DELETE FROM token WHERE hash = ? RETURNING user, label", arguments: [hash])
      else { throw UserError.missing(hash) }
      return try Self.journal("end-token", row["user"], ("token", row["label"]), decision, in: db)
    }
  }

  private func access(_ sql: String, _ secret: String, _ now: Int) throws -> Access? {
    try pool.read { db in
      try Row.fetchOne(db, sql: sql, arguments: [Secret.hash(secret), now]).flatMap(Self.access)
    }
  }

  private static func access(_ row: Row) -> Access? {
    guard let user = user(row), !user.isClosed, let scope = Role(rawValue: row["scope"]) else {
      return nil
    }
    return Access(
      user: user, scope: scope, formToken: row["form_token"], label: row["label"],
      ends: row["ends"], hash: row["hash"])
  }
}
