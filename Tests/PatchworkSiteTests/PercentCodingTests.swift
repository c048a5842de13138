import Testing

@testable import PatchworkSite

@Suite struct PercentCodingTests {
  @Test(arguments: [
    "", "Urum al-Kubra", "أورم الكبرى", "a/b?c#d&e=f+g%20", "\u{0}\u{7F}", "post.json",
  ])
  func `what is encoded comes back`(_ text: String) {
    #expect(PercentCoding.decode(PercentCoding.encode(text)) == text)
    #expect(PercentCoding.form("q=\(PercentCoding.encode(text))") == ["q": text])
  }

  @Test(arguments: ["%", "%4", "%zz", "%FF", "%C3%28"])
  func `what is no encoding is none`(_ text: String) {
    #expect(PercentCoding.decode(text) == nil)
  }

  @Test func `a form's first value counts, and plus is a space`() {
    #expect(PercentCoding.form("a=1&a=2&b=x+y&c") == ["a": "1", "b": "x y", "c": ""])
  }

  @Test(arguments: [
    ("7", "7"), ("7.0", "7"), ("1e2", "100"), ("7.5", "7.5"), ("1e400", "1e400"), ("-0", "-0"),
  ])
  func `a whole number of JSON is read in whatever way it is written`(
    _ written: String, _ read: String
  ) {
    #expect(FormValues.whole(written) == read)
  }
}
