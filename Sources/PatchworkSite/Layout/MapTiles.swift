import Foundation
import PatchworkDisplay

/// Square pictures of the earth from a server that whoever runs the site names; without one no map asks anybody.
public struct MapTiles: Sendable, Equatable {
  /// The address of a tile, with `{z}`, `{x}` and `{y}` for its zoom, column and row (Web Mercator).
  public let address: String
  /// Who made them, as they ask to be named.
  public let credit: String
  /// Scheme, host and port of the server, for the policy of pages.
  let origin: String

  /// Makes tiles of a template; nil where it is no address over HTTP or lacks one of the three.
  public init?(address: String, credit: String) {
    guard ["{z}", "{x}", "{y}"].allSatisfy(address.contains),
      address.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !"\"'<>;,\\".utf8.contains($0) }),
      let scheme = ["https://", "http://"].first(where: address.hasPrefix)
    else { return nil }
    let host = address.dropFirst(scheme.count).prefix { $0 != "/" }
    // A wildcard or a user's name in the host would widen the policy.
    guard !host.isEmpty, host.utf8.allSatisfy(Self.isOfHost) else { return nil }
    origin = scheme + host
    (self.address, self.credit) = (address, credit)
  }

  private static func isOfHost(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"):
      true
    default: false
    }
  }

  /// The tiles under a frame, each stretched to where its corners lie in it; three or so across.
  func html(_ frame: MapFrame) -> HTML {
    let degrees = frame.width / frame.perLongitude
    let zoom = min(16, max(1, Int((log2(360 / degrees) + 1.6).rounded(.down))))
    let count = 1 << zoom
    let south = frame.north - frame.height / frame.perLatitude
    let rows = Self.row(frame.north, count)...Self.row(south, count)
    let columns = Self.column(frame.west, count)...Self.column(frame.west + degrees, count)
    guard rows.count * columns.count <= 64 else { return "" }
    var tiles: HTML = ""
    for row in rows {
      for column in columns {
        let (left, right) = (Self.west(column, count), Self.west(column + 1, count))
        let (top, bottom) = (Self.north(row, count), Self.north(row + 1, count))
        let url = address.replacingOccurrences(of: "{z}", with: String(zoom))
          .replacingOccurrences(of: "{x}", with: String((column % count + count) % count))
          .replacingOccurrences(of: "{y}", with: String(row))
        tiles += """
          <image href="\(url)" x="\(SVG.number(frame.x(left)))" y="\(SVG.number(frame.y(top)))" \
          width="\(SVG.number(frame.x(right) - frame.x(left) + 0.3))" \
          height="\(SVG.number(frame.y(bottom) - frame.y(top) + 0.3))" preserveAspectRatio="none"/>

          """
      }
    }
    return tiles
  }

  private static func column(_ longitude: Double, _ count: Int) -> Int {
    Int(((longitude + 180) / 360 * Double(count)).rounded(.down))
  }

  private static func row(_ latitude: Double, _ count: Int) -> Int {
    let angle = min(85, max(-85, latitude)) * .pi / 180
    let share = (1 - log(tan(angle) + 1 / cos(angle)) / .pi) / 2
    return min(count - 1, max(0, Int((share * Double(count)).rounded(.down))))
  }

  private static func west(_ column: Int, _ count: Int) -> Double {
    Double(column) / Double(count) * 360 - 180
  }

  private static func north(_ row: Int, _ count: Int) -> Double {
    atan(sinh(.pi * (1 - 2 * Double(row) / Double(count)))) * 180 / .pi
  }
}
