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
    #expect(report.modified == SourcedDate(value: "2016-09-20T06:00:00Z", origin: "json-ld"))
    #expect(report.byline == "Jane Roe, John Doe")
    #expect(report.outlet == "The Daily Witness")
    #expect(report.language == "en-GB")
  }

  @Test func `reads linked data with raw line ends in strings`() throws {
    let head =
      "<script type='application/ld+json'>{\"@type\": \"Article\",\n\"headline\": \"Army\nenters\",\n\"datePublished\": \"2016-09-19\"}</script>"
    #expect(try Self.report(head).published?.value == "2016-09-19")
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
}
