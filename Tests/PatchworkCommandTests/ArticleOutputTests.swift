import Foundation
import PatchworkExtraction
import PatchworkRecord
import Testing

@testable import PatchworkCommand

@Suite struct ArticleOutputTests {
  static let page = """
    <html><head><title>Army enters town</title>
    <meta property="article:published_time" content="2016-09-19T10:00:00Z">
    <meta property="og:site_name" content="The Daily Witness"></head><body><h1>Army enters town</h1>
    <article><p>The army said on Monday that its forces had entered the town, and that fighting went on.</p>
    <p>Residents, reached by telephone, said that shells had hit the bakery and the mill.</p></article>
    </body></html>
    """

  @Test func `gives one JSON object with the article alone`() throws {
    let report = try Report(id: "a.html", bytes: Array(Self.page.utf8))
    let line = ArticleOutput.line(report)
    #expect(line.last == 0x0A)
    #expect(line.count { $0 == 0x0A } == 1)
    let object = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
    #expect(object?["id"] as? String == "a.html")
    #expect(object?["title"] as? String == "Army enters town")
    #expect(object?["published"] as? String == "2016-09-19T10:00:00Z")
    #expect(object?["published_from"] as? String == "meta:article:published_time")
    #expect(object?["outlet"] as? String == "The Daily Witness")
    let text = try #require(object?["text"] as? String)
    #expect(text.hasPrefix("The army said") && text.hasSuffix("the mill."))
  }

  @Test func `shows title, outlet and day above the article`() throws {
    let report = try Report(id: "a.html", bytes: Array(Self.page.utf8))
    let shown = String(decoding: ArticleOutput.text(report), as: UTF8.self)
    #expect(shown.hasPrefix("Army enters town\n\nThe Daily Witness · 2016-09-19\n\nThe army said"))
  }

  @Test func `lets no text steer the terminal`() throws {
    let text = "The convoy \u{1B}[2J left.\nIt arrived."
    let report = try Report(id: "a", bytes: Array(text.utf8))
    #expect(!ArticleOutput.text(report).contains(0x1B))
  }
}
