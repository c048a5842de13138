import GRDB
import PatchworkLinking
import PatchworkRecord

extension RecordLinker {
  /// Places occurrences of a record that other programs may have changed since this linker last looked.
  func placeAnew(_ rows: [Int64], in db: Database) throws {
    kept.removeAll()
    try place(rows, in: db)
  }

  /// Brings occurrences to incidents, with all that hangs together with them.
  ///
  /// It comes to what `IncidentPartition` makes of the whole record, without looking at the whole: what does not hang
  /// together with these occurrences stays as it is.
  func place(_ rows: [Int64], in db: Database) throws {
    var placing = Placing()
    for row in rows where !placing.seen.contains(row) {
      try place(try block(around: row, &placing.seen, in: db), &placing, in: db)
    }
    try settle(placing.touched, made: placing.made, moved: placing.moved, in: db)
  }

  /// What has been done so far in one step.
  private struct Placing {
    var seen: Set<Int64> = []
    var touched: Set<Int64> = []
    var made: Set<Int64> = []
    /// Incidents that a cluster of this step has.
    var taken: Set<Int64> = []
    /// An occurrence that each incident had.
    var moved: [Int64: Int64] = [:]
  }

  /// Rows that hang together with one by likeness or bond, itself first, at most as many as are clustered together.
  private func block(
    around row: Int64, _ seen: inout Set<Int64>, in db: Database
  ) throws -> [Int64] {
    let next = try db.cachedStatement(
      sql: """
        SELECT b FROM likeness WHERE a = ?1 UNION SELECT b FROM bond WHERE a = ?1 AND kind = 'together'
        UNION SELECT a FROM bond WHERE b = ?1 AND kind = 'together'
        """)
    // Nearest first, and no more than are clustered together: what hangs together in a large record may be without end.
    var block = [row]
    seen.insert(row)
    var at = 0
    while at < block.count, block.count < IncidentPartition.mostTogether {
      for other in try Int64.fetchAll(next, arguments: [block[at]])
      where block.count < IncidentPartition.mostTogether && seen.insert(other).inserted {
        block.append(other)
      }
      at += 1
    }
    return block
  }

  private func place(
    _ block: [Int64], _ placing: inout Placing, in db: Database
  ) throws {
    let found = try occurrences(block, in: db)
    if found.isEmpty { return }
    let before = try found.map { try incident(of: $0.row, in: db) }
    for (entry, incident) in zip(found, before) {
      if let incident, placing.moved[incident] == nil { placing.moved[incident] = entry.row }
    }
    let clusters = try clusters(of: found, in: db)
    let homes = try homes(of: clusters, before, &placing, found, in: db)
    let update = try db.cachedStatement(
      sql: "UPDATE occurrence SET incident = ?, linked_to = ?, reasons = ? WHERE row = ?")
    for (cluster, home) in zip(clusters, homes) {
      let members = cluster.map { found[$0] }
      for (index, member) in members.enumerated() {
        let likest = members.prefix(index).prefix(Self.mostOfAKey)
          .compactMap { other in
            matcher.match(other.occurrence, member.occurrence).map { (other.row, $0) }
          }
          .max { $0.1.score < $1.1.score }
        try update.execute(arguments: [
          home, likest?.0, likest.map { Self.text(of: $0.1) } ?? "", member.row,
        ])
      }
      placing.touched.insert(home)
      placing.touched.formUnion(cluster.compactMap { before[$0] })
    }
  }

  private func clusters(
    of found: [(row: Int64, occurrence: Occurrence)], in db: Database
  ) throws -> [[Int]] {
    if found.count == 1 { return [[0]] }
    let positions = Dictionary(uniqueKeysWithValues: zip(found.map(\.row), found.indices))
    let alike = try db.cachedStatement(sql: "SELECT b, score FROM likeness WHERE a = ?")
    let bonded = try db.cachedStatement(sql: "SELECT b, kind FROM bond WHERE a = ?")
    var likenesses: [IncidentPartition.Likeness] = []
    var bonds: [IncidentPartition.Bond] = []
    for (index, entry) in found.enumerated() {
      for row in try Row.fetchAll(alike, arguments: [entry.row]) {
        guard let other = positions[row["b"]], other > index else { continue }
        likenesses.append(.init(index, other, score: row["score"]))
      }
      for row in try Row.fetchAll(bonded, arguments: [entry.row]) {
        guard let other = positions[row["b"]] else { continue }
        bonds.append(.init(index, other, isTogether: row["kind"] == "together"))
      }
    }
    return partition.incidents(of: found.map(\.occurrence), alike: likenesses, bonds: bonds)
  }

  /// The incident of each cluster: the one that most of its members were of and that no other has, or a new one.
  private func homes(
    of clusters: [[Int]], _ before: [Int64?], _ placing: inout Placing,
    _ found: [(row: Int64, occurrence: Occurrence)], in db: Database
  ) throws -> [Int64] {
    var claims: [(cluster: Int, incident: Int64, members: Int)] = []
    for (number, cluster) in clusters.enumerated() {
      var counts: [Int64: Int] = [:]
      for incident in cluster.compactMap({ before[$0] }) { counts[incident, default: 0] += 1 }
      claims += counts.map { (number, $0.key, $0.value) }
    }
    claims.sort { ($1.members, $0.cluster, $0.incident) < ($0.members, $1.cluster, $1.incident) }
    var homes = [Int64?](repeating: nil, count: clusters.count)
    for claim in claims where homes[claim.cluster] == nil {
      if placing.taken.insert(claim.incident).inserted { homes[claim.cluster] = claim.incident }
    }
    return try zip(clusters, homes).map { cluster, home in
      if let home { return home }
      let founder = cluster[0]
      let new = try makeIncident(
        for: found[founder].occurrence, leaving: before[founder], in: db)
      placing.made.insert(new)
      placing.taken.insert(new)
      return new
    }
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
