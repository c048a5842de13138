import PatchworkExtraction
import PatchworkRecord
import Testing

@Suite struct PageReadingTests {
  static func reading(_ html: String) throws -> PageReading {
    try PageReading(bytes: Array(html.utf8))
  }

  @Test func `names for every block why it is kept or dropped`() throws {
    let extra = """
      <figure><figcaption>The road to the town on Monday.</figcaption></figure><h2>No way out</h2>
      <p><a href="/8">Read more: what we know of the fighting around the old market</a></p>
      <p>19 September 2016</p><p>Advertisement</p>
      """
    let reading = try Self.reading(AnyPage.html(extra: extra))
    let reasons = Dictionary(grouping: reading.blocks, by: \.reason).mapValues { $0.map(\.text) }
    #expect(reasons[.paragraph] == [AnyPage.first, AnyPage.second, AnyPage.third])
    #expect(reasons[.caption] == ["The road to the town on Monday."])
    #expect(reasons[.heading] == ["No way out"])
    #expect(reasons[.links]?.first?.hasPrefix("Read more") == true)
    #expect(reasons[.stamp] == ["19 September 2016"])
    #expect(reasons[.phrase] == ["Advertisement"])
    #expect(reasons[.furniture]?.contains("Related") == true)
  }

  @Test func `keeps what the report of the same page has`() throws {
    let html = AnyPage.html(extra: "<h2>No way out</h2>")
    let report = try HTMLDoorTests.report(html)
    let kept = try Self.reading(html).blocks.filter { $0.isKept && $0.part != .caption }.map(\.text)
    #expect(kept.joined(separator: "\n\n") == report.articleText)
  }

  @Test func `explains a page that is refused`() throws {
    let reading = try Self.reading(PageKindTests.index())
    #expect(reading.blocks.count > 40)
  }

  @Test func `says when the text comes from linked data`() throws {
    let body = [AnyPage.first, AnyPage.second, AnyPage.third].joined(separator: "\\n\\n")
    let script =
      #"{"@type": "NewsArticle", "headline": "Army enters town", "articleBody": "\#(body)\n\nIt ended."}"#
    let html = """
      <html><head><script type="application/ld+json">\(script)</script></head>
      <body><p>\(AnyPage.first)</p></body></html>
      """
    let reading = try Self.reading(html)
    #expect(reading.linked.count == 4)
    #expect(reading.blocks.allSatisfy { !$0.isKept })
  }
}
