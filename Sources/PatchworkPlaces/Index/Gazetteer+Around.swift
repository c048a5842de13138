public import PatchworkRecord

extension Gazetteer {
  /// A place with its distance and direction from a point.
  public struct Neighbour: Hashable, Sendable {
    /// The place.
    public let place: PlaceNumber
    /// Great-circle distance in km.
    public let kilometres: Double
    /// Direction from the point in degrees clockwise from north, 0 up to 360.
    public let bearing: Double
  }

  /// The point of a place, nil when unknown; of an area a point inside.
  public func point(of number: PlaceNumber) -> GeoPoint? {
    coordinates(number).map { GeoPoint(latitude: $0.latitude, longitude: $0.longitude) }
  }

  /// The places whose points lie in a box, in order of their numbers.
  public func places(in box: GeoBox) -> [PlaceNumber] {
    var out: [PlaceNumber] = []
    forEachPlace(in: box) { number, _ in out.append(number) }
    return out.sorted()
  }

  /// The places whose points lie within a distance of a point, nearest first.
  ///
  /// Looks only at the cells that the distance touches, so that the cost follows the number of places there.
  public func places(around point: GeoPoint, within kilometres: Double) -> [Neighbour] {
    var out: [Neighbour] = []
    forEachPlace(in: GeoBox(around: point, kilometres: kilometres)) { number, other in
      let distance = Geodesy.kilometres(
        (point.latitude, point.longitude), (other.latitude, other.longitude))
      guard distance <= kilometres else { return }
      out.append(
        Neighbour(
          place: number, kilometres: distance, bearing: Geodesy.bearing(from: point, to: other)))
    }
    return out.sorted { ($0.kilometres, $0.place) < ($1.kilometres, $1.place) }
  }

  /// The places next wider than which this one is, in order of their numbers.
  public func narrower(than number: PlaceNumber) -> [PlaceNumber] {
    let table = section(.narrower)
    func at(_ index: Int) -> PlaceNumber {
      PlaceNumber(value: table.element(index, as: UInt32.self))
    }
    let size = table.count / MemoryLayout<UInt32>.size
    var low = 0
    var high = size
    while low < high {
      let middle = (low + high) / 2
      if let parent = parent(of: at(middle)), parent < number {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var out: [PlaceNumber] = []
    while low < size, parent(of: at(low)) == number {
      out.append(at(low))
      low += 1
    }
    return out
  }

  private func forEachPlace(in box: GeoBox, _ body: (PlaceNumber, GeoPoint) -> Void) {
    for run in PlaceGrid.runs(box) {
      forEachEntry(of: .cells, run) { number in
        guard let point = point(of: number), box.contains(point) else { return }
        body(number, point)
      }
    }
  }

  /// Calls with the places that a table of cells has for a run of them.
  func forEachEntry(
    of table: IndexLayout.Section, _ run: ClosedRange<UInt32>, _ body: (PlaceNumber) -> Void
  ) {
    let entries = section(table)
    let size = entries.count / 8
    var low = 0
    var high = size
    while low < high {
      let middle = (low + high) / 2
      if entries.number(middle * 8, as: UInt32.self) < run.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    let all = count
    while low < size, entries.number(low * 8, as: UInt32.self) <= run.upperBound {
      let value: UInt32 = entries.number(low * 8 + 4)
      if Int(value) < all { body(PlaceNumber(value: value)) }
      low += 1
    }
  }
}
