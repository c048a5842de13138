import PatchworkRecord

/// Finds the areas whose outlines hold a place while an index is made.
struct AreaFinder {
  private let places: [MergedPlace]
  private let rows: [PlaceRow]
  private var squares: [UInt32: [Int]] = [:]

  init(places: [MergedPlace], rows: [PlaceRow]) {
    self.places = places
    self.rows = rows
    for (index, place) in places.enumerated() {
      guard let row = place.shapeRow else { continue }
      let box = rows[row].shape.withUnsafeBytes { ShapeCoding.box(IndexBytes(bytes: $0)) }
      for square in PlaceGrid.squares(box) { squares[square, default: []].append(index) }
    }
  }

  /// The areas of wider kinds whose outlines hold the point of a place, in order of their numbers; no countries, whose
  /// outlines are long, where the place's country is known already.
  func around(_ index: Int) -> [Int] {
    let place = places[index]
    guard !squares.isEmpty, let latitude = place.latitude, let longitude = place.longitude else {
      return []
    }
    let point = GeoPoint(latitude: latitude, longitude: longitude)
    return (squares[PlaceGrid.square(point)] ?? []).filter { area in
      guard place.country.isEmpty || places[area].kind.level != .country else { return false }
      guard area != index, places[area].kind < place.kind, let row = places[area].shapeRow else {
        return false
      }
      return rows[row].shape.withUnsafeBytes {
        ShapeCoding.contains(IndexBytes(bytes: $0), point)
      }
    }
  }
}
