import Foundation
import PatchworkRecord
import PatchworkText
import Synchronization
import Testing

@testable import PatchworkCommand

@Suite struct ReadRunTests {
  @Test func `keeps the order over many batches and puts errors in their places`() throws {
    let lines = (0..<700).map { number in
      number % 100 == 7 ? "broken" : "{\"id\": \"\(number)\", \"text\": \"Report.\"}"
    }
    let (output, tally, complaints) = try run(lines.joined(separator: "\n"), view: .lines)
    let out = output.split(separator: "\n")
    #expect(out.count == 700)
    for (number, line) in out.enumerated() {
      let start =
        number % 100 == 7
        ? "{\"id\":null,\"line\":\(number + 1),\"error\":{\"code\":\"invalid-json\""
        : "{\"id\":\"\(number)\","
      #expect(line.hasPrefix(start))
    }
    #expect(tally == ReadRun.Tally(reports: 693, bad: 7, unreadable: 0))
    #expect(complaints.count == 7)
    #expect(complaints[0].hasSuffix("r.jsonl, line 8: is not JSON (byte 0)"))
  }

  @Test func `no batch holds more than its share`() throws {
    let lines = (0..<600).map { "{\"id\": \"\($0)\", \"text\": \"Report.\"}" }
    let sizes = Mutex<[Int]>([])
    _ = try run(lines.joined(separator: "\n"), view: .lines) { reports in
      sizes.withLock { $0.append(reports.count) }
      return reports.map { _ in Reading() }
    }
    #expect(sizes.withLock { $0 } == [256, 256, 88])
  }

  @Test func `a page names what could not be read`() throws {
    let (output, _, _) = try run("{\"id\": \"a\"}\n", view: .page(PageBook()))
    #expect(output.contains("<h2>Not read</h2>"))
    #expect(output.contains("line 1: the field “text” is missing</li>"))
    #expect(output.hasSuffix("</html>\n"))
  }

  @Test func `an empty input gives an empty output`() throws {
    let form = TerminalForm(width: 80, hasColour: false)
    #expect(try run("{}", view: .terminal(form)).0.isEmpty)
  }

  private func run(
    _ lines: String, view: ReadView,
    read: @escaping ([Report]) -> [Reading] = { $0.map { _ in Reading() } }
  ) throws -> (String, ReadRun.Tally, [String]) {
    var result = ("", ReadRun.Tally(), [String]())
    try withFiles([("r.jsonl", lines), ("out", "")]) { paths in
      let complaints = Mutex<[String]>([])
      var run = ReadRun(
        read: read, complain: { failure in complaints.withLock { $0.append(failure.sentence) } },
        source: ReportSource(
          [paths[0]], form: ReadSource(argument: "jsonl") ?? .auto, published: nil), view: view,
        progress: nil)
      var output = try ReadOutput(path: paths[1])
      let tally = try run.run(into: &output)
      try output.finish()
      result = (
        try String(contentsOfFile: paths[1], encoding: .utf8), tally, complaints.withLock { $0 }
      )
    }
    return result
  }
}
