import PatchworkRecord
import PatchworkText
import Testing

@testable import PatchworkPlaces

/// A division is never the pin of the town that it shares its name with.
@Suite struct DivisionTests {
  private func first(_ marked: String, in gazetteer: Gazetteer?) throws -> Place {
    let report = MarkedReport(marked)
    let places = PlaceFinder(gazetteer: gazetteer).places(in: report.context)
    return try #require(places.first { $0.quote.span.start <= report.expected[0].start })
  }

  @Test(arguments: [
    ("A bridge fell in «Damascus» County, «Maryland».", "county", 30.0, 3),
    ("A bridge fell in the county of «Damascus», «Maryland».", "county", 30, 3),
    ("A bridge fell in the «Damascus» district, «Maryland».", "district", 30, 3),
    ("A bridge fell near «Damascus» County, «Maryland».", "county", 40, 3),
  ])
  func `a division of which only the town is known is the ground about the town`(
    marked: String, kind: String, radius: Double, precision: Int
  ) throws {
    let place = try first(marked, in: Fixture.gazetteer(supplement: true))
    #expect(place.kind == kind)
    #expect(place.use == .relative)
    #expect(place.radius == radius)
    #expect(place.precision == precision)
    #expect(place.latitude == 39.28844)
    #expect(place.rule.hasSuffix("; \(kind) of its name") || radius != 30)
  }

  @Test(arguments: [
    "A bridge fell in the city of «Damascus», «Maryland».",
    "The provincial council of «Damascus», «Maryland», met.",
  ])
  func `a town that is told as one keeps its pin`(marked: String) throws {
    let place = try first(marked, in: Fixture.gazetteer(supplement: true))
    #expect(place.radius == nil)
    #expect(place.precision == 1)
  }
}
