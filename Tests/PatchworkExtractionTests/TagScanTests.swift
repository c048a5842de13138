import PatchworkTestSupport
import Testing

@testable import PatchworkExtraction

@Suite struct TagScanTests {
  static func cleaned(_ page: String, attributes: Int = 1_000) -> String {
    String(
      decoding: TagScan.cleaned(Array(page.utf8), attributeLimit: attributes), as: UTF8.self)
  }

  @Test(arguments: [
    ("<p class=\"a\" data-x='1' id=b>It</p>", "<p class=\"a\" id=b>It</p>"),
    ("<P CLASS=a onclick=\"if (a > b) c()\">It</P>", "<P CLASS=a>It</P>"),
    ("<a href=\"/x\" rel=author>It</a>", "<a rel=author>It</a>"),
    ("<link rel=canonical href=\"/x\"/>", "<link rel=canonical href=\"/x\"/>"),
    ("a<!-- <p> -->b", "ab"),
    ("a<!-- never", "a<!-- never"),
    ("a<script>if (x < 1) { y = \"</p>\" }</script>b", "ab"),
    ("a<SCRIPT src=x></script >b", "ab"),
    (
      "<script type=\"application/ld+json\">{\"a\": \"<b>\"}</script>",
      "<script type=\"application/ld+json\">{\"a\": \"<b>\"}</script>"
    ),
    ("a<style>p { }</style>b", "ab"),
    ("a<svg viewBox=\"0 0 1 1\"><path d=\"M0\"/></svg>b", "ab"),
    ("a<svg/>b", "a<svg/>b"),
    ("<a rel=x/>It</a>", "<a rel=x/>It</a>"),
    ("<meta name=x />", "<meta name=x/>"),
    ("a<noscript><div></noscript>b", "ab"),
    ("a<noscript>b", "a<noscript>b"),
    ("<title>A <b> title</title>", "<title>A <b> title</title>"),
    ("a</b></i>c", "ac"),
    ("1 < 2 and <3", "1 < 2 and <3"),
    ("<p a=1 class=x id=y>", "<p class=x>"),
  ])
  func `hands on what is read`(page: String, handed: String) {
    let limit = page.hasPrefix("<p a=1") ? 2 : 1_000
    #expect(Self.cleaned(page, attributes: limit) == handed)
  }

  /// What may stand anywhere in a page without being read.
  static let unread = [
    "<!-- a comment, with <p>a paragraph</p> -->",
    "<script>var a = '<p>No.</p>' + \"</div>\";</script>",
    "<style>p > a { color: red }</style>",
    "<svg class=\"icon\"><title>Icon</title><g><path/></g></svg>",
    "<noscript><div><p>Switch it on, please, now.</noscript>",
    "<iframe src=\"x\"><p>None</p></iframe>",
  ]

  /// A page whose attributes of no use and unread parts change nothing that is found in it.
  @Test func `finds the same with and without what is not read`() throws {
    var generator = SeededGenerator(seed: 11)
    let bare = AnyPage.html(head: PageMetadataTests.linked).split(
      separator: "\n", omittingEmptySubsequences: false)
    let expected = try PageReading(bytes: Array(bare.joined(separator: "\n").utf8))
    for _ in 0..<40 {
      var inLinkedData = false
      let lines = bare.map { line -> String in
        if line.contains("ld+json") { inLinkedData = true }
        defer { if line.contains("</script>") { inLinkedData = false } }
        guard !inLinkedData, line.hasPrefix("<"), !line.hasPrefix("<!") else { return String(line) }
        let given = String(line).replacing(
          "<p>", with: "<p data-n=\"1>2\" onclick='go()' style=\"\">")
        guard Bool.random(using: &generator), !line.hasPrefix("<html") else { return given }
        return (Self.unread.randomElement(using: &generator) ?? "") + given
      }
      let found = try PageReading(bytes: Array(lines.joined(separator: "\n").utf8))
      #expect(found.blocks == expected.blocks)
    }
  }

  @Test func `counts very many names of elements`() {
    let names = (0..<2_000).map { "x\($0)" }
    let page = names.map { "<\($0)>" }.joined() + names.reversed().map { "</\($0)>" }.joined()
    #expect(Self.cleaned(page + "</x7>") == page)
  }
}
