import PatchworkRecord
import Testing

@testable import PatchworkReading

/// What a text is about decides whether its attacks and killings are happenings.
@Suite(.enabled(if: Parsed.isPossible, "the language model is not in the data folder"))
struct TopicTests {
  /// Texts whose words of violence are none, by what they are about.
  private static let quiet = [
    "match": """
    The visitors attacked from the first whistle and bombarded the goal, but the home side held on until the break.
    Their striker shot twice over the bar, and the coach said the defence had been under siege for half an hour.
    A late strike by the winger killed the game, the club's third win of the season, before a crowd of 14,000.
    Two players were booked for a clash of elbows and the captain limped off with an injured knee.
    """,
    "film": """
    The director shoots his thriller as if nobody had made one before, and the script never recovers from its bomb.
    The hero, a retired agent, is kidnapped, escapes, kills eleven men in a kitchen and still finds time for a joke.
    The actress who plays the villain is the best thing in the film, and the last scene, a gun battle, is its worst.
    The comedy in the middle is funny, the music is not, and the audience laughed at the wrong moments.
    """,
    "history": """
    The bridge was built in 1356 by masons whose names are known from the accounts of the town.
    Imperial troops destroyed two of its arches in 1633, and the cavalry of an emperor crossed it in 1809.
    The tower on the eastern side, which was added in the eighteenth century, is a good example of the late style.
    It is now a museum, and the view from the top, over the river and the old market, is the finest of the region.
    """,
  ]

  @Test(arguments: quiet.keys.sorted())
  func `a quiet text tells no happening`(topic: String) throws {
    let reading = try ReadReport.reading(try #require(Self.quiet[topic]))
    #expect(reading.accounts.compactMap(\.happening?.trigger.text) == [])
  }

  @Test func `what a quiet text says is read all the same`() throws {
    let reading = try ReadReport.reading(try #require(Self.quiet["match"]))
    #expect(reading.accounts.contains { $0.cue.first?.text == "said" })
  }

  @Test func `an explanation says that the text was quiet`() throws {
    let decisions = try ReadReport.explanations(try #require(Self.quiet["match"]))
      .flatMap(\.decisions)
    #expect(
      decisions.contains { $0.step == .happening && $0.rule.hasPrefix("topic-weights.tsv") })
  }

  @Test(arguments: [
    "Two people were killed.", "The bridge was bombed on Monday.", "Troops attacked.",
    "Thousands protested in the capital against the price of bread, and police fired tear gas.",
  ])
  func `few words are not taken for quiet`(text: String) throws {
    #expect(try ReadReport.reading(text).accounts.contains { $0.happening != nil })
  }
}
