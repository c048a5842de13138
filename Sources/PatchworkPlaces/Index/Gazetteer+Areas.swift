public import PatchworkRecord

extension Gazetteer {
  /// The outline of a place, nil where no source gives one.
  public func shape(of number: PlaceNumber) -> PlaceShape? {
    shapeBytes(number).map(ShapeCoding.shape)
  }

  /// The box around the outline of a place, nil where no source gives one.
  public func box(of number: PlaceNumber) -> GeoBox? {
    shapeBytes(number).map(ShapeCoding.box)
  }

  /// Whether a point lies in the outline of a place, nil where no source gives one.
  public func contains(_ number: PlaceNumber, _ point: GeoPoint) -> Bool? {
    shapeBytes(number).map { ShapeCoding.contains($0, point) }
  }

  /// The places whose outlines hold a point, the narrowest kinds first.
  public func areas(around point: GeoPoint) -> [PlaceNumber] {
    var out: [PlaceNumber] = []
    let square = PlaceGrid.square(point)
    forEachEntry(of: .areas, square...square) { number in
      if contains(number, point) == true { out.append(number) }
    }
    return out.sorted { (kind($1), $0) < (kind($0), $1) }
  }

  /// The IANA time zone of a place ("Asia/Damascus"), nil where it has several or none is known.
  public func timeZone(of number: PlaceNumber) -> String? {
    let zone: UInt16 = section(.places).number(Int(number.value) * IndexLayout.placeSize + 10)
    guard zone > 0 else { return nil }
    // The names are lines, the first of them empty.
    var lines = section(.zones).bytes[...]
    for _ in 0..<zone {
      guard let end = lines.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      lines = lines[(end + 1)...]
    }
    return String(decoding: lines.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  /// Names of time zones by number.
  var zones: [String] {
    String(decoding: section(.zones).bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func shapeBytes(_ number: PlaceNumber) -> IndexBytes? {
    let at: UInt32 = section(.places).number(Int(number.value) * IndexLayout.placeSize + 40)
    guard at > 0 else { return nil }
    let bytes = RowCoding.shape(section(.rows), Int(at))
    return bytes.count > 16 ? bytes : nil
  }
}
