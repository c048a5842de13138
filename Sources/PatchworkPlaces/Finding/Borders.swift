import PatchworkRecord
import Synchronization

/// Where the borders of countries run: by their outlines, else told by the settlements on both sides; kept for the next report.
final class Borders: Sendable {
  private let known = Mutex<[UInt32: RelativeGeometry?]>([:])

  /// Settlements so near to one beyond the border, in km, lie by it.
  private static let farthest = 30.0
  /// Settlements of the country with fewer that are looked at; of more, every nth.
  private static let most = 500
  /// What is said to be by a border is within so many km of it.
  static let reach = 15.0
  /// Outlines are looked at in squares of so many degrees; simplified each for itself, those of two neighbours run through
  /// the same squares or squares beside them.
  private static let square = 0.02

  /// The circle that holds the border of two countries, nil where they have none.
  func border(_ a: UInt16, _ b: UInt16, _ gazetteer: Gazetteer) -> RelativeGeometry? {
    let key = UInt32(min(a, b)) << 16 | UInt32(max(a, b))
    if let found = known.withLock({ $0[key] }) { return found }
    let border = Self.trace(min(a, b), max(a, b), gazetteer)
    known.withLock { $0[key] = .some(border) }
    return border
  }

  private static func trace(_ a: UInt16, _ b: UInt16, _ gazetteer: Gazetteer) -> RelativeGeometry? {
    guard let first = gazetteer.country(code: IndexCountry.text(a)),
      let second = gazetteer.country(code: IndexCountry.text(b)),
      let outline = gazetteer.shape(of: first), let other = gazetteer.shape(of: second)
    else { return settled(a, b, gazetteer) }
    return .holding(shared(outline, other), margin: reach)
  }

  private struct Square: Hashable {
    var row: Int
    var column: Int
  }

  /// The points of an outline that run along another.
  static func shared(_ outline: PlaceShape, _ other: PlaceShape) -> [GeoPoint] {
    guard let box = outline.box, let otherBox = other.box else { return [] }
    // Only where both may be.
    let margin = 2 * square
    let common = GeoBox(
      south: max(box.south, otherBox.south) - margin, west: max(box.west, otherBox.west) - margin,
      north: min(box.north, otherBox.north) + margin, east: min(box.east, otherBox.east) + margin)
    guard common.south <= common.north, common.west <= common.east else { return [] }
    var squares: Set<Square> = []
    forEachPoint(of: other, in: common) { squares.insert(Self.square(of: $0)) }
    var out: [GeoPoint] = []
    forEachPoint(of: outline, in: common) { point in
      let own = Self.square(of: point)
      let isShared = (-1...1).contains { up in
        (-1...1).contains { right in
          squares.contains(Square(row: own.row + up, column: own.column + right))
        }
      }
      if isShared { out.append(point) }
    }
    return out
  }

  private static func square(of point: GeoPoint) -> Square {
    Square(
      row: Int((point.latitude / square).rounded(.down)),
      column: Int((point.longitude / square).rounded(.down)))
  }

  /// Calls with points of an outline that lie in a box, no farther apart than half a square.
  private static func forEachPoint(
    of shape: PlaceShape, in box: GeoBox, _ body: (GeoPoint) -> Void
  ) {
    for ring in shape.polygons.joined() {
      for (from, to) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
        guard max(from.latitude, to.latitude) >= box.south,
          min(from.latitude, to.latitude) <= box.north,
          max(from.longitude, to.longitude) >= box.west,
          min(from.longitude, to.longitude) <= box.east
        else { continue }
        let north = to.latitude - from.latitude
        let east = to.longitude - from.longitude
        let steps = max(1, Int(max(north.magnitude, east.magnitude) / square * 2))
        for index in 0..<steps {
          let part = Double(index) / Double(steps)
          let point = GeoPoint(
            latitude: from.latitude + north * part, longitude: from.longitude + east * part)
          if box.contains(point) { body(point) }
        }
      }
    }
  }

  /// The border told by towns that face each other.
  private static func settled(
    _ a: UInt16, _ b: UInt16, _ gazetteer: Gazetteer
  ) -> RelativeGeometry? {
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
    return .holding(middles, margin: reach)
  }
}
