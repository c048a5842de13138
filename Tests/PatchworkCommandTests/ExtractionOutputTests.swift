import Foundation
import PatchworkExtraction
import PatchworkRecord
import Testing

@testable import PatchworkCommand

@Suite struct ExtractionOutputTests {
  static let page = """
    <html><head><title>Army enters town</title><meta property="article:published_time" content="2016-09-19T10:00:00Z">
    </head><body><nav><a href="/">Home</a></nav><h1>Army enters town</h1>
    <article><p>OLDPORT (AP) — The army said on Monday that its forces had *entered* the town, and that fighting went on.</p>
    <h2>No way out</h2>
    <p>Residents, reached by telephone, said that shells had hit the bakery &lt;b&gt; and the mill &amp; the road.</p>
    <p>1. The convoy, with flour and medicine, turned back in the evening, it was said by all.</p></article>
    </body></html>
    """

  static func explained(_ html: String = page) -> ExplainedReport {
    let bytes = Array(html.utf8)
    let parcel = Parcel(id: "a.html", bytes: bytes) { () throws(ExtractionError) in
      try Report(id: "a.html", bytes: bytes)
    }
    return ExplainedReport(ReadItem(parcel, of: "a.html"), bytes: bytes)
  }

  static func report() throws -> Report { try Report(id: "a.html", bytes: Array(page.utf8)) }

  @Test func `writes Markdown whose text is not read as markup`() throws {
    let text = String(decoding: ArticleMarkdown.of(try Self.report()), as: UTF8.self)
    #expect(text.hasPrefix("# Army enters town\n\n- published: 19 September 2016"))
    #expect(text.contains("\n\n## No way out\n\n"))
    #expect(text.contains("\\*entered\\*"))
    #expect(text.contains("the bakery \\<b\\> and the mill \\& the road."))
    #expect(text.contains("\n\n1\\. The convoy"))
  }

  @Test func `gives dateline and credits as fields`() throws {
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(ArticleOutput.line(try Self.report())))
        as? [String: Any])
    let dateline = try #require(object["dateline"] as? [String: Any])
    #expect(dateline["place"] as? String == "OLDPORT")
    #expect(dateline["agency"] as? String == "Associated Press")
    let credits = try #require(object["credits"] as? [[String: Any]])
    #expect(credits.map { $0["is"] as? String } == ["agency"])
    #expect(object["kind"] as? String == "article")
    #expect(object["blocks"] == nil)
  }

  @Test func `gives the blocks with what became of them when asked`() throws {
    let explained = Self.explained()
    guard case .report(let report, _) = explained.item else {
      Issue.record("no report")
      return
    }
    let line = ArticleOutput.line(report, blocks: explained.blocks)
    let object = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
    let blocks = try #require(object?["blocks"] as? [[String: Any]])
    #expect(
      blocks.map { $0["why"] as? String } == [
        "furniture", "title", "paragraph", "heading", "paragraph", "paragraph",
      ])
    #expect(blocks.map { $0["kept"] as? Bool } == [false, false, true, true, true, true])
  }

  @Test func `explains on a terminal, kept and dropped told apart without colour`() {
    let form = TerminalForm(width: 90, hasColour: false)
    let lines = ArticleExplanation(form: form).lines(Self.explained())
    #expect(lines.contains("6 blocks: 4 kept, 2 dropped"))
    #expect(lines.contains { $0.hasPrefix("+ heading") && $0.hasSuffix("No way out") })
    #expect(lines.contains { $0.hasPrefix("- the title again") })
    #expect(lines.allSatisfy { $0.count <= 90 && !$0.contains("\u{1B}") })
  }

  @Test func `shows a page on which nothing of the text is markup, and nothing may run`() {
    var page = ExtractionPage()
    let html = page.beginning() + page.article(Self.explained()) + page.end()
    #expect(html.contains("the bakery &lt;b&gt; and"))
    #expect(html.contains("default-src 'none'; style-src 'sha256-"))
    #expect(!html.contains("<script"))
    #expect(
      html.contains("2 blocks left out: 1 in an element for something else, 1 the title again"))
    #expect(html.contains("<dt>dateline</dt><dd dir=\"auto\">OLDPORT · Associated Press</dd>"))
    #expect(html.contains("1 input."))
  }

  @Test func `explains what is refused`() {
    let explained = Self.explained(
      "<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1></body></html>")
    var page = ExtractionPage()
    #expect(
      page.article(explained).contains(
        "is an error page, not the article that it stands for: 404 Not Found"))
    #expect(explained.blocks.map(\.code) == ["title"])
  }

  @Test func `explains a text by its blocks and the pieces left unread`() {
    let text =
      "Army enters town\n\nThe army said it had entered the town from the south.\n\nAdvertisement\n\nResidents said that the mill was hit."
    let explained = Self.explained(text)
    #expect(explained.blocks.map(\.isKept) == [true, true, false, true])
    #expect(explained.blocks.map(\.code) == ["headline", "body", "advert", "body"])
  }
}
