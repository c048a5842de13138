import Foundation

/// A stretch of the earth on a rectangle of a drawing: equal distances along its middle parallel.
package struct MapFrame {
  package let west: Double
  package let north: Double
  /// Drawing units of a degree.
  package let perLongitude: Double
  package let perLatitude: Double
  package let width: Double
  package let height: Double

  /// The frame that holds some points with room around them, and at least some kilometres across.
  package init?(
    _ points: [(latitude: Double, longitude: Double)], width: Double, height: Double,
    leastKilometres: Double
  ) {
    guard let south = points.map(\.latitude).min(), let north = points.map(\.latitude).max(),
      let west = points.map(\.longitude).min(), let east = points.map(\.longitude).max()
    else { return nil }
    let middle = (south + north) / 2
    let narrowing = Self.narrowing(at: middle)
    let least = leastKilometres / 111.2
    let tall = max((north - south) * 1.24, least)
    let wide = max((east - west) * narrowing * 1.24, least)
    perLatitude = min(height / tall, width / wide)
    perLongitude = perLatitude * narrowing
    self.width = width
    self.height = height
    self.north = middle + height / perLatitude / 2
    self.west = (west + east) / 2 - width / perLongitude / 2
  }

  /// How much shorter a degree of longitude is than one of latitude on a parallel, never less than a twentieth.
  package static func narrowing(at latitude: Double) -> Double {
    max(0.05, cos(latitude * .pi / 180))
  }

  package func x(_ longitude: Double) -> Double { (longitude - west) * perLongitude }
  package func y(_ latitude: Double) -> Double { (north - latitude) * perLatitude }
  /// Drawing units of a kilometre.
  package var perKilometre: Double { perLatitude / 111.2 }

  package func holds(_ latitude: Double, _ longitude: Double) -> Bool {
    (0...width).contains(x(longitude)) && (0...height).contains(y(latitude))
  }

  /// Lines of whole degrees, or parts of them, with their numbers.
  package var grid: HTML {
    let span = height / perLatitude
    let step = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30].first { span / $0 <= 4 } ?? 30
    var lines: HTML = ""
    var latitude = ((north - span) / step).rounded(.up) * step
    while latitude < north {
      let y = SVG.number(y(latitude))
      lines += """
        <line class="grid" x1="0" x2="\(SVG.number(width))" y1="\(y)" y2="\(y)"/>\
        <text class="degree" x="3" y="\(SVG.number(self.y(latitude) - 3))">\(degrees(latitude, "N", "S"))</text>

        """
      latitude += step
    }
    var longitude = (west / step).rounded(.up) * step
    while longitude < west + width / perLongitude {
      let at = x(longitude)
      let x = SVG.number(at)
      // No number under the bar of kilometres.
      let number: HTML =
        at + Self.degreeWidth > bar.start
        ? ""
        : """
        <text class="degree" x="\(SVG.number(at + 3))" y="\(SVG.number(height - 4))">\(degrees(longitude, "E", "W"))</text>
        """
      lines += """
        <line class="grid" x1="\(x)" x2="\(x)" y1="0" y2="\(SVG.number(height))"/>\(number)

        """
      longitude += step
    }
    return lines
  }

  /// Drawing units that the number of a degree takes.
  private static let degreeWidth = 44.0

  /// Where the bar of kilometres lies, and how many it is of.
  private var bar: (start: Double, end: Double, kilometres: Int) {
    let room = width / 4 / perKilometre
    let length = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].last { Double($0) <= room } ?? 1
    let end = width - 8
    return (end - Double(length) * perKilometre, end, length)
  }

  /// A bar of so many whole kilometres.
  package var scale: HTML {
    let bar = bar
    return """
      <path class="scale" d="M\(SVG.number(bar.start)) \(SVG.number(height - 14))v6H\(SVG.number(bar.end))v-6"/>\
      <text class="degree" x="\(SVG.number(bar.end))" y="\(SVG.number(height - 18))" text-anchor="end">\(bar.kilometres) km</text>

      """
  }

  private func degrees(_ value: Double, _ positive: String, _ negative: String) -> String {
    let hundredths = Int((abs(value) * 100).rounded())
    let rest = hundredths % 100
    let tail = rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : ".\(rest < 10 ? "0" : "")\(rest)"
    return "\(hundredths / 100)\(tail)° \(value < 0 ? negative : positive)"
  }
}
