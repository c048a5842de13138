import PatchworkExtraction
import PatchworkRecord
import PatchworkText
import Testing

@Suite struct PlainTextHeaderTests {
  @Test func `a head gives what is known of a report and is not read itself`() throws {
    let report = try Report(
      id: "a",
      bytes: Array(
        """
        Title: Truce “over”
        outlet:Levant Wire
        Published: 2016-09-19

        BEIRUT – The army said the truce was over.

        Rebels denied it.
        """.utf8))
    #expect(report.title == "Truce “over”")
    #expect(report.outlet == "Levant Wire")
    #expect(report.published == SourcedDate(value: "2016-09-19", origin: "head"))
    #expect(report.text.hasPrefix("Title: Truce"))
    #expect(
      report.blocks.map { report.text[$0.span] } == [
        "BEIRUT –", "The army said the truce was over.", "Rebels denied it.",
      ])
  }

  @Test(arguments: [
    "Title: alone\n\nThe army said so.", "The army: a history\nPublished: 2016-09-19\n\nText.",
    "Title: a\nTitle: b\n\nText.", "Share\n\nTitle: a\nOutlet: b\n\nText.", ": a\n: b\n\nText.",
  ])
  func `anything else is a report without a head`(text: String) throws {
    let report = try Report(id: "a", bytes: Array(text.utf8))
    #expect(report.title.isEmpty)
    #expect(report.outlet.isEmpty)
    #expect(report.blocks.first?.span.start ?? 0 <= 7)
  }

  @Test func `a head whose date is none says so`() throws {
    let bytes = Array("Title: a\nPublished: last Monday\n\nText.".utf8)
    #expect(
      throws: ExtractionError(.badDate, at: .field("published"), cause: .found("last Monday"))
    ) {
      try Report(id: "a", bytes: bytes)
    }
  }

  @Test(arguments: [
    "Title: a\nOutlet: b", "Title: a\nOutlet: b\n\n", "\u{FEFF}Title: a\r\nOutlet: b\r\n\r\nText.",
  ])
  func `a head may end the file, or lines in carriage returns`(text: String) throws {
    let report = try Report(id: "a", bytes: Array(text.utf8))
    #expect(report.title == "a")
    #expect(report.outlet == "b")
    #expect(report.blocks.count == (text.hasSuffix("Text.") ? 1 : 0))
  }

  @Test func `dropped pieces keep their place behind a head`() throws {
    let text =
      "Title: a\nOutlet: b\n\nThe army said so on Monday.\n\nAdvertisement\n\nRebels denied it."
    let report = try Report(id: "a", bytes: Array(text.utf8))
    #expect(report.dropped.map(\.quote.text) == ["Advertisement"])
    #expect(report.dropped.allSatisfy { report.text[$0.quote.span] == $0.quote.text })
  }
}
