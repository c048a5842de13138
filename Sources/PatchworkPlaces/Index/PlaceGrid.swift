import PatchworkRecord

/// The tables by which places are found from points: cells of a quarter degree, and squares of a degree for areas.
enum PlaceGrid {
  /// Cells a degree.
  static let fineness = 4.0
  private static let columns = 1440
  private static let squareColumns = 360

  /// The cell of a point, row by row from the south and the west.
  static func cell(_ point: GeoPoint) -> UInt32 {
    UInt32(row(point.latitude) * columns + column(point.longitude))
  }

  /// Runs of cells that a box touches, one or two a row.
  static func runs(_ box: GeoBox) -> [ClosedRange<UInt32>] {
    var out: [ClosedRange<UInt32>] = []
    let west = column(box.west)
    let east = column(box.east)
    let spans = box.west <= box.east ? [(west, east)] : [(0, east), (west, columns - 1)]
    guard box.south <= box.north else { return [] }
    for row in row(box.south)...row(box.north) {
      for (first, last) in spans where first <= last {
        out.append(UInt32(row * columns + first)...UInt32(row * columns + last))
      }
    }
    return out
  }

  /// The degree square of a point.
  static func square(_ point: GeoPoint) -> UInt32 {
    UInt32(
      Int(Double(row(point.latitude)) / fineness) * squareColumns
        + Int(Double(column(point.longitude)) / fineness))
  }

  /// The degree squares that a box touches.
  static func squares(_ box: GeoBox) -> [UInt32] {
    guard box.south <= box.north, box.west <= box.east else { return [] }
    let low = square(GeoPoint(latitude: box.south, longitude: box.west))
    let high = square(GeoPoint(latitude: box.north, longitude: box.east))
    let width = UInt32(squareColumns)
    return (low / width...high / width).flatMap { row in
      (low % width...high % width).map { row * width + $0 }
    }
  }

  private static func row(_ latitude: Double) -> Int {
    max(0, min(719, Int(((latitude + 90) * fineness).rounded(.down))))
  }

  private static func column(_ longitude: Double) -> Int {
    max(0, min(columns - 1, Int(((longitude + 180) * fineness).rounded(.down))))
  }

  /// Cells with their places.
  static func cells(_ places: [MergedPlace]) -> [UInt8] {
    var entries: [(UInt32, UInt32)] = []
    for (number, place) in places.enumerated() {
      guard let latitude = place.latitude, let longitude = place.longitude else { continue }
      let point = GeoPoint(latitude: latitude, longitude: longitude)
      entries.append((cell(point), UInt32(number)))
    }
    return bytes(&entries)
  }

  /// Degree squares with the areas whose boxes touch them.
  static func areas(_ places: [MergedPlace], _ rows: [PlaceRow]) -> [UInt8] {
    var entries: [(UInt32, UInt32)] = []
    for (number, place) in places.enumerated() {
      guard let row = place.shapeRow else { continue }
      let box = rows[row].shape.withUnsafeBytes { ShapeCoding.box(IndexBytes(bytes: $0)) }
      entries += squares(box).map { ($0, UInt32(number)) }
    }
    return bytes(&entries)
  }

  /// All places that lie in another, in order of that one and their own.
  static func narrower(_ places: [MergedPlace]) -> [UInt8] {
    var entries: [(UInt32, UInt32)] = []
    for (number, place) in places.enumerated() {
      if let parent = place.parent { entries.append((UInt32(parent), UInt32(number))) }
    }
    entries.sort { $0 < $1 }
    var out = IndexWriter()
    for entry in entries { out.number(entry.1) }
    return out.bytes
  }

  private static func bytes(_ entries: inout [(UInt32, UInt32)]) -> [UInt8] {
    entries.sort { $0 < $1 }
    var out = IndexWriter()
    for entry in entries {
      out.number(entry.0)
      out.number(entry.1)
    }
    return out.bytes
  }
}
