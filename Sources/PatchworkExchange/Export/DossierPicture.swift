import PatchworkRecord

/// Pictures of a dossier: a number as a bar, a place as a ring with a scale.
enum DossierPicture {
  /// From the lower to the upper bound; a bar without an end where the number is open above.
  static func bar(_ count: Count, top: Int, _ html: inout Markup) {
    let low = count.low ?? 0
    let high = count.high ?? count.low ?? 0
    func x(_ number: Int) -> Int { min(120, number * 120 / top) }
    let label =
      count.low == count.high
      ? "\(high)"
      : count.high == nil ? "\(low) or more" : count.low == nil ? "up to \(high)" : "\(low)–\(high)"
    html.raw(
      "<svg width=\"124\" height=\"14\" viewBox=\"0 0 124 14\" aria-hidden=\"true\"><rect class=\"upto\" x=\"0\" y=\"4\" width=\"\(max(1, x(high)))\" height=\"6\"/>"
    )
    if low < high {
      html.raw(
        "<rect class=\"between\" x=\"\(x(low))\" y=\"4\" width=\"\(max(1, x(high) - x(low)))\" height=\"6\"/>"
      )
    }
    html.raw("</svg> ")
    html.text(label)
  }

  /// The place as a ring as wide as it is uncertain, or words where it has no point.
  static func ring(_ place: Place?, tables: ExportTables, _ html: inout Markup) {
    guard let place, let north = place.latitude, let east = place.longitude,
      let radius = tables.radius(of: place)
    else {
      html.raw(
        "<p class=\"map\">No point can be drawn: no account names a place that has one.</p>\n")
      return
    }
    // The picture is three radii wide, so the ring is drawn the same and the scale tells its size.
    html.raw(
      """
      <figure class="map"><svg width="180" height="180" viewBox="-90 -90 180 180" role="img" aria-label="
      """)
    html.text("Within \(kilometres(radius)) of \(place.name)")
    html.raw(
      """
      "><circle class="ring" r="60"/><path class="cross" d="M-4 0H4M0-4V4"/><path class="scale" d="M0 78H60M0 74V82M60 74V82"/><text x="30" y="72" text-anchor="middle">
      """)
    html.text(kilometres(radius))
    html.raw("</text><text x=\"0\" y=\"-68\" text-anchor=\"middle\">N</text></svg>\n<figcaption>")
    html.text(
      "Anywhere in the ring around \(north), \(east): precision \(place.precision) (UCDP); \(place.rule)."
    )
    html.raw("</figcaption></figure>\n")
  }

  private static func kilometres(_ radius: Double) -> String {
    radius == radius.rounded() ? "\(Int(radius)) km" : "\(radius) km"
  }
}
