import PatchworkRecord

/// Leaves points of outlines out that hardly bend them.
enum ShapeSimplification {
  /// Farthest that a simplified outline may lie from a point left out where nothing else is said, in metres.
  static let tolerance = 25.0

  private static let metresPerDegree = 111_195.0

  /// The shape with as few points as the tolerance allows, by Douglas and Peucker's method.
  static func simplified(_ shape: PlaceShape, tolerance: Double = tolerance) -> PlaceShape {
    PlaceShape(polygons: shape.polygons.map { $0.map { ring($0, tolerance) } })
  }

  /// One ring simplified; a ring that would lose its inside is kept as it is.
  private static func ring(_ ring: PlaceShape.Ring, _ tolerance: Double) -> PlaceShape.Ring {
    guard ring.count > 4 else { return ring }
    let wide = Geodesy.cosine(ring[0].latitude) * metresPerDegree
    let points = ring.map { (x: $0.longitude * wide, y: $0.latitude * metresPerDegree) }
    let start = points[0]
    var far = 0
    var farthest = -1.0
    for (index, point) in points.enumerated() {
      let x = point.x - start.x
      let y = point.y - start.y
      if x * x + y * y > farthest {
        farthest = x * x + y * y
        far = index
      }
    }
    var kept = [Bool](repeating: false, count: points.count)
    kept[0] = true
    kept[far] = true
    mark(points, 0, far, tolerance, &kept)
    mark(points, far, points.count, tolerance, &kept)
    let out = zip(ring, kept).filter(\.1).map(\.0)
    return out.count >= 4 ? out : ring
  }

  /// Marks what must stay between two points; `end` may be one past the last, which is the first again.
  private static func mark(
    _ points: [(x: Double, y: Double)], _ first: Int, _ last: Int, _ tolerance: Double,
    _ kept: inout [Bool]
  ) {
    var pending = [(first, last)]
    while let (start, end) = pending.popLast() {
      guard end - start > 1 else { continue }
      let a = points[start]
      let b = points[end % points.count]
      var worst = tolerance
      var at: Int?
      for index in (start + 1)..<end {
        let distance = distance(points[index], a, b)
        if distance > worst {
          worst = distance
          at = index
        }
      }
      guard let at else { continue }
      kept[at] = true
      pending.append((start, at))
      pending.append((at, end))
    }
  }

  /// Distance of a point from a stretch, in metres.
  private static func distance(
    _ p: (x: Double, y: Double), _ a: (x: Double, y: Double), _ b: (x: Double, y: Double)
  ) -> Double {
    let dx = b.x - a.x
    let dy = b.y - a.y
    let length = dx * dx + dy * dy
    let along = length > 0 ? max(0, min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / length)) : 0
    let x = p.x - a.x - along * dx
    let y = p.y - a.y - along * dy
    return (x * x + y * y).squareRoot()
  }
}
