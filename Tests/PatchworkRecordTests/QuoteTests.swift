import PatchworkRecord
import PatchworkText
import Testing

@Suite struct QuoteTests {
  @Test func `cuts its words out of the text`() {
    #expect(Quote(Span(4, 15), in: "the “siege”").text == "“siege”")
  }
}
