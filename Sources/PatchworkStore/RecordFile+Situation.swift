import GRDB
import PatchworkLinking
public import PatchworkRecord
public import PatchworkSituation
import PatchworkText

extension RecordFile {
  /// What accounts say of places, in order of publication, report and account.
  public func saidStates(_ filter: SituationFilter) throws -> [SaidState] {
    try pool.read { try self.saidStates(filter, in: $0) }
  }

  /// The format from which on a record lays out what is said of places.
  static let situationFormat = 10

  /// Throws where a file of an older format is open for reading only, so that it could not be brought forward.
  func requireSituation(in db: Database) throws {
    try requireFormat(Self.situationFormat, in: db)
  }

  /// The format from which on a record counts what lists are made from.
  static let countedFormat = 6

  /// Throws where a file is of an older format than is needed.
  func requireFormat(_ needed: Int, in db: Database) throws {
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard version >= needed else {
      throw RecordFileError.older(path: path, version: version, needed: needed)
    }
  }

  func saidStates(_ filter: SituationFilter, in db: Database) throws -> [SaidState] {
    try requireSituation(in: db)
    let (conditions, values) = filter.conditions()
    let newest =
      filter.limit == nil
      ? "" : "ORDER BY e.until_day DESC, e.day DESC, r.id, e.n LIMIT \(filter.limit ?? 0)"
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(StatementDecoder.columns), \(filter.withIncidents ? Self.incidentCode : "''")
        FROM layer_entry e CROSS JOIN report r INDEXED BY report_face ON r.row = e.report
        CROSS JOIN account a ON a.report = e.report AND a.n = e.n
        WHERE \(conditions) \(newest)
        """, arguments: StatementArguments(values))
    var decoder = StatementDecoder(db: db, parties: linker.parties)
    var states: [SaidState] = []
    while let row = try rows.next() {
      if let asOf = filter.asOf, !Self.isPublished(row[StatementDecoder.published], before: asOf) {
        continue
      }
      if let state = try decoder.state(row) { states.append(state) }
    }
    states = SaidState.ordered(states)
    if filter.withSentences { try Self.addSentences(to: &states, at: states.indices, in: db) }
    return states
  }

  /// Identifiers of the reports that say something that a filter lets through, in order of publication.
  public func reports(saying filter: SituationFilter) throws -> [String] {
    try pool.read { db in
      try self.requireSituation(in: db)
      let (conditions, values) = filter.conditions()
      return try String.fetchAll(
        db,
        sql: """
          SELECT id FROM report WHERE row IN (SELECT e.report FROM layer_entry e WHERE \(conditions))
          ORDER BY sort_day, id
          """, arguments: StatementArguments(values))
    }
  }

  /// Whether a report was out before a time: by its own time, else by the end of its day.
  static func isPublished(_ published: String?, before asOf: Moment) -> Bool {
    guard let published else { return false }
    // A day alone, as most reports have, needs no reading of a time.
    if published.utf8.count > 10, let moment = Moment(rfc3339: published) { return moment <= asOf }
    return CivilDay(iso: published).map { $0 < asOf.day } ?? false
  }

  /// Reads the sentences of some statements; each report's text is opened once.
  static func addSentences(
    to states: inout [SaidState], at positions: some Sequence<Int>, in db: Database
  ) throws {
    let byReport = Dictionary(grouping: positions) { states[$0].report }
    let texts = try db.cachedStatement(
      sql: "SELECT text FROM report WHERE id = ? ORDER BY version DESC LIMIT 1")
    for (report, positions) in byReport {
      guard let text = try String.fetchOne(texts, arguments: [report]) else { continue }
      for at in positions where states[at].span.end <= text.utf8.count {
        states[at].sentence = Quote(states[at].span, in: text).text
      }
    }
  }

  /// The code of the incident that an account of violence is on.
  private static let incidentCode = """
    CASE WHEN e.layer = 'violence' THEN (
      SELECT i.id FROM occurrence_account x
      CROSS JOIN occurrence o INDEXED BY occurrence_face ON o.row = x.occurrence
      CROSS JOIN incident i ON i.row = o.incident
      WHERE x.report = e.report AND x.n = e.n ORDER BY x.occurrence DESC LIMIT 1) END
    """

  /// Days up to the one asked about whose statements a list of ceasefires is made of, where no first day is asked for.
  public static let usualCeasefireDays = 365

  /// Truces, proposals, counts of violations and meetings that reports speak of; of their statements those that pages show have
  /// their sentences.
  public func ceasefires(
    since: CivilDay? = nil, until: CivilDay? = nil, asOf: Moment? = nil
  ) throws -> Ceasefires {
    var filter = SituationFilter()
    filter.layers = TruceReader.layers
    filter.isOfTruces = true
    (filter.since, filter.until, filter.asOf) = (since, until, asOf)
    filter.withSentences = false
    return try pool.read { db in
      var states = try self.saidStates(filter, in: db)
      // The same terms told again are one clause, so that the words of clauses are needed at once.
      let clauses = states.indices.filter { states[$0].entry.layer == .clause }
      try Self.addSentences(to: &states, at: clauses, in: db)
      let reader = try TruceReader()
      var found = Ceasefires(states, reader: reader)
      states = []
      var sentences = ReadSentences(found.shown)
      try sentences.read(in: db)
      found.word(reader: reader) { sentences.worded($0) }
      return found
    }
  }
}

/// Sentences of some statements, read once each.
struct ReadSentences {
  private struct Key: Hashable {
    let report: String
    let account: Int

    init(_ said: SaidState) { (report, account) = (said.report, said.entry.account) }
  }

  private var positions: [Key: Int] = [:]
  private var states: [SaidState] = []

  /// The statements of which the sentences are wanted and not there yet.
  init(_ wanted: [SaidState]) {
    for said in wanted where said.sentence.isEmpty && positions[Key(said)] == nil {
      positions[Key(said)] = states.count
      states.append(said)
    }
  }

  mutating func read(in db: Database) throws {
    try RecordFile.addSentences(to: &states, at: states.indices, in: db)
  }

  /// A statement with its sentence, nil where that was not read.
  func worded(_ said: SaidState) -> SaidState? {
    guard said.sentence.isEmpty, let at = positions[Key(said)] else { return nil }
    var worded = said
    worded.sentence = states[at].sentence
    return worded
  }
}
