import PatchworkExtraction
import PatchworkRecord
import PatchworkText
import Testing

@Suite struct HTMLDoorTests {
  static func report(_ html: String) throws -> Report {
    try Report(id: "page", bytes: Array(html.utf8))
  }

  @Test func `takes the article and nothing but the article`() throws {
    let report = try Self.report(AnyPage.html())
    #expect(
      report.text
        == ["Army enters town", AnyPage.first, AnyPage.second, AnyPage.third]
        .joined(separator: "\n\n"))
    #expect(report.blocks.map(\.part) == [.headline, .body, .body, .body])
    #expect(report.textIsDerived)
    #expect(report.mediaType == "text/html")
    #expect(report.articleText.hasPrefix(AnyPage.first))
  }

  @Test func `gives blocks that count in the text`() throws {
    let report = try Self.report(AnyPage.html())
    #expect(report.text[report.blocks[2].span] == AnyPage.second)
  }

  @Test func `keeps captions apart`() throws {
    let figure =
      "<figure><img src=a.jpg><figcaption>The road to the town on Monday.</figcaption></figure>"
    let report = try Self.report(AnyPage.html(extra: figure))
    let captions = report.blocks.filter { $0.part == .caption }.map { report.text[$0.span] }
    #expect(captions == ["The road to the town on Monday."])
    #expect(!report.articleText.contains("The road to the town on Monday."))
  }

  @Test func `keeps headings between paragraphs as headlines`() throws {
    let report = try Self.report(AnyPage.html(extra: "<h2>No way out</h2>"))
    #expect(report.blocks.map(\.part) == [.headline, .body, .body, .headline, .body])
  }

  @Test func `keeps the standfirst`() throws {
    let above = #"<p class="standfirst">Fighting near the market, and the convoy turns back</p>"#
    let report = try Self.report(AnyPage.html(above: above))
    #expect(report.articleText.hasPrefix("Fighting near the market"))
  }

  @Test(arguments: [
    "<div class=\"newsletter-signup\"><p>Get the news, every morning, in your inbox, before all others do.</p></div>",
    "<aside><p>Another story, which is not this one, tells of something else, far away.</p></aside>",
    "<div hidden><p>Nobody sees this, and nobody should read it, whatever it may say.</p></div>",
    "<div style=\"display: none\"><p>Nobody sees this, and nobody should read it, ever.</p></div>",
    "<form><p>Tell us what you think, and leave your address, so that we can write.</p></form>",
    "<ul class=\"most-read\"><li><a href=\"/9\">A headline, of another day, about another town.</a></li></ul>",
    "<p><a href=\"/8\">Read more: what we know of the fighting around the old market</a></p>",
    "<script type=\"text/template\"><p>Not text, not in any way, and never was.</p></script>",
    "<!-- <p>Commented out, long ago, by somebody who has left.</p> -->",
    "<noscript><p>Please switch on scripts, or else, dear reader, leave.</p></noscript>",
  ])
  func `leaves furniture inside the article out`(extra: String) throws {
    let plain = try Self.report(AnyPage.html())
    #expect(try Self.report(AnyPage.html(extra: extra)).text == plain.text)
  }

  @Test(arguments: ["list", "media", "box", "info", "post-meta"])
  func `keeps short paragraphs of an article whose own element has a name that speaks against it`(
    name: String
  ) throws {
    let html = """
      <html><body><div class="\(name)"><p>It was over by noon.</p><p>\(AnyPage.first)</p>
      <p>“We left.”</p><p>\(AnyPage.second)</p><p>\(AnyPage.third)</p>
      <div class="\(name)"><p>Share this now</p></div></div></body></html>
      """
    let text = try Self.report(html).text
    #expect(text.contains("It was over by noon."))
    #expect(text.contains("“We left.”"))
    #expect(!text.contains("Share this now"))
  }

  @Test func `keeps a sentence that is one link, and no headline that is one`() throws {
    let links = """
      <p><a href="/1">The bakery had been hit twice before, in May and in the first days of June.</a></p>
      <p><a href="/2">What we know of the fighting around the old market of the town</a></p>
      """
    let text = try Self.report(AnyPage.html(extra: links)).text
    #expect(text.contains("The bakery had been hit twice before"))
    #expect(!text.contains("What we know of the fighting"))
  }

  @Test(arguments: ["Comments (12)", "Top rated comments", "Kommentare", "Leave a reply"])
  func `ends the article where readers begin to speak`(heading: String) throws {
    let long = (0..<4).map { _ in "<p>\(AnyPage.first)</p>" }.joined()
    let html = """
      <html><body><div>\(long)<h3>\(heading)</h3><p>I was there, and nothing of this is true, as all of us know.</p>
      <p>So was I, on the same day, and every word of it is true, as far as I could see.</p></div></body></html>
      """
    let report = try Self.report(html)
    #expect(!report.text.contains("I was there"))
    #expect(!report.text.contains(heading))
  }

  @Test func `goes on behind a box of related articles among paragraphs`() throws {
    let extra =
      "<div><h4>Related articles</h4><ul><li><a href=/1>Another town, another day</a></li></ul></div>"
    let more = (0..<4).map { _ in "<p>\(AnyPage.second)</p>" }.joined()
    let text = try Self.report(AnyPage.html(extra: more + extra)).text
    #expect(text.hasSuffix(AnyPage.third))
    #expect(!text.contains("Related articles"))
  }

  @Test func `reads a page without any named element by its paragraphs`() throws {
    let html = """
      <html><body><div><a href=1>World</a> <a href=2>Sport</a></div><div><div>
      \(AnyPage.first)<br><br>\(AnyPage.second)<br><br>\(AnyPage.third)</div></div></body></html>
      """
    let report = try Self.report(html)
    #expect(report.blocks.count == 3)
    #expect(report.title == "")
  }

  @Test func `says that a page without an article has none`() {
    let html =
      "<html><body><ul><li><a href=1>One</a></li><li><a href=2>Two</a></li></ul></body></html>"
    #expect(throws: ExtractionError(.noArticle)) { try Self.report(html) }
  }

  @Test func `takes linked data for the article of a page that scripts fill`() throws {
    let body = [AnyPage.first, AnyPage.second, AnyPage.third].joined(separator: "\\n\\n")
    let script = #"{"@type": "NewsArticle", "articleBody": "\#(body) \#(AnyPage.first) and more"}"#
    let html = """
      <html><head><script type="application/ld+json">\(script)</script></head>
      <body><div id="app"></div></body></html>
      """
    #expect(try Self.report(html).text.contains(AnyPage.second))
  }

  @Test func `takes a page in a JSON line, and what was said beside it before what it says`() throws
  {
    let html = AnyPage.html().replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    let lines = try reportLines(of: #"{"id": "a", "html": "\#(html)", "published": "2016-09-20"}"#)
    let report = try lines[0].result.get()
    #expect(report.blocks.count == 4)
    #expect(report.published == SourcedDate(value: "2016-09-20", origin: "supplied"))
  }

  @Test func `reads a page in another encoding by its declaration`() throws {
    let head = Array(#"<html><head><meta charset="windows-1251"></head><body><p>"#.utf8)
    let word: [UInt8] = [0xCD, 0xE5, 0xF2, 0x2C, 0x20]
    let words = (0..<12).flatMap { _ in word }
    let report = try Report(id: "a", bytes: head + words + Array(".</p></body></html>".utf8))
    #expect(report.encoding == "windows-1251")
    #expect(report.text.hasPrefix("Нет, Нет,"))
    #expect(report.language == "ru")
  }

  @Test func `reads right-to-left and unspaced scripts`() throws {
    let arabic = String(
      repeating: "قال الجيش إن قواته دخلت المدينة من الجنوب، وإن القتال مستمر. ", count: 4)
    let report = try Self.report("<html><body><article><p>\(arabic)</p></article></body></html>")
    #expect(report.text == String(arabic.dropLast()))
    #expect(report.language == "ar")
    let chinese = String(repeating: "军方周一表示，部队已从南面进入该镇，市场周围仍有战斗。", count: 4)
    #expect(
      try Self.report("<html><body><article><p>\(chinese)</p></article></body></html>").text
        == chinese)
  }
}
