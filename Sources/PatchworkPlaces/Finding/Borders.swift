import Synchronization

/// Where the borders of countries run, told by the settlements on both sides and kept for the next report.
///
/// The default gazetteer has no outlines of countries; towns on both sides of a border it has.
final class Borders: Sendable {
  private let known = Mutex<[UInt32: RelativeGeometry?]>([:])

  /// Settlements so near to one beyond the border, in km, lie by it.
  private static let farthest = 30.0
  /// Settlements of the country with fewer that are looked at; of more, every nth.
  private static let most = 500

  /// The circle that holds the border of two countries, nil where no settlements lie by one.
  func border(_ a: UInt16, _ b: UInt16, _ gazetteer: Gazetteer) -> RelativeGeometry? {
    let key = UInt32(min(a, b)) << 16 | UInt32(max(a, b))
    if let found = known.withLock({ $0[key] }) { return found }
    let border = Self.trace(a, b, gazetteer)
    known.withLock { $0[key] = .some(border) }
    return border
  }

  private static func trace(_ a: UInt16, _ b: UInt16, _ gazetteer: Gazetteer) -> RelativeGeometry? {
    var sides: [UInt16: [PlaceNumber]] = [a: [], b: []]
    for value in 0..<UInt32(gazetteer.count) {
      let number = PlaceNumber(value: value)
      let country = gazetteer.country(number)
      guard country == a || country == b, gazetteer.kind(number).level == .settlement else {
        continue
      }
      sides[country]?.append(number)
    }
    let isFirstSmaller = (sides[a]?.count ?? 0) <= (sides[b]?.count ?? 0)
    let near = sides[isFirstSmaller ? a : b] ?? []
    let beyond = isFirstSmaller ? b : a
    var middles: [GeoPoint] = []
    for index in stride(from: 0, to: near.count, by: max(1, near.count / most)) {
      guard let point = gazetteer.point(of: near[index]),
        let other = gazetteer.places(around: point, within: farthest).first(where: {
          gazetteer.country($0.place) == beyond && gazetteer.kind($0.place).level == .settlement
        }), let opposite = gazetteer.point(of: other.place)
      else { continue }
      middles.append(RelativeGeometry.between(point, opposite).middle)
    }
    return .holding(middles, margin: farthest / 2)
  }
}
