import PatchworkRecord
import Testing

@testable import PatchworkExtraction

@Suite struct FeedTests {
  static let rss = """
    <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
    xmlns:d="http://purl.org/dc/elements/1.1/"><channel><title>Levant Wire</title><language>en-gb</language>
    <item><title>Mill &amp;amp; road hit</title><link>http://example.org/1</link><guid isPermaLink="false">g1</guid>
    <pubDate>Mon, 19 Sep 2016 20:15:00 +0300</pubDate><d:creator>A. Reporter</d:creator>
    <description>Short.</description><content:encoded><![CDATA[<p>Shells hit the mill, residents said.</p>
    <p>The army denied it.</p><script>x()</script>]]></content:encoded></item>
    <item><title>Second</title><link>http://example.org/2</link><description>It&#8217;s over.</description></item>
    </channel></rss>
    """
  static let atom = """
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="http://example.org/news/"><title>Levant Wire</title>
    <entry><id>g1</id><title type="html">Mill &amp;amp; road hit</title><link rel="self" href="http://no.example"/>
    <link href="1"/><published>2016-09-19T20:15:00+03:00</published><updated>2016-09-20T06:00:00Z</updated>
    <author><name>A. Reporter</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
    <p>Shells hit the mill, residents said.</p><p>The army denied it.</p></div></content></entry></feed>
    """
  static let rdf = """
    <r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel r:about="http://example.org/"><title>Levant Wire</title></channel>
    <item r:about="g1"><title>Mill &amp;amp; road hit</title><link>http://example.org/1</link><dc:creator>A. Reporter</dc:creator>
    <dc:date>2016-09-19T20:15:00+03:00</dc:date><description>Shells hit the mill, residents said. The army denied it.
    </description></item></r:RDF>
    """
  static let json = """
    {"version": "https://jsonfeed.org/version/1.1", "title": "Levant Wire", "language": "en", "items": [{"id": "g1",
    "title": "Mill & road hit", "url": "http://example.org/1", "date_published": "2016-09-19T20:15:00+03:00",
    "authors": [{"name": "A. Reporter"}], "content_html": "<p>Shells hit the mill, residents said.</p><p>The army denied it.</p>"}]}
    """
  static let sitemap = """
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
    <url><loc>http://example.org/1</loc><n:news><n:publication><n:name>Levant Wire</n:name><n:language>en</n:language>
    </n:publication><n:publication_date>2016-09-19</n:publication_date><n:title>Mill hit</n:title></n:news></url></urlset>
    """

  @Test(arguments: [rss, atom, rdf, json])
  func `an entry is a report with what the feed says of it`(feed: String) throws {
    let report = try #require(try parcels(of: Array(feed.utf8)).reports.first)
    #expect(report.id == "g1")
    #expect(report.title == "Mill & road hit")
    #expect(report.outlet == "Levant Wire")
    #expect(report.byline == "A. Reporter")
    #expect(report.url.hasPrefix("http://example.org/"))
    #expect(report.url.hasSuffix("1"))
    #expect(report.published?.value == "2016-09-19T20:15:00+03:00")
    #expect(report.text.contains("Shells hit the mill, residents said."))
    #expect(report.text.contains("The army denied it."))
    #expect(!report.text.contains("x()"))
    #expect(report.language.hasPrefix("en") || feed == Self.rdf)
  }

  @Test(arguments: [rss, atom, rdf, json, sitemap])
  func `what is kept of an entry gives its report again`(feed: String) throws {
    var limits = ExtractionLimits()
    limits.bytes = 1 << 20
    for parcel in FeedDoor.parcels(
      Document(id: "feed", bytes: Array(feed.utf8), limits: limits))
    {
      let report = try parcel.report().result.get()
      let door = try #require(Door.recognising(parcel.bytes, among: Door.standard))
      let again = try #require(door.report(Document(id: "feed", bytes: parcel.bytes)))
      #expect(again.text == report.text)
      #expect(again.id == report.id)
      #expect(again.published == report.published)
    }
  }

  @Test func `a feed in an archive gives its entries`() throws {
    let record = AnyArchive.record(
      AnyArchive.response(Array(Self.rss.utf8), type: "application/rss+xml"))
    let found = try parcels(of: record)
    #expect(found.ids == ["g1", "http://example.org/2"])
    #expect(found.places == [.record(0), .record(0)])
    #expect(found.reports.allSatisfy { $0.acquired?.value == "2016-09-20T08:00:00Z" })
  }

  @Test func `entries come in order, without a guid by their link`() throws {
    let found = try parcels(of: Array(Self.rss.utf8))
    #expect(found.ids == ["g1", "http://example.org/2"])
    #expect(found.places == [.entry(1), .entry(2)])
    #expect(found.reports.last?.text == "Second\n\nIt’s over.")
  }

  @Test func `an address is made whole by the base around it, and a change is told apart`() throws {
    let report = try #require(try parcels(of: Array(Self.atom.utf8)).reports.first)
    #expect(report.url == "http://example.org/news/1")
    #expect(report.imprint.modified?.value == "2016-09-20T06:00:00Z")
  }

  @Test func `a story of a news sitemap has a title, an outlet and a day`() throws {
    let report = try #require(try parcels(of: Array(Self.sitemap.utf8)).reports.first)
    #expect(report.text == "Mill hit")
    #expect(report.outlet == "Levant Wire")
    #expect(report.published?.day == "2016-09-19")
    #expect(report.url == "http://example.org/1")
  }

  @Test(arguments: [
    "<rss><channel><item><title>A road</title><description>It is cut & closed</item></channel>",
    "<rss><item><title>A road<description>It is cut &amp; closed</description></rss",
    "<rss><channel><item><title>A road</title></b><description><![CDATA[It is cut & closed",
    "<rss><channel><item x=1 y><title>A road</title><description>It is cut &amp; closed",
  ])
  func `a feed that is not well formed gives what it has`(feed: String) throws {
    let report = try #require(try parcels(of: Array(feed.utf8)).reports.first)
    #expect(report.text.contains("A road"))
    #expect(report.text.contains("It is cut & closed"))
  }

  @Test func `entities that a feed defines are not expanded`() throws {
    let bomb = """
      <!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>
      <rss><item><title>One</title><description>&b; &c; end</description></item></rss>
      """
    #expect(try parcels(of: Array(bomb.utf8)).reports.first?.text == "One\n\n&b; &c; end")
  }

  @Test func `depth and number of elements are bounded`() throws {
    let deep = "<rss><item><title>One</title>" + String(repeating: "<b>", count: 100_000)
    #expect(try parcels(of: Array(deep.utf8)).reports.first?.title == "One")
    let many = "<rss><item><title>One</title></item>" + String(repeating: "<item/>", count: 5000)
    let limits = ExtractionLimits(nodes: 1000)
    #expect(try parcels(of: Array(many.utf8), limits: limits).results.count < 1000)
  }

  @Test(arguments: ["<rss/>", "<rss version='2.0'><channel><title>A</title></channel></rss>"])
  func `a feed without entries is no feed to read`(feed: String) throws {
    #expect(try parcels(of: Array(feed.utf8)).codes == [.notAFeed])
  }

  @Test(arguments: [
    ("Mon, 19 Sep 2016 20:15:00 +0300", "2016-09-19T20:15:00+03:00"),
    ("19 Sep 2016 20:15 GMT", "2016-09-19T20:15:00Z"),
    ("Mon, 19 Sep 16 08:05:00 EST", "2016-09-19T08:05:00-05:00"),
    ("19-Sep-2016", "2016-09-19"), ("Mon, 19 September 2016 25:99:00 GMT", "2016-09-19"),
    ("Mon, 31 Sep 2016 20:15:00 GMT", nil), ("soon", nil), ("", nil),
  ])
  func `dates as mail writes them`(written: String, date: String?) {
    #expect(MailDate.normalised(written) == date)
  }

  @Test(arguments: [
    ("1", "http://a.org/b/c", "http://a.org/b/1"),
    ("../1", "http://a.org/b/c/d", "http://a.org/b/1"),
    ("/1", "http://a.org/b/c", "http://a.org/1"), ("//b.org/1", "http://a.org/b", "http://b.org/1"),
    ("?x", "http://a.org", "http://a.org/?x"), ("mailto:a@b", "http://a.org/b", "mailto:a@b"),
  ])
  func `addresses are made whole`(address: String, base: String, whole: String) {
    #expect(WebAddress.resolved(address, against: base) == whole)
  }
}
