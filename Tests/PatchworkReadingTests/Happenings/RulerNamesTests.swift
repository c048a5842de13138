import PatchworkLanguage
import Testing

@testable import PatchworkReading

@Suite(.enabled(if: Parsed.isPossible, "The small model is not installed."))
struct RulerNamesTests {
  @Test(
    arguments: [
      ("A truce brokered by Washington and Moscow came into force.", ["Washington", "Moscow"]),
      ("Talks between Tehran and Washington collapsed.", ["Tehran", "Washington"]),
      ("Moscow and Ankara agreed on a truce in Idlib.", ["Moscow", "Ankara"]),
      ("Pressure on Damascus to end the siege grew.", ["Damascus"]),
      ("Shells fell on Damascus and Aleppo.", []),
      ("A convoy went from Damascus to Homs.", []),
      ("The road between Damascus and Homs was closed.", []),
    ] as [(String, [String])])
  func `tells rulers from the places that they rule from`(text: String, names: [String]) throws {
    let tree = try #require(Parsed.tree(text))
    #expect(try RulerNames().tokens(in: tree).sorted().map(tree.word) == names)
  }
}
