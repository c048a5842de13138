import PatchworkRecord

/// The place that tellings of one event agree on: from the widest place that most of them name down to narrower ones,
/// as long as enough of those who speak of the wider place speak of the narrower one too.
enum CommonPlace {
  /// A narrower place is taken where at least one in this many of the wider place's tellings names it or a part of it.
  private static let share = 5

  /// The place, or nil where no telling names any; a place without an identifier only where none has one.
  static func of(_ members: [Occurrence]) -> Place? {
    let told = members.map(\.places).filter { !$0.isEmpty }
    let resolved = told.map { $0.filter { $0.id != nil } }.filter { !$0.isEmpty }
    return resolved.isEmpty ? mostNamed(told.map { [$0[0]] }) : narrowest(resolved)
  }

  /// Walks down from the widest named place.
  private static func narrowest(_ told: [[Place]]) -> Place? {
    var votes: [String: Int] = [:]
    for places in told {
      for id in Set(places.flatMap { reach($0) }) { votes[id, default: 0] += 1 }
    }
    var named: [String: Place] = [:]
    var order: [String: Int] = [:]
    for place in told.joined() {
      guard let id = place.id else { continue }
      if order[id] == nil { order[id] = order.count }
      if let known = named[id], !isCloser(place, than: known) { continue }
      named[id] = place
    }
    func top(of pool: [String: Place]) -> (id: String, place: Place)? {
      let widest = pool.filter { id, place in
        !place.within.contains { $0 != id && pool[$0] != nil }
      }
      // Places that contain each other by a fault of the gazetteer are all taken for the widest.
      return (widest.isEmpty ? pool : widest).max { a, b in
        (votes[a.key, default: 0], -a.value.precision, -order[a.key, default: 0])
          < (votes[b.key, default: 0], -b.value.precision, -order[b.key, default: 0])
      }.map { ($0.key, $0.value) }
    }
    guard var found = top(of: named) else { return nil }
    var pool = named
    while true {
      pool = pool.filter { id, place in id != found.id && place.within.contains(found.id) }
      guard let next = top(of: pool),
        votes[next.id, default: 0] * share >= votes[found.id, default: 0]
      else { return found.place }
      found = next
    }
  }

  /// A place and all that it lies in.
  private static func reach(_ place: Place) -> [String] {
    (place.id.map { [$0] } ?? []) + place.within
  }

  /// Whether a telling is nearer to the place than another of the same place: "in" before "west of".
  private static func isCloser(_ place: Place, than other: Place) -> Bool {
    (place.precision, place.radius ?? 0) < (other.precision, other.radius ?? 0)
  }

  /// The place of words that are named most often.
  private static func mostNamed(_ told: [[Place]]) -> Place? {
    var counts: [String: (count: Int, place: Place)] = [:]
    for place in told.joined() {
      counts[place.name, default: (0, place)].count += 1
    }
    return counts.max { a, b in
      (a.value.count, -a.value.place.precision, b.key)
        < (b.value.count, -b.value.place.precision, a.key)
    }?.value.place
  }
}
