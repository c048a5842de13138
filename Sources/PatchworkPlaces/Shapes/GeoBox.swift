public import PatchworkRecord

/// A part of the globe between two parallels and two meridians, borders included.
///
/// Where `west` is greater than `east` it runs over the meridian of 180 degrees.
public struct GeoBox: Hashable, Sendable {
  /// Degrees north of the southern border.
  public var south: Double
  /// Degrees east of the western border.
  public var west: Double
  /// Degrees north of the northern border.
  public var north: Double
  /// Degrees east of the eastern border.
  public var east: Double

  /// Makes a box of its borders in degrees.
  public init(south: Double, west: Double, north: Double, east: Double) {
    self.south = south
    self.west = west
    self.north = north
    self.east = east
  }

  /// The smallest box around all points within a distance in km.
  public init(around point: GeoPoint, kilometres: Double) {
    let reach = kilometres / 111.19
    south = max(-90, point.latitude - reach)
    north = min(90, point.latitude + reach)
    let widest = Geodesy.cosine(max(south.magnitude, north.magnitude))
    let wide = widest > 0.001 ? reach / widest : 360
    if wide >= 180 {
      west = -180
      east = 180
    } else {
      west = Self.wrapped(point.longitude - wide)
      east = Self.wrapped(point.longitude + wide)
    }
  }

  /// Whether a point lies in the box.
  public func contains(_ point: GeoPoint) -> Bool {
    guard point.latitude >= south, point.latitude <= north else { return false }
    return west <= east
      ? point.longitude >= west && point.longitude <= east
      : point.longitude >= west || point.longitude <= east
  }

  /// Distance in km of the corner that is farthest from a point.
  func farthest(from point: GeoPoint) -> Double {
    [(south, west), (south, east), (north, west), (north, east)].map {
      Geodesy.kilometres((point.latitude, point.longitude), $0)
    }.max() ?? 0
  }

  private static func wrapped(_ degrees: Double) -> Double {
    degrees < -180 ? degrees + 360 : degrees > 180 ? degrees - 360 : degrees
  }
}
