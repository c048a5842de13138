import PatchworkDisplay
import PatchworkRecord
import PatchworkSituation
import PatchworkStore

/// Places of a record as points of a map on which an area is drawn, or stands drawn; without tiles, so that nothing is asked of
/// anybody outside.
struct DrawingMap {
  private let area: DrawnArea?
  private let places: [IncidentPicture.Spot]
  private let frame: MapFrame?

  private static let size = (width: 640.0, height: 440.0)
  private static let most = 400

  init(_ visit: Visit, area: DrawnArea?, days: ClosedRange<CivilDay>?) throws {
    self.area = area
    let all = try visit.record.incidentPicture(RecordFilter(), places: Self.most).places
    places = all.filter { !["country", "governorate", "province", "region"].contains($0.kind) }
    var around: [(latitude: Double, longitude: Double)] =
      area?.rings.flatMap { $0.map { ($0.latitude, $0.longitude) } } ?? []
    var reach = Double(visit.number("reach") ?? (area == nil ? 120 : 10))
    if let name = visit.value("around") {
      guard let id = try visit.record.placeID(named: name),
        let point = try visit.record.point(ofPlace: id)
      else { throw Refusal.missing("No report of the record names the place “\(name)”.") }
      around.append(point)
      if visit.number("reach") == nil { reach = 30 }
    }
    if around.isEmpty {
      around = PlacesMap.together(places).map { ($0.latitude, $0.longitude) }
      if visit.number("reach") != nil, let first = places.first {
        around = [(first.latitude, first.longitude)]
      }
    }
    frame = MapFrame(
      around, width: Self.size.width, height: Self.size.height, leastKilometres: 2 * reach)
  }

  var html: HTML {
    guard let frame else {
      return
        "<p class=\"none\">No incident of the record has a place with a point; corners can be given below.</p>\n"
    }
    let shown = places.filter { frame.holds($0.latitude, $0.longitude) }
    let points = shown.map { place -> HTML in
      let isInside = area?.contains(latitude: place.latitude, longitude: place.longitude) ?? false
      return """
        <circle class="spot\(isInside ? " inside" : "")" cx="\(SVG.number(frame.x(place.longitude)))" cy="\(SVG.number(frame.y(place.latitude)))" \
        r="3"><title>\(place.name): \(Plural.text(place.incidents, "incident"))</title></circle>

        """
    }
    let rings = (area?.rings ?? []).map { ring in
      "M"
        + ring.map { "\(SVG.number(frame.x($0.longitude))) \(SVG.number(frame.y($0.latitude)))" }
        .joined(separator: "L") + "Z"
    }
    let drawn: HTML =
      rings.isEmpty ? "" : "<path class=\"drawn\" d=\"\(rings.joined())\"/>\n"
    return """
      <figure class="draw-on"><svg class="map" viewBox="0 0 640 440" role="group" tabindex="0" aria-label="Places of the record\(area == nil ? "" : ", and the drawn area")" \
      data-west="\(String(describing: frame.west))" data-north="\(String(describing: frame.north))" data-per-longitude="\(String(describing: frame.perLongitude))" data-per-latitude="\(String(describing: frame.perLatitude))">
      \(frame.grid)\(drawn)\(points)\(Labels(frame: frame, places: shown, most: 24).html)\(frame.scale)</svg>
      <figcaption>Places of which incidents are told. North is up.</figcaption></figure>

      """
  }
}
