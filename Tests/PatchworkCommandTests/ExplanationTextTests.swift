import PatchworkReading
import Testing

@testable import PatchworkCommand

@Suite struct ExplanationTextTests {
  private let explanation = Explanation(
    number: 1, tree: ["denied  ROOT VBD", "  army  nsubj NN"],
    decisions: [
      .init(
        step: .attribution, chosen: "“denied” by clause", rule: "score +1.00 over +0.00",
        lost: ["“<said>” by clause: score −1.00 under +0.00"]),
      .init(step: .place, chosen: "unknown", rule: "none is told"),
    ])

  @Test func `decisions are aligned, what lost stands below, the tree closes`() {
    #expect(
      ExplanationText(explanation).lines == [
        "why account 2",
        "  attribution  “denied” by clause  [score +1.00 over +0.00]",
        "               ✗ “<said>” by clause: score −1.00 under +0.00",
        "  place        unknown  [none is told]",
        "  tree",
        "    denied  ROOT VBD",
        "      army  nsubj NN",
      ])
  }

  @Test func `on the page it is folded away and cannot become markup`() {
    var book = PageBook()
    let html = book.article(Convoy.report, Convoy.reading, why: [explanation])
    #expect(html.contains("<details class=\"why\"><summary>why</summary><pre>why account 2"))
    #expect(html.contains("&lt;said&gt;"))
    #expect(!book.article(Convoy.report, Convoy.reading).contains("class=\"why\""))
  }
}
