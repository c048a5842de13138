import Foundation
import PatchworkTestSupport
import Testing

@testable import PatchworkStore

@Suite struct SealedBackupTests {
  private let seal = Seal(key: Seal.newKey())!

  /// Runs a body with a file of some bytes, and with paths of files that are not there yet.
  private func withFiles(
    _ bytes: [UInt8], _ body: (_ file: String, _ sealed: String, _ opened: String) throws -> Void
  ) throws {
    try SampleRecord.withPath { path in
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      try body(path, path + ".sealed", path + ".opened")
    }
  }

  private func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  @Test(arguments: [
    0, 1, SealedBackup.pieceLength - 1, SealedBackup.pieceLength, 2 * SealedBackup.pieceLength + 7,
  ])
  func `what is sealed opens byte for byte, and shows nothing meanwhile`(_ length: Int) throws {
    var generator = SeededGenerator(seed: UInt64(length))
    let secret = Array("Urum al-Kubra, at nineteen".utf8)
    let given =
      Array((0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) })
      .prefix(max(0, length - secret.count)) + secret.prefix(length)
    try withFiles(Array(given)) { file, sealed, opened in
      try SealedBackup(seal: seal).seal(file, to: sealed)
      #expect(try SealedBackup(seal: seal).check(sealed) == length)
      try SealedBackup(seal: seal).open(sealed, to: opened)
      #expect(try bytes(opened) == Array(given))
      if length > secret.count {
        #expect(try bytes(sealed).firstRange(of: secret) == nil)
      }
      let attributes = try FileManager.default.attributesOfItem(atPath: sealed)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
      let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder).filter {
          $0.hasSuffix(".part")
        } == [])
    }
  }

  @Test
  func `a copy that was changed, cut off, put together anew or sealed by another key stays shut`()
    throws
  {
    let length = SealedBackup.pieceLength
    try withFiles(Array(repeating: 7, count: 2 * length + 5)) { file, sealed, opened in
      let backup = SealedBackup(seal: seal)
      try backup.seal(file, to: sealed)
      let whole = try bytes(sealed)
      let head = Array(whole.prefix(24))
      let piece = 4 + length + 28
      let pieces = [Array(whole[24..<24 + piece]), Array(whole[24 + piece..<24 + 2 * piece])]
      let last = Array(whole[(24 + 2 * piece)...])
      var changed = whole
      changed[whole.count / 2] ^= 1
      let wrong: [(String, [UInt8])] = [
        ("changed", changed), ("cut within a piece", Array(whole.dropLast(3))),
        ("the last piece left out", head + pieces[0] + pieces[1]),
        ("a piece left out", head + pieces[0] + last),
        ("two pieces in each other's place", head + pieces[1] + pieces[0] + last),
        (
          "the head of another",
          head.map { $0 ^ 1 }.prefix(0) + Array("PWSEALED".utf8)
            + Array(repeating: 0, count: 16) + whole.dropFirst(24)
        ),
        ("only the head", head),
      ]
      for (name, bytes) in wrong {
        try Data(bytes).write(to: URL(fileURLWithPath: sealed))
        #expect(throws: SealedBackup.Failure.notOpened(path: sealed), "\(name)") {
          try backup.open(sealed, to: opened)
        }
        #expect(!FileManager.default.fileExists(atPath: opened), "\(name)")
      }
      try Data(whole).write(to: URL(fileURLWithPath: sealed))
      let other = SealedBackup(seal: try #require(Seal(key: Seal.newKey())))
      #expect(throws: SealedBackup.Failure.notOpened(path: sealed)) { try other.check(sealed) }
      #expect(throws: SealedBackup.Failure.notSealed(path: file)) { try backup.check(file) }
      #expect(throws: SealedBackup.Failure.exists(path: sealed)) {
        try backup.seal(file, to: sealed)
      }
      #expect(throws: SealedBackup.Failure.unreadable(path: opened)) { try backup.check(opened) }
    }
  }

  @Test
  func `a record comes back from a sealed copy as it was, and nothing open is left beside it`()
    throws
  {
    try SampleRecord.withPath { path in
      let file = try RecordFile(path: path, create: true)
      try file.addUser(
        "Rana", .manager, password: "correct horse battery",
        Decision(who: "R. Haddad", at: "2016-10-01T00:00:00Z", reason: "new here"))
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
      let before = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      let sealed = folder.appendingPathComponent("copy.sealed").path
      #expect(try file.backUp(to: sealed, under: seal).flaws == [])
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
          == (before + ["copy.sealed"]).sorted())
      let again = folder.appendingPathComponent("again.record").path
      try SealedBackup(seal: seal).open(sealed, to: again)
      let back = try RecordFile(path: again)
      #expect(try back.users() == file.users())
      #expect(try back.verify().flaws == [])
    }
  }
}
