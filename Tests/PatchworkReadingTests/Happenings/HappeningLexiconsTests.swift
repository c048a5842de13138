import PatchworkRecord
import PatchworkText
import Testing

@testable import PatchworkReading

@Suite struct HappeningLexiconsTests {
  @Test func `the shipped tables are read`() throws {
    let lexicons = try HappeningLexicons()
    #expect(!lexicons.triggers.rows.isEmpty)
    #expect(lexicons.words.named("armed") != nil)
  }

  @Test func `every type of the guide has triggers or is reached by refinement`() throws {
    let lexicons = try HappeningLexicons()
    let named = Set(lexicons.triggers.rows.values.flatMap { $0.map(\.type) })
    let missing = HappeningType.allCases.filter { !named.contains($0) && $0 != .aidAttack }
    #expect(missing.isEmpty)
  }

  @Test(arguments: [
    ("attack", "warplane", "", "", HappeningType.airStrike),
    ("attack", "", "convoy", "", .aidAttack),
    ("attack", "", "", "mortar", .shelling),
    ("killing", "", "", "bomb", .bombing),
    ("attack", "rebel", "soldier", "", .clash),
    ("attack", "rebel", "civilian", "", .attack),
    ("protest", "warplane", "", "", .protest),
  ])
  func `those who take part make a type more exact`(
    type: String, actor: String, target: String, weapon: String, becomes: HappeningType
  ) throws {
    let lexicons = try HappeningLexicons()
    func classes(_ word: String) -> ClassSet {
      lexicons.words.classes(of: lexicons.words.number(word))
    }
    let refined = lexicons.refinements.refine(
      try #require(HappeningType(rawValue: type)), actor: classes(actor),
      target: classes(target), weapon: classes(weapon))
    #expect(refined == becomes)
  }

  @Test(arguments: ["obj", "subj:@nobody"])
  func `a condition that cannot be read names its line`(condition: String) throws {
    let table = try LexiconTable(
      file: "t.tsv",
      text: "words\tpos\ttype\twith\tunless\troles\tmodality\nhit\tv\tattack\t\(condition)\t\t\t\n")
    var words = WordClasses(tables: [])
    #expect(throws: LexiconError.self) { try TriggerLexicon(table, words: &words) }
  }
}
