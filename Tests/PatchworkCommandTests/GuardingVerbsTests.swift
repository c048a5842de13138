import Foundation
import Testing

/// Modes, sealed copies, the copy of the journal and withdrawing, from the built program.
@Suite(.enabled(if: Built.program != nil, "The program is not beside the tests."))
struct GuardingVerbsTests {
  private static let by = ["--by", "R. Haddad", "--reason", "a test"]

  /// A record of one imported row, in a folder that is removed when the body ends.
  private func withRecord(_ body: (_ path: String, _ folder: URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "a.record").path
    #expect(try Built.run(["init", "--db", path]).status == 0)
    try body(path, folder)
  }

  @Test func `a locked record is neither shown nor changed, and opens again`() throws {
    try withRecord { path, _ in
      #expect(try Built.run(["mode", "--db", path]).output == "normal\n")
      #expect(try Built.run(["mode", "--db", path, "locked"]).status == 65)
      #expect(try Built.run(["mode", "--db", path] + Self.by + ["locked"]).status == 0)
      for verb in [["incidents"], ["status"], ["export", "--to", "csv"], ["journal"]] {
        let done = try Built.run([verb[0], "--db", path] + verb.dropFirst())
        #expect(done.status == 65, "\(verb)")
        #expect(done.errors.contains("is locked since"), "\(verb): \(done.errors)")
        #expect(done.output.isEmpty, "\(verb)")
      }
      #expect(try Built.run(["verify", "--db", path]).status == 0)
      #expect(try Built.run(["users", "--db", path]).status == 0)
      #expect(try Built.run(["mode", "--db", path] + Self.by + ["normal"]).status == 0)
      #expect(try Built.run(["incidents", "--db", path]).status == 0)
    }
  }

  @Test func `a copy is sealed by a key and opens by that key alone`() throws {
    try withRecord { path, folder in
      func file(_ name: String) -> String { folder.appending(path: name).path }
      for key in ["one.key", "other.key"] {
        #expect(try Built.run(["movements", "key", file(key)]).status == 0)
      }
      let made = try Built.run(
        ["backup", "--db", path, "--key", file("one.key"), file("copy.sealed")])
      #expect(made.status == 0, "\(made.errors)")
      #expect(made.output.hasSuffix("verified and sealed\n"))
      func restore(_ key: String, _ copy: String, to record: String) throws -> (Int32, String) {
        let done = try Built.run(
          ["restore", "--db", file(record), "--key", file(key), file(copy)])
        return (done.status, done.errors)
      }
      let wrong = try restore("other.key", "copy.sealed", to: "b.record")
      #expect(wrong.0 == 65 && wrong.1.contains("does not open"))
      #expect(try restore("one.key", "a.record", to: "b.record").0 == 65)
      #expect(!FileManager.default.fileExists(atPath: file("b.record")))
      #expect(try restore("one.key", "copy.sealed", to: "b.record").0 == 0)
      #expect(try restore("one.key", "copy.sealed", to: "b.record").0 == 74)
      #expect(try Built.run(["verify", "--db", file("b.record")]).status == 0)
    }
  }

  @Test func `the journal is held against a copy of it`() throws {
    try withRecord { path, folder in
      let copy = folder.appending(path: "a.journal").path
      #expect(try Built.run(["mode", "--db", path] + Self.by + ["read-only"]).status == 0)
      #expect(
        try Built.run(["journal", "--db", path, "--copy", copy]).output.hasSuffix(
          "1 entry appended\n"))
      #expect(try Built.run(["verify", "--db", path, "--journal-copy", copy]).status == 0)
      let other = folder.appending(path: "other.record").path
      #expect(try Built.run(["init", "--db", other]).status == 0)
      let done = try Built.run(["verify", "--db", other, "--journal-copy", copy])
      #expect(done.status == 65)
      #expect(done.output.contains("entry 1, which was copied, is not in the journal"))
      #expect(try Built.run(["journal", "--db", other, "--copy", copy]).status == 65)
    }
  }

  @Test func `keeping names what is not there and what cannot be`() throws {
    try withRecord { path, _ in
      for verb in [["withdraw"], ["put-back"], ["hold"], ["release"], ["expunge"]] {
        let done = try Built.run(["keeping"] + verb + ["--db", path] + Self.by + ["none"])
        #expect(done.status == 65, "\(verb)")
        #expect(done.errors.contains("there is no report “none”"), "\(verb)")
      }
      #expect(try Built.run(["keeping", "show", "--db", path, "none"]).status == 65)
    }
  }
}
