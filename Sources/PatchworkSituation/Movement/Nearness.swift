import Foundation
public import PatchworkRecord

/// How a place that an account names lies to a movement.
public enum Nearness: Hashable, Sendable {
  /// So many kilometres away.
  case kilometres(Double)
  /// The place is a wider area that the movement goes through, or the account names none.
  case wider
  /// Neither: elsewhere, or it cannot be told.
  case apart
}

extension Movement {
  /// Precision (UCDP `where_prec`) up to which a place is a point that distances can be taken from.
  static let pointPrecision = 2
  /// Kilometres beyond which nothing is near.
  static let farthest = 60.0

  /// How a place lies to the destination, or to the nearest point or leg of the way.
  public func nearness(of place: Place?, to target: Rule.Where) -> Nearness {
    guard let place else { return .wider }
    let waypoints = target == .destination ? [destination] : points
    if let id = place.id {
      if waypoints.contains(where: { $0.id == id }) { return .kilometres(0) }
      if waypoints.contains(where: { $0.within.contains(id) }) { return .wider }
    }
    guard place.precision <= Self.pointPrecision, let latitude = place.latitude,
      let longitude = place.longitude
    else { return .apart }
    let at = GeoPoint(latitude: latitude, longitude: longitude)
    let distance =
      target == .destination
      ? destination.coordinate.map { Self.distance($0, at) }
      : legs.compactMap { $0.distance(to: at) }.min()
    guard let distance, distance <= Self.farthest else { return .apart }
    return .kilometres(distance)
  }

  /// Kilometres from a point to the nearest point or leg of the way, nil where the way has no point.
  public func kilometres(latitude: Double, longitude: Double) -> Double? {
    let point = GeoPoint(latitude: latitude, longitude: longitude)
    return legs.compactMap { $0.distance(to: point) }.min()
  }

  static func distance(_ a: GeoPoint, _ b: GeoPoint) -> Double {
    PatchworkRecord.kilometres((a.latitude, a.longitude), (b.latitude, b.longitude))
  }
}

extension Movement.Waypoint {
  /// Its point, where it has one.
  public var coordinate: GeoPoint? {
    guard let latitude, let longitude else { return nil }
    return GeoPoint(latitude: latitude, longitude: longitude)
  }
}

extension Movement.Leg {
  /// The points of the way, ends included.
  public var points: [GeoPoint] {
    [from.coordinate].compactMap { $0 } + line + [to.coordinate].compactMap { $0 }
  }

  /// Kilometres from a point to the nearest stretch of the way, nil where the way has no point.
  func distance(to point: GeoPoint) -> Double? {
    let points = points
    guard points.count > 1 else { return points.first.map { Movement.distance($0, point) } }
    return zip(points, points.dropFirst()).map { point.kilometres(toStretch: $0, $1) }.min()
  }
}

extension GeoPoint {
  /// Kilometres to the nearest point of the straight stretch between two others.
  ///
  /// On a plane that touches the earth at the point: true within a thousandth over tens of kilometres.
  func kilometres(toStretch a: Self, _ b: Self) -> Double {
    let degree = 6371 * Double.pi / 180
    let shrink = cos(latitude * .pi / 180)
    func plane(_ c: Self) -> (x: Double, y: Double) {
      ((c.longitude - longitude) * shrink * degree, (c.latitude - latitude) * degree)
    }
    let (p, q) = (plane(a), plane(b))
    let (dx, dy) = (q.x - p.x, q.y - p.y)
    let square = dx * dx + dy * dy
    let along = square == 0 ? 0 : max(0, min(1, -(p.x * dx + p.y * dy) / square))
    let (x, y) = (p.x + along * dx, p.y + along * dy)
    return (x * x + y * y).squareRoot()
  }
}
