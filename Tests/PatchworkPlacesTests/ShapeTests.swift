import PatchworkRecord
import Testing

@testable import PatchworkPlaces

@Suite struct ShapeTests {
  private static func ring(_ points: [(Double, Double)]) -> PlaceShape.Ring {
    points.map { GeoPoint(latitude: $0.1, longitude: $0.0) }
  }

  /// A square of two degrees with a hole of one in its middle, drawn against the rule.
  private static let holed = PlaceShape(polygons: [
    [
      ring([(36, 34), (36, 36), (38, 36), (38, 34)]),
      ring([(36.5, 34.5), (37.5, 34.5), (37.5, 35.5), (36.5, 35.5)]),
    ]
  ])

  @Test func `outer rings run counter-clockwise and holes clockwise`() {
    let rings = Self.holed.polygons[0]
    #expect(rings[0] == Self.ring([(38, 34), (38, 36), (36, 36), (36, 34)]))
    #expect(rings[1] == Self.ring([(36.5, 35.5), (37.5, 35.5), (37.5, 34.5), (36.5, 34.5)]))
  }

  @Test func `rings without an inside are left out`() {
    #expect(PlaceShape(polygons: [[], [Self.ring([(1, 1), (2, 2)])]]).polygons.isEmpty)
  }

  @Test func `a degree at the equator has the area of a degree`() {
    let square = PlaceShape(polygons: [[Self.ring([(0, -0.5), (1, -0.5), (1, 0.5), (0, 0.5)])]])
    #expect((square.squareKilometres - 12_364.2).magnitude < 1)
  }

  @Test func `a hole is taken off the area`() {
    let outer = PlaceShape(polygons: [[Self.holed.polygons[0][0]]])
    let hole = PlaceShape(polygons: [[Self.holed.polygons[0][1]]])
    let rest = outer.squareKilometres - hole.squareKilometres
    #expect((Self.holed.squareKilometres - rest).magnitude < 0.001)
  }

  @Test(arguments: [
    (36.2, 34.2, true), (37.0, 35.0, false), (37.9, 35.9, true), (38.1, 35.0, false),
    (35.9, 35.0, false), (37.0, 34.2, true),
  ])
  func `a point is inside, in the hole or outside`(
    longitude: Double, latitude: Double, inside: Bool
  ) {
    let point = GeoPoint(latitude: latitude, longitude: longitude)
    let isInside = ShapeCoding.bytes(Self.holed).withUnsafeBytes {
      ShapeCoding.contains(IndexBytes(bytes: $0), point)
    }
    #expect(isInside == inside)
  }

  /// The slow obvious twin: the angle under which a point sees the ring all around.
  private func winds(_ ring: PlaceShape.Ring, around point: GeoPoint) -> Bool {
    var turns = 0
    for (a, b) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
      let side =
        (b.longitude - a.longitude) * (point.latitude - a.latitude)
        - (point.longitude - a.longitude) * (b.latitude - a.latitude)
      if a.latitude <= point.latitude, b.latitude > point.latitude, side > 0 { turns += 1 }
      if a.latitude > point.latitude, b.latitude <= point.latitude, side < 0 { turns -= 1 }
    }
    return turns != 0
  }

  private func star(_ numbers: inout SeededNumbers, points: Int) -> PlaceShape.Ring {
    (0..<points).map { index in
      let angle = Double(index) / Double(points) * 360
      let reach = Double.random(in: 0.2...1, using: &numbers)
      return GeoPoint(
        latitude: ((33 + reach * Geodesy.sine(angle)) * 100_000).rounded() / 100_000,
        longitude: ((44 + reach * Geodesy.cosine(angle)) * 100_000).rounded() / 100_000)
    }
  }

  @Test(arguments: 0..<20)
  func `crossing edges agrees with winding around the point`(seed: Int) {
    var numbers = SeededNumbers(state: UInt64(seed))
    let ring = star(&numbers, points: 24)
    let bytes = ShapeCoding.bytes(PlaceShape(polygons: [[ring]]))
    for _ in 0..<100 {
      let point = GeoPoint(
        latitude: .random(in: 31.9...34.1, using: &numbers),
        longitude: .random(in: 42.9...45.1, using: &numbers))
      let isInside = bytes.withUnsafeBytes {
        ShapeCoding.contains(IndexBytes(bytes: $0), point)
      }
      #expect(isInside == winds(ring, around: point))
    }
  }

  @Test func `a shape comes back as it was written, to a metre`() {
    let bytes = ShapeCoding.bytes(Self.holed)
    #expect(bytes.withUnsafeBytes { ShapeCoding.shape(IndexBytes(bytes: $0)) } == Self.holed)
  }

  @Test(arguments: 0..<20)
  func `the inner point lies inside`(seed: Int) throws {
    var numbers = SeededNumbers(state: UInt64(seed))
    let shape = PlaceShape(polygons: [[star(&numbers, points: 30)]])
    let point = try #require(shape.innerPoint)
    #expect(winds(shape.polygons[0][0], around: point))
  }

  @Test func `simplifying leaves out points within the tolerance and keeps those beyond it`() {
    // 0.0001 degrees of latitude are 11 m, 0.001 are 111 m.
    let ring = Self.ring([
      (36, 34), (36.5, 33.9999), (37, 34), (37, 34.5), (37.001, 34.6), (37, 34.7), (37, 35),
      (36, 35),
    ])
    let simple = ShapeSimplification.simplified(PlaceShape(polygons: [[ring]])).polygons[0][0]
    #expect(!simple.contains(GeoPoint(latitude: 33.9999, longitude: 36.5)))
    #expect(simple.contains(GeoPoint(latitude: 34.6, longitude: 37.001)))
    #expect(Set(simple).isSubset(of: Set(ring)))
  }
}
