import Foundation
public import PatchworkRecord
public import PatchworkText

/// How far around its point a place may lie: what was worked out when it was read, else by its precision and kind.
///
/// The one source of rings on pages, maps and exports.
public struct PlaceReach: Sendable {
  private let rows: [(precision: Int, kind: String, km: Double)]

  /// Reads `precision-radius.tsv`.
  public init() throws(LexiconError) {
    var rows: [(precision: Int, kind: String, km: Double)] = []
    for row in try ExportTables.table("precision-radius.tsv").rows {
      guard let precision = Int(row["precision"]), let km = Double(row["km"]) else {
        throw .unknownValue(
          file: "precision-radius.tsv", line: row.line, field: "km", value: row["km"])
      }
      rows.append((precision, row["kind"], km))
    }
    self.rows = rows
  }

  /// The table that ships with the target; without it only what was worked out is known.
  public static let standard = (try? PlaceReach()) ?? PlaceReach(rows: [])

  private init(rows: [(precision: Int, kind: String, km: Double)]) { self.rows = rows }

  /// Kilometres around a place's point; nil where no ring can be drawn.
  public func kilometres(_ place: Place) -> Double? {
    if let radius = place.radius { return radius }
    return rows.first {
      $0.precision == place.precision && ($0.kind == place.kind || $0.kind == "*")
    }?.km
  }
}
