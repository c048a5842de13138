package import PatchworkRecord

/// The places of a reading that can be drawn: each once, with how often it is named and whether something happened there.
package struct ShownPlaces {
  /// One place on the map.
  package struct Spot: Equatable {
    package let place: Place
    package let latitude: Double
    package let longitude: Double
    /// How far it reaches or may lie from the point, in km; nil for a point.
    package let radius: Double?
    /// Times that it is named.
    package var mentions: Int
    /// Whether an account places a happening or a state there.
    package var isScene: Bool
  }

  /// Spots within the map, scenes first, then those named most.
  package let spots: [Spot]
  /// Names of places with points that lie outside the map, in order of the text.
  package let outside: [String]
  /// Names of places that no point or ring stands for, in order of the text.
  package let wide: [String]

  /// Places farther than this from the middle of the map would make it show nothing, in km.
  private static let farthest = 500.0
  /// A place with a ring as wide as this, in km, or one that is a whole country, is not drawn.
  private static let widest = 250.0

  package init(_ reading: Reading) {
    let scenes = reading.accounts.compactMap { $0.happening?.place ?? $0.condition?.place }
    var all: [Spot] = []
    var wide: [String] = []
    func take(_ place: Place, isScene: Bool) {
      guard place.use == .literal || place.use == .relative else { return }
      guard let latitude = place.latitude, let longitude = place.longitude, place.precision < 6,
        (place.radius ?? 0) <= Self.widest
      else {
        if !wide.contains(place.shownName), place.id != nil || place.kind == "border" {
          wide.append(place.shownName)
        }
        return
      }
      let same = all.firstIndex { $0.latitude == latitude && $0.longitude == longitude }
      if let same {
        all[same].mentions += isScene ? 0 : 1
        all[same].isScene = all[same].isScene || isScene
      } else {
        all.append(
          Spot(
            place: place, latitude: latitude, longitude: longitude,
            radius: place.radius ?? (place.precision > 1 ? Self.reach(place.precision) : nil),
            mentions: isScene ? 0 : 1, isScene: isScene))
      }
    }
    for place in reading.places { take(place, isScene: false) }
    for place in scenes { take(place, isScene: true) }
    let middle = all.max { ($0.isScene ? 1 : 0, $0.mentions) < ($1.isScene ? 1 : 0, $1.mentions) }
    let near = all.filter { spot in
      guard let middle else { return false }
      return Self.kilometres(middle, spot) <= Self.farthest
    }
    spots = near.sorted { ($0.isScene ? 1 : 0, $0.mentions) > ($1.isScene ? 1 : 0, $1.mentions) }
    outside = all.filter { !near.contains($0) }.map(\.place.shownName)
    self.wide = wide
  }

  /// What UCDP's `where_prec` leaves open where a place tells no radius, in km.
  private static func reach(_ precision: Int) -> Double? {
    switch precision {
    case 2: 25
    case 3: 30
    case 4: 75
    default: nil
    }
  }

  /// Near enough for a map: the earth as flat between the two.
  private static func kilometres(_ a: Spot, _ b: Spot) -> Double {
    let narrowing = MapFrame.narrowing(at: (a.latitude + b.latitude) / 2)
    let east = (a.longitude - b.longitude) * narrowing
    let north = a.latitude - b.latitude
    return (east * east + north * north).squareRoot() * 111.2
  }
}

extension Place {
  /// The gazetteer's name; of a place told by way of another the words that tell it ("west of Aleppo").
  package var shownName: String {
    guard use == .relative else { return name }
    // The rule ends with the relation; "northern part" is in the words already.
    guard let relation = rule.split(separator: ";").dropFirst().first?.drop(while: { $0 == " " }),
      !relation.hasSuffix("part")
    else { return quote.text }
    return "\(relation) \(quote.text)"
  }
}
