import Foundation

/// Great-circle distance in kilometres between two points in degrees, on a sphere of 6,371 km (haversine).
public func kilometres(
  _ latitude: Double, _ longitude: Double, _ toLatitude: Double, _ toLongitude: Double
)
  -> Double
{
  let radians = Double.pi / 180
  let across = sin((toLatitude - latitude) * radians / 2)
  let along = sin((toLongitude - longitude) * radians / 2)
  let chord =
    across * across + cos(latitude * radians) * cos(toLatitude * radians) * along * along
  return 2 * 6371 * asin(min(1, chord.squareRoot()))
}
