#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Mean radius of the globe, in km.
public let radiusOfGlobe = 6371.0

/// Great-circle distance of two points given as degrees north and east, in km (haversine, on a sphere).
public func kilometres(_ a: (Double, Double), _ b: (Double, Double)) -> Double {
  let radians = Double.pi / 180
  let x = sin((b.0 - a.0) * radians / 2)
  let y = sin((b.1 - a.1) * radians / 2)
  let chord = x * x + cos(a.0 * radians) * cos(b.0 * radians) * y * y
  return 2 * radiusOfGlobe * asin(min(1, chord.squareRoot()))
}
