import Foundation
import PatchworkRecord

/// A box of degrees; it runs eastward from west, over the line of 180 degrees where west is the larger number.
struct GeoBox: Hashable, Sendable {
  var west: Double
  var south: Double
  var east: Double
  var north: Double

  /// The box around two; around the whole earth where one of them crosses the line of 180 degrees.
  func union(_ other: GeoBox) -> GeoBox {
    let crosses = west > east || other.west > other.east
    return GeoBox(
      west: crosses ? -180 : min(west, other.west), south: min(south, other.south),
      east: crosses ? 180 : max(east, other.east), north: max(north, other.north))
  }

  func write(to json: inout JSONWriter) {
    json.begin(.array)
    for number in [west, south, east, north] { json.number(number) }
    json.end(.array)
  }
}

/// The shape of a place: a point, or what a ring around it covers.
struct GeoShape: Sendable {
  /// Longitude and latitude.
  typealias Position = (east: Double, north: Double)

  private let center: Position
  /// Closed rings, against the clock, none for a point.
  let rings: [[Position]]
  let box: GeoBox

  /// Up to this many kilometres a point will do.
  static let near = 5.0

  /// Nil for a place without a point, or so wide that a ring says nothing.
  init?(_ place: Place?, tables: ExportTables) {
    guard let place, let north = place.latitude, let east = place.longitude, north.isFinite,
      east.isFinite, abs(north) <= 90, abs(east) <= 180, let radius = tables.radius(of: place)
    else { return nil }
    center = (east, north)
    if place.precision <= 1, radius <= Self.near {
      rings = []
      box = GeoBox(west: east, south: north, east: east, north: north)
      return
    }
    let ring = Self.ring(around: center, kilometres: radius)
    let (low, high) = (ring.map(\.east).min() ?? east, ring.map(\.east).max() ?? east)
    rings =
      low < -180 || high > 180
      ? [Self.clipped(ring, from: -180, to: 180)]
        + (low < -180
          ? [Self.clipped(ring.map { ($0.east + 360, $0.north) }, from: -180, to: 180)]
          : [Self.clipped(ring.map { ($0.east - 360, $0.north) }, from: -180, to: 180)])
      : [ring]
    box = GeoBox(
      west: low < -180 ? low + 360 : low, south: ring.map(\.north).min() ?? north,
      east: high > 180 ? high - 360 : high, north: ring.map(\.north).max() ?? north)
  }

  func write(to json: inout JSONWriter) {
    json.begin(.object)
    json.member("type", rings.isEmpty ? "Point" : rings.count == 1 ? "Polygon" : "MultiPolygon")
    json.key("coordinates")
    switch rings.count {
    case 0: Self.write(center, to: &json)
    case 1: Self.write([rings[0]], to: &json)
    default:
      json.begin(.array)
      for ring in rings { Self.write([ring], to: &json) }
      json.end(.array)
    }
    json.end(.object)
  }

  private static func write(_ position: Position, to json: inout JSONWriter) {
    json.begin(.array)
    json.number(position.east)
    json.number(position.north)
    json.end(.array)
  }

  private static func write(_ polygon: [[Position]], to json: inout JSONWriter) {
    json.begin(.array)
    for ring in polygon {
      json.begin(.array)
      for position in ring { write(position, to: &json) }
      json.end(.array)
    }
    json.end(.array)
  }

  /// Corners on a circle on the sphere, from the east against the clock, the last one the first again.
  private static func ring(around center: Position, kilometres: Double) -> [Position] {
    let corners = 48
    let angle = kilometres / 6371.0088
    let north = center.north * .pi / 180
    var ring = (0..<corners).map { corner -> Position in
      // A bearing runs with the clock from north, so it is taken backwards from the east.
      let bearing = .pi / 2 - 2 * .pi * Double(corner) / Double(corners)
      let sine = sin(north) * cos(angle) + cos(north) * sin(angle) * cos(bearing)
      let latitude = asin(max(-1, min(1, sine)))
      let across = atan2(
        sin(bearing) * sin(angle) * cos(north), cos(angle) - sin(north) * sin(latitude))
      return (rounded(center.east + across * 180 / .pi), rounded(latitude * 180 / .pi))
    }
    ring.append(ring[0])
    return ring
  }

  /// Four decimals, about ten metres: more would pretend to be known.
  private static func rounded(_ degrees: Double) -> Double { (degrees * 10_000).rounded() / 10_000 }

  /// The part of a ring between two meridians.
  private static func clipped(_ ring: [Position], from west: Double, to east: Double) -> [Position]
  {
    func cut(_ ring: [Position], at line: Double, keep: (Double) -> Bool) -> [Position] {
      var kept: [Position] = []
      for (a, b) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
        if keep(a.east) { kept.append(a) }
        if keep(a.east) != keep(b.east) {
          let share = (line - a.east) / (b.east - a.east)
          kept.append((line, rounded(a.north + share * (b.north - a.north))))
        }
      }
      return kept
    }
    var open = Array(ring.dropLast())
    open = cut(open, at: west) { $0 >= west }
    open = cut(open, at: east) { $0 <= east }
    return open + open.prefix(1)
  }
}
