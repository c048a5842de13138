import PatchworkDisplay
import PatchworkExchange
import PatchworkRecord
import PatchworkStore

/// Where an incident was, as a ring as wide as the place is unsure, with places of the record around it.
struct IncidentMap {
  let place: Place?
  let around: [IncidentPicture.Spot]
  var ground = MapGround()

  /// Kilometres of the ring of a place: as far as it reaches or may lie from its point, where that is known.
  static func radius(_ place: Place) -> Double? {
    PlaceReach.standard.kilometres(place).map { min(300, max(1, $0)) }
  }

  var html: HTML {
    guard let place, let latitude = place.latitude, let longitude = place.longitude,
      let radius = Self.radius(place),
      let frame = MapFrame(
        [(latitude, longitude)], width: 360, height: 240, leastKilometres: radius * 3)
    else {
      return """
        <figure class="nowhere"><p class="none">No map: no account says where more closely than a part of a country.</p></figure>

        """
    }
    let (x, y) = (SVG.number(frame.x(longitude)), SVG.number(frame.y(latitude)))
    let others = around.filter { $0.id != place.id && frame.holds($0.latitude, $0.longitude) }
    let dots = others.map { spot -> HTML in
      """
      <a href="\(Address.place(spot.id))"><title>\(spot.name)</title><circle class="other" \
      cx="\(SVG.number(frame.x(spot.longitude)))" cy="\(SVG.number(frame.y(spot.latitude)))" r="3"/></a>

      """
    }
    let ring = SVG.number(radius * frame.perKilometre)
    return """
      <figure><svg class="map" viewBox="0 0 360 240" role="img" \
      aria-label="\(place.name), within about \(Int(radius.rounded(.up))) kilometres">
      \(ground.html(frame))\(dots)\(Labels(frame: frame, places: others, most: 8).html)\
      <circle class="ring" cx="\(x)" cy="\(y)" r="\(ring)"/><path class="cross" d="M\(x) \(y)m-4 0h8m-4-4v8"/>
      \(frame.scale)</svg>
      <figcaption>Somewhere within the ring of \(Int(radius.rounded(.up))) km around <bdi>\(place.name)</bdi>; other places are those that \
      the record names.\(ground.credit)</figcaption></figure>

      """
  }
}
