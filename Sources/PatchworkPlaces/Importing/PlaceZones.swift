/// Gives places without a time zone of their own the one that their division or country is in.
struct PlaceZones {
  let rows: [PlaceRow]

  /// Least share of the people of a division or country that must live in one zone for it to stand for all.
  private static let share = 0.9

  func set(_ places: inout [MergedPlace]) {
    var people: [String: [String: Int]] = [:]
    for place in places where !place.zone.isEmpty && place.kind.level == .settlement {
      for key in keys(place) {
        people[key, default: [:]][place.zone, default: 0] += place.population + 1
      }
    }
    let zones = people.compactMapValues { counts -> String? in
      let all = Double(counts.values.reduce(0, +))
      let most = counts.min { ($1.value, $0.key) < ($0.value, $1.key) }
      return most.flatMap { Double($0.value) >= all * Self.share ? $0.key : nil }
    }
    for index in places.indices where places[index].zone.isEmpty {
      let place = places[index]
      guard place.kind.level != .world, !place.country.isEmpty else { continue }
      places[index].zone =
        keys(place).lazy.compactMap { zones[$0] }.first
        ?? CountryCodes.standard.zone(place.country)
    }
  }

  /// The division and the country of a place, the narrower first.
  private func keys(_ place: MergedPlace) -> [String] {
    let division = place.rows.lazy.map { rows[$0].division }.first { !$0.isEmpty } ?? ""
    guard !division.isEmpty, place.kind.level != .country else { return [place.country] }
    return [place.country + "." + division, place.country]
  }
}
