import PatchworkRecord

/// How the places of statements lie to a movement, worked out once a place.
struct StatementNearness {
  /// To the destination, by position of the statement.
  let toDestination: [Nearness]
  /// To the nearest point or leg of the way, by position of the statement.
  let toRoute: [Nearness]

  init(of states: [SaidState], to movement: Movement) {
    struct Spot: Hashable {
      let id: String?
      let latitude: Double?
      let longitude: Double?
      let precision: Int
    }
    var known: [Spot: (Nearness, Nearness)] = [:]
    var toDestination: [Nearness] = []
    var toRoute: [Nearness] = []
    toDestination.reserveCapacity(states.count)
    toRoute.reserveCapacity(states.count)
    for said in states {
      let place = said.entry.place
      let spot = Spot(
        id: place?.id, latitude: place?.latitude, longitude: place?.longitude,
        precision: place?.precision ?? 0)
      let near =
        known[spot]
        ?? (
          movement.nearness(of: place, to: .destination), movement.nearness(of: place, to: .route)
        )
      known[spot] = near
      toDestination.append(near.0)
      toRoute.append(near.1)
    }
    self.toDestination = toDestination
    self.toRoute = toRoute
  }

  func to(_ target: Rule.Where, _ at: Int) -> Nearness {
    target == .destination ? toDestination[at] : toRoute[at]
  }
}
