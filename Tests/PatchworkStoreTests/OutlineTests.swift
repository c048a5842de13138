import PatchworkLinking
import PatchworkRecord
import Testing

@testable import PatchworkStore

@Suite(.enabled(if: SampleRecord.isPossible, "The small model is not installed."))
struct OutlineTests {
  @Test func `an incident in a list says what its page says`() throws {
    try SampleRecord.withPath { path in
      let file = try SampleRecord.make(at: path, of: SampleRecord.reports)
      let convoy = try IncidentGoldenTests.convoy(file)
      try file.judge(.grade, incident: convoy.id, value: "weak", JudgingTests.decision)
      let ids = try file.incidents().map(\.id)
      let outlines = try file.outlines(of: ids + ["I-NONE"])
      #expect(outlines.count == ids.count)
      var withNumber = 0
      for id in ids {
        let (view, short) = (try #require(try file.incident(id)), try #require(outlines[id]))
        #expect(short.summary == view.summary, "\(id)")
        #expect(short.gradeWord == view.gradeWord, "\(id)")
        #expect(short.outline.grade.rule == view.analysis.grade.rule, "\(id)")
        #expect(short.outline.origins == view.origins, "\(id)")
        #expect(short.outline.killed == view.analysis.killed, "\(id)")
        #expect(
          short.outline.accounts.map(\.account.sentence) == view.accounts.map(\.account.sentence))
        if short.outline.killed != nil { withNumber += 1 }
      }
      #expect(withNumber > 3)
      #expect(outlines[convoy.id]?.gradeWord == .weak)
    }
  }
}
