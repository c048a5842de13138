import PatchworkDisplay
import Testing

@testable import PatchworkLinking

@Suite struct RivalPairTests {
  private static let speakers = ["the army", "the ministry", "a doctor"]

  @Test func `two speakers make one pair, whoever of them spoke first`() {
    let pairs = RivalPair.of([
      Contradiction(first: 0, second: 2, slot: .number),
      Contradiction(first: 0, second: 1, slot: .polarity),
      Contradiction(first: 1, second: 0, slot: .polarity),
      Contradiction(first: 1, second: 0, slot: .number),
    ]) { Self.speakers[$0] }
    #expect(
      pairs.map(\.text) == [
        "whether it was: the army and the ministry (2 pairs)", "how many: the army and a doctor",
        "how many: the ministry and the army",
      ])
  }

  @Test func `no contradiction makes no pair`() {
    #expect(RivalPair.of([]) { Self.speakers[$0] }.isEmpty)
  }
}
