import PatchworkRecord

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Distances and directions on the sphere.
enum Geodesy {
  /// Great-circle distance of two points given as degrees north and east, in km.
  static func kilometres(_ a: (Double, Double), _ b: (Double, Double)) -> Double {
    PatchworkRecord.kilometres(a, b)
  }

  /// Direction in which the great circle from one point to another begins, in degrees clockwise from north, below 360.
  static func bearing(from a: GeoPoint, to b: GeoPoint) -> Double {
    let radians = Double.pi / 180
    let step = (b.longitude - a.longitude) * radians
    let y = sin(step) * cosine(b.latitude)
    let x =
      cosine(a.latitude) * sine(b.latitude) - sine(a.latitude) * cosine(b.latitude) * cos(step)
    let degrees = atan2(y, x) / radians
    return degrees < 0 ? degrees + 360 : degrees
  }

  /// The point that one comes to from another over some km of a great circle that begins in a direction.
  static func point(from start: GeoPoint, kilometres: Double, bearing: Double) -> GeoPoint {
    let radians = Double.pi / 180
    let angle = kilometres / radiusOfGlobe
    let y =
      sine(start.latitude) * cos(angle) + cosine(start.latitude) * sin(angle) * cosine(bearing)
    let latitude = asin(min(1, max(-1, y)))
    let step = atan2(
      sine(bearing) * sin(angle) * cosine(start.latitude),
      cos(angle) - sine(start.latitude) * sin(latitude))
    return GeoPoint(
      latitude: latitude / radians,
      longitude: remainder(start.longitude + step / radians, 360))
  }

  static func sine(_ degrees: Double) -> Double { sin(degrees * Double.pi / 180) }

  static func cosine(_ degrees: Double) -> Double { cos(degrees * Double.pi / 180) }
}
