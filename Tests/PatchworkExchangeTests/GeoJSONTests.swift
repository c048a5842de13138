import Foundation
import PatchworkDisclosure
import PatchworkExchange
import PatchworkLinking
import PatchworkRecord
import PatchworkStore
import PatchworkText
import Testing

struct GeoJSONTests {
  /// The geometry and the box of a place as a feature has them.
  private func feature(
    _ latitude: Double?, _ longitude: Double?, precision: Int, kind: String = "town"
  ) throws -> [String: Any] {
    let place = Place(
      quote: Quote(span: Span(0, 0), text: "x"), id: "x:1", name: "x", kind: kind,
      latitude: latitude, longitude: longitude, precision: precision)
    return try MadeRecord(seed: 2).withFile { file in
      let day = try #require(CivilDay(iso: "2026-01-01"))
      let record = try DisclosedRecord(
        file, right: .redacted, on: day, register: DisclosureRegister())
      let row = try #require(try file.incidents().first { $0.type == .airStrike })
      let shown = try record.incident(row.id)
      var incident = try #require(shown?.value)
      incident.view.summary = IncidentSummary(type: .airStrike, place: place, days: nil)
      var collection = GeoJSONCollection(tables: try ExportTables())
      let bytes = collection.feature(ExportedEvent(incident) { _ in nil })
      return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }
  }

  private func polygons(_ feature: [String: Any]) -> [[[Double]]] {
    let geometry = feature["geometry"] as? [String: Any]
    switch geometry?["type"] as? String {
    case "Polygon": return geometry?["coordinates"] as? [[[Double]]] ?? []
    case "MultiPolygon":
      return (geometry?["coordinates"] as? [[[[Double]]]] ?? []).compactMap(\.first)
    default: return []
    }
  }

  /// Twice the area that a ring goes around against the clock.
  private func area(_ ring: [[Double]]) -> Double {
    zip(ring, ring.dropFirst()).reduce(0) { $0 + $1.0[0] * $1.1[1] - $1.1[0] * $1.0[1] }
  }

  @Test func `a known town is a point`() throws {
    let feature = try feature(36.14797, 36.94723, precision: 1)
    let geometry = feature["geometry"] as? [String: Any]
    #expect(geometry?["type"] as? String == "Point")
    #expect(geometry?["coordinates"] as? [Double] == [36.94723, 36.14797])
    #expect(feature["bbox"] as? [Double] == [36.94723, 36.14797, 36.94723, 36.14797])
  }

  @Test(arguments: [
    (36.1, 36.9, 2, 1), (36.1, 36.9, 4, 1), (-17.8, 179.9, 2, 2), (-17.8, -179.95, 3, 2),
    (69.9, 25.0, 5, 1),
  ])
  func `an imprecise place is a closed ring against the clock, within its box`(
    _ north: Double, _ east: Double, _ precision: Int, _ count: Int
  ) throws {
    let feature = try feature(north, east, precision: precision)
    let rings = polygons(feature)
    #expect(rings.count == count)
    let box = try #require(feature["bbox"] as? [Double])
    for ring in rings {
      #expect(ring.count >= 4)
      #expect(ring.first == ring.last)
      #expect(area(ring) > 0)
      for position in ring {
        #expect(abs(position[0]) <= 180)
        #expect(position[1] >= box[1] && position[1] <= box[3])
        if count == 1 { #expect(position[0] >= box[0] && position[0] <= box[2]) }
      }
    }
    #expect((box[0] > box[2]) == (count == 2))
  }

  @Test(
    arguments: [(nil, nil, 1), (35.0, 38.0, 6), (35.0, 38.0, 7), (.nan, 38.0, 1)]
      as [(Double?, Double?, Int)])
  func `what is known to a country only has no geometry`(
    _ north: Double?, _ east: Double?, _ precision: Int
  ) throws {
    let feature = try feature(north, east, precision: precision, kind: "country")
    #expect(feature["geometry"] is NSNull)
    #expect(feature["bbox"] == nil)
    #expect((feature["properties"] as? [String: Any])?["where_prec"] as? Int == precision)
  }
}
