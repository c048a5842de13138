import PatchworkExtraction
import PatchworkRecord
import PatchworkText
import Testing

/// What readers of other extractors complain of, on pages in words of our own.
@Suite struct ArticleTrapTests {
  static let paragraphs = (0..<5).map { number in
    "<p>\(AnyPage.first.replacing("Monday", with: "day \(number)")) \(AnyPage.second)</p>"
  }.joined()

  static func report(_ body: String, head: String = "") throws -> Report {
    let html =
      "<html lang=en><head><title>Army enters town</title>\(head)</head><body>\(body)</body></html>"
    return try Report(id: "a", bytes: Array(html.utf8), as: .html)
  }

  /// Ways in which pages keep an article from readers until a script or a payment shows it.
  @Test(arguments: [
    "<div class=\"article-body\" aria-hidden=\"true\">%</div>",
    "<div class=\"article-body paywall\">%</div>",
    "<div class=\"paywalled-content\"><div class=\"entry-content\">%</div></div>",
    "<article><div class=\"locked\" style=\"display:none\">%</div></article>",
    "<div style=\"visibility: hidden\"><div itemprop=\"articleBody\">%</div></div>",
    "<section class=\"article-body\" hidden>%</section>",
  ])
  func `keeps an article that a page hides`(around: String) throws {
    let teaser = "<h1>Army enters town</h1><p>The army said, on Monday, that it was there.</p>"
    let report = try Self.report(
      "<main>\(teaser)\(around.replacing("%", with: Self.paragraphs))</main>")
    #expect(report.text.contains("on day 0 that"))
    #expect(report.text.contains("on day 4 that"))
  }

  @Test(arguments: [
    "<div class=\"newsletter-signup\" hidden>%</div>", "<div style=\"display:none\">%</div>",
    "<aside hidden><article>%</article></aside>",
  ])
  func `keeps nothing else that a page hides`(around: String) throws {
    let own =
      "<article><h1>Army enters town</h1><p>\(AnyPage.first)</p><p>\(AnyPage.third)</p></article>"
    let other = around.replacing("%", with: "<p>\(AnyPage.second)</p>")
    let text = try Self.report("<main>\(own)\(other)</main>").text
    #expect(text.contains(AnyPage.third))
    #expect(!text.contains(AnyPage.second))
  }

  @Test(arguments: [
    "<header><p class=\"lead\">%</p></header>", "<div class=\"intro\"><p>%</p></div>",
    "<p class=\"article__summary\">%</p>", "<h2 class=\"standfirst\">%</h2>", "<p><b>%</b></p>",
  ])
  func `keeps the lead`(around: String) throws {
    let lead = "Fighting goes on near the old market, residents say, and a convoy turns back."
    let body =
      "<article><h1>Army enters town</h1>\(around.replacing("%", with: lead))\(Self.paragraphs)</article>"
    #expect(try Self.report(body).text.contains(lead))
  }

  @Test func `a paragraph that stands on the page twice is kept once`() throws {
    let body =
      "<article>\(Self.paragraphs)<p>\(AnyPage.third)</p></article><article>\(Self.paragraphs)</article>"
    let text = try Self.report(body).text
    #expect(text.components(of: "on day 2 that") == 1)
  }

  @Test func `linked data that breaks off does not stand in for the page`() throws {
    let data =
      "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"articleBody\": \"\(AnyPage.first) It…\"}</script>"
    let text = try Self.report("<article>\(Self.paragraphs)</article>", head: data).text
    #expect(text.contains("on day 4 that"))
    #expect(!text.contains("It…"))
  }

  @Test func `figures in a table of numbers are no paragraphs, and captions stand apart`() throws {
    let table =
      "<table><caption>Killed, by month</caption><tr><th>Month</th><th>Killed</th></tr><tr><td>May</td><td>12</td></tr></table>"
    let picture =
      "<figure><img><figcaption>Smoke over the mill, seen from the north.</figcaption></figure>"
    let report = try Self.report(
      "<article>\(Self.paragraphs)\(table)\(picture)\(Self.paragraphs.replacing("day", with: "night"))</article>"
    )
    let body = report.articleText
    #expect(body.contains("on night 4 that"))
    #expect(!body.contains("Killed, by month"))
    #expect(!body.contains("Smoke over the mill"))
    #expect(
      report.blocks.contains { $0.part == .caption && report.text[$0.span].hasPrefix("Smoke") })
  }

  @Test func `an AMP page is a page`() throws {
    let html =
      "<!doctype html><html ⚡ lang=en><head><style amp-boilerplate>body{visibility:hidden}</style></head>"
      + "<body><amp-sidebar hidden><ul><li>Home</li></ul></amp-sidebar><article><h1>Army enters town</h1>"
      + "<amp-img src=a layout=fill></amp-img>\(Self.paragraphs)<amp-ad>Advertisement</amp-ad></article></body></html>"
    let text = try Report(id: "a", bytes: Array(html.utf8)).text
    #expect(text.contains("on day 4 that"))
    #expect(!text.contains("Home"))
  }

  @Test func `days of publication and of the last change stay apart`() throws {
    let head =
      "<meta property=article:published_time content=2016-09-19><meta property=article:modified_time content=2016-09-21>"
    let report = try Self.report("<article>\(Self.paragraphs)</article>", head: head)
    #expect(report.published?.day == "2016-09-19")
    #expect(report.imprint.modified?.day == "2016-09-21")
  }

  @Test func `many threads at once read what one reads`() async throws {
    let pages = (0..<64).map { number in
      "<html><body><article><h1>Town \(number)</h1>\(Self.paragraphs)<p>Number \(number), and no other, fell.</p></article></body></html>"
    }
    let expected = try pages.map { try Report(id: "a", bytes: Array($0.utf8)) }
    let found = await withTaskGroup(of: (Int, Report?).self) { group in
      for (index, page) in pages.enumerated() {
        group.addTask { (index, try? Report(id: "a", bytes: Array(page.utf8))) }
      }
      var found = [Report?](repeating: nil, count: pages.count)
      for await (index, report) in group { found[index] = report }
      return found
    }
    #expect(found == expected)
  }
}

extension String {
  /// How often some words stand in a text.
  fileprivate func components(of words: String) -> Int { ranges(of: words).count }
}
