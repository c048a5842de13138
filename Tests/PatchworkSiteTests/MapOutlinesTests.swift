import Foundation
import PatchworkDisplay
import PatchworkPlaces
import PatchworkTestSupport
import Testing

@testable import PatchworkSite

/// Borders under the marks of a map: cut to its frame, and of few points.
@Suite struct MapOutlinesTests {
  /// Corners of a many-pointed outline, as GeoJSON has them.
  private static func star(_ points: Int) -> [(longitude: Double, latitude: Double)] {
    var numbers = SeededGenerator(seed: 7)
    return (0..<points).map { index in
      let angle = Double(index) / Double(points) * 2 * .pi
      let reach = Double.random(in: 0.9...1.4, using: &numbers)
      return (37.3 + reach * cos(angle), 36.1 + reach * sin(angle))
    }
  }

  private static func gazetteer(_ corners: [(longitude: Double, latitude: Double)]) throws
    -> Gazetteer
  {
    let ring = (corners + [corners[0]]).map { "[\($0.longitude), \($0.latitude)]" }
    let outlines = """
      {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"pcode": "SY02", "name_en": "Aleppo & around"}, "geometry":
          {"type": "Polygon", "coordinates": [[\(ring.joined(separator: ", "))]]}}]}
      """
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "units.geojson").path
    try Data(outlines.utf8).write(to: URL(filePath: file))
    var builder = GazetteerBuilder()
    _ = try builder.add(path: file)
    try builder.write(to: folder.appending(path: "world.places").path)
    return try Gazetteer(path: folder.appending(path: "world.places").path)
  }

  private func frame() throws -> MapFrame {
    try #require(
      MapFrame([(35.8, 36.9), (36.6, 37.6)], width: 420, height: 300, leastKilometres: 40))
  }

  /// The rings of a drawing, in its units.
  private func rings(_ html: HTML) -> [[(x: Double, y: Double)]] {
    html.text.matches(of: /d="([^"]*)"/).flatMap { match in
      match.output.1.split(separator: "Z").map { ring in
        let numbers = ring.dropFirst().split(separator: " ").compactMap { Double($0) }
        return stride(from: 0, to: numbers.count, by: 2).map { (numbers[$0], numbers[$0 + 1]) }
      }
    }
  }

  /// Whether a point lies in a ring, by how often a ray to its right crosses it.
  private func holds(_ ring: [(x: Double, y: Double)], _ x: Double, _ y: Double) -> Bool {
    var isIn = false
    for (a, b) in zip(ring, ring.dropFirst() + ring.prefix(1)) where (a.y > y) != (b.y > y) {
      if x < (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x { isIn.toggle() }
    }
    return isIn
  }

  @Test func `what lies within a border lies within its line, and no line leaves the frame`() throws
  {
    let corners: [(longitude: Double, latitude: Double)] = [
      (36.2, 35.2), (37.4, 36.0), (39.0, 35.4), (38.0, 37.5), (37.0, 36.3), (36.4, 37.2),
    ]
    let frame = try frame()
    let html = MapOutlines(frame: frame, gazetteer: try Self.gazetteer(corners)).html
    #expect(html.text.contains("<title>Aleppo &amp; around</title>"))
    let drawn = rings(html)
    #expect(!drawn.isEmpty)
    for point in drawn.joined() {
      #expect((-5...425).contains(point.x) && (-5...305).contains(point.y))
    }
    let whole = corners.map { (x: frame.x($0.longitude), y: frame.y($0.latitude)) }
    var numbers = SeededGenerator(seed: 3)
    var inside = 0
    for _ in 0..<2000 {
      let (x, y) = (
        Double.random(in: 0...420, using: &numbers), Double.random(in: 0...300, using: &numbers)
      )
      let near = [(-2.0, 0.0), (2, 0), (0, -2), (0, 2)].map { holds(whole, x + $0.0, y + $0.1) }
      // Points beside the line may fall to either side: lines are drawn in tenths.
      if Set(near).count > 1 { continue }
      inside += near[0] ? 1 : 0
      #expect(drawn.contains { holds($0, x, y) } == near[0], "\(x) \(y)")
    }
    #expect((200...1800).contains(inside))
  }

  @Test func `a line of very many points is drawn with few`() throws {
    let html = MapOutlines(frame: try frame(), gazetteer: try Self.gazetteer(Self.star(6000))).html
    let points = rings(html).reduce(0) { $0 + $1.count }
    #expect((3...MapOutlines.mostPoints).contains(points))
  }
}
