import PatchworkSituation
import PatchworkTestSupport
import Testing

/// Polygons as areas.
struct DrawnAreaTests {
  private static func area(_ coordinates: String, type: String = "Polygon") throws -> DrawnArea {
    try DrawnArea(
      geoJSON: Array("{\"type\": \"\(type)\", \"coordinates\": \(coordinates)}".utf8))
  }

  @Test func `a hole is outside, a second polygon inside`() throws {
    let ring = "[[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]]"
    let hole = "[[4, 4], [6, 4], [6, 6], [4, 6], [4, 4]]"
    let island = "[[20, 0], [21, 0], [21, 1], [20, 1], [20, 0]]"
    let area = try Self.area("[[\(ring), \(hole)], [\(island)]]", type: "MultiPolygon")
    #expect(area.contains(latitude: 2, longitude: 2))
    #expect(!area.contains(latitude: 5, longitude: 5))
    #expect(area.contains(latitude: 0.5, longitude: 20.5))
    #expect(!area.contains(latitude: 5, longitude: 15))
  }

  @Test func `a turned square holds what lies within its sides`() throws {
    // |x| + |y| <= 1 is the slow twin.
    let area = try Self.area("[[[1, 0], [0, 1], [-1, 0], [0, -1], [1, 0]]]")
    var generator = SeededGenerator(seed: 31)
    for _ in 0..<2000 {
      let x = Double.random(in: -1.5...1.5, using: &generator)
      let y = Double.random(in: -1.5...1.5, using: &generator)
      guard abs(abs(x) + abs(y) - 1) > 1e-9 else { continue }
      #expect(area.contains(latitude: y, longitude: x) == (abs(x) + abs(y) < 1))
    }
  }

  @Test func `corners as lines draw what GeoJSON draws`() throws {
    let drawn = try DrawnArea(corners: "0, 0\n0 10; 10,10\r\n10, 0\n", name: "square")
    let same = try Self.area("[[[0, 0], [10, 0], [10, 10], [0, 10], [0, 0]]]")
    #expect(drawn.rings == same.rings)
    #expect(drawn.name == "square")
    #expect(throws: DrawnArea.Failure.corner(1)) {
      try DrawnArea(corners: "0, 0; 91, 0; 1, 1", name: "")
    }
    #expect(throws: DrawnArea.Failure.ring(0)) {
      try DrawnArea(corners: "0, 0; 1, 0", name: "")
    }
  }

  @Test(arguments: [
    ("{", DrawnArea.Failure.notJSON(offset: 1)),
    ("{\"type\": \"Point\", \"coordinates\": [0, 0]}", .noPolygon),
    ("{\"type\": \"Polygon\", \"coordinates\": []}", .noPolygon),
    ("{\"type\": \"Polygon\", \"coordinates\": [[[0, 0], [1, 0], [0, 0]]]}", .ring(0)),
    (
      "{\"type\": \"Polygon\", \"coordinates\": [[[0, 0], [1, 0], [1, 1], [0, 1]]]}", .ring(0)
    ),
    (
      "{\"type\": \"Polygon\", \"coordinates\": [[[0, 0], [1, 0], [1, 95], [0, 0]]]}", .ring(0)
    ),
  ])
  func `a drawing that is none is refused`(_ json: String, _ failure: DrawnArea.Failure) {
    #expect(throws: failure) { try DrawnArea(geoJSON: Array(json.utf8)) }
  }
}
