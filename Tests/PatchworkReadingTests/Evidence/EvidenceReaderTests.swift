import PatchworkRecord
import Testing

@testable import PatchworkReading

/// What claims rest on, over marked sentences.
@Suite(.enabled(if: Parsed.isPossible, "the language model is not in the data folder"))
struct EvidenceReaderTests {
  struct Marked: Sendable, CustomTestStringConvertible {
    let sentence: String
    let kinds: [EvidenceKind]
    var testDescription: String { sentence }
  }

  @Test(arguments: [
    Marked(
      sentence: "Activists posted video that they said showed the burning trucks.",
      kinds: [.mediaShared]),
    Marked(
      sentence:
        "Anna Weber said that a gunship had fired on the column; footage posted online shows it.",
      kinds: [.mediaShared]),
    Marked(
      sentence: "Reuters reviewed photographs of the wreck and said it was a fuel lorry.",
      kinds: [.mediaSeen]),
    Marked(
      sentence: "Remnants of a cluster bomb were found in the orchard, the mayor said.",
      kinds: [.munitionSeen]),
    Marked(
      sentence: "The inspectors identified the bomb as an OFAB-250, an official said.",
      kinds: [.modelIdentified]),
    Marked(
      sentence: "Amina Haddad, a doctor, said she saw video of the strike.",
      kinds: [.mediaSeen]),
    Marked(
      sentence: "Experts at Bellingcat identified the munition as an OFAB 250-270 bomb.",
      kinds: [.modelIdentified]),
    Marked(
      sentence: "Blood samples tested positive for sarin, the ministry said.",
      kinds: [.laboratory]),
    Marked(sentence: "No video of the strike has been posted.", kinds: []),
    Marked(sentence: "The group called on witnesses to share photographs.", kinds: []),
    Marked(sentence: "Residents spoke of phosphorus bombs.", kinds: []),
  ])
  func `evidence is told as its words have it`(_ marked: Marked) throws {
    let found = try ReadReport.reading(marked.sentence).accounts.flatMap(\.evidence).map(\.kind)
    #expect(Array(Set(found)).sorted { $0.rawValue < $1.rawValue } == marked.kinds)
  }

  @Test func `evidence stays with the claim that it is told with`() throws {
    let accounts = try ReadReport.reading(
      "Witnesses said soldiers had shot a boy. The army posted video of the square, a spokesman said."
    ).accounts
    for account in accounts where account.sentence.text.contains("boy") {
      #expect(account.evidence.isEmpty)
    }
    #expect(accounts.contains { !$0.evidence.isEmpty })
  }
}
