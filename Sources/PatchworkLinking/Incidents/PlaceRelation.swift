import PatchworkRecord

/// How the places of two tellings lie to each other.
enum PlaceRelation: String {
  case same
  case inside
  case near
  /// One lies where the other, told as near or outside a third place, may be.
  case reach
  case sameWide = "same-wide"
  case insideWide = "inside-wide"
  case region
  case apart

  /// The relation of two places, or nil where one is not known; symmetric.
  init?(_ a: Place, _ b: Place) {
    guard let first = a.id, let second = b.id else { return nil }
    let precision = max(a.precision, b.precision)
    if first == second {
      self = precision <= 2 ? .same : .sameWide
    } else if a.within.contains(second) || b.within.contains(first) {
      self = precision <= 4 ? .inside : .insideWide
    } else if precision <= 2, let x = a.latitude, let u = a.longitude, let y = b.latitude,
      let v = b.longitude
    {
      let reach = (a.radius ?? 0) + (b.radius ?? 0)
      switch kilometres((x, u), (y, v)) - reach {
      case ..<0: self = .reach
      case ..<5: self = .near
      case ..<50 where Self.share(a, b): self = .region
      default: self = .apart
      }
    } else {
      self = .apart
    }
  }

  /// Whether two places, as wide as they are, lie more than `farKilometres` apart.
  static func areFar(_ a: Place, _ b: Place) -> Bool {
    guard Self(a, b) == .apart, max(a.precision, b.precision) <= 2, let x = a.latitude,
      let u = a.longitude, let y = b.latitude, let v = b.longitude
    else { return false }
    return kilometres((x, u), (y, v)) - (a.radius ?? 0) - (b.radius ?? 0) > farKilometres
  }

  /// From how far on two places are not taken for one by any slip of a name's reading.
  private static let farKilometres = 50.0

  /// The closest relation of any two of some places.
  init?(_ a: [Place], _ b: [Place]) {
    var best: (rank: Int, relation: Self)?
    for one in a {
      for other in b {
        guard let found = Self(one, other) else { continue }
        let rank = found.rank
        if rank < best?.rank ?? .max { best = (rank, found) }
      }
    }
    guard let best else { return nil }
    self = best.relation
  }

  /// Which of several goes before others: the least.
  private var rank: Int {
    switch self {
    case .same: 0
    case .inside: 1
    case .near: 2
    case .sameWide: 3
    case .insideWide: 4
    case .reach: 5
    case .region: 6
    case .apart: 7
    }
  }

  /// Whether two places lie in one next wider place.
  private static func share(_ a: Place, _ b: Place) -> Bool {
    (a.within.first.map(b.within.contains) ?? false)
      || (b.within.first.map(a.within.contains) ?? false)
  }

  /// Whether it says that both may be one place.
  var isTogether: Bool {
    switch self {
    case .same, .sameWide, .inside, .insideWide, .reach: true
    case .near, .region, .apart: false
    }
  }
}
