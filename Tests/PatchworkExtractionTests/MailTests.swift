import PatchworkRecord
import Testing

@testable import PatchworkExtraction

@Suite struct MailTests {
  static let head = """
    From: =?iso-8859-1?Q?Jos=E9?= Desk <desk@example.org>
    Subject: =?utf-8?B?TWlsbCBoaXQg?=
     =?utf-8?Q?by_shells?=
    Date: Mon, 19 Sep 2016 20:15:00 +0300
    Message-ID: <1@example.org>

    """
  static let said = "Shells hit the mill at the edge of the town on Monday, residents said."

  static func message(_ type: String, _ body: String, coding: String = "8bit") -> [UInt8] {
    let headers = "Content-Type: \(type)\nContent-Transfer-Encoding: \(coding)\n\n"
    return Array((head + headers + body).replacing("\n", with: "\r\n").utf8)
  }

  static let parts = """
    A note for programs that know no parts.
    --b 1
    Content-Type: text/plain; charset=utf-8

    \(said)
    --b 1
    Content-Type: text/html

    <html><style>p {}</style><p>\(said)</p></html>
    --b 1--
    """

  @Test(arguments: [
    message("text/plain", said), message("text/html", "<p>\(said)</p><script>x</script>"),
    message(
      "text/plain", "Shells hit the mill at the =\nedge of the town on Monday, residents said=2E",
      coding: "quoted-printable"),
    message(
      "text/plain",
      "U2hlbGxzIGhpdCB0aGUgbWlsbCBhdCB0aGUgZWRnZSBvZiB0aGUgdG93biBvbiBN\nb25kYXksIHJlc2lkZW50cyBzYWlkLg==",
      coding: "base64"),
    message("multipart/alternative; boundary=\"b 1\"", parts),
    message("multipart/mixed; boundary=\"b 1\"", parts.replacing("text/html", with: "image/png")),
    message("multipart/alternative; boundary=\"b 1\"", parts.replacing("--b 1--", with: "")),
    message("message/rfc822", "From: a@b\nSubject: Wire\n\n\(said)"),
  ])
  func `a message is a report with who, when and what`(bytes: [UInt8]) throws {
    let report = try #require(try parcels(of: bytes).reports.first)
    #expect(report.id == "1@example.org")
    #expect(report.title == "Mill hit by shells")
    #expect(report.byline == "José Desk")
    #expect(report.published == SourcedDate(value: "2016-09-19T20:15:00+03:00", origin: "mail"))
    #expect(report.text == "Mill hit by shells\n\n\(Self.said)")
  }

  @Test func `where the plain text is a stub the HTML is taken`() throws {
    let stub = Self.parts.replacing("utf-8\n\n\(Self.said)", with: "utf-8\n\nSee the HTML.")
    let bytes = Self.message("multipart/alternative; boundary=\"b 1\"", stub)
    #expect(try parcels(of: bytes).reports.first?.text.contains(Self.said) == true)
  }

  @Test func `a mailbox gives its messages in order, and quoted lines without the bracket`() throws
  {
    let one = Self.message(
      "text/plain", "\(Self.said)\n\n>From there they fled.\n\nFrom there, too.\n")
    let separator = Array("From desk@example.org Mon Sep 19 20:15:00 2016\r\n".utf8)
    let gap = Array("\r\n".utf8)
    let found = try parcels(of: separator + one + gap + separator + one)
    #expect(found.reports.count == 2)
    #expect(found.places == [.message(1), .message(2)])
    #expect(
      found.reports.allSatisfy { $0.text.contains("\n\nFrom there they fled.\n\nFrom there, too.") }
    )
  }

  @Test func `a message over the limit is named and the next one read`() throws {
    let separator = Array("From desk@example.org Mon Sep 19 20:15:00 2016\n".utf8)
    let long = Self.message("text/plain", String(repeating: "Words.\n", count: 2000))
    let bytes =
      separator + long + Array("\n\n".utf8) + separator + Self.message("text/plain", Self.said)
    let found = try parcels(of: bytes, limits: ExtractionLimits(bytes: 4096))
    #expect(found.codes == [.tooLarge])
    #expect(found.reports.count == 1)
  }

  @Test func `parts within parts without end are bounded`() throws {
    var body = "Content-Type: text/plain\n\n\(Self.said)"
    for number in 0..<200 {
      body = "Content-Type: multipart/mixed; boundary=b\(number)\n\n--b\(number)\n\(body)"
    }
    let bytes = Array((Self.head + body).utf8)
    #expect(try parcels(of: bytes).codes == [.noText])
  }

  @Test(arguments: [
    ("plain", "plain"), ("=?utf-8?Q?a_b?=", "a b"), ("=?utf-8?Q?a?= =?utf-8?Q?b?=", "ab"),
    ("=?utf-8?B?w4PC?= =?utf-8?B?qQ==?=", "Ã©"), ("x =?koi8-r?B?7sXU?= y", "x Нет y"),
    ("=?utf-8?X?a?=", "=?utf-8?X?a?="), ("=?utf-8?Q?open", "=?utf-8?Q?open"), ("=?", "=?"),
  ])
  func `header words in other encodings`(written: String, text: String) {
    #expect(EncodedWords.decoded(Array(written.utf8)) == text)
  }

  @Test(arguments: [
    ("A Reporter <a@b.org>", "A Reporter"), ("\"Reporter, A\" <a@b.org>", "Reporter, A"),
    ("a@b.org (A Reporter)", "A Reporter"), ("<a@b.org>", "a@b.org"), ("a@b.org", "a@b.org"),
  ])
  func `names of people`(written: String, name: String) {
    #expect(MailAddress.name(of: written) == name)
  }
}
