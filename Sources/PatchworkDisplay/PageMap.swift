package import PatchworkRecord

/// A map of a report's places: dots where something happened, hollow ones for others, rings as wide as the words leave open.
package struct PageMap {
  private let places: ShownPlaces
  private let anchor: String

  private static let width = 560.0
  private static let height = 340.0
  private static let mostLabels = 16

  package init(_ reading: Reading, anchor: String) {
    places = ShownPlaces(reading)
    self.anchor = anchor
  }

  /// The map within a figure, empty where no place has a point.
  package var html: HTML {
    let corners = places.spots.flatMap { spot -> [(latitude: Double, longitude: Double)] in
      let reach = (spot.radius ?? 0) / 111.2
      let wide = reach / MapFrame.narrowing(at: spot.latitude)
      return [
        (spot.latitude + reach, spot.longitude + wide),
        (spot.latitude - reach, spot.longitude - wide),
      ]
    }
    guard
      let frame = MapFrame(
        corners, width: Self.width, height: Self.height, leastKilometres: 40)
    else { return "" }
    let rings = places.spots.map { ring($0, frame) }
    let dots = places.spots.reversed().map { dot($0, frame) }
    return """
      <figure class="where"><svg class="map" viewBox="0 0 560 340" role="img" aria-labelledby="\(anchor)-map">
      <title id="\(anchor)-map">Map of \(count)</title>
      \(frame.grid)\(rings)\(dots)\(labels(frame))\(frame.scale)</svg>
      <figcaption>\(caption)</figcaption></figure>

      """
  }

  private var count: String {
    places.spots.count == 1 ? "one place" : "\(places.spots.count) places"
  }

  private func ring(_ spot: ShownPlaces.Spot, _ frame: MapFrame) -> HTML {
    guard let radius = spot.radius else { return "" }
    return """
      <circle class="ring\(spot.isScene ? " scene" : "")" cx="\(SVG.number(frame.x(spot.longitude)))" \
      cy="\(SVG.number(frame.y(spot.latitude)))" r="\(SVG.number(radius * frame.perKilometre))"/>

      """
  }

  private func dot(_ spot: ShownPlaces.Spot, _ frame: MapFrame) -> HTML {
    // What a ring stands for has no point of its own.
    let size =
      spot.radius == nil || spot.place.use == .literal && spot.place.precision == 1 ? 4 : 1.5
    let sure = spot.radius.map { ", within \(SVG.number($0)) km" } ?? ""
    return """
      <circle class="spot\(spot.isScene ? " scene" : "")" cx="\(SVG.number(frame.x(spot.longitude)))" \
      cy="\(SVG.number(frame.y(spot.latitude)))" r="\(SVG.number(size))">\
      <title>\(spot.place.shownName)\(sure)</title></circle>

      """
  }

  /// Names beside points, those of scenes and those named most first, none over another.
  private func labels(_ frame: MapFrame) -> HTML {
    var taken: [(x: Double, y: Double, width: Double)] = []
    var labels: HTML = ""
    for spot in places.spots where taken.count < Self.mostLabels {
      let name = spot.place.shownName
      let (x, y) = (frame.x(spot.longitude), frame.y(spot.latitude))
      let width = Double(name.count) * 6 + 8
      let left = x + 7 + width > frame.width ? x - 7 - width : x + 7
      let isFree = !taken.contains {
        ($0.y - y).magnitude < 12 && left < $0.x + $0.width && $0.x < left + width
      }
      guard isFree, left >= 0 else { continue }
      taken.append((left, y, width))
      labels += """
        <text class="label" x="\(SVG.number(left))" y="\(SVG.number(y + 4))">\(name)</text>

        """
    }
    return labels
  }

  private var caption: HTML {
    var parts: [HTML] = []
    if places.spots.contains(where: \.isScene) {
      parts.append("Filled where an account says that something happened.")
    }
    if places.spots.contains(where: { $0.radius != nil }) {
      parts.append("A ring is as wide as the words leave open.")
    }
    if !places.outside.isEmpty {
      parts.append("Outside the map: \(Self.list(places.outside)).")
    }
    if !places.wide.isEmpty { parts.append("Too wide for it: \(Self.list(places.wide)).") }
    if let rights { parts.append("<span class=\"rights\">\(rights)</span>") }
    return HTML(parts, separator: " ")
  }

  /// Some names, and how many more there are.
  private static func list(_ names: [String]) -> HTML {
    let shown = names.prefix(8).map { name -> HTML in "<bdi>\(name)</bdi>" }
    let more = names.count - shown.count
    return HTML(shown, separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }

  /// What the licences of the lists ask to be said where their places are shown.
  private var rights: HTML? {
    let schemes = Set(
      places.spots.compactMap { $0.place.id?.split(separator: ":").first.map(String.init) })
    var lists: [HTML] = []
    if schemes.contains("geonames") { lists.append("GeoNames (geonames.org), CC BY 4.0") }
    if schemes.contains("ocha") { lists.append("OCHA common operational datasets, CC BY-IGO") }
    if schemes.contains("wof") { lists.append("Who’s On First") }
    return lists.isEmpty ? nil : "Points: \(HTML(lists, separator: "; "))."
  }
}
