import PatchworkLinking
import PatchworkRecord
import PatchworkText
import Testing

@Suite struct CasualtyRangeTests {
  static func figure(
    _ low: Int?, _ high: Int?, _ origin: String, of: String? = nil, additional: Bool = false,
    vague: String? = nil
  ) -> Figure {
    Figure(
      report: origin, account: 0, origin: origin,
      count: Count(
        quote: Quote(span: Span(0, 0), text: ""), low: low, high: high, relation: .exact,
        measure: .killed, unit: "person", isAdditional: additional, of: of, convention: vague))
  }

  @Test func `the convoy’s figures make a range and each says how it stands`() throws {
    let range = try #require(
      CasualtyRange([
        Self.figure(22, nil, "a"), Self.figure(12, 12, "b", of: "the night’s 39"),
        Self.figure(20, 20, "c"), Self.figure(21, 21, "d"), Self.figure(20, 20, "e"),
        Self.figure(20, 20, "c"), Self.figure(24, nil, "f", vague: "dozens"),
        Self.figure(4, 4, "g", additional: true), Self.figure(300_000, 300_000, "h"),
      ]))
    #expect((range.low, range.high, range.best, range.isOpen) == (20, 22, 20, true))
    #expect(
      range.figures.map(\.standing)
        == [.counts, .part, .counts, .counts, .counts, .copy, .vague, .addition, .wider])
  }

  @Test func `a vague word counts where there is no number`() throws {
    let range = try #require(CasualtyRange([Self.figure(24, nil, "a", vague: "dozens")]))
    #expect((range.low, range.high, range.isOpen) == (24, 24, true))
  }

  @Test func `no figure makes no range`() {
    #expect(CasualtyRange([]) == nil)
    #expect(CasualtyRange([Self.figure(4, 4, "a", additional: true)]) == nil)
  }
}
