import PatchworkDisclosure
import Testing

struct PublicOfficesTests {
  let offices: PublicOffices

  init() throws { offices = try DisclosureRules().offices }

  @Test(arguments: [
    "Russia’s deputy foreign minister", "a spokesman for its humanitarian office", "President",
    "US Secretary of State", "Governor", "the Emergency Relief Coordinator",
    "the head of the UN observer mission", "Its humanitarian chief", "Major-General",
  ])
  func `a description of a public office is one`(_ words: String) {
    #expect(offices.isOffice(words))
  }

  @Test(arguments: [
    "", "An activist", "the minister’s driver", "the president’s wife", "a resident of Aleppo",
    "the director of a hospital in the east", "the head of the family", "a doctor", "a teacher",
    "the brother of the governor", "the governor of Aleppo said", "one young man",
  ])
  func `a description of a private person is none`(_ words: String) {
    #expect(!offices.isOffice(words))
  }
}
