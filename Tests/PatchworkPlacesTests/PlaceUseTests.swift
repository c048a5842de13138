import PatchworkRecord
import PatchworkText
import Testing

@testable import PatchworkPlaces

@Suite struct PlaceUseTests {
  private static let finder = try? PlaceFinder(gazetteer: Fixture.gazetteer(supplement: true))

  private func place(_ marked: String) throws -> Place {
    let report = MarkedReport(marked)
    let places = try #require(Self.finder).places(in: report.context)
    return try #require(places.first { $0.quote.span == report.expected.first })
  }

  @Test(
    arguments: [
      ("They fled to «Damascus» in July.", .literal, 1),
      ("The ‹!:«Damascus»› denied it.", .metonym, 1),
      ("They met «Syrian» officials.", .demonym, 6),
      ("Shells fell near «Damascus» at night.", .relative, 2),
      ("Shells fell 15 km north of «Aleppo» at night.", .relative, 2),
      ("On the outskirts of «Aleppo» they stopped.", .relative, 2),
      ("People of «east Aleppo» wait.", .relative, 2),
      ("They live in the «Eastern Ghouta» now.", .literal, 2),
      ("It was quiet in «northern Syria» again.", .relative, 5),
      ("They wait near the «Lebanese border» for aid.", .relative, 5),
      ("Fighting in «Idlib province» went on.", .literal, 4),
      ("Fighting in «Syria» went on.", .literal, 6),
      ("Ships cross the «Red Sea» again.", .literal, 7),
    ] as [(String, PlaceUse, Int)])
  func `tells how a name is used and how precisely it places`(
    marked: String, use: PlaceUse, precision: Int
  ) throws {
    let found = try place(marked)
    #expect(found.use == use)
    #expect(found.precision == precision)
  }

  @Test(arguments: [
    "They wait near the «Lebanese border» for aid.", "Shells fell near «Syria» at night.",
    "It lies 15 km from «Syria» proper.",
  ])
  func `puts no pin where none was said`(marked: String) throws {
    let found = try place(marked)
    #expect(found.latitude == nil)
    #expect(found.longitude == nil)
  }

  @Test func `a side of a country is told by what lies there, as wide as it is`() throws {
    let found = try place("It was quiet in «northern Syria» again.")
    #expect((35.2...37).contains(found.latitude ?? 0))
    #expect((100...400).contains(found.radius ?? 0))
  }

  @Test func `gives the wider places, nearest first`() throws {
    let found = try place("Bombs fell on «Bustan al-Qasr» again.")
    #expect(found.within.prefix(2) == ["geonames:170063", "geonames:170062"])
    #expect(found.within.last == "geonames:163843")
    #expect(found.pcode == "N0204")
  }

  @Test(arguments: [
    "Aid entered «Madaya» and «Wadi Barada».", "Mortars hit «Madaya» in «Idlib province».",
    "People of «Damascus», «Maryland», vote.",
  ])
  func `says by which rule it chose a namesake`(marked: String) throws {
    let found = try place(marked)
    #expect(found.candidates > 1)
    #expect(found.rule.contains(":"))
  }

  @Test func `one town under two spellings is one place`() throws {
    let report = MarkedReport(
      "Lorries burnt in «Urum al-Kubra», «Orem al-Kubra» and «Orm al Kubra».")
    let places = try #require(Self.finder).places(in: report.context)
    #expect(places.map(\.id) == Array(repeating: "ocha:C1029", count: 3))
  }

  @Test func `without a gazetteer places come as written`() {
    let report = MarkedReport("They fled to ‹l:«Damascus»› and met ‹n:Syrian› officials.")
    let places = PlaceFinder(gazetteer: nil).places(in: report.context)
    #expect(places.map(\.quote.text) == ["Damascus", "Syrian"])
    #expect(places.map(\.use) == [.literal, .demonym])
    #expect(places.allSatisfy { $0.id == nil && $0.latitude == nil })
  }

  @Test(arguments: 0..<60)
  func `any text and tokens are read without a crash`(seed: Int) throws {
    var numbers = SeededNumbers(state: UInt64(seed))
    let pieces = [
      "Damascus", " of ", "east ", "Aleppo", ", ", "al-", "U.S.", "\n\n", "St.", " near the ",
      "حلب",
      "’s ", "Lebanese border", "(", "Idlib province", "😀", "\u{0301}", "-", "North ",
    ]
    var text = ""
    for _ in 0..<30 { text += pieces[Int.random(in: 0..<pieces.count, using: &numbers)] }
    let size = text.utf8.count
    let tokens = (0..<20).map { _ in
      let start = Int.random(in: 0...size, using: &numbers)
      return PlaceToken(
        span: .init(start, min(size, start + Int.random(in: 0...9, using: &numbers))),
        entity: PlaceToken.Entity(rawValue: UInt8.random(in: 0...5, using: &numbers)) ?? .none,
        startsEntity: Bool.random(using: &numbers), isProper: Bool.random(using: &numbers),
        speaks: Bool.random(using: &numbers))
    }.sorted { $0.span < $1.span }
    let places = try #require(Self.finder).places(in: PlaceContext(text: text, tokens: tokens))
    for (a, b) in zip(places, places.dropFirst()) {
      #expect(a.quote.span.end <= b.quote.span.start)
    }
  }
}
