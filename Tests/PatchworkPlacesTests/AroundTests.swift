import PatchworkRecord
import Testing

@testable import PatchworkPlaces

@Suite struct AroundTests {
  private static let gazetteer = try? Fixture.gazetteer(supplement: true)

  @Test(arguments: [
    (36.2, 37.15, 5.0), (33.5, 36.3, 80), (50.45, 30.52, 400), (0, 179.9, 3000), (89.5, 0, 5000),
    (-77, -120, 9000),
  ])
  func `the grid finds just the places that a linear scan finds`(
    latitude: Double, longitude: Double, kilometres: Double
  ) throws {
    let gazetteer = try #require(Self.gazetteer)
    let point = GeoPoint(latitude: latitude, longitude: longitude)
    let all = (0..<UInt32(gazetteer.count)).map { PlaceNumber(value: $0) }
    let near = all.filter { number in
      gazetteer.point(of: number).map {
        Geodesy.kilometres((latitude, longitude), ($0.latitude, $0.longitude)) <= kilometres
      } ?? false
    }
    let found = gazetteer.places(around: point, within: kilometres)
    #expect(Set(found.map(\.place)) == Set(near))
    #expect(found.map(\.kilometres) == found.map(\.kilometres).sorted())
  }

  @Test func `a box may run over the meridian of 180 degrees`() {
    let box = GeoBox(around: GeoPoint(latitude: 0, longitude: 179.5), kilometres: 200)
    #expect(box.west > box.east)
    #expect(box.contains(GeoPoint(latitude: 0, longitude: -179.5)))
    #expect(!box.contains(GeoPoint(latitude: 0, longitude: 0)))
  }

  @Test(arguments: [
    (1.0, 0.0, 0.0), (0, 1, 90), (-1, 0, 180), (0, -1, 270), (0.001, 0.001, 45),
  ])
  func `directions count clockwise from north`(latitude: Double, longitude: Double, bearing: Double)
  {
    let found = Geodesy.bearing(
      from: GeoPoint(latitude: 0, longitude: 0),
      to: GeoPoint(latitude: latitude, longitude: longitude))
    #expect((found - bearing).magnitude < 0.01)
  }

  @Test func `narrower places are just those whose wider place it is`() throws {
    let gazetteer = try #require(Self.gazetteer)
    let all = (0..<UInt32(gazetteer.count)).map { PlaceNumber(value: $0) }
    for number in all.prefix(200) {
      #expect(gazetteer.narrower(than: number) == all.filter { gazetteer.parent(of: $0) == number })
    }
  }
}
