import PatchworkRecord

extension Gazetteer {
  /// How far a place without an outline reaches from its point, in km: to the farthest place that lies in it.
  ///
  /// Nil for places that are points, and where nothing is known to lie in the place.
  public func reach(of number: PlaceNumber) -> Double? {
    guard kind(number).precision > 1, let centre = coordinates(number) else { return nil }
    var pending = narrower(than: number)
    var farthest: Double?
    var seen = 0
    while let next = pending.popLast(), seen < Self.mostInReach {
      seen += 1
      if let point = coordinates(next) {
        farthest = max(farthest ?? 0, Geodesy.kilometres(centre, point))
      }
      if kind(next).level != .settlement { pending += narrower(than: next) }
    }
    return farthest
  }

  private static let mostInReach = 100_000

  /// The areas of one kind whose outlines border on that of a place, in order of their numbers.
  ///
  /// Outlines are simplified each for itself, so that areas count as neighbours up to 200 m apart.
  public func bordering(on number: PlaceNumber) -> [PlaceNumber] {
    guard let shape = shape(of: number) else { return [] }
    let own = kind(number)
    let step = 0.002
    var out: Set<PlaceNumber> = []
    for point in shape.polygons.compactMap(\.first).joined() {
      for (north, east) in [(step, 0), (-step, 0), (0, step), (0, -step)] {
        let beside = GeoPoint(
          latitude: point.latitude + north, longitude: point.longitude + east)
        for area in areas(around: beside) where area != number && kind(area) == own {
          out.insert(area)
        }
      }
    }
    return out.sorted()
  }
}
