public import PatchworkRecord
import PatchworkText

/// An area that a person drew: one or several polygons, each with its holes.
///
/// Source of the shape: GeoJSON, RFC 7946 (a Polygon or MultiPolygon, by itself, as a Feature, or the only Feature of a collection).
public struct DrawnArea: Sendable {
  /// Its name, from the property `name`; empty where none is given.
  public let name: String
  /// Rings of degrees north and east; the inside of the whole is where an odd number of them surrounds a point.
  public let rings: [[GeoPoint]]

  /// Why a drawing cannot be used.
  public enum Failure: Error, Equatable, Sendable {
    /// It is no JSON; the byte at which it ceases to be.
    case notJSON(offset: Int)
    /// It has no polygon, or several features.
    case noPolygon
    /// A ring has fewer than four points, is not closed, or has a point that is none.
    case ring(Int)
    /// A corner is no latitude and longitude.
    case corner(Int)
  }

  /// Reads a drawing.
  public init(geoJSON bytes: [UInt8]) throws(Failure) {
    let root: JSONValue
    do { root = try bytes.withUnsafeBufferPointer { try JSONParser.parse($0) } } catch {
      throw .notJSON(offset: (error as? JSONError)?.offset ?? 0)
    }
    var feature = root
    if root["type"]?.string == "FeatureCollection" {
      guard case .array(let features)? = root["features"], features.count == 1 else {
        throw .noPolygon
      }
      feature = features[0]
    }
    name = feature["properties"]?["name"]?.string ?? ""
    let shape = feature["type"]?.string == "Feature" ? feature["geometry"] : feature
    guard case .array(let parts)? = shape?["coordinates"] else { throw .noPolygon }
    var raw: [JSONValue] = []
    switch shape?["type"]?.string {
    case "Polygon": raw = parts
    case "MultiPolygon":
      for case .array(let polygon) in parts { raw += polygon }
    default: throw .noPolygon
    }
    guard !raw.isEmpty else { throw .noPolygon }
    var rings: [[GeoPoint]] = []
    for (index, ring) in raw.enumerated() {
      guard let points = Self.points(ring), points.count >= 4, points.first == points.last else {
        throw .ring(index)
      }
      rings.append(points)
    }
    self.rings = rings
  }

  /// Reads corners, "latitude, longitude" each, on lines or parted by semicolons; the last one joins the first by itself.
  public init(corners text: String, name: String) throws(Failure) {
    var points: [GeoPoint] = []
    for line in text.split(whereSeparator: { $0 == ";" || $0.isNewline }) {
      let parts = line.split(whereSeparator: { $0 == "," || $0.isWhitespace })
      if parts.isEmpty { continue }
      guard parts.count == 2, let latitude = Double(parts[0]), let longitude = Double(parts[1]),
        abs(latitude) <= 90, abs(longitude) <= 180
      else { throw .corner(points.count) }
      points.append(GeoPoint(latitude: latitude, longitude: longitude))
    }
    if points.count > 3, points.first == points.last { points.removeLast() }
    guard points.count >= 3 else { throw .ring(0) }
    self.name = name
    rings = [points + [points[0]]]
  }

  private static func points(_ ring: JSONValue) -> [GeoPoint]? {
    guard case .array(let pairs) = ring else { return nil }
    var points: [GeoPoint] = []
    for case .array(let pair) in pairs {
      guard pair.count >= 2, case .number(let east) = pair[0], case .number(let north) = pair[1],
        let longitude = Double(east), let latitude = Double(north), abs(longitude) <= 180,
        abs(latitude) <= 90
      else { return nil }
      points.append(GeoPoint(latitude: latitude, longitude: longitude))
    }
    return points.count == pairs.count ? points : nil
  }

  /// Whether a point lies within, by the rings that a line to the east crosses.
  public func contains(latitude: Double, longitude: Double) -> Bool {
    var isInside = false
    for ring in rings {
      for (a, b) in zip(ring, ring.dropFirst())
      where (a.latitude > latitude) != (b.latitude > latitude) {
        let along = (latitude - a.latitude) / (b.latitude - a.latitude)
        if longitude < a.longitude + along * (b.longitude - a.longitude) { isInside.toggle() }
      }
    }
    return isInside
  }

  /// Kilometres from a point to the nearest side; nought within.
  public func kilometres(latitude: Double, longitude: Double) -> Double {
    if contains(latitude: latitude, longitude: longitude) { return 0 }
    let point = GeoPoint(latitude: latitude, longitude: longitude)
    return rings.flatMap { ring in
      zip(ring, ring.dropFirst()).map { point.kilometres(toStretch: $0, $1) }
    }.min() ?? .infinity
  }

  /// The least and greatest degrees north and east.
  public var bounds: (south: Double, north: Double, west: Double, east: Double) {
    let points = rings.flatMap { $0 }
    return (
      points.map(\.latitude).min() ?? 0, points.map(\.latitude).max() ?? 0,
      points.map(\.longitude).min() ?? 0, points.map(\.longitude).max() ?? 0
    )
  }
}
