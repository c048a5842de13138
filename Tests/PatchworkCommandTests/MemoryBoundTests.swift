import Foundation
import Testing

@testable import PatchworkCommand

/// Runs of the built program within so much address space: whatever comes in, it ends by itself, with a report or a reason.
@Suite(.enabled(if: Built.program != nil, "The program is not beside the tests."), .serialized)
struct MemoryBoundTests {
  /// Pages near the limit of one input and over it, each hostile in its own way.
  enum Page: CaseIterable {
    case oneText, entities, tags, script, attributes, tooLarge

    static let sentence = "The army said, on Monday, that it had entered the town. "
    static let article = "<article><p>\(String(repeating: sentence, count: 6))</p></article>"

    var pieces: (head: String, body: String, times: Int, foot: String) {
      switch self {
      case .oneText: ("<p>", Self.sentence, 1_000_000, "</p>")
      case .entities: ("<p>", "&amp;&#x1F69A;", 4_000_000, "</p>")
      case .tags: ("", "<div a=b>x", 6_000_000, "")
      case .script: (Self.article + "<script>", "x=1;", 15_000_000, "</script>")
      case .attributes: (Self.article + "<p ", "a='b' ", 10_000_000, ">x</p>")
      case .tooLarge: ("<p>", Self.sentence, 1_900_000, "</p>")
      }
    }

    /// How the run ends.
    var status: Int32 {
      switch self {
      case .script, .attributes: 0
      default: 65
      }
    }
  }

  @Test(arguments: Page.allCases)
  func `a hostile page is taken in or refused within a gigabyte`(page: Page) throws {
    let (head, body, times, foot) = page.pieces
    try Self.withFile(head: "<html><body>" + head, times, body, foot) { path in
      let done = try Self.run(path, kilobytes: 1 << 20)
      #expect(done.status == page.status)
      #expect(done.errors.isEmpty == (page.status == 0))
    }
  }

  @Test func `an archive is read in the memory of its largest record`() throws {
    func record(_ type: String, _ body: String) -> String {
      let http = "HTTP/1.1 200 OK\r\nContent-Type: \(type)\r\n\r\n" + body
      return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\n"
        + "Content-Length: \(http.utf8.count)\r\n\r\n\(http)\r\n\r\n"
    }
    let picture = record("image/png", String(repeating: "x=1;", count: 250_000))
    let page = record("text/html", "<html><body>\(Page.article)</body></html>")
    let records = 400
    try Self.withFile(head: "", records, picture + page, "") { path in
      let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
      let kilobytes = 320 << 10
      #expect(size > kilobytes * 1024)
      let done = try Self.run(path, kilobytes: kilobytes)
      #expect(done.status == 0)
      #expect(done.output.utf8.count(where: { $0 == 0x0A }) == records)
    }
  }

  /// A file of a head, a piece so many times, and a foot.
  private static func withFile(
    head: String, _ times: Int, _ piece: String, _ foot: String, _ body: (String) throws -> Void
  ) throws {
    try withFiles([("input", head)]) { paths in
      let file = try #require(FileHandle(forWritingAtPath: paths[0]))
      try file.seekToEnd()
      let atOnce = max(1, (1 << 20) / piece.utf8.count)
      let chunk = Data(String(repeating: piece, count: atOnce).utf8)
      for _ in 0..<(times / atOnce) { try file.write(contentsOf: chunk) }
      try file.write(contentsOf: Data(String(repeating: piece, count: times % atOnce).utf8))
      try file.write(contentsOf: Data(foot.utf8))
      try file.close()
      try body(paths[0])
    }
  }

  private static func run(_ path: String, kilobytes: Int) throws -> Built.Done {
    var done = Built.Done(status: -1, output: "", errors: "")
    try withFiles([("out", ""), ("err", "")]) { paths in
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      let program = try #require(Built.program).path
      process.arguments = [
        "-c", "ulimit -v \(kilobytes); exec \"$0\" extract --to jsonl \"$1\"", program, path,
      ]
      process.standardOutput = FileHandle(forWritingAtPath: paths[0])
      process.standardError = FileHandle(forWritingAtPath: paths[1])
      try process.run()
      process.waitUntilExit()
      done = Built.Done(
        status: process.terminationStatus,
        output: try String(contentsOfFile: paths[0], encoding: .utf8),
        errors: try String(contentsOfFile: paths[1], encoding: .utf8))
    }
    return done
  }
}
