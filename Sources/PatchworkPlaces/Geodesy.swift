#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Distances on the sphere.
enum Geodesy {
  /// Great-circle distance of two points given as degrees north and east, in km.
  static func kilometres(_ a: (Double, Double), _ b: (Double, Double)) -> Double {
    let radians = Double.pi / 180
    let x = sin((b.0 - a.0) * radians / 2)
    let y = sin((b.1 - a.1) * radians / 2)
    let h = x * x + cos(a.0 * radians) * cos(b.0 * radians) * y * y
    return 12_742 * asin(min(1, h.squareRoot()))
  }
}
