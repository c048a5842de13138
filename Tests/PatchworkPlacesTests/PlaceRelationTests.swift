import PatchworkText
import Testing

@testable import PatchworkPlaces

@Suite struct PlaceRelationTests {
  /// The relation before the last word of a text.
  private func relation(_ text: String) -> PlaceRelation? {
    let words = FoldedWords(folding: text)
    return RelationReader(lists: .standard, words: words).relation(before: words.count - 1)
  }

  @Test(arguments: [
    ("Shells fell near Hama", "near", nil, nil),
    ("It lies 15 km west of Hama", "15 km west of", 15.0, 270.0),
    ("It lies 15 km (nine miles) north-east of Hama", "nine miles north east of", 14.484, 45),
    ("It lies five miles (8 km) from Hama", "8 km from", 8, nil),
    ("About five miles from Hama", "five miles from", 8.047, nil),
    ("Some 2.5 kilometres south of Hama", "2 5 kilometres south of", 2.5, 180),
    (
      "A base thirty-five km to the southeast of Hama", "thirty five km to the southeast of", 35,
      135
    ),
    ("Just 3 km outside Hama", "3 km outside", 3, nil),
    ("On the outskirts of Hama", "outskirts of", nil, nil),
    ("A village north of the city of Hama", nil, nil, nil),
    ("Fighting north of Hama", "north of", nil, 0),
  ])
  func `relations are read with distance and direction`(
    text: String, words: String?, kilometres: Double?, bearing: Double?
  ) throws {
    guard let words else { return #expect(relation(text)?.kilometres == nil) }
    let found = try #require(relation(text))
    #expect(found.words == words)
    #expect(found.bearing == bearing)
    if let kilometres {
      #expect(((found.kilometres ?? 0) - kilometres).magnitude < 0.001)
    } else {
      #expect(found.kilometres == nil)
    }
  }

  @Test func `a limit is told from a distance`() throws {
    #expect(try #require(relation("All within 10 km of Hama")).isLimit)
    #expect(try !#require(relation("A post 10 km from Hama")).isLimit)
  }

  @Test(arguments: ["They live in Hama", "The governor of Hama", "A part of Hama", "Hama"])
  func `other words put nothing beside a place`(text: String) {
    #expect(relation(text) == nil)
  }
}
