import PatchworkRecord
import Testing

@testable import PatchworkReading

/// Wholes, parts and totals in sentences that the small model parses.
@Suite(.enabled(if: Parsed.isPossible, "The small model is not installed."))
struct CountTotalsTests {
  private func counts(_ text: String) throws -> [Count] {
    let tree = try #require(Parsed.tree(text))
    return try CountReader().counts(in: tree.parse, times: []).map(\.count)
  }

  @Test(
    arguments: [
      ("The bombs killed 251 people: 219 civilians and 32 fighters.", nil),
      ("The bombs killed 242 people: 219 civilians and 32 fighters.", "219 + 32 = 251, not 242"),
    ] as [(String, String?)])
  func `a number opened by a colon is the whole of its parts`(text: String, note: String?) throws {
    let found = try counts(text)
    #expect(found.map(\.measure) == [.killed, .killed, .killed])
    #expect(found.dropFirst().map(\.of) == [found.first?.quote.text, found.first?.quote.text])
    #expect(found.first?.note == note)
  }

  @Test func `a vague word names what others count for it`() throws {
    let count = try #require(try counts("Dozens were wounded.").first)
    #expect(count.low == 24)
    #expect(count.convention == "dozens-24 (ACLED 12, Airwars 12–24)")
  }

  @Test func `a total counts what the number before counts`() throws {
    let found = try counts("Another four were killed in Hama, bringing the total to 24.")
    #expect(found.map(\.low) == [4, 24])
    #expect(found.map(\.measure) == [.killed, .killed])
    #expect(found.map(\.isAdditional) == [true, false])
  }
}
