import Foundation
import PatchworkLanguage
import PatchworkRecord
import PatchworkText
import Testing

@testable import PatchworkReading

@Suite(.enabled(if: Parsed.isPossible, "The small model is not installed."))
struct HappeningAssemblerTests {
  private func told(_ text: String, places names: [String] = []) throws -> [Happening] {
    let tree = try #require(Parsed.tree(text))
    let times = try TimeReader().times(in: tree.parse, published: "2016-09-26")
    let counts = try CountReader().counts(in: tree.parse, times: times)
    var places: [Place] = []
    for name in names {
      let at = try #require(text.range(of: name))
      let start = text.utf8.distance(from: text.startIndex, to: at.lowerBound)
      let span = Span(start, start + name.utf8.count)
      places.append(Place(quote: Quote(span, in: text), name: name, kind: "city"))
    }
    places.sort { $0.quote.span < $1.quote.span }
    let lexicons = try HappeningLexicons()
    let lexical = lexicons.lexical(tree)
    let mentions = HappeningReader(lexicons: lexicons).happenings(in: lexical)
    return HappeningAssembler(lexicons: lexicons).assemble(
      mentions, in: lexical, counts: counts, times: times.filter { !$0.isEnd }, places: places,
      published: "2016-09-26"
    ).map(\.happening)
  }

  @Test func `killed and wounded of one telling are kept apart`() throws {
    let happening = try #require(
      told("A car bomb exploded in Homs, killing at least 12 people and wounding 30.").first)
    #expect(happening.killed?.low == 12)
    #expect(happening.killed?.high == nil)
    #expect(happening.injured?.low == 30)
  }

  @Test func `wounded without a verb of their own are still wounded`() throws {
    let happening = try #require(
      told("Five civilians were killed and 12 others injured in an explosion.").first)
    #expect(happening.type == .bombing)
    #expect(happening.killed?.low == 5)
    #expect(happening.injured?.low == 12)
  }

  @Test func `a part of a toll is not the toll`() throws {
    let happening = try #require(
      told("At least 108 people, including 49 children, were killed on Friday.").first)
    #expect(happening.killed?.low == 108)
  }

  @Test func `a town that a deed is called after did not do it`() throws {
    let happening = try #require(
      told("The Idlib bombing killed twelve people.", places: ["Idlib"]).first)
    #expect(happening.actor == nil)
    #expect(happening.place?.name == "Idlib")
  }

  @Test func `what is not counted happened all the same`() throws {
    let happening = try #require(told("The figures do not include the attack on the convoy.").first)
    #expect(happening.modality == .happened)
  }

  @Test func `a number of things is no toll`() throws {
    let found = try told("Troops destroyed 12 tanks and captured the town.")
    #expect(found.allSatisfy { $0.killed == nil && $0.injured == nil && $0.affected == nil })
  }

  @Test func `those under siege are the affected`() throws {
    let happening = try #require(
      told("Some 40,000 people are living under siege in Muadhamiya.", places: ["Muadhamiya"])
        .first)
    #expect(happening.affected?.low == 40_000)
    #expect(happening.place?.name == "Muadhamiya")
  }

  @Test func `each clause keeps its own time`() throws {
    let found = try told(
      "Rebels attacked the base on Saturday after warplanes bombed the village on Friday.")
    #expect(found.map { $0.time?.edtf } == ["2016-09-24", "2016-09-23"])
  }

  @Test func `a time of the sentence's opening belongs to its main clause`() throws {
    let happening = try #require(told("On Sunday, shells hit a school in Aleppo.").first)
    #expect(happening.time?.edtf == "2016-09-25")
  }

  @Test func `violence goes on where it was told, by a named rule`() throws {
    let found = try told(
      "Warplanes bombed Idlib on Friday. At least six people were killed.", places: ["Idlib"])
    #expect(found.map { $0.place?.name } == ["Idlib", "Idlib"])
    #expect(found.last?.place?.rule == "carried")
  }

  @Test(
    arguments: [
      (
        "Residents of Taldou said that the army began a bombardment on Friday.", ["Taldou"],
        "Taldou",
        "told by those who live there"
      ),
      (
        "Homs was rocked by explosions.", ["Homs"], "Homs", "unresolved; befallen"
      ),
      (
        "Misrata has been the scene of fierce fighting against the army.", ["Misrata"], "Misrata",
        "unresolved; befallen"
      ),
      (
        "Rebels hold Zawiyah. The army attacked the outskirts of the city.", ["Zawiyah"],
        "the outskirts of the city", "pointed-back part"
      ),
      (
        "Assad sent troops to Hama to put down a revolt.", ["Hama"], "Hama", "unresolved"
      ),
      (
        "An explosion in Damascus near a hotel killed three people.", ["Damascus"], "a hotel",
        "unresolved site"
      ),
      (
        "An explosion in Damascus near a hotel where observers stay killed three people.",
        ["Damascus"], "a hotel where observers stay", "unresolved site"
      ),
      (
        "Rebels fought troops for control of the airport of Homs.", ["Homs"], "the airport of Homs",
        "unresolved site"
      ),
      (
        "A mine on the road to Homs killed two people.", ["Homs"], "Homs", "unresolved"
      ),
      (
        "In Azaz, casualties were rushed to a nearby field hospital.", ["Azaz"],
        "a nearby field hospital", "unresolved site"
      ),
      (
        "Warplanes bombed Taldou on Friday. In Azaz, rescuers dug on. Many people were wounded.",
        ["Taldou", "Azaz"], "Azaz", "scene: unresolved"
      ),
    ] as [(String, [String], String, String)])
  func `tells where a happening was, by a named rule`(
    text: String, names: [String], words: String, rule: String
  ) throws {
    let place = try #require(told(text, places: names).last?.place)
    #expect(place.quote.text == words)
    #expect(place.rule == rule)
  }

  @Test(arguments: [
    "An air raid last week that killed nine people drew protests.",
    "Troops are blamed for the killings at Taldou on 25 May, in which nine people died.",
    "An air raid killed nine people.",
  ])
  func `the dead of a clause behind the time are the happening's`(text: String) throws {
    #expect(try told(text).first { $0.type != .protest }?.killed?.low == 9)
  }

  @Test func `a happening of the whole country takes no town from before`() throws {
    let found = try told(
      "Troops shelled Hama on Friday. There were nationwide protests.", places: ["Hama"])
    #expect(found.last?.type == .protest)
    #expect(found.last?.place == nil)
  }

  @Test func `a hospital is where one attack was, not where the fighting goes on`() throws {
    let found = try told(
      "Gunmen attacked the hospital of Qamishli. Clashes broke out between troops and rebels.",
      places: ["Qamishli"])
    #expect(found.first?.place?.quote.text == "the hospital of Qamishli")
    #expect(found.last?.place?.quote.text == "Qamishli")
  }

  @Test(
    arguments: [
      ("In one incident on Saturday, he said three soldiers were killed.", "2016-09-24"),
      ("More than 3,500 people have died since March 2016.", "2016-03/2016-09-26"),
      ("Troops raided the town on Wednesday, residents said, arresting hundreds.", "2016-09-21"),
    ] as [(String, String)])
  func `tells when a happening was`(text: String, edtf: String) throws {
    #expect(try told(text).last?.time?.edtf == edtf)
  }

  @Test func `a demand does not happen when it is made`() throws {
    let found = try told("He called on Wednesday for the army to end military operations.")
    #expect(found.allSatisfy { $0.time == nil })
  }

  @Test func `the gunmen told of go on that day`() throws {
    let found = try told(
      "Gunmen attacked a checkpoint near Tobruk on Thursday. The gunmen opened fire on guards.",
      places: ["Tobruk"])
    #expect(found.map { $0.time?.edtf } == ["2016-09-22", "2016-09-22"])
    #expect(found.last?.time?.rule == "carried")
  }

  @Test func `the dead of a clause that hangs on a killing are its dead`() throws {
    let happening = try #require(
      told("They committed a massacre, in which 108 people were killed.").first)
    #expect(happening.killed?.low == 108)
  }
}
