import PatchworkLinking
import Testing

@Suite struct CopyRuleTests {
  static let wire = """
    Barrel bombs fell on the market of the town at noon, residents said, and rescuers dug through the rubble of three \
    shops until dark. The local council counted nine dead and thirty wounded. A doctor at the field hospital said that \
    four of the wounded were children and that the hospital had run out of blood by the evening.
    """

  static func relation(_ a: String, _ b: String) -> CopyRule.Relation {
    CopyRule().relation(SharedText(ReportWords(a), ReportWords(b)))
  }

  @Test func `a wire that another outlet abridged is a copy`() {
    let abridged =
      "By our correspondent. Barrel bombs fell on the market of the town at noon, residents said, and rescuers dug"
      + " through the rubble of three shops until dark. The local council counted nine dead and thirty wounded."
    #expect(Self.relation(Self.wire, abridged) == .copy)
    #expect(Self.relation(abridged, Self.wire) == .copy)
  }

  @Test(arguments: [
    (
      "The minister denied it before the press in the capital. “We have not struck any vehicle on that road, and whoever says so must show the footage that proves it to the whole world,” he said, leaving the room.",
      "In New York an envoy recalled the words of the day before: “We have not struck any vehicle on that road, and whoever says so must show the footage that proves it to the whole world.” Nobody answered him."
    )
  ])
  func `words that both quote are one utterance and no origin`(_ a: String, _ b: String) {
    #expect(Self.relation(a, b) == .utterance)
  }

  @Test func `two reports of one event in words of their own share nothing`() {
    let own =
      "Nine people died when helicopters attacked a bazaar, the town’s council announced; rescue teams searched three"
      + " destroyed stalls. Children were among the injured, according to medics."
    #expect(Self.relation(Self.wire, own) == .none)
  }

  @Test func `passages read the same in both texts`() {
    let other = "Update. " + Self.wire.replacingOccurrences("nine dead", "eleven dead")
    let (a, b) = (ReportWords(Self.wire), ReportWords(other))
    let shared = SharedText(a, b)
    #expect(shared.passages.count == 2)
    for passage in shared.passages {
      #expect(a.hashes[passage.first].elementsEqual(b.hashes[passage.second]))
    }
    #expect(shared.containment > 0.9)
  }
}

extension String {
  fileprivate func replacingOccurrences(_ old: String, _ new: String) -> String {
    split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }
}
