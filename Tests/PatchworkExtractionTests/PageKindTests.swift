import PatchworkExtraction
import PatchworkRecord
import Testing

@Suite struct PageKindTests {
  static func report(_ html: String) throws -> Report {
    try Report(id: "page", bytes: Array(html.utf8))
  }

  static func teaser(_ number: Int) -> String {
    """
    <div class="story-card"><h3><a href="/world/\(number)">A headline of the day about town number \(number)</a></h3>
    <p>Two lines, and a comma, that say what the article number \(number) behind the link would tell.</p></div>
    """
  }

  static func index(_ head: String = "", teasers: Int = 24, extra: String = "") -> String {
    "<html><head><title>World news</title>\(head)</head><body><main><h1>World</h1>"
      + (0..<teasers).map(teaser).joined() + extra + "</main></body></html>"
  }

  @Test func `refuses a list of teasers as an index page and counts its headlines`() {
    #expect(throws: ExtractionError(.indexPage, cause: .headlines(24))) {
      try Self.report(Self.index())
    }
  }

  @Test func `refuses a page of headlines without any text`() {
    let links = (0..<30).map {
      "<li><a href=/\($0)>A headline about the town number \($0)</a></li>"
    }
    #expect(throws: ExtractionError(.indexPage, cause: .headlines(30))) {
      try Self.report(
        "<html><body><p>The news of the day, and of the night.</p><ul>\(links.joined())</ul></body></html>"
      )
    }
  }

  @Test func `refuses what calls itself a collection`() {
    let data =
      #"<script type="application/ld+json">{"@type": "CollectionPage", "name": "World"}</script>"#
    #expect(throws: ExtractionError(.indexPage, cause: .headlines(14))) {
      try Self.report(Self.index(data, teasers: 14))
    }
  }

  @Test func `keeps an article that stands among very many links`() throws {
    let links = (0..<60).map {
      "<li><a href=/\($0)>A headline about the town number \($0)</a></li>"
    }
    let long = (0..<4).map { _ in "<p>\(AnyPage.first)</p><p>\(AnyPage.second)</p>" }.joined()
    let html =
      "<html><body><ul>\(links.joined())</ul><div>\(long)</div><ul>\(links.joined())</ul></body></html>"
    #expect(try Self.report(html).imprint.kind == .article)
  }

  @Test func `keeps a short article that says what it is`() throws {
    let links = (0..<40).map {
      "<li><a href=/\($0)>A headline about the town number \($0)</a></li>"
    }
    let html = """
      <html><head><meta property="og:type" content="article"></head><body>
      <article><p>The army said, on Monday, that it had entered the old town.</p></article>
      <ul>\(links.joined())</ul></body></html>
      """
    #expect(try Self.report(html).imprint.kind == .short)
  }

  @Test(arguments: [
    "404 Not Found", "Page not found – The Daily Witness", "Just a moment...", "Access Denied",
    "The Daily Witness | 503 Service Unavailable", "Error 500: something broke",
    "Страница не найдена",
  ])
  func `refuses an error page by its title`(title: String) {
    let html = """
      <html><head><title>\(title)</title></head><body><h1>\(title)</h1>
      <p>We are sorry, but what you looked for is not here, or is no longer, as far as we know.</p></body></html>
      """
    #expect(throws: ExtractionError(.errorPage, cause: .found(title))) { try Self.report(html) }
  }

  @Test func `refuses a gate without a title by its first words`() {
    let words = "You will be connected to www.example.org in just a moment..."
    #expect(throws: ExtractionError(.errorPage, cause: .found(words))) {
      try Self.report(
        "<html><body><div><p>\(words)</p><p><a href=a>Learn about the shield</a></p></div></body></html>"
      )
    }
  }

  @Test(arguments: [
    "Error in targeting led to strike on hospital, inquiry finds",
    "Access denied to UN convoy, again",
    "404 days of siege",
  ])
  func `takes no article for an error page`(title: String) throws {
    let long = (0..<6).map { "<p>\(AnyPage.first) \($0)</p><p>\(AnyPage.second) \($0)</p>" }
      .joined()
    let html =
      "<html><head><title>\(title)</title></head><body><article>\(long)</article></body></html>"
    #expect(try Self.report(html).title == title)
  }

  static func entry(_ hour: Int) -> String {
    """
    <section><time datetime="2016-09-19T\(hour):05:00Z">\(hour):05</time><h2>Entry of \(hour) o’clock</h2>
    <p>The army said at \(hour) that its forces had entered the town from the south, again.</p>
    <p>Residents, reached by telephone, said that the bakery and the mill had been hit.</p></section>
    """
  }

  @Test func `splits a live blog into dated entries`() throws {
    let data = #"<script type="application/ld+json">{"@type": "LiveBlogPosting"}</script>"#
    let html =
      "<html><head>\(data)</head><body><main><h1>Live: the battle for the town</h1><div>"
      + [14, 13, 12, 11].map(Self.entry).joined() + "</div></main></body></html>"
    let imprint = try Self.report(html).imprint
    #expect(imprint.kind == .liveBlog)
    #expect(
      imprint.entries.map(\.published?.value)
        == [14, 13, 12, 11].map { "2016-09-19T\($0):05:00Z" })
    #expect(imprint.entries.first?.title == "Entry of 14 o’clock")
    #expect(imprint.entries.allSatisfy { $0.text.contains("the mill had been hit.") })
  }

  @Test func `takes entries that only linked data holds`() throws {
    let updates = (0..<3).map {
      #"{"headline": "Entry &amp; \#($0)", "datePublished": "2016-09-19T1\#($0):00:00Z", "articleBody": "The army said so."}"#
    }
    let data = """
      <script type="application/ld+json">{"@type": "LiveBlogPosting", "liveBlogUpdate": [\(updates.joined(separator: ","))]}</script>
      """
    let imprint = try Self.report(AnyPage.html(head: data)).imprint
    #expect(imprint.entries.map(\.title) == ["Entry & 0", "Entry & 1", "Entry & 2"])
    #expect(imprint.entries.allSatisfy { $0.published?.origin == "json-ld" })
  }

  @Test func `takes an article with several times for no live blog`() throws {
    let html =
      "<html><body><main><h1>The battle</h1><div>" + [14, 13, 12].map(Self.entry).joined()
      + "</div></main></body></html>"
    #expect(try Self.report(html).imprint.entries.isEmpty)
  }

  @Test func `calls an article of one sentence short`() throws {
    let html =
      "<html><body><article><p>The army said, on Monday, that it had entered the old town.</p></article></body></html>"
    #expect(try Self.report(html).imprint.kind == .short)
    #expect(try Self.report(AnyPage.html()).imprint.kind == .article)
  }
}
