import Foundation
import GRDB
import PatchworkRecord
import PatchworkTestSupport
import Testing

@testable import PatchworkStore

@Suite struct DurabilityTests {
  /// The exercise program beside the tests.
  static let program: URL? = {
    let folder =
      Bundle.allBundles.map(\.bundleURL).first { $0.path.hasSuffix(".xctest") }?
      .deletingLastPathComponent()
      ?? URL(fileURLWithPath: CommandLine.arguments[0])
      .deletingLastPathComponent()
    let program = folder.appendingPathComponent("PatchworkStoreExercise")
    return FileManager.default.isExecutableFile(atPath: program.path) ? program : nil
  }()

  /// Adds one report after the other in another process, kills it after some were acknowledged, and gives their ids.
  static func acknowledged(_ path: String, seed: Int, killAfter count: Int) throws -> [String] {
    let process = Process()
    process.executableURL = program
    process.arguments = ["acknowledge", path, String(seed)]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    var read = Data()
    while read.count(where: { $0 == 0x0A }) < count {
      let chunk = pipe.fileHandleForReading.availableData
      if chunk.isEmpty { break }
      read += chunk
    }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    read += pipe.fileHandleForReading.readDataToEndOfFile()
    // A line that was cut off is none that was acknowledged.
    let whole = read.prefix(through: read.lastIndex(of: 0x0A) ?? read.startIndex)
    return String(decoding: whole, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test(.enabled(if: program != nil, "The exercise program is not beside the tests."))
  func `a hundred kills lose nothing that was acknowledged`() throws {
    var numbers = SeededGenerator(seed: 29)
    try SampleRecord.withPath { path in
      var acknowledged: [String] = []
      for seed in 0..<100 {
        acknowledged += try Self.acknowledged(
          path, seed: seed, killAfter: Int.random(in: 1...6, using: &numbers))
      }
      #expect(acknowledged.count >= 100)
      let file = try RecordFile(path: path)
      let kept = Set(try file.reports().map(\.id))
      #expect(Set(acknowledged).subtracting(kept).isEmpty)
      #expect(try file.verify().flaws == [])
    }
  }

  /// Adds reports one by one until the record refuses: those that it acknowledged, and why it refused.
  private static func filled(
    _ file: RecordFile, most: Int
  ) -> (acknowledged: [String], refusal: RecordFileError?) {
    var acknowledged: [String] = []
    for number in 0..<most {
      let new = plain("r\(number)", text: String(repeating: "word\(number) ", count: 300))
      do throws(RecordFileError) {
        _ = try file.add([new])
        acknowledged.append(new.report.id)
      } catch {
        return (acknowledged, error)
      }
    }
    return (acknowledged, nil)
  }

  @Test func `a full disk refuses and keeps all that was acknowledged`() throws {
    try SampleRecord.withPath { path in
      let file = try RecordFile(path: path, create: true)
      try file.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 260") }
      let (acknowledged, refusal) = Self.filled(file, most: 400)
      #expect(refusal == .full(path: path))
      #expect(try file.reports().map(\.id) == acknowledged.sorted())
      #expect(try file.verify().flaws == [])
    }
  }

  @Test(
    .enabled(
      if: SmallDisk.isPossible, "File systems cannot be mounted here: the disk is not filled."))
  func `a file system without room refuses and keeps all that was acknowledged`() throws {
    try SmallDisk.with(megabytes: 4) { folder in
      let path = folder.appendingPathComponent("full.record").path
      var acknowledged: [String] = []
      do {
        let file = try RecordFile(path: path, create: true)
        let refusal: RecordFileError?
        (acknowledged, refusal) = Self.filled(file, most: 2000)
        #expect(refusal == .full(path: path))
        #expect(!acknowledged.isEmpty)
        #expect(try file.reports().map(\.id) == acknowledged.sorted())
        try file.pool.close()
      }
      // With the disk as full as before, what was acknowledged can be read, and nothing is broken.
      let file = try RecordFile(path: path, readOnly: true)
      #expect(try file.reports().map(\.id) == acknowledged.sorted())
      #expect(try file.verify().flaws == [])
    }
  }

  @Test func `a record opened for reading refuses to be written`() throws {
    try SampleRecord.withPath { path in
      _ = try RecordFile(path: path, create: true)
      let file = try RecordFile(path: path, readOnly: true)
      #expect(
        Self.refusal {
          _ = try file.add([Self.plain("a", text: "Nothing happened.")])
        } == RecordFileError.readOnly(path: path))
    }
  }

  @Test func `two writers take turns`() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("record-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("two.record").path
    _ = try RecordFile(path: path, create: true)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<2 {
        group.addTask {
          let file = try RecordFile(path: path)
          for number in 0..<20 {
            _ = try file.add(
              [Self.plain("w\(writer)-\(number)", text: "Writer \(writer), text \(number).")])
          }
        }
      }
      try await group.waitForAll()
    }
    let file = try RecordFile(path: path)
    #expect(try file.reports().count == 40)
    #expect(try file.verify().flaws == [])
  }

  @Test func `other files, newer records and damaged ones are told apart`() throws {
    try SampleRecord.withPath { path in
      #expect(
        Self.refusal { _ = try RecordFile(path: path) } == RecordFileError.missing(path: path))
      try Data("not a database, only some words that are long enough to be read".utf8)
        .write(to: URL(fileURLWithPath: path))
      #expect(
        Self.refusal { _ = try RecordFile(path: path) } == RecordFileError.notARecord(path: path))
    }
    try SampleRecord.withPath { path in
      let other = try DatabaseQueue(path: path)
      try other.write { try $0.execute(sql: "CREATE TABLE t (x)") }
      try other.close()
      #expect(
        Self.refusal { _ = try RecordFile(path: path) } == RecordFileError.notARecord(path: path))
    }
    try SampleRecord.withPath { path in
      let file = try RecordFile(path: path, create: true)
      try file.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 99") }
      #expect(
        Self.refusal { _ = try RecordFile(path: path) }
          == RecordFileError.newer(path: path, version: 99, known: Schema.version))
    }
  }

  @Test func `a damaged page is found`() throws {
    try SampleRecord.withPath { path in
      do {
        let file = try RecordFile(path: path, create: true)
        for number in 0..<40 {
          _ = try file.add(
            [Self.plain("r\(number)", text: String(repeating: "w\(number) ", count: 400))])
        }
        try file.pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        try file.pool.close()
      }
      let handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
      for page in [30, 40, 50, 60] {
        try handle.seek(toOffset: UInt64(page * 4096))
        handle.write(Data(repeating: 0xA5, count: 4096))
      }
      try handle.close()
      do throws(RecordFileError) {
        let flaws = try RecordFile(path: path).verify().flaws
        #expect(!flaws.isEmpty)
      } catch {
        if case .damaged = error { return }
        Issue.record("\(error)")
      }
    }
  }

  /// Why something was refused, nil where it was not.
  static func refusal(_ body: () throws -> Void) -> RecordFileError? {
    do {
      try body()
      return nil
    } catch {
      return error as? RecordFileError
    }
  }

  static func plain(_ id: String, text: String) -> NewReport {
    NewReport(
      report: Report(id: id, text: text, blocks: []), reading: Reading(), bytes: Array(text.utf8),
      isJSONLine: false, acquiredAt: "2016-10-01T00:00:00Z", acquiredHow: "test", tool: "test")
  }
}
