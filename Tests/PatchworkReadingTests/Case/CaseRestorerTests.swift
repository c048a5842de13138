import PatchworkLanguage
import PatchworkRecord
import PatchworkText
import Testing

@testable import PatchworkReading

@Suite(.enabled(if: Parsed.isPossible, "The small model is not installed."))
struct CaseRestorerTests {
  static func restored(_ text: String) throws -> String? {
    let pipeline = try #require(Parsed.pipeline)
    let restorer = CaseRestorer(
      lexicon: try CaseLexicon(try LexiconFolder.table("cases.tsv")),
      isCommon: { pipeline.knows($0) })
    return restorer.restored(
      text, blocks: [TextBlock(span: Span(0, text.utf8.count), part: .body)])
  }

  @Test func `capitals become running text, byte for byte`() throws {
    let text =
      "THE REBELS ATTACKED A POLICE STATION IN SANTIAGO ON MONDAY. THREE PEOPLE WERE KILLED."
    let found = try #require(try Self.restored(text))
    #expect(found.utf8.count == text.utf8.count)
    #expect(found.lowercased() == text.lowercased())
    #expect(found.hasPrefix("The rebels attacked a police station"))
    #expect(found.contains("Three people were killed."))
  }

  @Test(arguments: [
    "The rebels attacked a police station in Santiago on Monday.", "URGENT", "NATO and the UN met.",
  ])
  func `running text and short words in capitals stay`(_ text: String) throws {
    #expect(try Self.restored(text) == nil)
  }

  @Test func `accounts of a text in capitals quote it as it stands`() throws {
    let pipeline = try #require(Parsed.pipeline)
    let reader = try Reader(pipeline: pipeline, gazetteer: nil)
    let text =
      "GUERRILLAS KILLED FOUR SOLDIERS IN AN AMBUSH NEAR THE BRIDGE, THE ARMY SAID ON FRIDAY."
    let report = Report(
      id: "a", text: text, blocks: [TextBlock(span: Span(0, text.utf8.count), part: .body)])
    let accounts = try #require(reader.read([report]).first).accounts
    #expect(accounts.contains { $0.happening?.killed?.low == 4 })
    for account in accounts { #expect(text[account.sentence.span] == account.sentence.text) }
  }
}
