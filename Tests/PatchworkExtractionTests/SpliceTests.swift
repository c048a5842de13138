import PatchworkExtraction
import PatchworkRecord
import Testing

@Suite struct SpliceTests {
  static let text = """
    Share

    Ministry turns down plan to ground warplanes – RIA

    At least five people are believed to have died.

    Advertisement

    The convoy entered the town on Thursday, the agency said.

    Ministry Says Drone Was in Area When Convoy
    """

  @Test func `drops labels and keeps headlines, the unfinished one too`() throws {
    let report = try Report(id: "a", bytes: Array(Self.text.utf8))
    #expect(report.text == Self.text)
    #expect(report.dropped.map(\.quote.text) == ["Share", "Advertisement"])
    #expect(report.dropped.map(\.why) == [.boilerplate, .advert])
    #expect(report.blocks.map(\.part) == [.headline, .body, .body, .headline])
  }
}
