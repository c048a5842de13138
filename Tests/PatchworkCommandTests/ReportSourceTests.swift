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
      let reports = ReportSource(paths, form: .auto, published: nil).compactMap(report)
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
      let items = Array(ReportSource(inputs, form: .auto, published: nil))
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
      let reports = ReportSource(paths, form: try named("text"), published: nil).compactMap(report)
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
      let reports = ReportSource(paths, form: .auto, published: "2016-09-24").compactMap(report)
      #expect(reports.map { $0.published?.value } == ["2016-09-24", "2016-09-20"])
    }
  }

  @Test func `a line over the limit is passed over and the next one read`() throws {
    let long = "{\"id\": \"a\", \"text\": \"\(String(repeating: "a", count: 5000))\"}"
    try withFiles([("r.jsonl", long + "\n{\"id\": \"b\", \"text\": \"B.\"}\n")]) { paths in
      let limits = ExtractionLimits(line: 4096)
      let items = Array(ReportSource(paths, form: .auto, published: nil, limits: limits))
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
        ReportSource(paths, form: .auto, published: nil, limits: ExtractionLimits(bytes: 100)))
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
    #expect(InputPath.identifier(of: name) == id)
  }

  @Test(arguments: [
    ("{\"id\": 1}", "jsonl"), ("\u{FEFF} \n{ \"id\"", "jsonl"), ("{}", "jsonl"),
    ("{curly} words", "text"), ("[1]", "text"), ("<p>Words.</p>", "html"),
    ("%PDF-1.7\n", "pdf"), ("WARC/1.0\r\n", "warc"), ("filedesc://a 0 2016", "warc"),
    ("<?xml version='1.0'?><!-- a --><rss>", "feed"), ("<html><feed>", "html"),
    ("<a:feed xmlns:a='http://www.w3.org/2005/Atom'>", "feed"),
    ("{\"version\": \"https://jsonfeed.org/version/1.1\"}", "feed"),
    ("From a@b.org Mon Sep 19 20:15:00 2016\nFrom: a@b.org\nSubject: A\nDate: x\n\n", "mbox"),
    ("From there, at 20:15 in 2016, they left.\nIt: was\n", "text"),
    ("From: a@b.org\nSubject: A\nMIME-Version: 1.0\n\nWords", "eml"),
    ("Title: A\nOutlet: B\nPublished: 2016-09-19\n\nWords.", "text"),
  ])
  func `content tells which door an input goes through`(head: String, door: String) {
    #expect(Door.recognising(Array(head.utf8), among: ReadSource.doors)?.name == door)
  }

  @Test func `no door is for what is no text`() {
    #expect(Door.recognising([0x89, 0x50, 0x4E, 0x47, 0x0D, 0], among: ReadSource.doors) == nil)
  }

  @Test func `a folder is walked in the order of names, with its own ids`() throws {
    try withFiles([("b.txt", "Two."), ("a.txt", "One."), (".hidden", "None.")]) { paths in
      let folder = String(paths[0].dropLast("/b.txt".count))
      let name = InputPath.identifier(of: folder)
      let reports = ReportSource([folder], form: .auto, published: nil).compactMap(report)
      #expect(reports.map(\.id) == ["\(name)/a", "\(name)/b"])
      #expect(reports.map(\.text) == ["One.", "Two."])
    }
  }

  private func named(_ form: String) throws -> ReadSource {
    try #require(ReadSource(argument: form))
  }

  @Test func `a line in a pipe is given before the next one is written`() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    defer { for end in ends { close(end) } }
    let line = Array("{\"id\": \"a\", \"text\": \"One.\"}\n".utf8)
    #expect(write(ends[1], line, line.count) == line.count)
    var source = ReportSource(["/dev/fd/\(ends[0])"], form: .auto, published: nil)
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
