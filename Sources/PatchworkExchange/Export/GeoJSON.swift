import Foundation
import PatchworkLinking
import PatchworkRecord
import PatchworkStore

/// Incidents as features of RFC 7946, written one by one.
///
/// A point where the place is known to a few kilometres, a ring of 48 corners around it where it is not, no geometry where only a
/// country is known. Rings run against the clock; one that crosses the line of 180 degrees is two polygons.
public struct GeoJSONCollection: Sendable {
  private let tables: ExportTables
  private var box: GeoBox?
  private var isFirst = true

  /// Starts a collection.
  public init(tables: ExportTables) { self.tables = tables }

  /// What comes before the first feature.
  public func head() -> [UInt8] { Array("{\"type\":\"FeatureCollection\",\"features\":[\n".utf8) }

  /// The feature of an incident.
  public mutating func feature(_ event: ExportedEvent) -> [UInt8] {
    let tables = tables
    return feature(event.view.id, at: event.place) { Self.properties(event, tables, to: &$0) }
  }

  /// The feature of anything that has a place.
  mutating func feature(
    _ id: String, at place: Place?, _ properties: (inout JSONWriter) -> Void
  ) -> [UInt8] {
    var json = JSONWriter(capacity: 2048)
    json.begin(.object)
    json.member("type", "Feature")
    json.member("id", id)
    let shape = GeoShape(place, tables: tables)
    if let shape {
      json.key("bbox")
      shape.box.write(to: &json)
      box = box.map { $0.union(shape.box) } ?? shape.box
    }
    json.key("geometry")
    if let shape { shape.write(to: &json) } else { json.null() }
    json.key("properties")
    properties(&json)
    json.end(.object)
    defer { isFirst = false }
    return (isFirst ? [] : Array(",\n".utf8)) + json.bytes
  }

  /// What comes after the last feature: the box around all, and what the export says of itself.
  public func tail(_ about: ExportAbout) -> [UInt8] {
    var json = JSONWriter(capacity: 8192)
    about.write(to: &json)
    var bytes = Array("\n]".utf8)
    if let box {
      var corners = JSONWriter()
      box.write(to: &corners)
      bytes += Array(",\"bbox\":".utf8) + corners.bytes
    }
    return bytes + Array(",\"about\":".utf8) + json.bytes + Array("}\n".utf8)
  }

  private static func properties(
    _ event: ExportedEvent, _ tables: ExportTables, to json: inout JSONWriter
  ) {
    let (view, place) = (event.view, event.place)
    json.begin(.object)
    json.member("title", view.title)
    json.member("type", view.summary.type.rawValue)
    json.member("from", orNull: event.days?.lowerBound.iso)
    json.member("to", orNull: event.days?.upperBound.iso)
    json.member("date_prec", orNull: event.datePrecision)
    json.member("reported", orNull: event.reported?.iso)
    json.member("place", orNull: place?.name)
    json.member("place_id", orNull: place?.id)
    json.member("pcode", orNull: place?.pcode)
    json.member("country", orNull: event.country.isEmpty ? nil : event.country)
    json.member("where_prec", orNull: place?.precision)
    json.member("radius_km", orNull: place.flatMap { tables.radius(of: $0) })
    json.member("where_rule", orNull: place?.rule)
    for (name, range) in [
      ("killed" as StaticString, view.analysis.killed), ("injured", view.analysis.injured),
    ] {
      json.key(name)
      if let range { write(range, to: &json) } else { json.null() }
    }
    json.key("blamed")
    json.begin(.array)
    for party in event.blamed { json.string(party) }
    json.end(.array)
    json.key("denied")
    json.boolean(event.isDenied)
    json.member("grade", view.gradeWord.rawValue)
    json.member("grade_rule", event.gradeRule)
    json.member("origins", orNull: view.origins)
    json.member("accounts", orNull: view.accounts.count)
    json.key("sources")
    json.begin(.array)
    for report in event.incident.reports {
      json.begin(.object)
      json.member("report", report.id)
      json.member("outlet", report.outlet)
      json.member("title", report.title)
      json.member("url", report.url)
      json.member("published", orNull: report.published?.iso)
      json.end(.object)
    }
    json.end(.array)
    json.end(.object)
  }

  private static func write(_ range: CasualtyRange, to json: inout JSONWriter) {
    json.begin(.object)
    json.member("low", orNull: range.low)
    json.member("best", orNull: range.best)
    json.member("high", orNull: range.high)
    json.key("open")
    json.boolean(range.isOpen)
    json.end(.object)
  }
}
