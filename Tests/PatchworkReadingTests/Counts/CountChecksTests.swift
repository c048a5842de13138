import PatchworkRecord
import Testing

@testable import PatchworkReading

@Suite struct CountChecksTests {
  private func notes(_ text: String) throws -> [String] {
    try CountReader().counts(in: SentenceFixtures.parse(text)).compactMap(\.count.note)
  }

  @Test func `parts that do not make the whole are added up beside it`() throws {
    let text =
      "The monitors recorded 242 violations: 219 by government forces and 32 by opposition groups."
    #expect(try notes(text) == ["219 + 32 = 251, not 242"])
  }

  @Test(arguments: [
    "The monitors recorded 242 violations: 219 by government forces and 23 by opposition groups.",
    "The shelling killed 12 people, including seven in the market and three in a school.",
    "The shelling killed 12 people: the dead were taken away at 7 and buried by 9.",
    "The monitors recorded 242 violations in 2016.",
  ])
  func `sums that hold, parts of more and other numbers are no contradiction`(text: String) throws {
    #expect(try notes(text).isEmpty)
  }
}
