import PatchworkRecord
import Testing

@testable import PatchworkReading

/// Headlines and texts whose heading runs on into the first sentence, as scraped pages have them: who died.
@Suite(.enabled(if: Parsed.isPossible, "the language model is not in the data folder"))
struct RunOnTextTests {
  @Test(arguments: [
    ("20 civilians killed 30 injured in car bomb attack in Deir Ezzor.", 20),
    ("Date of publication 14 October 2016 At least 20 people were killed in a car bomb blast.", 20),
    (
      "Tags Syria Aleppo Rebels Car Bomb Islamic State At least 20 people were killed in a blast.",
      20
    ),
  ])
  func `the dead are those next to the verb`(text: String, killed: Int) throws {
    let tolls = try ReadReport.reading(text).accounts.compactMap { $0.happening?.killed?.low }
    #expect(tolls == [killed])
  }

  @Test func `those who are killed in a headline do not kill those who are injured`() throws {
    let accounts = try ReadReport.reading("20 civilians killed 30 injured in car bomb attack.")
      .accounts
    let killing = try #require(accounts.compactMap(\.happening).first { $0.killed != nil })
    #expect(killing.actor == nil)
    #expect(killing.target?.quote.text == "20 civilians")
  }
}
