import PatchworkRecord
import PatchworkTestSupport
import Testing

@testable import PatchworkExtraction

@Suite struct DecodedTextTests {
  static func decoded(_ bytes: [UInt8], declared: String? = nil) -> (String, String) {
    let found = bytes.withUnsafeBufferPointer { DecodedText($0, declared: declared) }
    return (found.text, found.encoding)
  }

  @Test(
    arguments: [
      (Array("déjà".utf8), nil, "déjà", "utf-8"),
      ([0xEF, 0xBB, 0xBF] + Array("déjà".utf8), nil, "déjà", "utf-8"),
      ([0xFF, 0xFE, 0x61, 0x00, 0xE9, 0x00], nil, "aé", "utf-16le"),
      ([0xFE, 0xFF, 0x00, 0x61, 0x06, 0x2D], nil, "aح", "utf-16be"),
      ([0x61, 0x00, 0x62, 0x00, 0x63, 0x00], nil, "abc", "utf-16le"),
      ([0x64, 0xE9, 0x6A, 0xE0], nil, "déjà", "windows-1252"),
      ([0x64, 0xE9, 0x6A, 0xE0], "iso-8859-1", "déjà", "windows-1252"),
      ([0x93, 0x61, 0x94, 0x20, 0x80], nil, "“a” €", "windows-1252"),
      ([0xCD, 0xE5, 0xF2], "windows-1251", "Нет", "windows-1251"),
      ([0xE3, 0xE1, 0xC8], "windows-1256", "ملب", "windows-1256"),
      ([0xC4, 0xE3, 0xBA, 0xC3], "gb2312", "你好", "gb18030"),
      ([0x93, 0xFA, 0x96, 0x7B], "Shift_JIS", "日本", "shift_jis"),
      (Array("déjà".utf8), "windows-1251", "déjà", "utf-8"),
      ([0x64, 0xE9], "no-such-encoding", "dé", "windows-1252"),
      ([0x64, 0xE9], "utf-8", "dé", "windows-1252"),
      (Array("é è “a” ".utf8) + [0xE9], nil, "é è “a” é", "utf-8"),
      (Array("a".utf8) + [0xC3], nil, "aÃ", "windows-1252"),
      ([], nil, "", "utf-8"),
    ] as [([UInt8], String?, String, String)])
  func `decodes in the order of trust`(
    bytes: [UInt8], declared: String?, text: String, encoding: String
  ) {
    let found = Self.decoded(bytes, declared: declared)
    #expect(found.0 == text)
    #expect(found.1 == encoding)
  }

  @Test func `decodes what a converter refuses to replacement characters`() {
    let found = Self.decoded([0x61, 0x81, 0xFF, 0x62], declared: "shift_jis")
    #expect(found.1 == "shift_jis")
    #expect(found.0.first == "a")
    #expect(found.0.contains("\u{FFFD}"))
  }

  @Test(arguments: [
    #"<meta charset="windows-1251">"#, #"<meta charset='Windows-1251' />"#,
    #"<META http-equiv="Content-Type" content="text/html; charset=windows-1251">"#,
    #"<?xml version="1.0" encoding="windows-1251"?>"#,
  ])
  func `reads the label a page declares`(head: String) {
    let label = Array(head.utf8).withUnsafeBufferPointer { DeclaredEncoding.label(in: $0) }
    #expect(label == "windows-1251")
  }

  @Test(arguments: [
    [0x00, 0x01, 0x02, 0x03, 0x04, 0x05], Array("%PDF-1.7 x".utf8), [0x50, 0x4B, 0x03, 0x04, 0x20],
    [0x1F, 0x8B, 0x08, 0x00], [0x89, 0x50, 0x4E, 0x47, 0x0D], Array(repeating: 0x00, count: 500),
  ])
  func `refuses bytes that are no text`(bytes: [UInt8]) {
    #expect(throws: ExtractionError(.binary)) { try Report(id: "a", bytes: bytes) }
  }

  @Test func `refuses random bytes`() {
    var generator = SeededGenerator(seed: 7)
    let bytes = (0..<5000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    #expect(throws: ExtractionError(.binary)) { try Report(id: "a", bytes: bytes) }
  }

  @Test func `lets a stray NUL in a long text pass`() throws {
    let text = String(repeating: "The convoy left. ", count: 20) + "\0"
    #expect(try Report(id: "a", bytes: Array(text.utf8)).text == text)
  }

  @Test(arguments: [[], [0x20], Array(" \n\r\n\t".utf8)] as [[UInt8]])
  func `refuses emptiness`(bytes: [UInt8]) {
    #expect(throws: ExtractionError(.empty)) { try Report(id: "a", bytes: bytes) }
  }

  @Test func `refuses more bytes than the limit`() {
    #expect(throws: ExtractionError(.tooLarge, cause: .limit(3))) {
      try Report(id: "a", bytes: Array("abcd".utf8), limits: ExtractionLimits(bytes: 3))
    }
  }

  @Test func `hashes the bytes as they came, not the text`() throws {
    let report = try Report(id: "a", bytes: [0xEF, 0xBB, 0xBF] + Array("abc".utf8))
    #expect(report.text == "abc")
    #expect(report.bytesSHA256 == sha256Hex([0xEF, 0xBB, 0xBF] + Array("abc".utf8)))
    #expect(report.mediaType == "text/plain")
  }
}
