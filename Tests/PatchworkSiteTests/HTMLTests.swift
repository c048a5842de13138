import PatchworkDisplay
import Testing

@Suite struct HTMLTests {
  @Test func `what is put into markup is escaped, markup is not, and literals within are markup`() {
    let name = "<b>&\"'</b>"
    let inner: HTML = "<i>\(name)</i>"
    #expect(inner.text == "<i>&lt;b&gt;&amp;&quot;&#39;&lt;/b&gt;</i>")
    let rows = [inner, inner]
    let outer: HTML = "<p>\(rows.isEmpty ? "<u>none</u>" : "<ul>\(rows)</ul>") \(rows.count)</p>"
    #expect(outer.text == "<p><ul>\(inner.text)\(inner.text)</ul> 2</p>")
  }

  @Test func `what turns lines around or steers is shown as a sign of its own`() {
    let words = "a\u{202E}b\u{0}c"
    let html: HTML = "<p>\(words)</p>"
    #expect(html.text == "<p>a\u{FFFD}b\u{FFFD}c</p>")
  }
}
