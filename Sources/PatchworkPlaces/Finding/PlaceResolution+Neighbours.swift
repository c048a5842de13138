extension PlaceResolution {
  struct Anchor {
    var key: UInt64
    var number: PlaceNumber
    var point: (Double, Double)
  }

  /// Places below the countries that the report certainly mentions.
  func anchors(
    _ mentions: [PlaceMention], _ kept: [Int], _ votes: [UInt16: Double], _ gazetteer: Gazetteer
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
}
