import Foundation
import PatchworkExtraction
import PatchworkLanguage
import PatchworkPlaces
import PatchworkReading
import PatchworkLinking
import PatchworkRecord
import PatchworkStore
import PatchworkTestSupport
import Testing

/// The samples of the repository, read once, and records that tests make of them.
enum SampleRecord {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Samples")

  static let reader: Reader? = {
    guard let pipeline = try? Pipeline(folder: TestData.model("sm")) else { return nil }
    return try? Reader(
      pipeline: pipeline, gazetteer: try? Gazetteer.inDataFolder(TestData.folder))
  }()

  static var isPossible: Bool { reader != nil }

  /// Every sample with its reading, in order of names.
  static let reports: [NewReport] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") || $0.hasSuffix(".html") }.sorted().compactMap {
      guard let data = try? Data(contentsOf: folder.appendingPathComponent($0)) else { return nil }
      let id = ($0 as NSString).deletingPathExtension
      return try? new(id: id, bytes: Array(data), report: Report(id: id, bytes: Array(data)))
    }
  }()

  /// A sample by its file.
  static func sample(_ file: URL) throws -> NewReport {
    let id = file.deletingPathExtension().lastPathComponent
    let bytes = Array(try Data(contentsOf: file))
    return try new(id: id, bytes: bytes, report: Report(id: id, bytes: bytes))
  }

  /// A report of a text written in a test.
  static func new(id: String, _ text: String, published: String) throws -> NewReport {
    let line = "{\"id\":\"\(id)\",\"published\":\"\(published)\",\"text\":\(quoted(text))}"
    let bytes = Array(line.utf8)
    var made = try new(
      id: id, bytes: bytes,
      report: ReportLine(RawLine(number: 1, content: .bytes(bytes))).result.get())
    made.isJSONLine = true
    return made
  }

  private static func quoted(_ text: String) -> String {
    var writer = JSONWriter()
    writer.string(text)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private static func new(id: String, bytes: [UInt8], report: Report) throws -> NewReport {
    let reading = try #require(reader?.read([report], threads: 1).first)
    return NewReport(
      report: report, reading: reading, bytes: bytes, isJSONLine: false,
      acquiredAt: "2016-10-01T00:00:00Z", acquiredHow: "test", tool: "test")
  }

  /// A path in a folder that is removed when the body ends.
  static func withPath<Value>(_ body: (String) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("record-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.appendingPathComponent("test.record").path)
  }

  /// A record of some texts of their days, "r0", "r1" and on, that is removed when the body ends.
  static func withRecord(
    of texts: [(day: String, text: String)], _ body: (RecordFile) throws -> Void
  ) throws {
    try withPath { path in
      let reports = try texts.enumerated().map {
        try new(id: "r\($0.offset)", $0.element.text, published: $0.element.day)
      }
      try body(make(at: path, of: reports))
    }
  }

  /// A record of some reports, added in batches of a size.
  static func make(
    at path: String, of reports: [NewReport], batch size: Int = 100
  ) throws -> RecordFile {
    let file = try RecordFile(path: path, create: true)
    var rest = reports[...]
    while !rest.isEmpty {
      _ = try file.add(Array(rest.prefix(size)))
      rest = rest.dropFirst(size)
    }
    return file
  }

  /// The incidents as sets of "report#number".
  static func partition(_ file: RecordFile) throws -> Set<Set<String>> {
    var sets: Set<Set<String>> = []
    try file.forEachIncident { view in
      sets.insert(Set(view.accounts.map { "\($0.report)#\($0.account.number)" }))
    }
    return sets
  }
}
