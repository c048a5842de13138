import PatchworkDisplay
import PatchworkStore
import Testing

@testable import PatchworkSite

@Suite struct PlacesMapTests {
  private func spot(_ name: String, _ latitude: Double, _ longitude: Double, _ count: Int)
    -> IncidentPicture.Spot
  {
    IncidentPicture.Spot(
      id: name, name: name, kind: "city", latitude: latitude, longitude: longitude,
      incidents: count)
  }

  @Test func `a far city does not shrink a war to a point`() {
    let places = [
      spot("Aleppo", 36.2, 37.16, 9), spot("Homs", 34.73, 36.71, 4), spot("Idlib", 35.93, 36.63, 3),
      spot("Deir ez-Zor", 35.33, 40.14, 2), spot("New York", 40.7, -74, 2),
    ]
    #expect(
      PlacesMap.together(places).map(\.name) == ["Aleppo", "Homs", "Idlib", "Deir ez-Zor"])
    #expect(PlacesMap.together([places[4]]) == [places[4]])
    #expect(PlacesMap.together([]) == [])
  }

  @Test func `a frame holds its points and draws equal distances equally`() throws {
    let frame = try #require(
      MapFrame([(34, 36), (37, 41)], width: 400, height: 300, leastKilometres: 40))
    #expect(frame.holds(34, 36) && frame.holds(37, 41))
    let (north, east) = (frame.y(35) - frame.y(36), frame.x(39) - frame.x(38))
    #expect(abs(east / north - 0.814) < 0.01)
    #expect(MapFrame([], width: 1, height: 1, leastKilometres: 1) == nil)
  }
}
