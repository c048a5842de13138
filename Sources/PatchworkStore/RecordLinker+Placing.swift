import GRDB
import PatchworkLinking
import PatchworkRecord

extension RecordLinker {
  /// Places occurrences of a record that other programs may have changed since this linker last looked.
  func placeAnew(_ rows: [Int64], in db: Database) throws {
    kept.removeAll()
    try place(rows, in: db)
  }

  /// Brings occurrences to incidents, with those whose incidents that changes.
  ///
  /// It comes to what `IncidentPartition` makes of the whole record, without looking at the whole. An incident can become
  /// another only where one of its members is alike to a member of one that did; from what changed one therefore goes on to
  /// the likenesses of all its members, and stops at incidents that are found to be as they were.
  func place(_ rows: [Int64], in db: Database) throws {
    let set = StoredOccurrences(linker: self, db: db)
    let given = Set(rows)
    var chains = NearestChains(matcher)
    var (queue, at, seen) = (rows, 0, given)
    var grouped: Set<Int64> = []
    var clusters: [Cluster] = []
    while at < queue.count {
      let row = queue[at]
      at += 1
      guard !grouped.contains(row), try set.exists(row) else { continue }
      let members = try chains.group(of: Int(row), in: set).map(Int64.init)
      grouped.formUnion(members)
      let before = try members.map { try incident(of: $0, in: db) }
      let old = try Set(before.compactMap { $0 }).sorted().map { try self.members(of: $0, in: db) }
      if given.isDisjoint(with: members), old.count == 1, old[0].count == members.count { continue }
      clusters.append(Cluster(members: members, before: before))
      for next in old.joined() where seen.insert(next).inserted { queue.append(next) }
      for member in members {
        for (other, tie) in try set.ties(of: Int(member)) where tie != .apart {
          if seen.insert(Int64(other)).inserted { queue.append(Int64(other)) }
        }
      }
    }
    try write(clusters, in: db)
  }

  /// Occurrences that are one incident now, in order, and the incidents that they were of.
  private struct Cluster {
    let members: [Int64]
    let before: [Int64?]
  }

  /// What has been done so far in one step.
  private struct Placing {
    var touched: Set<Int64> = []
    var made: Set<Int64> = []
    /// Incidents that a cluster of this step has.
    var taken: Set<Int64> = []
    /// An occurrence that each incident had.
    var moved: [Int64: Int64] = [:]
  }

  private func members(of incident: Int64, in db: Database) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT row FROM occurrence WHERE incident = ? ORDER BY row"),
      arguments: [incident])
  }

  private func write(_ clusters: [Cluster], in db: Database) throws {
    var placing = Placing()
    let founded = try clusters.map { try occurrences($0.members, in: db) }
    let order = clusters.indices.sorted {
      Occurrence.precedes(founded[$0][0].occurrence, founded[$1][0].occurrence)
    }
    for number in order {
      for (row, incident) in zip(clusters[number].members, clusters[number].before) {
        if let incident, placing.moved[incident] == nil { placing.moved[incident] = row }
      }
    }
    let homes = try homes(
      of: order.map { clusters[$0] }, order.map { founded[$0][0].occurrence }, &placing, in: db)
    let update = try db.cachedStatement(
      sql: "UPDATE occurrence SET incident = ?, linked_to = ?, reasons = ? WHERE row = ?")
    for (number, home) in zip(order, homes) {
      let members = founded[number]
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
      placing.touched.formUnion(clusters[number].before.compactMap { $0 })
    }
    try settle(placing.touched, made: placing.made, moved: placing.moved, in: db)
  }

  /// The incident of each cluster: the one that most of its members were of and that no other has, or a new one.
  private func homes(
    of clusters: [Cluster], _ founders: [Occurrence], _ placing: inout Placing, in db: Database
  ) throws -> [Int64] {
    var claims: [(cluster: Int, incident: Int64, members: Int)] = []
    for (number, cluster) in clusters.enumerated() {
      var counts: [Int64: Int] = [:]
      for incident in cluster.before.compactMap({ $0 }) { counts[incident, default: 0] += 1 }
      claims += counts.map { (number, $0.key, $0.value) }
    }
    claims.sort { ($1.members, $0.cluster, $0.incident) < ($0.members, $1.cluster, $1.incident) }
    var homes = [Int64?](repeating: nil, count: clusters.count)
    for claim in claims where homes[claim.cluster] == nil {
      if placing.taken.insert(claim.incident).inserted { homes[claim.cluster] = claim.incident }
    }
    return try homes.indices.map { number in
      if let home = homes[number] { return home }
      let new = try makeIncident(
        for: founders[number], leaving: clusters[number].before[0], in: db)
      placing.made.insert(new)
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

/// The occurrences of a record within a transaction of its writer.
private struct StoredOccurrences: OccurrenceSet {
  typealias Failure = any Error

  let linker: RecordLinker
  let db: Database

  func exists(_ row: Int64) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM occurrence WHERE row = ?)"),
      arguments: [row]) ?? false
  }

  func occurrence(_ item: Int) throws -> Occurrence {
    guard let found = try linker.occurrences(CollectionOfOne(Int64(item)), in: db).first else {
      throw DatabaseError(message: "occurrence \(item) cannot be read")
    }
    return found.occurrence
  }

  func ties(of item: Int) throws -> [(other: Int, tie: Tie)] {
    let alike = try db.cachedStatement(sql: "SELECT b, score FROM likeness WHERE a = ?")
    let bonds = try db.cachedStatement(
      sql: "SELECT b, kind FROM bond WHERE a = ?1 UNION ALL SELECT a, kind FROM bond WHERE b = ?1")
    return try Row.fetchAll(alike, arguments: [item]).map { ($0["b"], .alike($0["score"])) }
      + Row.fetchAll(bonds, arguments: [item]).map {
        ($0["b"], $0["kind"] == "together" ? .together : .apart)
      }
  }
}
