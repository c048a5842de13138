import PatchworkRecord

/// How shapes lie in the index: in units of 1e-5 degrees (1.1 m), each point as its step from the one before.
///
/// Box as four 32-bit numbers (south, west, north, east), then as numbers of variable length: count of polygons; of
/// each the count of its rings; of each the count of its points and the points.
enum ShapeCoding {
  private static let units = 100_000.0

  /// The bytes of a shape, empty for one without polygons.
  static func bytes(_ shape: PlaceShape) -> [UInt8] {
    guard let box = shape.box else { return [] }
    var out = IndexWriter()
    for border in [box.south, box.west, box.north, box.east] { out.number(stored(border)) }
    append(UInt64(shape.polygons.count), to: &out)
    for rings in shape.polygons {
      append(UInt64(rings.count), to: &out)
      for ring in rings {
        append(UInt64(ring.count), to: &out)
        var last = (x: Int64(0), y: Int64(0))
        for point in ring {
          let next = (x: Int64(stored(point.longitude)), y: Int64(stored(point.latitude)))
          append(folded(next.x - last.x), to: &out)
          append(folded(next.y - last.y), to: &out)
          last = next
        }
      }
    }
    return out.bytes
  }

  /// The shape that bytes hold; damage gives fewer points, never a trap.
  static func shape(_ bytes: IndexBytes) -> PlaceShape {
    var polygons: [[PlaceShape.Ring]] = []
    forEachPoint(bytes) { polygon, ring, x, y in
      if polygon == polygons.count { polygons.append([]) }
      guard polygon == polygons.count - 1 else { return }
      if ring == polygons[polygon].count { polygons[polygon].append([]) }
      guard ring == polygons[polygon].count - 1 else { return }
      polygons[polygon][ring].append(
        GeoPoint(latitude: Double(y) / units, longitude: Double(x) / units))
    }
    return PlaceShape(polygons: polygons)
  }

  /// The box of a shape.
  static func box(_ bytes: IndexBytes) -> GeoBox {
    func border(_ index: Int) -> Double { Double(bytes.element(index, as: Int32.self)) / units }
    return GeoBox(south: border(0), west: border(1), north: border(2), east: border(3))
  }

  /// Whether a point lies inside; on a border the southern and the western one count as inside.
  static func contains(_ bytes: IndexBytes, _ point: GeoPoint) -> Bool {
    guard bytes.count > 16, box(bytes).contains(point) else { return false }
    let x = point.longitude * units
    let y = point.latitude * units
    var isInside = false
    var current = (polygon: -1, ring: -1)
    var first = (x: 0.0, y: 0.0)
    var last = first
    func cross(_ a: (x: Double, y: Double), _ b: (x: Double, y: Double)) {
      guard (a.y > y) != (b.y > y) else { return }
      if x < a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x) { isInside.toggle() }
    }
    forEachPoint(bytes) { polygon, ring, pointX, pointY in
      let next = (x: Double(pointX), y: Double(pointY))
      if current != (polygon, ring) {
        if current.polygon >= 0 { cross(last, first) }
        current = (polygon, ring)
        first = next
      } else {
        cross(last, next)
      }
      last = next
    }
    if current.polygon >= 0 { cross(last, first) }
    return isInside
  }

  private static func forEachPoint(
    _ bytes: IndexBytes, _ body: (_ polygon: Int, _ ring: Int, _ x: Int64, _ y: Int64) -> Void
  ) {
    var at = 16
    func next() -> UInt64 {
      var value: UInt64 = 0
      var shift: UInt64 = 0
      while at < bytes.count, shift < 63 {
        let byte = bytes.byte(at)
        at += 1
        value |= UInt64(byte & 0x7F) << shift
        if byte < 0x80 { break }
        shift += 7
      }
      return value
    }
    var polygon = 0
    let polygons = next()
    while UInt64(polygon) < polygons, at < bytes.count {
      var ring = 0
      let rings = next()
      while UInt64(ring) < rings, at < bytes.count {
        var point: UInt64 = 0
        let points = next()
        var x: Int64 = 0
        var y: Int64 = 0
        while point < points, at < bytes.count {
          x &+= unfolded(next())
          y &+= unfolded(next())
          body(polygon, ring, x, y)
          point += 1
        }
        ring += 1
      }
      polygon += 1
    }
  }

  private static func append(_ value: UInt64, to out: inout IndexWriter) {
    var value = value
    while value >= 0x80 {
      out.bytes.append(UInt8(value & 0x7F) | 0x80)
      value >>= 7
    }
    out.bytes.append(UInt8(value))
  }

  private static func stored(_ degrees: Double) -> Int32 { Int32((degrees * units).rounded()) }

  private static func folded(_ step: Int64) -> UInt64 {
    UInt64(bitPattern: step &<< 1 ^ step &>> 63)
  }

  private static func unfolded(_ value: UInt64) -> Int64 {
    Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }
}
