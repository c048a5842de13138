import PatchworkDisplay
import PatchworkStore

/// Places with how many incidents are there, as discs of that area; each leads to the list narrowed to it.
struct PlacesMap {
  let places: [IncidentPicture.Spot]
  var ground = MapGround()
  let address: (IncidentPicture.Spot) -> String

  var html: HTML {
    // A country's or a province's point is where its name stands, not where something was.
    let wide = ["country", "governorate", "province", "region", "state"]
    let exact = places.filter { !wide.contains($0.kind) }
    let known = exact.isEmpty ? places : exact
    let shown = Self.together(known)
    guard
      let frame = MapFrame(
        shown.map { ($0.latitude, $0.longitude) }, width: 420, height: 300, leastKilometres: 40)
    else { return "<p class=\"none\">No incident of these has a place with a point.</p>\n" }
    let top = Double(shown.map(\.incidents).max() ?? 1)
    let discs = shown.reversed().map { place -> HTML in
      let radius = max(3, 16 * (Double(place.incidents) / top).squareRoot())
      // What is told only by way of a place is somewhere in a ring, not at a point.
      let ring = place.radius.map { reach -> HTML in
        """
        <circle class="ring" cx="\(SVG.number(frame.x(place.longitude)))" \
        cy="\(SVG.number(frame.y(place.latitude)))" r="\(SVG.number(reach * frame.perKilometre))"/>
        """
      }
      return """
        \(ring ?? "")<a href="\(address(place))"><title>\(place.name): \(Plural.text(place.incidents, "incident"))\
        \(place.radius.map { ", within \(SVG.number($0)) km" } ?? "")</title>\
        <circle class="spot" cx="\(SVG.number(frame.x(place.longitude)))" cy="\(SVG.number(frame.y(place.latitude)))" \
        r="\(SVG.number(radius))"/></a>

        """
    }
    return """
      <svg class="map" viewBox="0 0 420 300" role="group" aria-label="Places of the incidents">
      \(ground.html(frame))\(discs)\(Labels(frame: frame, places: shown).html)\(frame.scale)</svg>
      \(beyond(known.count - shown.count))
      """
  }

  private func beyond(_ count: Int) -> HTML {
    let far: HTML =
      count == 0
      ? ""
      : "\(Plural.text(count, "place")) far from these \(count == 1 ? "is" : "are") not on the map."
    let words = far + ground.credit
    return words.isEmpty ? "" : "<figcaption>\(words)</figcaption>\n"
  }

  /// The places that lie together: those no further from the middle of all incidents than six times the distance at which
  /// most of them lie, and at least four degrees, so that one far city does not shrink a war to a point.
  static func together(_ places: [IncidentPicture.Spot]) -> [IncidentPicture.Spot] {
    func middle(_ value: (IncidentPicture.Spot) -> Double) -> Double {
      let sorted = places.sorted { value($0) < value($1) }
      let half = sorted.reduce(0) { $0 + $1.incidents } / 2
      var sum = 0
      return sorted.first { place in
        sum += place.incidents
        return sum > half
      }.map(value) ?? 0
    }
    let (latitude, longitude) = (middle(\.latitude), middle(\.longitude))
    func distance(_ place: IncidentPicture.Spot) -> Double {
      max(abs(place.latitude - latitude), abs(place.longitude - longitude))
    }
    let reach = max(4, 6 * middle(distance))
    return places.filter { distance($0) <= reach }
  }
}

/// Names beside points, the most important ones first, none over another.
struct Labels {
  let frame: MapFrame
  let places: [IncidentPicture.Spot]
  var most = 14

  var html: HTML {
    var taken: [(x: Double, y: Double, width: Double)] = []
    var labels: HTML = ""
    for place in places {
      let (x, y) = (frame.x(place.longitude), frame.y(place.latitude))
      let width = Double(place.name.count) * 6 + 8
      let left = x + 7 + width > frame.width ? x - 7 - width : x + 7
      guard frame.holds(place.latitude, place.longitude),
        !taken.contains(where: {
          abs($0.y - y) < 12 && left < $0.x + $0.width && $0.x < left + width
        })
      else { continue }
      taken.append((left, y, width))
      labels += """
        <text class="label" x="\(SVG.number(left))" y="\(SVG.number(y + 4))">\(place.name)</text>

        """
      if taken.count == most { break }
    }
    return labels
  }
}
