import PatchworkRecord
import Testing

@testable import PatchworkPlaces

@Suite struct RelativeGeometryTests {
  private let town = GeoPoint(latitude: 36.2, longitude: 37.16)

  private func kilometres(_ a: GeoPoint, _ b: GeoPoint) -> Double {
    Geodesy.kilometres((a.latitude, a.longitude), (b.latitude, b.longitude))
  }

  @Test(arguments: [(0.0, 10.0), (90, 250), (181, 3), (359.5, 1200)])
  func `a point some way off lies that far and in that direction`(
    bearing: Double, distance: Double
  ) {
    let point = Geodesy.point(from: town, kilometres: distance, bearing: bearing)
    #expect((kilometres(town, point) - distance).magnitude < 1e-6)
    #expect((Geodesy.bearing(from: town, to: point) - bearing).magnitude < 1e-6)
  }

  /// All that "15 km west of" may mean: 12 to 18 km, south-west-west to north-west-west, from any point of the town.
  @Test(arguments: [(15.0, 270.0, 2.0), (80, 45, 6), (3, 180, 1)])
  func `the circle of a distance and direction holds all that they allow`(
    distance: Double, bearing: Double, reach: Double
  ) {
    let circle = RelativeGeometry.away(
      from: town, reach: reach, kilometres: distance, bearing: bearing)
    for far in [0.8, 1, 1.2] {
      for turn in [-22.5, -10, 0, 22.5] {
        for edge in stride(from: 0.0, to: 360, by: 45) {
          let start = Geodesy.point(from: town, kilometres: reach, bearing: edge)
          let point = Geodesy.point(
            from: start, kilometres: distance * far, bearing: bearing + turn)
          #expect(kilometres(circle.middle, point) <= circle.radius * 1.01)
        }
      }
    }
  }

  @Test func `a distance without a direction is a ring around the place`() {
    let circle = RelativeGeometry.away(from: town, reach: 3, kilometres: 10, bearing: nil)
    #expect(circle.middle == town)
    #expect(circle.radius == 15)
  }

  @Test func `a side lies within the place's reach, on that side`() {
    let circle = RelativeGeometry.side(of: town, reach: 10, bearing: 90)
    #expect(circle.middle.longitude > town.longitude)
    #expect(kilometres(circle.middle, town) < 10)
    let corner = Geodesy.point(from: town, kilometres: 10, bearing: 45)
    #expect(kilometres(circle.middle, corner) <= circle.radius + 0.01)
  }

  @Test func `between two places both lie on the rim`() {
    let other = GeoPoint(latitude: 35.1, longitude: 36.75)
    let circle = RelativeGeometry.between(town, other)
    #expect((kilometres(circle.middle, town) - circle.radius).magnitude < 0.01)
    #expect((kilometres(circle.middle, other) - circle.radius).magnitude < 0.01)
  }

  @Test func `a circle may hold points on both sides of the meridian of 180 degrees`() throws {
    let points = [
      GeoPoint(latitude: 0, longitude: 179), GeoPoint(latitude: 0, longitude: -179),
    ]
    let circle = try #require(RelativeGeometry.holding(points, margin: 0))
    #expect(circle.middle.longitude.magnitude > 179.9)
    #expect(circle.radius < 112)
    #expect(RelativeGeometry.holding([], margin: 1) == nil)
  }

  @Test func `what is vaguer than about 25 km has the precision of the vague`() {
    #expect(RelativeGeometry(middle: town, radius: 25).precision == 2)
    #expect(RelativeGeometry(middle: town, radius: 26).precision == 5)
  }
}
