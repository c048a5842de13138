import Foundation
import GRDB
import PatchworkLinking
public import PatchworkRecord
public import PatchworkSituation

extension RecordFile {
  /// Incidents beside an area, at places no farther from the nearest of its places than so many kilometres; those within are not
  /// among them.
  ///
  /// The record knows no outlines of areas, so distances are taken from the places of the area that reports name, and from the
  /// area's own point where it is itself a town.
  public func incidents(
    beside id: String, within kilometres: Double, days: ClosedRange<CivilDay>, limit: Int
  ) throws -> AreaIncidents {
    try pool.read { db in
      let points = try Row.fetchAll(
        db,
        sql: """
          SELECT latitude, longitude FROM place WHERE latitude IS NOT NULL
            AND id IN (SELECT place FROM place_within WHERE wider = ?)
            AND kind NOT IN (SELECT value FROM json_each(?))
          """, arguments: [id, SituationFilter.list(linker.layers.areas.regions)]
      ).map { (latitude: $0[0] as Double, longitude: $0[1] as Double) }
      guard let south = points.map(\.latitude).min(), let north = points.map(\.latitude).max(),
        let west = points.map(\.longitude).min(), let east = points.map(\.longitude).max()
      else { return AreaIncidents() }
      let inside = try Set(
        String.fetchAll(
          db, sql: "SELECT place FROM place_within WHERE wider = ?", arguments: [id]))
      return try self.incidents(
        beside: (south, north, west, east), kilometres, days, limit, in: db
      ) { place, latitude, longitude in
        inside.contains(place)
          ? nil
          : points.map {
            PatchworkRecord.kilometres(($0.latitude, $0.longitude), (latitude, longitude))
          }.min()
      }
    }
  }

  /// Incidents beside a drawn area, no farther from its nearest side than so many kilometres.
  public func incidents(
    beside area: DrawnArea, within kilometres: Double, days: ClosedRange<CivilDay>, limit: Int
  ) throws -> AreaIncidents {
    try pool.read { db in
      try self.incidents(beside: area.bounds, kilometres, days, limit, in: db) {
        let far = area.kilometres(latitude: $1, longitude: $2)
        return far > 0 ? far : nil
      }
    }
  }

  /// Places in and around some bounds whose distance, where they have one, is no more than was asked for, and their incidents.
  private func incidents(
    beside bounds: (south: Double, north: Double, west: Double, east: Double),
    _ kilometres: Double, _ days: ClosedRange<CivilDay>, _ limit: Int, in db: Database,
    _ distance: (String, Double, Double) -> Double?
  ) throws -> AreaIncidents {
    let box = GroundBox(bounds, around: kilometres)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, latitude, longitude FROM place
        WHERE latitude BETWEEN ? AND ? AND longitude BETWEEN ? AND ?
          AND kind NOT IN (SELECT value FROM json_each(?)) ORDER BY id
        """,
      arguments: [
        box.south, box.north, box.west, box.east,
        SituationFilter.list(linker.layers.areas.regions),
      ])
    var near: [String: Double] = [:]
    while let row = try rows.next() {
      let id: String = row[0]
      if let far = distance(id, row[1], row[2]), far <= kilometres { near[id] = far }
    }
    guard !near.isEmpty else { return AreaIncidents() }
    var found = try areaIncidents(of: .places(near.keys.sorted()), days, limit, in: db)
    found.kilometres = near
    return found
  }
}

/// Degrees north and east within which everything lies that is near some bounds.
private struct GroundBox {
  let south, north, west, east: Double

  init(
    _ bounds: (south: Double, north: Double, west: Double, east: Double), around kilometres: Double
  ) {
    let degrees = kilometres / 111
    // Beyond 78° a degree of longitude is taken for longer than it is: there the distance itself keeps more out.
    let farthest = min(78, max(abs(bounds.south), abs(bounds.north)) + degrees)
    let along = degrees / cos(farthest * .pi / 180)
    south = bounds.south - degrees
    north = bounds.north + degrees
    west = bounds.west - along
    east = bounds.east + along
  }
}
