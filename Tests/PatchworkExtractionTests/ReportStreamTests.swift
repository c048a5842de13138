import PatchworkExtraction
import PatchworkRecord
import Testing

@Suite struct ReportStreamTests {
  @Test func `reads every field of a line`() throws {
    let line = """
      {"id": "r1", "text": "The convoy left.", "published": "2016-09-24", "title": "A title", \
      "outlet": "An outlet", "url": "https://example.org/a", "language": "en"}
      """
    let report = try #require(try reportLines(of: line).first).result.get()
    #expect(report.id == "r1")
    #expect(report.text == "The convoy left.")
    #expect(report.published == SourcedDate(value: "2016-09-24", origin: "supplied"))
    #expect(report.title == "A title")
    #expect(report.outlet == "An outlet")
    #expect(report.url == "https://example.org/a")
    #expect(report.language == "en")
    #expect(!report.textIsDerived)
  }

  @Test(arguments: [
    ("{", ExtractionError(.invalidJSON, at: .byte(1))),
    (#"{"id": "a" "text": ""}"#, ExtractionError(.invalidJSON, at: .byte(11))),
    (#"{"id": "a", "text": "b"} x"#, ExtractionError(.invalidJSON, at: .byte(25))),
    ("[1]", ExtractionError(.notAnObject, cause: .found("array"))),
    (#"{"text": "a"}"#, ExtractionError(.missingField, at: .field("id"))),
    (#"{"id": null, "text": "a"}"#, ExtractionError(.missingField, at: .field("id"))),
    (#"{"id": "a"}"#, ExtractionError(.missingField, at: .field("text"))),
    (
      #"{"id": 5, "text": "a"}"#,
      ExtractionError(.wrongType, at: .field("id"), cause: .found("number"))
    ),
    (
      #"{"id": "a", "text": ["b"]}"#,
      ExtractionError(.wrongType, at: .field("text"), cause: .found("array"))
    ),
    (
      #"{"id": "a", "text": "b", "published": "yesterday"}"#,
      ExtractionError(.badDate, at: .field("published"), cause: .found("yesterday"))
    ),
    (
      #"{"id": "a", "text": "b", "published": "2016-02-30"}"#,
      ExtractionError(.badDate, at: .field("published"), cause: .found("2016-02-30"))
    ),
  ])
  func `says what is wrong with a line`(line: String, error: ExtractionError) throws {
    let good = #"{"id": "z", "text": "Good."}"#
    let lines = try reportLines(of: "\(line)\n\(good)\n")
    #expect(lines.count == 2)
    #expect(lines[0].result.error == error)
    #expect(try lines[1].result.get().id == "z")
  }

  @Test func `names the id of a line that is otherwise unusable`() throws {
    let lines = try reportLines(of: #"{"id": "a", "published": 3, "text": "b"}"#)
    #expect(lines.map(\.id) == ["a"])
  }

  @Test func `counts blank lines but gives none for them`() throws {
    let lines = try reportLines(of: "\n  \r\n{\"id\": \"a\", \"text\": \"b\"}\r\n\n")
    #expect(lines.map(\.lineNumber) == [3])
    #expect(try lines[0].result.get().text == "b")
  }

  @Test func `passes over a line beyond the limit and reads the next`() throws {
    let long = #"{"id": "long", "text": ""# + String(repeating: "x", count: 700_000) + "\"}"
    let lines = try reportLines(
      of: long + "\n{\"id\": \"a\", \"text\": \"b\"}", limits: ExtractionLimits(line: 1000))
    #expect(lines.count == 2)
    #expect(lines[0].lineNumber == 1)
    #expect(lines[0].result.error == ExtractionError(.lineTooLong, cause: .limit(1000)))
    #expect(try lines[1].result.get().id == "a")
  }

  @Test func `keeps a line exactly at the limit`() throws {
    let line = #"{"id": "a", "text": "bcd"}"#
    let exact = ExtractionLimits(line: line.utf8.count)
    let short = ExtractionLimits(line: line.utf8.count - 1)
    #expect(try reportLines(of: line + "\n", limits: exact)[0].result.error == nil)
    #expect(try reportLines(of: line + "\n", limits: short)[0].result.error?.code == .lineTooLong)
  }

  @Test func `joins lines that lie across chunks`() throws {
    let text = String(repeating: "Word after word. ", count: 40_000)
    let line = "{\"id\": \"a\", \"text\": \"\(text)\"}\n"
    let lines = try reportLines(of: line + line)
    #expect(lines.count == 2)
    #expect(try lines[1].result.get().text == text)
  }

  @Test func `says where a line stops being UTF-8`() throws {
    let bytes = Array(#"{"id": "é"#.utf8) + [0xFF] + Array("\"}".utf8)
    let lines = try reportLines(of: bytes)
    #expect(lines[0].result.error == ExtractionError(.invalidUTF8, at: .byte(10)))
  }

  @Test(arguments: [
    (#"\ud83d\ude9a"#, "🚚"), (#"\ud83d"#, "\u{FFFD}"), (#"\ude9ax"#, "\u{FFFD}x"),
    (#"\ud83d\u0041"#, "\u{FFFD}A"), (#"a\u0000b"#, "a\0b"), (#"\n\t\"\/\\"#, "\n\t\"/\\"),
  ])
  func `decodes escapes, one code point for a lone surrogate`(
    escaped: String, text: String
  ) throws {
    let lines = try reportLines(of: "{\"id\": \"a\", \"text\": \"\(escaped)\"}")
    #expect(try lines[0].result.get().text == text)
  }

  @Test func `takes the last of two fields with one name`() throws {
    let lines = try reportLines(of: #"{"id": "a", "text": "b", "text": "c"}"#)
    #expect(try lines[0].result.get().text == "c")
  }

  @Test func `refuses nesting without bottom`() throws {
    let deep = #"{"id": "a", "text": "b", "x": "# + String(repeating: "[", count: 100_000)
    #expect(try reportLines(of: deep)[0].result.error?.code == .invalidJSON)
  }

  @Test func `gives a report without blocks for a text without words`() throws {
    let report = try reportLines(of: #"{"id": "a", "text": " \n "}"#)[0].result.get()
    #expect(report.blocks.isEmpty)
    #expect(report.dropped.isEmpty)
  }

  @Test func `hashes the text as it was given`() throws {
    let report = try reportLines(of: #"{"id": "a", "text": "abc"}"#)[0].result.get()
    #expect(
      report.bytesSHA256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}

extension Result {
  /// The error, nil on success.
  var error: Failure? {
    guard case .failure(let error) = self else { return nil }
    return error
  }
}
