public import PatchworkRecord

extension Movement {
  /// A point of the way, or the leg from a point to the next; both are counted from 0.
  public enum Part: Hashable, Sendable {
    case point(Int)
    case leg(Int)
  }

  /// Points and legs in the order in which they are come to.
  public var parts: [Part] {
    [.point(0)] + legs.indices.flatMap { [Part.leg($0), .point($0 + 1)] }
  }

  /// Kilometres within which a place is of a point rather than of the leg that ends there.
  static let pointReach = 2.0

  /// The point that a place is, or lies nearest to, else the nearest leg; nil for a wider area, for no place, and for places
  /// elsewhere.
  public func part(of place: Place?) -> Part? {
    guard let place else { return nil }
    if let id = place.id, let at = points.lastIndex(where: { $0.id == id }) { return .point(at) }
    guard case .kilometres(let far) = nearness(of: place, to: .route),
      let latitude = place.latitude, let longitude = place.longitude
    else { return nil }
    let spot = GeoPoint(latitude: latitude, longitude: longitude)
    let toPoints = points.enumerated().compactMap { index, point in
      point.coordinate.map { (far: Self.distance($0, spot), index: index) }
    }
    if let nearest = toPoints.min(by: { $0.far < $1.far }), nearest.far <= far + Self.pointReach {
      return .point(nearest.index)
    }
    let toLegs = legs.enumerated().compactMap { index, leg in
      leg.distance(to: spot).map { (far: $0, index: index) }
    }
    return toLegs.min { $0.far < $1.far }.map { .leg($0.index) }
  }
}

extension CaseFile {
  /// What is said of one part of the way in answer to one group of factors.
  public struct PartFinding: Hashable, Sendable {
    /// The part; nil for what is said of a wider area, of the truce as a whole, or of no place.
    public let part: Movement.Part?
    /// The group.
    public let group: Rule.Group
    /// Positions, in the case file's factors, of what bears on it.
    public let factors: [Int]
  }

  /// Groups that are asked of every point and leg by itself.
  ///
  /// Source: what logistics clusters keep for each stretch of a road (holder, status, obstacles) and what access desks ask beside it.
  public static let askedOfParts: [Rule.Group] = [
    .control, .road, .violence, .obstacles, .threats,
  ]

  /// The findings of every point and leg, and those of the whole way at the end; an empty list of factors is a gap.
  public var partFindings: [PartFinding] {
    var found: [Movement.Part?: [Rule.Group: [Int]]] = [:]
    for (index, factor) in factors.enumerated() {
      var parts: [Movement.Part?] = []
      for case .said(let said) in factor.grounds {
        let part = movement.part(of: said.entry.place)
        if !parts.contains(part) { parts.append(part) }
      }
      for part in parts { found[part, default: [:]][factor.rule.group, default: []].append(index) }
    }
    let parts: [Movement.Part?] = movement.parts + [nil]
    return parts.flatMap { part in
      Self.askedOfParts.map {
        PartFinding(part: part, group: $0, factors: found[part]?[$0] ?? [])
      }
    }
  }
}
