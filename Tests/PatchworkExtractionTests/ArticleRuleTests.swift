import PatchworkExtraction
import PatchworkRecord
import PatchworkText
import Testing

@Suite struct ArticleRuleTests {
  static func reading(_ html: String) throws -> PageReading {
    try PageReading(bytes: Array(html.utf8))
  }

  static func reason(_ words: String, _ html: String) throws -> BlockReason? {
    try reading(html).blocks.first { $0.text.hasPrefix(words) }?.reason
  }

  static let list = """
    <h3>Crossings closed since Monday</h3>
    <ul><li>The bridge by the mill</li><li>The road to the hospital</li><li>The old market gate</li></ul>
    """

  @Test func `keeps a list that ends the article`() throws {
    let page =
      "<html><body><article><p>\(AnyPage.first)</p><p>\(AnyPage.second)</p>\(Self.list)</article>"
    #expect(try Self.reason("The old market gate", page)?.isKept == true)
    #expect(try Self.reason("Crossings closed", page) == .heading)
  }

  @Test func `keeps a list in a module of its own`() throws {
    let page = """
      <html><body><div><div><p>\(AnyPage.first)</p></div><div><p>\(AnyPage.second)</p></div>
      <div>\(Self.list)</div></div>
      """
    #expect(try Self.reason("The old market gate", page)?.isKept == true)
  }

  @Test func `leaves a list of links behind the article out`() throws {
    let links = Self.list.replacing("<li>", with: "<li><a href=/x>").replacing(
      "</li>", with: "</a></li>")
    let page =
      "<html><body><article><p>\(AnyPage.first)</p><p>\(AnyPage.second)</p>\(links)</article>"
    #expect(try Self.reason("The old market gate", page)?.isKept == false)
  }

  @Test func `leaves teasers of other articles out, though they outweigh it`() throws {
    let teasers = (1...9).map { number in
      "<li><a href=/\(number)>Town number \(number) without water for weeks</a> <span>\(AnyPage.third.dropLast(9))...</span></li>"
    }.joined()
    let page =
      "<html><body><div><ul>\(teasers)</ul><p>\(AnyPage.first)</p><p>\(AnyPage.second)</p></div>"
    let reading = try Self.reading(page)
    #expect(reading.blocks.filter(\.isKept).map(\.text) == [AnyPage.first, AnyPage.second])
  }

  @Test func `says a paragraph once`() throws {
    let report = try Report(
      id: "a", bytes: Array(AnyPage.html(extra: "<p>\(AnyPage.first)</p>").utf8))
    #expect(report.articleText.ranges(of: AnyPage.first).count == 1)
    #expect(
      try Self.reading(AnyPage.html(extra: "<p>\(AnyPage.first)</p>")).blocks.contains {
        $0.reason == .repeated
      })
  }

  @Test func `leaves a line that only says who published and when out`() throws {
    let line =
      "<p>Jane Roe · The Witness · Posted: Sep 19, 2016 4:00 AM EDT | Last Updated: September 20</p>"
    let report = try Report(id: "a", bytes: Array(AnyPage.html(extra: line).utf8))
    #expect(!report.articleText.contains("Jane Roe"))
  }

  @Test func `keeps the heading of a paragraph in an element of a side's name`() throws {
    let extra = """
      <div class="infobox"><h3>What the town lacks</h3>
      <p>\(AnyPage.third.dropLast(1)), and nobody could say when it would try again.</p></div>
      """
    #expect(try Self.reason("What the town lacks", AnyPage.html(extra: extra))?.isKept == true)
  }

  @Test func `keeps what the page's head says of it as the standfirst`() throws {
    let lead =
      "Fighting goes on around the old market, while a convoy with flour waits at the crossing."
    let head = "<meta property=\"og:description\" content=\"\(lead)\">"
    let above = "<header class=\"promo\"><p>\(lead)</p></header>"
    let report = try Report(id: "a", bytes: Array(AnyPage.html(head: head, above: above).utf8))
    #expect(report.articleText.hasPrefix(lead))
  }

  /// A page whose linked data gives the article's first two paragraphs.
  static func linked(extra: String) -> String {
    let body = [AnyPage.first, AnyPage.second, AnyPage.third].joined(separator: " ")
    return AnyPage.html(
      head:
        "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"articleBody\": \"\(body)\"}</script>",
      extra: extra)
  }

  @Test func `keeps a paragraph that linked data has, wherever it stands`() throws {
    let page = Self.linked(extra: "").replacing(
      "<p>\(AnyPage.third)</p>", with: "<div class=\"newsletter\"><p>\(AnyPage.third)</p></div>")
    #expect(try Self.reason("A convoy with flour", page) == .linked)
  }

  @Test func `leaves a paragraph behind the words of linked data out`() throws {
    let appeal = "Our readers, who are many, keep this paper alive, and you may be one of them."
    let page = Self.linked(extra: "").replacing(
      "<p>\(AnyPage.third)</p>", with: "<p>\(AnyPage.third)</p><p>\(appeal)</p>")
    #expect(try Self.reason("Our readers", page) == .unlinked)
  }

  @Test func `cuts other articles behind a heading that leads to them`() throws {
    let others = (1...4).map {
      "<article><p>Number \($0): \(AnyPage.second)</p></article>"
    }.joined()
    let page = """
      <html><body><div><article><p>\(AnyPage.first)</p><p>\(AnyPage.second)</p><p>\(AnyPage.third)</p>
      </article><h3>You may also like</h3>\(others)</div>
      """
    #expect(try Self.reason("Number 2", page)?.isKept == false)
  }
}
