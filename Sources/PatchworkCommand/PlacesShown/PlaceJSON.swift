import PatchworkPlaces
import PatchworkRecord

extension JSONWriter {
  /// Writes the members that every place has, within an object that is open.
  mutating func members(of number: PlaceNumber, in gazetteer: Gazetteer) {
    let place = gazetteer.place(number)
    member("id", place.id)
    member("pcode", orNull: place.pcode)
    member("name", place.name)
    member("kind", place.kind.word)
    member("lat", orNull: place.latitude)
    member("lon", orNull: place.longitude)
    member("country", place.country)
    member("population", orNull: place.population > 0 ? place.population : nil)
    key("within")
    begin(.array)
    for wider in gazetteer.ancestors(of: number) { string(gazetteer.id(wider)) }
    end(.array)
  }

  /// Writes a GeoJSON feature (RFC 7946): the outline where one is known, else the point, else no geometry.
  ///
  /// An area without an outline gets `radius_km` around its point, so that the point is not taken for the place.
  mutating func feature(
    of number: PlaceNumber, in gazetteer: Gazetteer,
    _ further: (inout JSONWriter) -> Void = { _ in }
  ) {
    begin(.object)
    member("type", "Feature")
    member("id", gazetteer.id(number))
    let shape = gazetteer.shape(of: number)
    if let box = gazetteer.box(of: number) {
      key("bbox")
      position([box.west, box.south, box.east, box.north])
    }
    key("geometry")
    if let shape, !shape.polygons.isEmpty {
      geometry(shape)
    } else if let point = gazetteer.point(of: number) {
      begin(.object)
      member("type", "Point")
      key("coordinates")
      position([point.longitude, point.latitude])
      end(.object)
    } else {
      null()
    }
    key("properties")
    begin(.object)
    members(of: number, in: gazetteer)
    key("precision")
    integer(gazetteer.place(number).kind.precision)
    if shape == nil { member("radius_km", orNull: gazetteer.reach(of: number)?.rounded(.up)) }
    further(&self)
    end(.object)
    end(.object)
  }

  /// Writes a collection of the features that a closure writes, with what its sources ask to be said.
  mutating func featureCollection(of gazetteer: Gazetteer, _ features: (inout JSONWriter) -> Void) {
    begin(.object)
    member("type", "FeatureCollection")
    key("attribution")
    begin(.array)
    for source in gazetteer.sources { string(source.attribution) }
    end(.array)
    key("features")
    begin(.array)
    features(&self)
    end(.array)
    end(.object)
    newline()
  }

  private mutating func geometry(_ shape: PlaceShape) {
    begin(.object)
    let isOne = shape.polygons.count == 1
    member("type", isOne ? "Polygon" : "MultiPolygon")
    key("coordinates")
    if !isOne { begin(.array) }
    for rings in shape.polygons {
      begin(.array)
      for ring in rings {
        begin(.array)
        // RFC 7946 closes a ring with its first point.
        for point in ring + ring.prefix(1) { position([point.longitude, point.latitude]) }
        end(.array)
      }
      end(.array)
    }
    if !isOne { end(.array) }
    end(.object)
  }

  private mutating func position(_ numbers: [Double]) {
    begin(.array)
    for value in numbers { number(value) }
    end(.array)
  }
}
