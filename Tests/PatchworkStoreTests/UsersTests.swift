import Foundation
import GRDB
import PatchworkRecord
import Testing

@testable import PatchworkStore

@Suite struct UsersTests {
  private let decision = Decision(who: "R. Haddad", at: "2016-10-01T00:00:00Z", reason: "new here")

  @Test func `a password is kept as scrypt of it, with a salt of its own`() throws {
    // Test vector of RFC 7914, section 12.
    let vector =
      "scrypt$16384$8$1$536f6469756d43686c6f72696465$"
      + "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
    #expect(Password.matches("pleaseletmein", vector))
    #expect(!Password.matches("pleaseletmeIn", vector))
    let (one, other) = (Password.keep("a long enough one"), Password.keep("a long enough one"))
    #expect(one != other && one.hasPrefix("scrypt$32768$8$3$"))
    #expect(Password.matches("a long enough one", one))
    #expect(!Password.matches("a long enough one", "plain"))
  }

  @Test func `a record of the first format is brought forward and keeps what it has`() throws {
    try SampleRecord.withPath { path in
      do {
        let old = try DatabaseQueue(path: path)
        try old.write { db in
          try db.execute(sql: Schema.steps[0])
          try db.execute(
            sql: "PRAGMA application_id = \(RecordFile.applicationID); PRAGMA user_version = 1")
          try Journal.append(
            at: "2016-10-01T00:00:00Z", who: "a", action: "add", subject: "b", in: db)
        }
        try old.close()
      }
      let before = try RecordFile(path: path, readOnly: true)
      #expect(try before.status().schema == 1)
      #expect(
        throws: RecordFileError.older(path: path, version: 1, needed: RecordFile.situationFormat)
      ) {
        try before.ceasefires()
      }
      let file = try RecordFile(path: path)
      #expect(try file.status().schema == Schema.version)
      #expect(try file.status().entries == 1)
      try file.addUser("Rana", .manager, password: "correct horse battery", decision)
      #expect(try file.users() == [User(name: "Rana", role: .manager, isClosed: false)])
      #expect(try file.verify().flaws == [])
    }
  }

  @Test func `users log in by password, and the last manager stays`() throws {
    try SampleRecord.withPath { path in
      let file = try RecordFile(path: path, create: true)
      #expect(try !file.hasUsers())
      #expect(throws: UserError.short(least: 12)) {
        try file.addUser("Rana", .manager, password: "short", decision)
      }
      #expect(throws: JudgementError.unreasoned) {
        try file.addUser(
          "Rana", .manager, password: "correct horse battery",
          Decision(who: "x", at: "2016-10-01T00:00:00Z", reason: ""))
      }
      try file.addUser("Rana", .manager, password: "correct horse battery", decision)
      #expect(throws: UserError.exists("Rana")) {
        try file.addUser("Rana", .reader, password: "correct horse battery", decision)
      }
      #expect(try file.user("Rana", password: "correct horse battery")?.role == .manager)
      #expect(try file.user("Rana", password: "correct horse batterY") == nil)
      #expect(try file.user("Nobody", password: "correct horse battery") == nil)
      #expect(throws: UserError.lastManager) {
        try file.changeUser("Rana", role: .reader, decision)
      }
      #expect(throws: UserError.lastManager) {
        try file.changeUser("Rana", isClosed: true, decision)
      }
    }
  }

  @Test func `sessions and tokens end with their time and with their user`() throws {
    try SampleRecord.withPath { path in
      let file = try RecordFile(path: path, create: true)
      try file.addUser("Rana", .manager, password: "correct horse battery", decision)
      try file.addUser("Omar", .analyst, password: "another long password", decision)
      let omar = try #require(try file.user("Omar"))
      let session = try file.openSession(of: omar, until: 1000, decision)
      let token = try file.makeToken(
        of: "Omar", label: "feed", scope: .manager, until: 1000, decision)
      #expect(try file.session(session, now: 999)?.role == .analyst)
      #expect(try file.session(session, now: 1000) == nil)
      #expect(try file.session(token, now: 0) == nil)
      // A token does no more than its user may.
      #expect(try file.token(token, now: 999)?.role == .analyst)
      #expect(try file.token(token + "x", now: 999) == nil)
      try file.changeUser("Omar", role: .reader, decision)
      #expect(try file.token(token, now: 999)?.role == .reader)
      try file.changeUser("Omar", isClosed: true, decision)
      #expect(try file.session(session, now: 0) == nil)
      #expect(try file.token(token, now: 0) == nil)
      #expect(try file.verify().flaws == [])
      // Nothing that opens the record stands in its file.
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      for secret in [session, token, "another long password"] {
        #expect(bytes.range(of: Data(secret.utf8)) == nil)
      }
    }
  }
}
