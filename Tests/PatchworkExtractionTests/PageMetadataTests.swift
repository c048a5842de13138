import PatchworkExtraction
import PatchworkRecord
import Testing

@Suite struct PageMetadataTests {
  static func report(_ head: String, above: String = "") throws -> Report {
    try Report(id: "page", bytes: Array(AnyPage.html(head: head, above: above).utf8))
  }

  static let linked = """
    <script type="application/ld+json">
    {"@context": "https://schema.org", "@graph": [
      {"@type": "WebPage", "datePublished": "2001-01-01"},
      {"@type": ["NewsArticle"], "headline": "Army enters town",
       "datePublished": "2016-09-19T21:40:00+03:00", "dateModified": "2016-09-20T06:00:00Z",
       "author": [{"@type": "Person", "name": "Jane Roe"}, {"@type": "Person", "name": "John Doe"}],
       "publisher": {"@type": "Organization", "name": "The Daily Witness"}}]}
    </script>
    """

  @Test func `reads linked data`() throws {
    let report = try Self.report(Self.linked)
    #expect(report.title == "Army enters town")
    #expect(
      report.published == SourcedDate(value: "2016-09-19T21:40:00+03:00", origin: "json-ld"))
    #expect(
      report.imprint.modified == SourcedDate(value: "2016-09-20T06:00:00Z", origin: "json-ld"))
    #expect(report.byline == "Jane Roe, John Doe")
    #expect(report.outlet == "The Daily Witness")
    #expect(report.language == "en-GB")
  }

  @Test func `reads linked data with raw line ends in strings`() throws {
    let head =
      "<script type='application/ld+json'>{\"@type\": \"Article\",\n\"headline\": \"Army\nenters\",\n\"datePublished\": \"2016-09-19\"}</script>"
    #expect(try Self.report(head).published?.value == "2016-09-19")
  }

  @Test func `reads the day that a description labels`() throws {
    let report = try Self.report(
      #"<meta name="description" content="Army enters town (Notizia del 19 Settembre 2016)">"#)
    #expect(report.published == SourcedDate(value: "2016-09-19", origin: "meta:description"))
  }

  @Test func `reads the one labelled day of a page, wherever it stands`() throws {
    let line = "<p>Army enters town was posted on 19 September 2016 at 23:03 in World.</p>"
    #expect(
      try Self.report("", above: "<aside>\(line)</aside>").published
        == SourcedDate(value: "2016-09-19", origin: "text"))
    let two =
      "<aside>\(line)<p>Army leaves town was posted on 20 September 2016 in World.</p></aside>"
    let page = AnyPage.html().replacing(
      "</main>", with: String(repeating: "<aside>Share</aside>", count: 12) + two + "</main>")
    #expect(try Report(id: "page", bytes: Array(page.utf8)).published == nil)
  }

  @Test(arguments: [
    (
      #"<meta property="article:published_time" content="2016-09-19T10:00:00Z">"#,
      "2016-09-19T10:00:00Z", "meta:article:published_time"
    ),
    (#"<meta name="pubdate" content="20160919">"#, "2016-09-19", "meta:pubdate"),
    (
      #"<meta itemprop="datePublished" content="Mon, 19 Sep 2016 10:00:00 GMT">"#, "2016-09-19",
      "meta:datepublished"
    ),
    (
      #"<link rel="canonical" href="https://example.org/2016/09/19/army-enters-town">"#,
      "2016-09-19", "url"
    ),
    (
      #"<meta property="og:url" content="https://example.org/world/2016-09-19-army">"#,
      "2016-09-19", "url"
    ),
  ])
  func `finds the day of publication and says where`(head: String, value: String, origin: String)
    throws
  {
    #expect(try Self.report(head).published == SourcedDate(value: value, origin: origin))
  }

  @Test(arguments: [
    (#"<time datetime="2016-09-19T10:00">19 September</time>"#, "2016-09-19T10:00", "time"),
    (#"<time>19 September 2016</time>"#, "2016-09-19", "time"),
    (#"<p class="date">Monday, September 19, 2016</p>"#, "2016-09-19", "text"),
    (#"<span>19.09.2016</span>"#, "2016-09-19", "text"),
    (#"<span>Lundi 19 septembre 2016</span>"#, "2016-09-19", "text"),
  ])
  func `finds the day above the article`(above: String, value: String, origin: String) throws {
    #expect(
      try Self.report("", above: above).published == SourcedDate(value: value, origin: origin))
  }

  @Test func `keeps linked data before metas, and metas before the address`() throws {
    let head = Self.linked + #"<meta property="article:published_time" content="2016-09-18">"#
    #expect(try Self.report(head).published?.origin == "json-ld")
  }

  @Test(arguments: [
    #"<meta name="date" content="yesterday">"#, #"<meta name="date" content="2016-13-45">"#,
    #"<meta name="date" content="1016-09-19">"#, #"<meta name="date" content="">"#, "",
    #"<link rel="canonical" href="https://example.org/1234/56/78/x">"#,
  ])
  func `gives no date where there is none`(head: String) throws {
    #expect(try Self.report(head).published == nil)
  }

  @Test(arguments: [
    (#"<meta property="og:title" content="Army enters town - The Daily Witness"><meta property="og:site_name" content="The Daily Witness">"#),
    (#"<meta property="og:title" content="The Daily Witness | Army enters town"><meta property="og:site_name" content="The Daily Witness">"#),
    "",
  ])
  func `cleans the title of the outlet`(head: String) throws {
    #expect(try Self.report(head).title == "Army enters town")
  }

  @Test(arguments: [
    ("https://example.org/world/20160919/army-enters", "2016-09-19"),
    ("https://example.org/2016/sep/19/army-enters", "2016-09-19"),
    ("https://example.org/2016/9/5/army-enters", "2016-09-05"),
    ("https://example.org/20160919-army", "2016-09-19"),
  ])
  func `finds the day in an address`(address: String, day: String) throws {
    let head = #"<link rel="canonical" href="\#(address)">"#
    #expect(try Self.report(head).published == SourcedDate(value: day, origin: "url"))
  }

  @Test(arguments: [
    "https://example.org/id/2016091912", "https://example.org/20161399/army",
    "https://example.org/2016/19/army", "https://example.org/2016/army/19/",
  ])
  func `takes no other number of an address for a day`(address: String) throws {
    #expect(try Self.report(#"<link rel="canonical" href="\#(address)">"#).published == nil)
  }

  @Test func `reads what a time element shows where its value is spoilt`() throws {
    let above = #"<time datetime="2015-02-112016-09-19">Sept 19, 2016</time>"#
    #expect(try Self.report("", above: above).published?.value == "2016-09-19")
  }

  @Test func `believes the day that is shown before a meta of the page's making`() throws {
    let head = #"<meta name="date" content="2016-09-20">"#
    #expect(try Self.report(head).published?.value == "2016-09-20")
    #expect(try Self.report(head, above: "<p>19.09.2016</p>").published?.value == "2016-09-20")
    let above = "<time>19.09.2016, 12:01</time>"
    #expect(
      try Self.report(head, above: above).published
        == SourcedDate(value: "2016-09-19", origin: "time"))
  }

  @Test(arguments: [
    ("Posted 17 June 2016, last updated 4 July 2016", "2016-06-17", "2016-07-04"),
    ("Last updated 4 July 2016, created 17 June 2016", "2016-06-17", "2016-07-04"),
    ("17 June 2016 | Updated: 4 July 2016", "2016-06-17", "2016-07-04"),
    ("Letzte Aktualisierung: 04.07.2016", nil, "2016-07-04"),
    ("wurde am 17. Juni 2016 um 23:03 Uhr gepostet", "2016-06-17", nil),
    ("17.06.2016", "2016-06-17", nil), ("Nine people read this", nil, nil),
  ])
  func `keeps the day of the last change apart in a line`(
    line: String, published: String?, modified: String?
  ) throws {
    let report = try Self.report("", above: "<p>\(line)</p>")
    #expect(report.published?.value == published)
    #expect(report.imprint.modified?.value == modified)
  }

  @Test(arguments: [
    ("19.9.2016 - The army", "2016-09-19"), ("(19.09.2016) The army", "2016-09-19"),
    ("TAL RIFAT, (19.09.2016). The army", "2016-09-19"), ("The army on 19.09.2016 said", nil),
    ("19.09 and 20.09 were days on which the army", nil),
  ])
  func `finds the day that the article begins with`(head: String, day: String?) throws {
    let html = AnyPage.html().replacing("<p>The army", with: "<p>\(head)")
    let report = try Report(id: "page", bytes: Array(html.utf8))
    #expect(report.published?.value == day)
  }

  @Test func `finds a labelled day under the article and no day of a comment`() throws {
    func published(_ under: String) throws -> String? {
      let html = AnyPage.html().replacing("<aside class", with: "<p>\(under)</p><aside class")
      return try Report(id: "page", bytes: Array(html.utf8)).published?.value
    }
    #expect(try published("This was posted on 19 September 2016 by a friend") == "2016-09-19")
    #expect(try published("Ann, 19 September 2016 at noon: I agree") == nil)
  }

  @Test func `leaves the kicker inside a headline out of the title`() throws {
    let html = AnyPage.html().replacing(
      "<h1>",
      with: #"<h1><span class="article__overline">Siege</span><span aria-hidden="true"> - </span>"#)
    #expect(try Report(id: "page", bytes: Array(html.utf8)).title == "Army enters town")
  }

  @Test func `prefers two sources that agree to a headline alone`() throws {
    let head =
      #"<meta property="og:title" content="Siege: Army enters town"><script type="application/ld+json">{"@type": "NewsArticle", "headline": "Siege: Army enters town"}</script>"#
    let html = AnyPage.html(head: head).replacing("<h1>Army", with: "<h1>Another army")
    #expect(try Report(id: "page", bytes: Array(html.utf8)).title == "Siege: Army enters town")
  }

  @Test func `takes the heading that the title element names for a page without other titles`()
    throws
  {
    let html = AnyPage.html().replacing(
      "<h1>Army enters town</h1>", with: "<h1>Witnesses</h1><h2>Army enters town</h2>"
    )
    .replacing("Army enters town | The Daily Witness", with: "witnesses » Army enters town")
    #expect(try Report(id: "page", bytes: Array(html.utf8)).title == "Army enters town")
  }
}
