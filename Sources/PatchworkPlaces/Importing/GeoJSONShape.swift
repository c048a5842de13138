import PatchworkRecord

/// Outlines as GeoJSON has them (RFC 7946).
enum GeoJSONShape {
  /// The shape of a geometry that is a polygon or several, nil for others and for broken ones.
  static func shape(_ geometry: JSONValue) -> PlaceShape? {
    guard case .array(let parts)? = geometry["coordinates"] else { return nil }
    let polygons: [JSONValue]
    switch geometry["type"]?.text {
    case "Polygon": polygons = [.array(parts)]
    case "MultiPolygon": polygons = parts
    default: return nil
    }
    var shapes: [[PlaceShape.Ring]] = []
    for polygon in polygons {
      guard case .array(let rings) = polygon else { return nil }
      var out: [PlaceShape.Ring] = []
      for ring in rings {
        guard let points = points(ring) else { return nil }
        out.append(points)
      }
      shapes.append(out)
    }
    let shape = PlaceShape(polygons: shapes)
    return shape.polygons.isEmpty ? nil : shape
  }

  /// Points of a ring without the repeated first one.
  private static func points(_ ring: JSONValue) -> PlaceShape.Ring? {
    guard case .array(let positions) = ring else { return nil }
    var out: PlaceShape.Ring = []
    for position in positions {
      guard case .array(let numbers) = position, numbers.count >= 2,
        let longitude = numbers[0].real, let latitude = numbers[1].real,
        longitude.magnitude <= 180, latitude.magnitude <= 90
      else { return nil }
      out.append(GeoPoint(latitude: latitude, longitude: longitude))
    }
    if out.count > 1, out.first == out.last { out.removeLast() }
    return out
  }
}
