import PatchworkDisplay
import PatchworkPlaces
import PatchworkRecord
import Synchronization

/// Borders of countries and of areas below them on a map, as far as the gazetteer has their outlines.
struct MapOutlines {
  let frame: MapFrame
  let gazetteer: Gazetteer

  /// Points on a side of the net by which areas are found.
  private static let net = 6
  /// Points that all lines of a map have at most, so that a page stays small.
  static let mostPoints = 900
  /// How far beyond the frame lines are drawn, in its units.
  private static let margin = 4.0

  var html: HTML {
    let areas = areas
    var reach = 0.8
    var paths = areas.map { path($0.shape, within: reach) }
    while paths.reduce(0, { $0 + $1.points }) > Self.mostPoints, reach < 40 {
      reach *= 1.6
      paths = areas.map { path($0.shape, within: reach) }
    }
    return HTML(
      zip(areas, paths).filter { !$1.line.isEmpty }.map { area, path -> HTML in
        "<path class=\"border \(area.isCountry ? "country" : "inner")\" d=\"\(path.line)\"><title>\(area.name)</title></path>\n"
      })
  }

  /// Areas with outlines that hold some point of the frame: countries, and of those within them the widest that are not
  /// wider than half the frame each.
  private var areas: [(name: String, isCountry: Bool, shape: PlaceShape)] {
    var found: [PlaceNumber] = []
    var known: Set<PlaceNumber> = []
    for row in 0...Self.net {
      for column in 0...Self.net {
        let point = GeoPoint(
          latitude: frame.north - frame.height / frame.perLatitude * Double(row) / Double(Self.net),
          longitude: frame.west + frame.width / frame.perLongitude * Double(column)
            / Double(Self.net))
        for number in gazetteer.areas(around: point) where known.insert(number).inserted {
          found.append(number)
        }
      }
    }
    let places = found.map { gazetteer.place($0) }
    let levels: [PlaceKind.Level] = [.first, .second]
    // Districts are drawn where few of them fill the map; else they would be a net of lines.
    let inner = levels.last { level in (1...24).contains(places.count { $0.kind.level == level }) }
    return places.filter { $0.kind.level == .country || $0.kind.level == inner }.compactMap {
      place in
      gazetteer.shape(of: place.number).map {
        (name: place.name, isCountry: place.kind.level == .country, shape: $0)
      }
    }
  }

  /// A shape as a line of the drawing, cut to the frame, of points at least so far apart.
  private func path(_ shape: PlaceShape, within reach: Double) -> (line: String, points: Int) {
    var line = ""
    var count = 0
    for ring in shape.polygons.joined() {
      let cut = cut(ring.map { (x: frame.x($0.longitude), y: frame.y($0.latitude)) })
      var kept: [(x: Double, y: Double)] = []
      for point in cut {
        if let last = kept.last {
          let (dx, dy) = (point.x - last.x, point.y - last.y)
          if dx * dx + dy * dy < reach * reach { continue }
        }
        kept.append(point)
      }
      guard kept.count >= 3 else { continue }
      count += kept.count
      for (index, point) in kept.enumerated() {
        line += "\(index == 0 ? "M" : " ")\(SVG.number(point.x)) \(SVG.number(point.y))"
      }
      line += "Z"
    }
    return (line, count)
  }

  /// A polygon cut to the frame with its margin, border by border (Sutherland and Hodgman, 1974).
  private func cut(_ ring: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
    let margin = Self.margin
    var points = ring
    for side in [
      (isX: true, at: -margin, keepsMore: true),
      (isX: true, at: frame.width + margin, keepsMore: false),
      (isX: false, at: -margin, keepsMore: true),
      (isX: false, at: frame.height + margin, keepsMore: false),
    ] {
      guard var last = points.last else { return [] }
      func offset(_ point: (x: Double, y: Double)) -> Double {
        ((side.isX ? point.x : point.y) - side.at) * (side.keepsMore ? 1 : -1)
      }
      var kept: [(x: Double, y: Double)] = []
      for point in points {
        let (before, now) = (offset(last), offset(point))
        if (before >= 0) != (now >= 0) {
          let share = before / (before - now)
          kept.append((last.x + (point.x - last.x) * share, last.y + (point.y - last.y) * share))
        }
        if now >= 0 { kept.append(point) }
        last = point
      }
      points = kept
    }
    return points
  }
}

/// What lies under the marks of a map: tiles where some are configured, borders, and the net of degrees.
struct MapGround: Sendable {
  private let gazetteer: Gazetteer?
  private let tiles: MapTiles?
  private let drawn = DrawnBorders()

  init(gazetteer: Gazetteer? = nil, tiles: MapTiles? = nil) {
    (self.gazetteer, self.tiles) = (gazetteer, tiles)
  }

  func html(_ frame: MapFrame) -> HTML {
    let borders = gazetteer.map { gazetteer in
      drawn.html(frame) { MapOutlines(frame: frame, gazetteer: gazetteer).html }
    }
    return (tiles?.html(frame) ?? "") + (borders ?? "") + frame.grid
  }

  /// Who made the tiles, for under the map.
  var credit: HTML {
    guard let tiles, !tiles.credit.isEmpty else { return "" }
    return " Tiles: \(tiles.credit)."
  }
}

/// The borders of frames that were drawn before: lists of one record show the same stretch of the earth again and again.
private final class DrawnBorders: Sendable {
  private let kept = Mutex<[[Double]: HTML]>([:])
  /// Frames that are kept at most.
  private static let most = 100

  func html(_ frame: MapFrame, draw: () -> HTML) -> HTML {
    let key = [
      frame.west, frame.north, frame.perLongitude, frame.perLatitude, frame.width, frame.height,
    ]
    if let known = kept.withLock({ $0[key] }) { return known }
    let html = draw()
    kept.withLock { kept in
      if kept.count >= Self.most { kept.removeAll() }
      kept[key] = html
    }
    return html
  }
}
