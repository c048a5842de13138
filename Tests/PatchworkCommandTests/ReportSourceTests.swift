import Foundation
import PatchworkExtraction
import PatchworkRecord
import Testing

@testable import PatchworkCommand

@Suite struct ReportSourceTests {
  private static let page = """
    <!DOCTYPE html><html lang="en"><head><title>Rebels deny it</title></head><body><article>
    <h1>Rebels deny it</h1><p>Rebels in the north of the country denied on Monday that they had shelled the town.</p>
    <p>The army said that two people had been killed, and that it would answer in the coming days.</p>
    </article></body></html>
    """

  @Test func `takes files of every form in the order given`() throws {
    try withFiles([
      ("a.txt", "Rebels denied it."),
      ("b.jsonl", "{\"id\": \"b1\", \"text\": \"One.\"}\n\n{\"id\": \"b2\", \"text\": \"Two.\"}\n"),
      ("c.html", Self.page),
    ]) { paths in
      let reports = ReportSource(paths, form: nil, published: nil).compactMap(report)
      #expect(reports.map(\.id) == ["a", "b1", "b2", "c"])
      #expect(reports.map(\.text)[1] == "One.")
      #expect(reports[3].textIsDerived)
    }
  }

  @Test func `a bad line, a missing file and an empty one do not stop it`() throws {
    try withFiles([
      ("lines", "{\"id\": \"x\", \"text\": 7}\nnot json\n{\"id\": \"y\", \"text\": \"Y.\"}"),
      ("empty.txt", ""), ("noise.bin", "\u{0}\u{1}\u{2}\u{0}\u{0}\u{0}"), ("z.txt", "Z."),
    ]) { paths in
      let inputs = [paths[0], "/nowhere/at/all"] + paths[1...]
      let items = Array(ReportSource(inputs, form: .none, published: nil))
      let codes = items.map { item in
        switch item {
        case .report(let report, _): report.id
        case .failure(let failure): failure.error.code.rawValue
        }
      }
      #expect(
        codes == ["wrong-type", "invalid-json", "y", "unreadable", "empty", "binary", "z"])
      guard case .failure(let first) = items[0], case .failure(let second) = items[1] else {
        Issue.record("Both lines are bad.")
        return
      }
      #expect(first.id == "x" && first.line == 1)
      #expect(second.id == nil && second.line == 2)
    }
  }

  @Test func `a form that is named goes before what the content looks like`() throws {
    try withFiles([("a.txt", Self.page), ("b.txt", "{\"id\": \"b\", \"text\": \"One.\"}")]) {
      paths in
      let reports = ReportSource(paths, form: .text, published: nil).compactMap(report)
      #expect(reports.map(\.mediaType) == ["text/plain", "text/plain"])
      #expect(reports[1].text.hasPrefix("{"))
    }
  }

  @Test func `the day on the command line is given only to reports without one`() throws {
    let lines = """
      {"id": "a", "text": "One."}
      {"id": "b", "text": "Two.", "published": "2016-09-20"}
      """
    try withFiles([("r.jsonl", lines)]) { paths in
      let reports = ReportSource(paths, form: nil, published: "2016-09-24").compactMap(report)
      #expect(reports.map { $0.published?.value } == ["2016-09-24", "2016-09-20"])
    }
  }

  @Test func `a line over the limit is passed over and the next one read`() throws {
    let long = "{\"id\": \"a\", \"text\": \"\(String(repeating: "a", count: 5000))\"}"
    try withFiles([("r.jsonl", long + "\n{\"id\": \"b\", \"text\": \"B.\"}\n")]) { paths in
      let limits = ExtractionLimits(line: 4096)
      let items = Array(ReportSource(paths, form: nil, published: nil, limits: limits))
      #expect(items.count == 2)
      guard case .failure(let failure) = items[0] else {
        Issue.record("The first line is too long.")
        return
      }
      #expect(failure.error.code == .lineTooLong)
      #expect(report(items[1])?.id == "b")
    }
  }

  @Test func `a file over the limit is refused`() throws {
    try withFiles([("a.txt", String(repeating: "Words. ", count: 100))]) { paths in
      let items = Array(
        ReportSource(paths, form: nil, published: nil, limits: ExtractionLimits(bytes: 100)))
      guard case .failure(let failure) = items[0] else {
        Issue.record("The file is too large.")
        return
      }
      #expect(failure.error.code == .tooLarge)
    }
  }

  @Test(arguments: [
    ("a/b/report.txt", "report"), ("report.tar.gz", "report.tar"), (".hidden", ".hidden"),
    ("plain", "plain"), ("-", "standard-input"),
  ])
  func `a file's name without folders and ending is its id`(name: String, id: String) {
    #expect(ReportSource.identifier(of: name) == id)
  }

  @Test(arguments: [
    ("{\"id\": 1}", ReadSource.jsonl), ("\u{FEFF} \n{ \"id\"", .jsonl), ("{}", .jsonl),
    ("{curly} words", nil), ("<p>", nil), ("", nil), ("[1]", nil),
  ])
  func `JSON lines are told by their first member`(head: String, form: ReadSource?) {
    #expect(ReportSource.guess(Array(head.utf8)) == form)
  }

  @Test func `a line in a pipe is given before the next one is written`() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    defer { for end in ends { close(end) } }
    let line = Array("{\"id\": \"a\", \"text\": \"One.\"}\n".utf8)
    #expect(write(ends[1], line, line.count) == line.count)
    var source = ReportSource(["/dev/fd/\(ends[0])"], form: nil, published: nil)
    #expect(source.next().flatMap(report)?.id == "a")
    #expect(!source.isReady)
    #expect(write(ends[1], line, line.count) == line.count)
    #expect(source.isReady)
  }

  private func report(_ item: ReadItem) -> Report? {
    if case .report(let report, _) = item { report } else { nil }
  }
}

/// Writes files into a folder of their own, which is gone afterwards.
func withFiles(_ files: [(String, String)], _ body: ([String]) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  var paths: [String] = []
  for (name, text) in files {
    let url = folder.appendingPathComponent(name)
    try Data(text.utf8).write(to: url)
    paths.append(url.path)
  }
  try body(paths)
}
