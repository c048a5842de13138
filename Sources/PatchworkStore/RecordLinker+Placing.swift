import GRDB
import PatchworkLinking
import PatchworkRecord

/// Where an occurrence stands in the order in which occurrences are linked.
struct LinkingOrder: Comparable, Hashable {
  let day: Int
  let report: String
  let number: Int

  init(_ occurrence: Occurrence) {
    day = occurrence.published?.number ?? .max
    report = occurrence.report
    number = occurrence.number
  }

  static func < (a: Self, b: Self) -> Bool {
    (a.day, a.report, a.number) < (b.day, b.report, b.number)
  }
}

extension RecordLinker {
  /// Places occurrences of a record that other programs may have changed since this linker last looked.
  func placeAnew(_ rows: [Int64], in db: Database) throws {
    kept.removeAll()
    try place(rows, in: db)
  }

  /// Brings occurrences to incidents, and again those that come later and are touched by it.
  ///
  /// It comes to what `IncidentPartition` makes of the whole record, without looking at the whole: an occurrence is placed
  /// by what precedes it in the order of publication, and when it moves, only later ones like the members of the incidents
  /// that it left and joined are placed again.
  func place(_ rows: [Int64], in db: Database) throws {
    var pending: [LinkingOrder: Int64] = [:]
    for found in try occurrences(rows, in: db) {
      pending[LinkingOrder(found.occurrence)] = found.row
    }
    var touched: Set<Int64> = []
    var made: Set<Int64> = []
    var moved: [Int64: Int64] = [:]
    while let next = pending.keys.min(), let row = pending.removeValue(forKey: next) {
      guard let occurrence = try occurrences([row], in: db).first?.occurrence else { continue }
      let before = try incident(of: row, in: db)
      let choice = try choose(row, occurrence, next, in: db)
      let after: Int64
      if let chosen = choice?.incident {
        after = chosen
      } else if let before, try isFounder(row, next, of: before, in: db) {
        after = before
      } else {
        after = try makeIncident(for: occurrence, leaving: before, in: db)
        made.insert(after)
      }
      try db.cachedStatement(
        sql: "UPDATE occurrence SET incident = ?, linked_to = ?, reasons = ? WHERE row = ?"
      ).execute(arguments: [after, choice?.like, choice?.reasons ?? "", row])
      touched.formUnion([before, after].compactMap { $0 })
      if before != after {
        if let before, moved[before] == nil { moved[before] = row }
        for incident in [before, after].compactMap({ $0 }) {
          for later in try followers(of: incident, after: next, in: db) {
            pending[LinkingOrder(later.occurrence)] = later.row
          }
        }
      }
    }
    try settle(touched, made: made, moved: moved, in: db)
  }

  private struct Choice {
    let incident: Int64
    let like: Int64?
    let reasons: String
  }

  /// The incident that an occurrence joins by what precedes it, or nil where it begins one.
  private func choose(
    _ row: Int64, _ occurrence: Occurrence, _ order: LinkingOrder, in db: Database
  ) throws -> Choice? {
    let bonds = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT CASE WHEN a = ?1 THEN b ELSE a END AS other, kind FROM bond WHERE a = ?1 OR b = ?1
          """), arguments: [row])
    let others = try occurrences(bonds.map { $0["other"] as Int64 }, in: db)
    for (bond, other) in zip(bonds, others)
    where bond["kind"] == "together" && LinkingOrder(other.occurrence) < order {
      if let incident = try incident(of: other.row, in: db) {
        return Choice(incident: incident, like: other.row, reasons: "judged to be one")
      }
    }
    let apart = Set(bonds.filter { $0["kind"] == "apart" }.map { $0["other"] as Int64 })
    var candidates: [Int64: Set<Int64>] = [:]
    let neighbours = try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT b FROM likeness WHERE a = ?"), arguments: [row])
    for other in try occurrences(neighbours, in: db)
    where LinkingOrder(other.occurrence) < order {
      if let incident = try incident(of: other.row, in: db) {
        candidates[incident, default: []].insert(other.row)
      }
    }
    var best: (choice: Choice, score: Double, order: LinkingOrder)?
    for (incident, alike) in candidates {
      let members = try self.members(of: incident, in: db).filter { $0.order < order }
      guard let founder = members.first, members.allSatisfy({ !apart.contains($0.row) }) else {
        continue
      }
      let positions = members.indices.filter { alike.contains(members[$0].row) }
      guard let fit = choice.fit(occurrence, members.map(\.occurrence), alike: positions),
        fit.score >= matcher.weights.sameIncident
      else { continue }
      // Of equal fits the incident that began first, as in the partition.
      if let best, (-fit.score, founder.order) >= (-best.score, best.order) { continue }
      best = (
        Choice(incident: incident, like: members[fit.like].row, reasons: Self.text(of: fit.match)),
        fit.score, founder.order
      )
    }
    return best?.choice
  }

  private func members(
    of incident: Int64, in db: Database
  ) throws -> [(row: Int64, occurrence: Occurrence, order: LinkingOrder)] {
    let rows = try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT row FROM occurrence WHERE incident = ?"),
      arguments: [incident])
    return try occurrences(rows, in: db)
      .map { ($0.row, $0.occurrence, LinkingOrder($0.occurrence)) }.sorted { $0.2 < $1.2 }
  }

  private func isFounder(
    _ row: Int64, _ order: LinkingOrder, of incident: Int64, in db: Database
  ) throws -> Bool {
    try members(of: incident, in: db).allSatisfy { $0.row == row || order < $0.order }
  }

  /// Occurrences later than one that belong to an incident or are like one of its members.
  private func followers(
    of incident: Int64, after order: LinkingOrder, in db: Database
  ) throws -> [(row: Int64, occurrence: Occurrence)] {
    let rows = try Int64.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT row FROM occurrence WHERE incident = ?1 AND day >= ?2
          UNION SELECT l.b FROM occurrence o JOIN likeness l ON l.a = o.row
          JOIN occurrence f ON f.row = l.b AND f.day >= ?2 WHERE o.incident = ?1
          """), arguments: [incident, order.day])
    return try occurrences(rows, in: db).filter { order < LinkingOrder($0.occurrence) }
  }

  func incident(of row: Int64, in db: Database) throws -> Int64? {
    try Int64?.fetchOne(
      db.cachedStatement(sql: "SELECT incident FROM occurrence WHERE row = ?"), arguments: [row]
    ).flatMap { $0 }
  }

  static func text(of match: OccurrenceMatch) -> String {
    match.reasons.map { reason in
      let share = (reason.share * 10).rounded() / 10
      return "\(reason.ground.rawValue) \(share > 0 ? "+" : "")\(share)"
    }.joined(separator: ", ")
  }
}
