import PatchworkRecord

/// Polygons with their attributes as a shapefile has them: `.shp` (ESRI, "Shapefile Technical Description", 1998) and
/// `.dbf` (dBASE III).
struct Shapefile {
  /// Bytes of the `.shp`.
  let shapes: [UInt8]
  /// Bytes of the `.dbf`, a row a shape in the same order.
  let table: [UInt8]

  private struct Field {
    var name: String
    var start: Int
    var length: Int
  }

  private static let headerSize = 100
  private static let polygon: Int32 = 5
  /// Types of polygons that carry heights or measures behind what plain ones have.
  private static let polygonTypes: Set<Int32> = [polygon, 15, 25]

  /// Calls with every record; returns how many could not be read.
  func forEachRecord(_ body: (_ attributes: [String: String], _ shape: PlaceShape) -> Void) -> Int {
    var bad = 0
    shapes.withUnsafeBytes { raw in
      table.withUnsafeBytes { rawTable in
        let bytes = IndexBytes(bytes: raw)
        let rows = IndexBytes(bytes: rawTable)
        let fields = Self.fields(rows)
        var at = Self.headerSize
        var row = 0
        while at + 12 <= bytes.count {
          let length = Int(bytes.number(at + 4, as: Int32.self).byteSwapped) * 2
          guard length >= 4, length <= bytes.count - at - 8 else {
            bad += 1
            break
          }
          let attributes = Self.attributes(of: row, fields, rows)
          if let attributes, let shape = Self.shape(bytes.run(at + 8, length)) {
            body(attributes, shape)
          } else {
            bad += 1
          }
          at += 8 + length
          row += 1
        }
      }
    }
    return bad
  }

  /// Names of the columns in a `.dbf` that begins so, empty where it is none.
  static func columns(_ head: [UInt8]) -> [String] {
    head.withUnsafeBytes { fields(IndexBytes(bytes: $0)).map(\.name) }
  }

  private static func fields(_ table: IndexBytes) -> [Field] {
    var out: [Field] = []
    var at = 32
    var start = 1
    while at + 32 <= table.count, table.byte(at) != 0x0D {
      let name = table.run(at, 11).bytes.prefix { $0 != 0 }
      let length = Int(table.byte(at + 16))
      guard !name.isEmpty, name.allSatisfy({ (0x20..<0x7F).contains($0) }) else { return [] }
      out.append(Field(name: String(decoding: name, as: UTF8.self), start: start, length: length))
      start += length
      at += 32
    }
    return out
  }

  private static func attributes(
    of row: Int, _ fields: [Field], _ table: IndexBytes
  ) -> [String: String]? {
    let first = Int(table.number(8, as: UInt16.self))
    let size = Int(table.number(10, as: UInt16.self))
    let at = first + row * size
    guard size > 0, at + size <= table.count else { return nil }
    var out: [String: String] = [:]
    for field in fields {
      let bytes = table.run(at + field.start, field.length).bytes
      let text = String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self)
      out[field.name] = String(
        text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    return out
  }

  /// The shape of a record's content, nil for other shapes than polygons and for broken ones.
  private static func shape(_ record: IndexBytes) -> PlaceShape? {
    guard polygonTypes.contains(record.number(0)) else { return nil }
    let parts = Int(record.number(36, as: Int32.self))
    let count = Int(record.number(40, as: Int32.self))
    guard parts > 0, count > 0, parts <= record.count / 4, count <= record.count / 16,
      44 + parts * 4 + count * 16 <= record.count
    else { return nil }
    func real(_ at: Int) -> Double { Double(bitPattern: record.number(at, as: UInt64.self)) }
    var outers: [PlaceShape.Ring] = []
    var holes: [PlaceShape.Ring] = []
    for part in 0..<parts {
      let from = Int(record.number(44 + part * 4, as: Int32.self))
      let to = part + 1 < parts ? Int(record.number(48 + part * 4, as: Int32.self)) : count
      guard from >= 0, from < to, to <= count else { return nil }
      var ring: PlaceShape.Ring = []
      for index in from..<to {
        let at = 44 + parts * 4 + index * 16
        let point = GeoPoint(latitude: real(at + 8), longitude: real(at))
        guard point.longitude.magnitude <= 180.001, point.latitude.magnitude <= 90.001 else {
          return nil
        }
        ring.append(point)
      }
      if ring.count > 1, ring.first == ring.last { ring.removeLast() }
      if isClockwise(ring) { outers.append(ring) } else { holes.append(ring) }
    }
    var polygons = outers.map { [$0] }
    for hole in holes {
      guard let point = hole.first,
        let owner = outers.firstIndex(where: { contains($0, point) })
      else { continue }
      polygons[owner].append(hole)
    }
    let shape = PlaceShape(polygons: polygons)
    return shape.polygons.isEmpty ? nil : shape
  }

  /// Outer rings run clockwise, holes the other way.
  private static func isClockwise(_ ring: PlaceShape.Ring) -> Bool {
    var sum = 0.0
    for (a, b) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
      sum += (b.longitude - a.longitude) * (b.latitude + a.latitude)
    }
    return sum > 0
  }

  private static func contains(_ ring: PlaceShape.Ring, _ point: GeoPoint) -> Bool {
    var isInside = false
    for (a, b) in zip(ring, ring.dropFirst() + ring.prefix(1))
    where (a.latitude > point.latitude) != (b.latitude > point.latitude) {
      let part = (point.latitude - a.latitude) / (b.latitude - a.latitude)
      if point.longitude < a.longitude + part * (b.longitude - a.longitude) { isInside.toggle() }
    }
    return isInside
  }
}
