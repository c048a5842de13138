import GRDB
import PatchworkLinking
public import PatchworkRecord
public import PatchworkSituation

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
    filter.layers = Layer.allCases.filter { $0 != .clause }
    filter.since = days.lowerBound - AreaStrip.longestCarried
    filter.until = days.upperBound
    let tallies = try Self.tallies(filter, in: db)
    var within = filter
    within.since = days.lowerBound
    return AreaPicture(
      id: id, name: name, tallies: tallies,
      states: statements > 0 ? try newest(statements, of: tallies, filter, in: db) : [],
      numbers: statements > 0 ? try numbers(filter, days, in: db) : [], days: days,
      newest: statements > 0 ? try Self.newestDay(within, in: db) : nil,
      meanings: linker.layers.states)
  }

  /// Every number of people that is said with a state of some days, in order of days.
  private func numbers(
    _ filter: SituationFilter, _ days: ClosedRange<CivilDay>, in db: Database
  ) throws -> [SaidNumber] {
    var narrow = filter
    narrow.layers = [.siege, .access, .delivery]
    narrow.since = days.lowerBound
    narrow.isNumbered = true
    let (conditions, values) = narrow.conditions()
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT e.layer, e.state, e.from_day, e.until_day, e.number_low, e.number_high,
          e.number_words, a.who, a.role
        FROM layer_entry e INDEXED BY layer_entry_number
        CROSS JOIN account a ON a.report = e.report AND a.n = e.n
        WHERE \(conditions) ORDER BY e.from_day, e.report, e.n
        """, arguments: StatementArguments(values))
    var decoder = StatementDecoder(db: db, parties: linker.parties)
    var numbers: [SaidNumber] = []
    while let row = try rows.next() {
      guard let layer = Layer(rawValue: row[0]) else { continue }
      let (first, last): (Int, Int) = (row[2], row[3])
      numbers.append(
        SaidNumber(
          layer: layer, state: row[1],
          days: CivilDay(number: first)...CivilDay(number: max(first, last)), low: row[4],
          high: row[5], words: row[6], speaker: decoder.speaker(row[7], role: row[8])))
    }
    return numbers
  }

  /// How many statements say which state of which days: of an area as the record keeps them counted, of other ground from an
  /// index alone.
  static func tallies(
    _ filter: SituationFilter, isKept: Bool = true, in db: Database
  ) throws -> [StateTally] {
    let columns = "layer, state, holding, is_of_people, from_day, until_day"
    let rows: RowCursor
    if isKept, case .area(let id)? = filter.ground, let since = filter.since,
      let until = filter.until
    {
      rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(columns), n FROM area_tally
          WHERE area = ? AND until_day >= ? AND from_day <= ? AND layer != 'clause'
          """, arguments: [id, since.number, until.number])
    } else {
      let (conditions, values) = filter.conditions()
      rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(columns), count(*) FROM layer_entry e INDEXED BY layer_entry_place
          WHERE \(conditions)
          GROUP BY layer, until_day, from_day, state, holding, is_of_people
          """, arguments: StatementArguments(values))
    }
    var tallies: [StateTally] = []
    while let row = try rows.next() {
      guard let layer = Layer(rawValue: row[0]), let holding = Position.Holding(rawValue: row[2])
      else { continue }
      let (first, last): (Int, Int) = (row[4], row[5])
      tallies.append(
        StateTally(
          layer: layer, state: row[1], holding: holding, isOfPeople: row[3],
          days: CivilDay(number: first)...CivilDay(number: max(first, last)), count: row[6]))
    }
    return tallies
  }

  /// The newest day of publication among statements, nil where none is.
  private static func newestDay(_ filter: SituationFilter, in db: Database) throws -> CivilDay? {
    let (conditions, values) = filter.conditions()
    return try Int.fetchOne(
      db,
      sql: "SELECT max(e.day) FROM layer_entry e INDEXED BY layer_entry_place WHERE \(conditions)",
      arguments: StatementArguments(values)
    ).map(CivilDay.init(number:))
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
