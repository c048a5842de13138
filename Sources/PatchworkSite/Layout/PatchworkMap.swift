import PatchworkDisplay
import PatchworkLinking
import PatchworkRecord
import PatchworkSituation
import PatchworkStore

/// The patchwork: areas as blocks of tiles, laid out as they lie to each other, a tile a layer; each leads to its sentences.
///
/// Blocks stand on a grid, so that none hides another and none claims an outline that nobody drew.
struct PatchworkMap {
  let areas: [AreaDay]
  let day: CivilDay
  let layers: [Layer]
  let address: (AreaDay) -> String

  private static let columns = 6
  private static let block = (width: 160.0, height: 118.0)

  var html: HTML {
    let placed = Self.placed(areas)
    guard !placed.isEmpty else { return "" }
    let rows = (placed.map(\.row).max() ?? 0) + 1
    let height = Double(rows) * Self.block.height
    let blocks = placed.map { spot in
      block(
        spot.area, x: Double(spot.column) * Self.block.width,
        y: Double(spot.row) * Self.block.height)
    }
    return """
      <figure class="drawn-wide" tabindex="0" role="region" aria-label="Areas side by side"><svg class="patchwork days layers" viewBox="0 0 \(SVG.number(Double(Self.columns) * Self.block.width)) \(SVG.number(height))" \
      role="group" aria-label="Areas on \(DayText.of(day.iso)), a tile a layer">
      <defs><pattern id="none" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
      <line class="hatch" x1="0" y1="0" x2="0" y2="6"/></pattern></defs>
      \(blocks)</svg>
      </figure>
      <p class="sum">North is up; blocks stand as their areas lie to each other, not to scale; areas far from the rest are in the table alone. \
      \(LayerLegend.html)</p>

      """
  }

  private func block(_ area: AreaDay, x: Double, y: Double) -> HTML {
    let tiles = layers.enumerated().map { index, layer in
      tile(
        area, layer, x: x + 4 + Double(index % 3) * 51, y: y + 20 + Double(index / 3) * 31)
    }
    return """
      <g><a href="\(address(area))"><text class="label" x="\(SVG.number(x + 4))" y="\(SVG.number(y + 14))"\(Self.squeezed(area.name))>\(Self.short(area.name))</text></a>
      \(tiles)</g>

      """
  }

  /// Names that are longer than their block are set as wide as it.
  private static func squeezed(_ name: String) -> HTML {
    name.count > 17 ? " textLength=\"150\" lengthAdjust=\"spacingAndGlyphs\"" : ""
  }

  private static func short(_ name: String) -> String {
    name.count <= 24 ? name : name.prefix(23) + "…"
  }

  private func tile(_ area: AreaDay, _ layer: Layer, x: Double, y: Double) -> HTML {
    let cell = area.picture.strip.cell(layer, day)
    let kind: String
    let words: String
    if cell.isSilent {
      kind = cell.carried == nil ? "empty" : "carried"
      words = SituationText.carried(cell) ?? "no report"
    } else {
      kind =
        switch area.picture.bearing(of: cell) {
        case .adverse?: "adverse"
        case .favourable?: "favourable"
        case .neither?, nil: "rival"
        }
      words = cell.answers.map(\.state).joined(separator: "; ")
    }
    let (left, top) = (SVG.number(x), SVG.number(y))
    let box: HTML = """
      <rect class="\(kind)" x="\(left)" y="\(top)" width="49" height="29"><title>\(area.name), \(layer.rawValue): \(words)</title></rect>\
      <text class="of\(kind == "adverse" ? " on-dark" : "")" x="\(SVG.number(x + 24.5))" y="\(SVG.number(y + 18))" text-anchor="middle">\(layer.rawValue)</text>
      """
    return cell.isSilent
      ? box + "\n" : "<a href=\"\(address(area))#\(layer.rawValue)\">\(box)</a>\n"
  }

  /// The areas that lie together: a far capital stands in the table alone, so that it does not push a war into a corner.
  static func together(_ areas: [AreaDay]) -> [AreaDay] {
    func middle(_ values: [Double]) -> Double {
      values.isEmpty ? 0 : values.sorted()[values.count / 2]
    }
    let (latitude, longitude) = (
      middle(areas.compactMap(\.latitude)), middle(areas.compactMap(\.longitude))
    )
    func distance(_ area: AreaDay) -> Double {
      max(abs((area.latitude ?? 0) - latitude), abs((area.longitude ?? 0) - longitude))
    }
    let reach = max(4, 6 * middle(areas.map(distance)))
    return areas.filter { distance($0) <= reach }
  }

  /// Where each area's block stands: the free cell nearest to where it lies, the areas of which most is said first.
  static func placed(_ areas: [AreaDay]) -> [(area: AreaDay, column: Int, row: Int)] {
    let known = together(areas.filter { $0.latitude != nil && $0.longitude != nil })
    guard
      let west = known.compactMap(\.longitude).min(),
      let east = known.compactMap(\.longitude).max(),
      let south = known.compactMap(\.latitude).min(), let north = known.compactMap(\.latitude).max()
    else { return [] }
    let rows = max(1, (known.count + columns - 1) / columns + 1)
    var taken: Set<[Int]> = []
    var placed: [(area: AreaDay, column: Int, row: Int)] = []
    for area in known {
      guard let latitude = area.latitude, let longitude = area.longitude else { continue }
      let x = east > west ? (longitude - west) / (east - west) * Double(columns - 1) : 0
      let y = north > south ? (north - latitude) / (north - south) * Double(rows - 1) : 0
      let free = (0..<rows).flatMap { row in (0..<columns).map { [$0, row] } }
        .filter { !taken.contains($0) }
      func far(_ cell: [Int]) -> Double {
        let (dx, dy) = (Double(cell[0]) - x, Double(cell[1]) - y)
        return dx * dx + dy * dy
      }
      guard let cell = free.min(by: { far($0) < far($1) }) else { continue }
      taken.insert(cell)
      placed.append((area, cell[0], cell[1]))
    }
    // Rows that stayed empty are closed up.
    let used = Set(placed.map(\.row)).sorted()
    return placed.map { ($0.area, $0.column, used.firstIndex(of: $0.row) ?? 0) }
  }
}

/// The days around one, each a link; a script turns them into a slider.
struct DaySlider {
  let day: CivilDay
  let statements: [CivilDay: Int]
  let address: (CivilDay) -> String

  /// Days shown to either side.
  static let reach = 15

  static func days(around day: CivilDay) -> ClosedRange<CivilDay> { (day - reach)...(day + reach) }

  var html: HTML {
    let days = Self.days(around: day)
    let items = (days.lowerBound.number...days.upperBound.number).map { number -> HTML in
      let other = CivilDay(number: number)
      let count = statements[other] ?? 0
      let mark: HTML = other == day ? " aria-current=\"date\"" : ""
      let kind = count == 0 ? "none" : "told"
      return """
        <li><a class="\(kind)" href="\(address(other))"\(mark) title="\(DayText.of(other.iso)): \(count == 0 ? "no report" : Plural.text(count, "statement"))">\
        \(other.parts.day)</a></li>

        """
    }
    return """
      <nav class="slider" aria-label="Days"><ol>
      \(items)</ol></nav>

      """
  }
}
