import PatchworkExtraction
import PatchworkRecord
import PatchworkText
import PatchworkTestSupport
import Testing

@Suite struct HostilePageTests {
  static func report(
    _ html: String, limits: ExtractionLimits = ExtractionLimits()
  ) throws -> Report {
    try Report(id: "page", bytes: Array(html.utf8), as: .html, limits: limits)
  }

  static let paragraphs = "<p>\(AnyPage.first)</p><p>\(AnyPage.second)</p>"

  @Test func `reads on at any depth`() throws {
    let depth = 100_000
    let html =
      "<html><body>" + String(repeating: "<div>", count: depth) + Self.paragraphs
      + String(repeating: "</div>", count: depth) + "<p>\(AnyPage.third)</p></body></html>"
    let text = try Self.report(html).text
    #expect(text.contains(AnyPage.first))
    #expect(text.contains(AnyPage.third))
  }

  @Test(arguments: ["<b>", "<a href=x>", "<p><div>", "<ul><li>", "<table><tr><td>", "<x-y>"])
  func `reads on after elements never closed`(tag: String) throws {
    let html = Self.paragraphs + String(repeating: tag, count: 30_000) + "<p>\(AnyPage.third)</p>"
    #expect(try Self.report("<html><body>\(html)").text.contains(AnyPage.first))
  }

  @Test func `ignores end tags of elements never opened`() throws {
    let html =
      String(repeating: "<div>", count: 4_000) + String(repeating: "</b></i></x>", count: 100_000)
      + Self.paragraphs
    #expect(try Self.report("<html><body>\(html)").text.contains(AnyPage.second))
  }

  /// Kinds of tags with too many attributes.
  enum ManyAttributes: CaseIterable {
    case named, bare, repeated, words

    var written: String {
      switch self {
      case .named: (0..<50_000).map { "a\($0)=\"b\"" }.joined(separator: " ")
      case .bare: (0..<50_000).map { "a\($0)" }.joined(separator: " ")
      case .repeated: String(repeating: "a=b ", count: 50_000)
      case .words: "class=\"" + String(repeating: "share ", count: 50_000) + "\""
      }
    }
  }

  @Test(arguments: ManyAttributes.allCases)
  func `reads a page whose tags have very many attributes`(kind: ManyAttributes) throws {
    let html = "<html><body><i \(kind.written)>x</i>\(Self.paragraphs)</body></html>"
    #expect(try Self.report(html).text.contains(AnyPage.first))
  }

  @Test func `reads ten megabytes of text in one element`() throws {
    let sentence = "The army said, on Monday, that it had entered the town. "
    let words = String(repeating: sentence, count: 10_000_000 / sentence.utf8.count)
    let report = try Self.report("<html><body><p>\(words)</p><p>\(AnyPage.first)</p></body></html>")
    #expect(report.text.utf8.count > 9_900_000)
    #expect(report.text.hasSuffix(AnyPage.first))
  }

  @Test(arguments: [
    "&amp;", "&lt;", "&nosuchentity;", "&#x1F69A;", "&#0;", "&#xFFFFFFFF;", "&", "&#",
  ])
  func `reads a storm of entities`(entity: String) throws {
    let storm = String(repeating: entity, count: 20_000)
    #expect(
      try Self.report("<html><body><p>\(storm)</p>\(Self.paragraphs)</body></html>").text
        .contains(AnyPage.first))
  }

  @Test(arguments: [20, 100])
  func `takes a page of one very long text in or refuses it`(megabytes: Int) throws {
    let sentence = "The army said, on Monday, that it had entered the town. "
    let words = String(repeating: sentence, count: (megabytes << 20) / sentence.utf8.count)
    let code: ExtractionError.Code = megabytes < 64 ? .tooComplex : .tooLarge
    do throws(ExtractionError) {
      _ = try Report(id: "page", bytes: Array("<html><body><p>\(words)</p>".utf8), as: .html)
      Issue.record("a text beyond the limit was taken in")
    } catch {
      #expect(error.code == code)
    }
  }

  /// What pages of several encodings glued together look like.
  @Test(arguments: [
    ([0xE9], "é"), ([0xC3, 0xA9], "é"), ([0x93], "“"), ([0xFF], "ÿ"),
  ])
  func `reads stray bytes of other encodings as characters`(stray: [UInt8], character: String)
    throws
  {
    // Enough whole sequences that the page is UTF-8 with strays.
    let whole =
      "<p>Les réfugiés étaient arrivés à l’été, dit le député, près de la forêt brûlée.</p>"
    var bytes = Array("<html><body><p>Le bl".utf8)
    bytes += stray
    bytes += Array(
      ", dit-on, manquait dans la ville, où personne ne vendait rien.</p>\(whole)\(whole)".utf8)
    let report = try Report(id: "page", bytes: bytes, as: .html)
    #expect(report.text.contains("Le bl\(character), dit-on"))
    #expect(report.text.contains("réfugiés étaient"))
  }

  @Test(arguments: ["<script>", "<style>", "<svg>", "<noscript>", "<iframe>", "<a href='", "<!--"])
  func `looks for what never ends only once`(opening: String) throws {
    let html = "<html><body>\(Self.paragraphs)" + String(repeating: opening, count: 100_000)
    #expect(try Self.report(html).text.contains(AnyPage.first))
  }

  @Test func `does not expand entities that a page declares`() throws {
    let declared =
      "<!DOCTYPE html [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><html><body><p>&b;</p>"
    #expect(try !Self.report(declared + Self.paragraphs).text.contains("aaaa"))
  }

  @Test(arguments: [
    "<", "<<<<", "<!--", "<!-- -- -->", "<p", "<p class=\"", "<p class='", "</", "<script>",
    "<style>",
    "<title>", "<![CDATA[", "<?xml", "<!DOCTYPE", "<a href=\"x", "\0", "<p>\0\0</p>", "<svg><p>",
    "&",
    "<frameset>", "<plaintext>", "<textarea>", "<table><p>", "</html>", "<html><html><body><body>",
  ])
  func `never stops at unfinished markup`(fragment: String) throws {
    let report = try Self.report("<html><body>\(Self.paragraphs)\(fragment)")
    #expect(report.text.contains(AnyPage.first))
    _ = try? Self.report("<html><body>\(fragment)\(Self.paragraphs)")
    _ = try? Self.report(fragment)
  }

  @Test func `refuses a page of more parts than the limit`() {
    let html = "<html><body>" + String(repeating: "<i>x</i>", count: 600) + "</body></html>"
    #expect(throws: ExtractionError(.tooComplex, cause: .limit(1000))) {
      try Self.report(html, limits: ExtractionLimits(nodes: 1000))
    }
  }

  @Test func `refuses a page of more text than the limit`() {
    #expect(throws: ExtractionError(.tooComplex, cause: .limit(50))) {
      try Self.report("<html><body>\(Self.paragraphs)", limits: ExtractionLimits(pageText: 50))
    }
  }

  @Test func `survives pages with bytes changed at random`() {
    var generator = SeededGenerator(seed: 3)
    let page = Array(AnyPage.html(head: PageMetadataTests.linked).utf8)
    let alphabet = Array("<>/=\"'!-&;#\0 \u{FF}{}[]".utf8)
    for _ in 0..<300 {
      var bytes = page
      for _ in 0..<Int.random(in: 1...40, using: &generator) {
        let at = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0...2, using: &generator) {
        case 0: bytes[at] = alphabet.randomElement(using: &generator) ?? 0
        case 1: bytes.remove(at: at)
        default: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: at)
        }
      }
      do throws(ExtractionError) {
        let report = try Report(id: "a", bytes: bytes, as: .html)
        for block in report.blocks { #expect(block.span.end <= report.text.utf8.count) }
      } catch {
        #expect(ExtractionError.Code.allCases.contains(error.code))
      }
    }
  }

  @Test func `looks for the end of a comment only once`() throws {
    let html = "<html><body>\(Self.paragraphs)" + String(repeating: "<!--", count: 100_000)
    #expect(try Self.report(html).text.contains(AnyPage.first))
  }

  @Test func `keeps very many lines within bounds`() throws {
    let text = String(repeating: "a\n", count: 300_000)
    let report = try Report(id: "a", bytes: Array(text.utf8))
    #expect(report.blocks.count <= 200_000)
    #expect(report.blocks.last?.span.end == text.utf8.count - 1)
  }

  @Test func `survives reports with many labels and brackets in one line`() throws {
    let line = String(repeating: "(Photo: A) (Reporting by B ", count: 20_000)
    #expect(try Report(id: "a", bytes: Array(line.utf8)).dropped.isEmpty == false)
  }
}
