#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Distances and directions on the sphere.
enum Geodesy {
  /// Mean radius of the globe, in km.
  static let radius = 6371.0

  /// Great-circle distance of two points given as degrees north and east, in km.
  static func kilometres(_ a: (Double, Double), _ b: (Double, Double)) -> Double {
    let radians = Double.pi / 180
    let x = sin((b.0 - a.0) * radians / 2)
    let y = sin((b.1 - a.1) * radians / 2)
    let h = x * x + cos(a.0 * radians) * cos(b.0 * radians) * y * y
    return 2 * radius * asin(min(1, h.squareRoot()))
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

  static func sine(_ degrees: Double) -> Double { sin(degrees * Double.pi / 180) }

  static func cosine(_ degrees: Double) -> Double { cos(degrees * Double.pi / 180) }
}
