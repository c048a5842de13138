import PatchworkDisplay
import PatchworkLinking
import PatchworkRecord
import Testing

@Suite struct SentenceGroupTests {
  /// The attack with its toll, Russia's denial, and a second account read from the first sentence.
  private static func accounts(of report: String) -> [IncidentAccount] {
    var toll = Convoy.federation
    toll.number = 2
    return [Convoy.federation, Convoy.ministry, toll].map {
      IncidentAccount(report: report, published: nil, outlet: "", account: $0, origin: report)
    }
  }

  @Test("one sentence of a report stands once, the same words in another report stand again")
  func bySentenceAndReport() {
    let all = Self.accounts(of: "a") + Self.accounts(of: "b")
    #expect(SentenceGroup.groups(Array(all.indices), of: all) == [[0, 2], [1], [3, 5], [4]])
    #expect(SentenceGroup.groups([2, 5], of: all) == [[2], [5]])
    #expect(SentenceGroup.groups([], of: all).isEmpty)
  }
}
