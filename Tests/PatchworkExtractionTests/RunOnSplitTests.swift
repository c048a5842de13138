import PatchworkRecord
import PatchworkText
import Testing

@testable import PatchworkExtraction

/// Headlines that run into the sentence after them stand apart; names in capitals inside a sentence do not.
struct RunOnSplitTests {
  @Test(arguments: [
    (
      "Rebels guarded the station near the border Only one guard survived the attack.",
      ["Rebels guarded the station near the border", "Only one guard survived the attack."]
    ),
    (
      "Shells fell on the old town again In Azaz, rescuers searched the ruins.",
      ["Shells fell on the old town again", "In Azaz, rescuers searched the ruins."]
    ),
    (
      "The story was first reported by The Washington Post on Monday.",
      ["The story was first reported by The Washington Post on Monday."]
    ),
    (
      "Envoys met for two days in The Hague and left.",
      ["Envoys met for two days in The Hague and left."]
    ),
  ])
  func splits(_ text: String, _ wanted: [String]) {
    let bytes = Array(text.utf8)
    let whole = TextBlock(span: Span(0, bytes.count), part: .body)
    let found = RunOnSplit.apart([whole], in: bytes)
    #expect(
      found.map { String(decoding: bytes[$0.span.start..<$0.span.end], as: UTF8.self) } == wanted)
  }
}
