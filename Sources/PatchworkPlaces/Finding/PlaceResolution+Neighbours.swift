extension PlaceResolution {
  struct Anchor {
    var key: UInt64
    var number: PlaceNumber
    var point: (Double, Double)
  }

  /// Places below the countries that the report certainly mentions.
  func anchors(
    _ mentions: [PlaceMention], _ kept: [Int], _ votes: Votes, _ gazetteer: Gazetteer
  ) -> [Anchor] {
    var out: [Anchor] = []
    for index in kept where mentions[index].sort == .name && !mentions[index].isFuzzy {
      let candidates = mentions[index].candidates
      let sorted = candidates.sorted { prior($0, gazetteer) > prior($1, gazetteer) }
      guard let first = sorted.first,
        gazetteer.kind(first).level.rawValue >= PlaceKind.Level.first.rawValue,
        let point = gazetteer.coordinates(first)
      else { continue }
      let second = sorted.dropFirst().first { gazetteer.kind($0).level == .settlement }
      let isSure = second.map { prior(first, gazetteer) - prior($0, gazetteer) >= 1.2 } ?? true
      let key = key(mentions[index])
      if isSure, !out.contains(where: { $0.key == key }) {
        out.append(Anchor(key: key, number: first, point: point))
      }
    }
    return out
  }

  /// Whether a place is told as near another, and its namesake lies nowhere near: then none that is known is meant.
  func contradicts(
    _ weights: Weights, _ mention: PlaceMention, _ mentions: [PlaceMention],
    _ chosen: [UInt64: Weights], _ gazetteer: Gazetteer
  ) -> Bool {
    guard mention.isNearContainer, weights[.said] == 0,
      gazetteer.kind(weights.number).level.rawValue >= PlaceKind.Level.second.rawValue,
      let container = mention.container, let other = chosen[key(mentions[container])],
      gazetteer.kind(other.number).level == .settlement
    else { return false }
    return kilometres(weights.number, other.number, gazetteer) > Self.farthestNear
  }
}
