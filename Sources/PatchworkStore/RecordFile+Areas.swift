import GRDB
import PatchworkLinking
public import PatchworkRecord
public import PatchworkSituation

/// An area on a day: what each layer is said to be, or that nothing is said.
public struct AreaDay: Sendable {
  /// Identifier of the area.
  public var id: String
  /// Its name.
  public var name: String
  /// Its kind in the gazetteer.
  public var kind: String
  /// Degrees north of its point, nil where it has none.
  public var latitude: Double?
  /// Degrees east of its point.
  public var longitude: Double?
  /// What is said of the day.
  public var picture: AreaPicture
}

extension RecordFile {
  /// The newest day on which something was published of an area, of the whole record without one; nil where nothing was.
  public func newestDay(of area: String? = nil) throws -> CivilDay? {
    try pool.read { db in
      try requireSituation(in: db)
      return try Int.fetchOne(
        db,
        sql: """
          SELECT max(e.day) FROM layer_entry e
          WHERE ?1 IS NULL OR e.place IN (SELECT place FROM place_within WHERE wider = ?1)
          """, arguments: [area]
      ).map(CivilDay.init(number:))
    }
  }

  /// Layers that tell where a war is: what is said in talks is said in capitals far from it.
  private static let ofTheatre: [Layer] = [
    .violence, .siege, .access, .delivery, .road, .control, .presence,
  ]

  /// A country is of the theatre where at least this share of what is said of the country of which most is said is said of it.
  private static let leastShare = 0.05

  /// Areas of which most was said in the weeks up to a day, each as that day stands; at most so many.
  ///
  /// Without `within` they are of the theatre: of the countries in which violence, sieges and roads are told of most. With it, of
  /// what lies within that place, wherever it is.
  public func areas(
    on day: CivilDay, within: String? = nil, limit: Int = 24
  ) throws -> [AreaDay] {
    let found = try pool.read { db in
      try requireSituation(in: db)
      let counts = try Self.counts(of: Self.ofTheatre, upTo: day, in: db)
      let theatre = try within.map { [$0] } ?? Self.theatre(counts, in: db)
      return try Self.areas(
        linker.layers.areas.kinds, in: theatre, counts, limit: limit, in: db)
    }
    return try found.compactMap { row in
      guard let picture = try areaPicture(row["id"], days: day...day, statements: 0) else {
        return nil
      }
      return AreaDay(
        id: row["id"], name: row["name"], kind: row["kind"], latitude: row["latitude"],
        longitude: row["longitude"], picture: picture)
    }
  }

  /// How often something is said of each place in the weeks up to a day, as the array that SQL takes apart again.
  private static func counts(
    of layers: [Layer], upTo day: CivilDay, in db: Database
  ) throws -> String {
    var filter = SituationFilter()
    filter.layers = layers
    filter.since = day - AreaStrip.longestCarried
    filter.until = day
    let (conditions, values) = filter.conditions()
    return try String.fetchOne(
      db,
      sql: """
        SELECT json_group_object(place, said) FROM (
          SELECT e.place, count(*) AS said FROM layer_entry e INDEXED BY layer_entry_layer
          WHERE e.place IS NOT NULL AND \(conditions) GROUP BY e.place)
        """, arguments: StatementArguments(values)) ?? "{}"
  }

  /// The countries of which most is said; none where the record names no country.
  private static func theatre(_ counts: String, in db: Database) throws -> [String] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT p.id, sum(j.value) AS said FROM json_each(?) j JOIN place_within w ON w.place = j.key
        JOIN place p ON p.id = w.wider AND p.kind = 'country' GROUP BY p.id ORDER BY said DESC, p.id
        """, arguments: [counts])
    let most: Int = rows.first?["said"] ?? 0
    return rows.filter { Double($0["said"] as Int) >= leastShare * Double(most) }.map { $0["id"] }
  }

  private static func areas(
    _ kinds: [String], in theatre: [String], _ counts: String, limit: Int, in db: Database
  ) throws -> [Row] {
    let narrow =
      theatre.isEmpty
      ? ""
      : "AND p.id IN (SELECT place FROM place_within WHERE wider IN (\(databaseQuestionMarks(count: theatre.count))))"
    return try Row.fetchAll(
      db,
      sql: """
        SELECT p.id, p.name, p.kind, p.latitude, p.longitude, sum(j.value) AS said
        FROM json_each(?) j JOIN place_within w ON w.place = j.key JOIN place p ON p.id = w.wider
        WHERE p.kind IN (\(databaseQuestionMarks(count: kinds.count))) \(narrow)
        GROUP BY p.id ORDER BY said DESC, p.id LIMIT ?
        """,
      arguments: StatementArguments(
        [counts] + kinds as [any DatabaseValueConvertible] + theatre + [limit]))
  }

  /// How many statements are of each of some days, over all areas; days without any are not in it.
  public func statements(on days: ClosedRange<CivilDay>) throws -> [CivilDay: Int] {
    try pool.read { db in
      try requireSituation(in: db)
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT e.from_day AS day, count(*) AS said FROM layer_entry e
          WHERE e.from_day BETWEEN ? AND ? AND e.place IS NOT NULL GROUP BY e.from_day
          """, arguments: [days.lowerBound.number, days.upperBound.number])
      return Dictionary(
        uniqueKeysWithValues: rows.map { (CivilDay(number: $0["day"]), $0["said"]) })
    }
  }

  /// How many statements of each layer a picture looks at by themselves, unless others are asked for.
  public static let statementsShown = 60

  /// The picture of an area over some days, or nil where the record names no such place; `statements` of each layer are
  /// looked at by themselves, the newest, all others are counted.
  public func areaPicture(
    _ id: String, days: ClosedRange<CivilDay>, statements: Int = statementsShown
  ) throws -> AreaPicture? {
    try pool.read { db in
      guard
        let name = try String.fetchOne(
          db, sql: "SELECT name FROM place WHERE id = ?", arguments: [id])
      else { return nil }
      return try self.picture(id, name, of: .area(id), days, statements, in: db)
    }
  }

  /// The picture of an area that a person drew: of places whose points lie within it.
  public func areaPicture(
    _ area: DrawnArea, days: ClosedRange<CivilDay>, statements: Int = statementsShown
  ) throws -> AreaPicture {
    try pool.read { db in
      try self.picture(
        "drawn", area.name.isEmpty ? "drawn area" : area.name, of: Self.ground(of: area, in: db),
        days, statements, in: db)
    }
  }

  private func picture(
    _ id: String, _ name: String, of ground: SituationFilter.Ground,
    _ days: ClosedRange<CivilDay>, _ statements: Int, in db: Database
  ) throws -> AreaPicture {
    try requireSituation(in: db)
    var filter = SituationFilter()
    filter.ground = ground
    filter.since = days.lowerBound - AreaStrip.longestCarried
    filter.until = days.upperBound
    let tallies = try Self.tallies(filter, in: db)
    return AreaPicture(
      id: id, name: name, tallies: tallies,
      states: statements > 0 ? try newest(statements, of: tallies, filter, in: db) : [],
      days: days, meanings: linker.layers.states)
  }

  /// How many statements say which state of which days, from an index alone.
  private static func tallies(_ filter: SituationFilter, in db: Database) throws -> [StateTally] {
    let (conditions, values) = filter.conditions()
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT e.layer, e.state, e.holding, e.is_of_people, e.from_day, e.until_day, max(e.day),
          count(*)
        FROM layer_entry e INDEXED BY layer_entry_place WHERE \(conditions)
        GROUP BY e.layer, e.until_day, e.from_day, e.state, e.holding, e.is_of_people
        """, arguments: StatementArguments(values))
    var tallies: [StateTally] = []
    while let row = try rows.next() {
      guard let layer = Layer(rawValue: row[0]), let holding = Position.Holding(rawValue: row[2])
      else { continue }
      let (first, last): (Int, Int) = (row[4], row[5])
      tallies.append(
        StateTally(
          layer: layer, state: row[1], holding: holding, isOfPeople: row[3],
          days: CivilDay(number: first)...CivilDay(number: max(first, last)),
          newest: (row[6] as Int?).map(CivilDay.init(number:)), count: row[7]))
    }
    return tallies
  }

  /// The statements of each layer of the latest days, so many of each; the tallies tell from which day on there are enough.
  private func newest(
    _ count: Int, of tallies: [StateTally], _ filter: SituationFilter, in db: Database
  ) throws -> [SaidState] {
    let byLayer = Dictionary(grouping: tallies, by: \.layer)
    var states: [SaidState] = []
    for layer in Layer.allCases {
      let latestFirst = (byLayer[layer] ?? []).sorted {
        $0.days.upperBound > $1.days.upperBound
      }
      var (found, since): (Int, CivilDay?) = (0, nil)
      for tally in latestFirst where found < count {
        found += tally.count
        since = tally.days.upperBound
      }
      guard let since else { continue }
      var narrow = filter
      narrow.layers = [layer]
      narrow.since = since
      narrow.limit = count
      states += try saidStates(narrow, in: db)
    }
    return states
  }
}
