public import PatchworkRecord

/// The outline of an area, simplified on import by no more than `ShapeSimplification.tolerance` metres.
public struct PlaceShape: Hashable, Sendable {
  /// A closed line whose first point is not repeated at its end.
  public typealias Ring = [GeoPoint]

  /// The area's parts, each its outer ring counter-clockwise, then its holes clockwise (RFC 7946).
  public var polygons: [[Ring]]

  /// Makes a shape of polygons, turning every ring the way that RFC 7946 wants it.
  ///
  /// Rings of fewer than three points and polygons without an outer ring are left out.
  public init(polygons: [[Ring]]) {
    self.polygons = polygons.compactMap { rings in
      guard let outer = rings.first, outer.count >= 3 else { return nil }
      let holes = rings.dropFirst().filter { $0.count >= 3 }
      return [Self.turned(outer, counterClockwise: true)]
        + holes.map { Self.turned($0, counterClockwise: false) }
    }
  }

  /// The smallest box around the shape; shapes do not run over the meridian of 180 degrees.
  public var box: GeoBox? {
    var box: GeoBox?
    for point in polygons.joined().joined() {
      guard var wider = box else {
        box = GeoBox(
          south: point.latitude, west: point.longitude, north: point.latitude,
          east: point.longitude)
        continue
      }
      wider.south = min(wider.south, point.latitude)
      wider.north = max(wider.north, point.latitude)
      wider.west = min(wider.west, point.longitude)
      wider.east = max(wider.east, point.longitude)
      box = wider
    }
    return box
  }

  /// Area on the sphere in square kilometres, holes taken off.
  public var squareKilometres: Double {
    polygons.joined().reduce(0) { $0 + Self.signedArea($1) }
  }

  /// A point that lies inside: the middle of the widest stretch of the largest part on its middle parallel.
  public var innerPoint: GeoPoint? {
    let largest = polygons.max { Self.signedArea($0[0]) < Self.signedArea($1[0]) }
    guard let rings = largest else { return nil }
    let latitudes = rings[0].map(\.latitude)
    guard let low = latitudes.min(), let high = latitudes.max() else { return nil }
    // Just off the middle, so that the parallel does not run along an edge.
    let parallel = low + (high - low) * 0.500_01
    var crossings: [Double] = []
    for ring in rings {
      for (a, b) in zip(ring, ring.dropFirst() + ring.prefix(1))
      where (a.latitude > parallel) != (b.latitude > parallel) {
        let part = (parallel - a.latitude) / (b.latitude - a.latitude)
        crossings.append(a.longitude + part * (b.longitude - a.longitude))
      }
    }
    crossings.sort()
    var best: (width: Double, middle: Double)?
    for index in stride(from: 0, to: crossings.count - 1, by: 2) {
      let width = crossings[index + 1] - crossings[index]
      if width > best?.width ?? -1 { best = (width, crossings[index] + width / 2) }
    }
    return best.map { GeoPoint(latitude: parallel, longitude: $0.middle) }
  }

  /// Area that a ring encloses in square kilometres, negative for clockwise ones.
  ///
  /// Chamberlain and Duquette, "Some Algorithms for Polygons on a Sphere" (JPL 07-03, 2007).
  private static func signedArea(_ ring: Ring) -> Double {
    var sum = 0.0
    for (a, b) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
      sum +=
        (b.longitude - a.longitude) * (2 + Geodesy.sine(a.latitude) + Geodesy.sine(b.latitude))
    }
    return -sum * Double.pi / 180 * radiusOfGlobe * radiusOfGlobe / 2
  }

  private static func turned(_ ring: Ring, counterClockwise: Bool) -> Ring {
    (signedArea(ring) > 0) == counterClockwise ? ring : ring.reversed()
  }
}
