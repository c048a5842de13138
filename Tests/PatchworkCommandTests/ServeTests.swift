import ArgumentParser
import Foundation
import PatchworkStore
import Testing

@testable import PatchworkCommand

/// Where a record is served: on this machine, and elsewhere only where everyone has a name.
@Suite struct ServeTests {
  private let usage = ExitCode(64)

  private func record() throws -> (file: RecordFile, path: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appending(path: "a.record").path
    return (try RecordFile(path: path, create: true), path)
  }

  @Test func `it listens on this machine where nothing else is asked for`() throws {
    #expect(try Serve.parse(["--db", "a.record"]).host == "127.0.0.1")
  }

  @Test(arguments: ["0.0.0.0", "::", "192.0.2.7", "desk.example.org"])
  func `a record without users is served nowhere else`(host: String) async throws {
    let path = try record().path
    let serve = try Serve.parse(["--db", path, "--host", host, "--port", "0"])
    await #expect(throws: usage) { try await serve.run() }
  }

  @Test func `a proxy may name users on this machine alone`() async throws {
    let (file, path) = try record()
    try file.addUser(
      "A. Haddad", .manager, password: "a password of hers",
      Decision(who: "test", at: "2016-09-30T00:00:00Z", reason: "test"))
    let serve = try Serve.parse(
      ["--db", path, "--host", "0.0.0.0", "--port", "0", "--user-header", "X-User"])
    await #expect(throws: usage) { try await serve.run() }
  }

  @Test(arguments: [
    ["--port", "70000"], ["--tiles", "https://tiles.example.org/{z}.png"],
    ["--tls-certificate", "a.pem"],
  ])
  func `options that cannot be are refused before a record is opened`(arguments: [String]) {
    #expect(throws: (any Error).self) { try Serve.parse(["--db", "a.record"] + arguments) }
  }
}
