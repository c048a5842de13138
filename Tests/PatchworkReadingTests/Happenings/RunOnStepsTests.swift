import PatchworkLanguage
import PatchworkRecord
import PatchworkText
import Testing

@testable import PatchworkReading

/// Where sentences are counted that a headline stands between.
@Suite(.enabled(if: Parsed.isPossible, "The small model is not installed."))
struct RunOnStepsTests {
  @Test(
    arguments: [
      ("Shells hit the town.", " ", "Dozens killed in shelling of a market", " ", 1),
      ("Shells hit the town.", "\n", "Dozens killed in shelling of a market", "\n", 2),
    ] as [(String, String, String, String, Int)])
  func `a headline that runs into a sentence counts with it`(
    first: String, gap: String, headline: String, after: String, steps: Int
  ) throws {
    let last = "Many people were wounded."
    let text = first + gap + headline + after + last
    let headlineStart = (first + gap).utf8.count
    let lastStart = headlineStart + (headline + after).utf8.count
    let blocks = [
      TextBlock(span: Span(0, first.utf8.count), part: .body),
      TextBlock(span: Span(headlineStart, headlineStart + headline.utf8.count), part: .headline),
      TextBlock(span: Span(lastStart, text.utf8.count), part: .body),
    ]
    let pipeline = try #require(Parsed.pipeline)
    let tree = ReportParse(
      text: text, blocks: blocks,
      parses: pipeline.annotate(blocks.map { text[$0.span] }, threads: 1)
    ).tree
    #expect(tree.sentences.count == 3)
    #expect(tree.steps(from: 0, to: tree.count - 1) == steps)
  }
}
