import PatchworkRecord

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where something is that is told by way of a known place: a middle and how far from it the thing may be.
///
/// The circle holds all that the words allow, so that no ring is smaller than what was said.
struct RelativeGeometry: Hashable {
  var middle: GeoPoint
  /// In km.
  var radius: Double

  /// Said distances are rounded: "15 km" may be 12 or 18.
  private static let distanceError = 0.2
  /// Said directions are those of eight winds, each 45 degrees wide.
  private static let windError = 22.5
  /// Nothing told by words lies nearer to the truth than this, in km.
  private static let least = 1.0

  /// A circle around a known place that reaches `reach` from its point.
  static func around(_ point: GeoPoint, reach: Double, within kilometres: Double) -> Self {
    Self(middle: point, radius: max(least, reach + kilometres))
  }

  /// "15 km from", "15 km west of": on a ring, or on a piece of it.
  static func away(
    from point: GeoPoint, reach: Double, kilometres: Double, bearing: Double?
  ) -> Self {
    guard let bearing else {
      return around(point, reach: reach, within: kilometres * (1 + distanceError))
    }
    let across = kilometres * (1 + distanceError) * Geodesy.sine(windError)
    let along = kilometres * (1 + distanceError) - kilometres * Geodesy.cosine(windError)
    let radius = (across * across + along * along).squareRoot() + reach
    return Self(
      middle: Geodesy.point(from: point, kilometres: kilometres, bearing: bearing),
      radius: max(least, radius))
  }

  /// The side of a circle of `reach` around a point: a quarter of it, to the left and right of a direction.
  static func side(of point: GeoPoint, reach: Double, bearing: Double) -> Self {
    // The corners of the quarter are farther from its middle than its tip is.
    let middle = reach / 2
    let across = reach * Geodesy.sine(45)
    let along = reach * Geodesy.cosine(45) - middle
    return Self(
      middle: Geodesy.point(from: point, kilometres: middle, bearing: bearing),
      radius: max(least, (across * across + along * along).squareRoot()))
  }

  /// Between two places: the circle that has both on it.
  static func between(_ a: GeoPoint, _ b: GeoPoint) -> Self {
    let distance = Geodesy.kilometres((a.latitude, a.longitude), (b.latitude, b.longitude))
    let bearing = Geodesy.bearing(from: a, to: b)
    return Self(
      middle: Geodesy.point(from: a, kilometres: distance / 2, bearing: bearing),
      radius: max(least, distance / 2))
  }

  /// A circle that holds some points, `margin` km wider; nil without points.
  static func holding(_ points: [GeoPoint], margin: Double) -> Self? {
    guard let first = points.first else { return nil }
    // Degrees east are counted from the first point, so that the meridian of 180 degrees parts nothing.
    var north = 0.0
    var east = 0.0
    for point in points {
      north += point.latitude
      east += remainder(point.longitude - first.longitude, 360)
    }
    let middle = GeoPoint(
      latitude: north / Double(points.count),
      longitude: remainder(first.longitude + east / Double(points.count), 360))
    let farthest = points.map {
      Geodesy.kilometres((middle.latitude, middle.longitude), ($0.latitude, $0.longitude))
    }.max()
    return Self(middle: middle, radius: max(least, (farthest ?? 0) + margin))
  }

  /// UCDP `where_prec`: 2 within about 25 km of a known point, 5 for what is vaguer.
  var precision: Int { radius <= 25 ? 2 : 5 }
}
