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
      mentions, in: lexical, counts: counts, times: times, places: places
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
}
