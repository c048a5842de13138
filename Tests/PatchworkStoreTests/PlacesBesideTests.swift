import PatchworkLinking
import PatchworkRecord
import PatchworkTestSupport
import PatchworkText
import Testing

@testable import PatchworkStore

/// Incidents that are only told by way of a place.
@Suite struct PlacesBesideTests {
  private static let west = Place(
    quote: Quote(span: Span(12, 34), text: "15 km west of Aleppo"), id: "geonames:170063",
    name: "Aleppo", kind: "city", latitude: 36.2, longitude: 36.99, radius: 6.5, precision: 2,
    use: .relative, within: ["geonames:163843"], candidates: 1, rule: "15 km west of")

  @Test func `an occurrence keeps how far its place reaches`() throws {
    let occurrence = Occurrence(
      report: "wire-1", number: 0, published: nil, accounts: [0], types: [.shelling],
      places: [Self.west], isPlaceSaid: true, times: [], isTimeSaid: false, words: [], targets: [],
      killed: [])
    let read = try #require(OccurrencePayload(json: OccurrencePayload(occurrence).json))
    #expect(read.places == [Self.west])
  }

  @Test(.enabled(if: SampleRecord.isPossible, "The small model is not installed."))
  func `an incident told by a distance is on the map, somewhere in a ring`() throws {
    try SampleRecord.withPath { path in
      let report = try SampleRecord.new(
        id: "wire-1", "Shells killed three people 15 km west of Aleppo on Monday, a doctor said.",
        published: "2016-09-20")
      let file = try SampleRecord.make(at: path, of: [report])
      let spots = try file.incidentPicture(RecordFilter(), places: 10).places
      let place = try #require(report.reading.accounts.compactMap(\.happening?.place).first)
      guard place.latitude != nil else { return }  // Without a gazetteer nothing has a point.
      let spot = try #require(spots.first)
      #expect(spot.radius == place.radius)
      #expect(spot.latitude == place.latitude)
      #expect(spot.incidents == 1)
    }
  }
}
