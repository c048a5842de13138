import GRDB
import PatchworkLinking
public import PatchworkRecord
public import PatchworkSituation
import PatchworkText

/// Which statements on places are asked for.
public struct SituationFilter: Sendable {
  /// Identifier of an area; what lies within it counts.
  public var area: String?
  /// Identifiers of places themselves, and whether statements that name no place count too.
  public var places: [String]?
  /// Whether statements that name no place count.
  public var takesUnplaced = false
  /// Layers, all where nil.
  public var layers: [Layer]?
  /// First and last day that statements may be of.
  public var since: CivilDay?
  /// Last day.
  public var until: CivilDay?
  /// Only what was published before this time.
  public var asOf: Moment?
  /// Whether sentences are wanted; without them a year of a region is quick.
  public var withSentences = true
  /// Whether the code of each account's incident is wanted.
  public var withIncidents = false

  /// Makes a filter that lets everything through.
  public init() {}
}

extension RecordFile {
  /// What accounts say of places, in order of publication, report and account.
  public func saidStates(_ filter: SituationFilter) throws -> [SaidState] {
    try pool.read { try self.saidStates(filter, in: $0) }
  }

  /// The format from which on a record lays out what is said of places.
  static let situationFormat = 3

  /// Throws where a file of an older format is open for reading only, so that it could not be brought forward.
  func requireSituation(in db: Database) throws {
    try requireFormat(Self.situationFormat, in: db)
  }

  /// Throws where a file is of an older format than is needed.
  func requireFormat(_ needed: Int, in db: Database) throws {
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard version >= needed else {
      throw RecordFileError.older(path: path, version: version, needed: needed)
    }
  }

  func saidStates(_ filter: SituationFilter, in db: Database) throws -> [SaidState] {
    try requireSituation(in: db)
    var sql = ["r.is_latest = 1"]
    var values: [(any DatabaseValueConvertible)?] = []
    if let area = filter.area {
      sql.append("e.place IN (SELECT place FROM place_within WHERE wider = ?)")
      values.append(area)
    }
    if let places = filter.places {
      let marks = databaseQuestionMarks(count: places.count)
      sql.append("(e.place IN (\(marks))\(filter.takesUnplaced ? " OR e.place IS NULL" : ""))")
      values += places
    }
    if let layers = filter.layers {
      sql.append("e.layer IN (\(databaseQuestionMarks(count: layers.count)))")
      values += layers.map(\.rawValue)
    }
    if let since = filter.since {
      sql.append("e.until_day >= ?")
      values.append(since.number)
    }
    if let until = filter.until {
      sql.append("e.from_day <= ?")
      values.append(until.number)
    }
    if let asOf = filter.asOf {
      sql.append("r.day <= ?")
      values.append(asOf.day.number)
    }
    let sentence =
      filter.withSentences
      ? "CAST(substr(CAST(r.text AS BLOB), a.sentence_start + 1, a.sentence_end - a.sentence_start) AS TEXT)"
      : "''"
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT e.*, r.id, r.outlet, r.published, r.day, a.who, a.role, a.stance,
          p.kind, p.latitude, p.longitude, \(sentence) AS sentence,
          CASE WHEN r.origin != r.row AND EXISTS (
            SELECT 1 FROM passage s WHERE s.report = r.row AND s.relation = 'copy'
              AND s.start < a.sentence_end AND s.end > a.sentence_start)
          THEN o.id ELSE r.id END AS words_of
        FROM layer_entry e JOIN report r ON r.row = e.report JOIN report o ON o.row = r.origin
        JOIN account a ON a.report = e.report AND a.n = e.n LEFT JOIN place p ON p.id = e.place
        WHERE \(sql.joined(separator: " AND "))
        ORDER BY r.sort_day, r.id, e.n, e.layer
        """, arguments: StatementArguments(values))
    var states: [SaidState] = []
    var parties: [String: String] = [:]
    while let row = try rows.next() {
      if let asOf = filter.asOf, !Self.isPublished(row["published"], before: asOf) { continue }
      let speaker: String = row["who"]
      let role: String = row["role"]
      let party =
        parties[speaker + "\n" + role]
        ?? (linker.parties.party(of: speaker) ?? linker.parties.party(of: role))?.name ?? ""
      parties[speaker + "\n" + role] = party
      guard let state = Self.saidState(row, party: party) else { continue }
      states.append(state)
    }
    if filter.withIncidents { try Self.addIncidents(to: &states, in: db) }
    return states
  }

  /// Whether a report was out before a time: by its own time, else by the end of its day.
  static func isPublished(_ published: String?, before asOf: Moment) -> Bool {
    guard let published else { return false }
    if let moment = Moment(rfc3339: published) { return moment <= asOf }
    return CivilDay(iso: published).map { $0 < asOf.day } ?? false
  }

  private static func saidState(_ row: Row, party: String) -> SaidState? {
    guard let layer = Layer(rawValue: row["layer"]),
      let holding = Position.Holding(rawValue: row["holding"]),
      let stance = Stance(rawValue: row["stance"])
    else { return nil }
    func day(_ column: String) -> CivilDay? { (row[column] as Int?).map(CivilDay.init(number:)) }
    let name: String = row["place_name"]
    let nowhere = Span(0, 0)
    let place =
      name.isEmpty
      ? nil
      : Place(
        quote: Quote(span: nowhere, text: name), id: row["place"], name: name,
        kind: row["kind"] ?? "", latitude: row["latitude"], longitude: row["longitude"],
        precision: row["precision"])
    let words: String = row["number_words"]
    let unit: String = row["number_unit"]
    let number =
      words.isEmpty
      ? nil
      : Count(
        quote: Quote(span: nowhere, text: words), low: row["number_low"], high: row["number_high"],
        relation: .exact, measure: .other, unit: unit)
    return SaidState(
      report: row["id"], published: day("day"), outlet: row["outlet"], who: row["who"],
      party: party, stance: stance, sentence: row["sentence"], origin: row["words_of"],
      entry: LayerEntry(
        account: row["n"], layer: layer, state: row["state"], holding: holding, place: place,
        party: row["party"], first: day("first_day"), last: day("last_day"), number: number,
        hours: row["hours"], isOfPeople: row["is_of_people"]))
  }

  private static func addIncidents(to states: inout [SaidState], in db: Database) throws {
    var byReport: [String: [Int: String]] = [:]
    for at in states.indices where states[at].entry.layer == .violence {
      let id = states[at].report
      if byReport[id] == nil {
        let row = try Int64.fetchOne(
          db, sql: "SELECT row FROM report WHERE id = ? AND is_latest = 1", arguments: [id])
        byReport[id] = try row.map { try incidents(ofReport: $0, in: db) } ?? [:]
      }
      states[at].incident = byReport[id]?[states[at].entry.account] ?? ""
    }
  }

  /// The picture of an area over some days, or nil where the record names no such place.
  public func areaPicture(
    _ id: String, days: ClosedRange<CivilDay>, withSentences: Bool = true
  ) throws -> AreaPicture? {
    var filter = SituationFilter()
    filter.area = id
    filter.since = days.lowerBound - AreaStrip.longestCarried
    filter.until = days.upperBound
    filter.withSentences = withSentences
    return try pool.read { db in
      guard
        let name = try String.fetchOne(
          db, sql: "SELECT name FROM place WHERE id = ?", arguments: [id])
      else { return nil }
      return AreaPicture(
        id: id, name: name, states: try self.saidStates(filter, in: db), days: days,
        meanings: linker.layers.states)
    }
  }

  /// Truces, proposals, counts of violations and meetings that reports speak of.
  public func ceasefires(
    since: CivilDay? = nil, until: CivilDay? = nil, asOf: Moment? = nil
  ) throws -> Ceasefires {
    var filter = SituationFilter()
    filter.layers = TruceReader.layers
    (filter.since, filter.until, filter.asOf) = (since, until, asOf)
    return Ceasefires(try saidStates(filter), reader: try TruceReader())
  }

  /// Days before a case file's time that are looked back for statements.
  static let lookedBack = 150

  /// The case file of a movement, of what was published before a time.
  public func caseFile(of movement: Movement, asOf: Moment, rules: RuleSet) throws -> CaseFile {
    try pool.read { db in
      var filter = SituationFilter()
      filter.places = try Self.places(around: movement, in: db)
      filter.takesUnplaced = true
      filter.since = asOf.day - Self.lookedBack
      filter.asOf = asOf
      filter.withIncidents = true
      let states = try self.saidStates(filter, in: db)
      var truces = SituationFilter()
      truces.layers = TruceReader.layers
      truces.since = asOf.day - Self.lookedBack
      truces.asOf = asOf
      let ceasefires = Ceasefires(
        try self.saidStates(truces, in: db), reader: try TruceReader())
      return try Assessment(rules: rules).caseFile(
        movement, states: states, ceasefires: ceasefires, asOf: asOf)
    }
  }

  /// Places of the record that are near the way or that it goes through.
  private static func places(around movement: Movement, in db: Database) throws -> [String] {
    var ids = Set(movement.points.flatMap { [$0.id].compactMap { $0 } + $0.within })
    let points = movement.legs.flatMap(\.points)
    guard let south = points.map(\.latitude).min(), let north = points.map(\.latitude).max(),
      let west = points.map(\.longitude).min(), let east = points.map(\.longitude).max()
    else { return ids.sorted() }
    // Half a degree is more than the farthest that counts, along a meridian; twice that along a parallel up to 60°.
    ids.formUnion(
      try String.fetchAll(
        db,
        sql: """
          SELECT id FROM place WHERE latitude BETWEEN ? AND ? AND longitude BETWEEN ? AND ?
          """, arguments: [south - 0.55, north + 0.55, west - 1.1, east + 1.1]))
    return ids.sorted()
  }
}
