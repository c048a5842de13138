import GRDB
import PatchworkLinking
import PatchworkRecord
import PatchworkSituation
import PatchworkText

/// Makes statements of rows of the layer table, by position of the column, since thousands are read at once.
struct StatementDecoder {
  let db: Database
  let parties: Parties
  private var places: [String: (kind: String, latitude: Double?, longitude: Double?)] = [:]
  private var spokenFor: [String: [String: String]] = [:]
  private var termsRead: [String: TruceTerms] = [:]

  init(db: Database, parties: Parties) {
    self.db = db
    self.parties = parties
  }

  /// The columns, in the order in which `state` takes them; after them comes the code of an incident.
  static let columns = """
    e.report, e.n, e.layer, e.state, e.holding, e.place, e.place_name, e.precision, e.party,
    e.first_day, e.last_day, e.number_low, e.number_high, e.number_words, e.number_unit, e.hours,
    e.is_of_people, r.id, r.outlet, r.published, r.day, r.origin, a.who, a.role, a.stance,
    a.sentence_start, a.sentence_end, e.instrument, e.first_time, e.last_time, e.terms
    """
  /// The position of the time of publication.
  static let published = 19

  /// The statement of a row, without its sentence; nil where it holds a word of another version.
  mutating func state(_ row: Row) throws -> SaidState? {
    guard let layer = Layer(rawValue: row[2]), let holding = Position.Holding(rawValue: row[4]),
      let stance = Stance(rawValue: row[24])
    else { return nil }
    func day(_ column: Int) -> CivilDay? { (row[column] as Int?).map(CivilDay.init(number:)) }
    let words: String = row[13]
    let number =
      words.isEmpty
      ? nil
      : Count(
        quote: Quote(span: Span(0, 0), text: words), low: row[11], high: row[12],
        relation: .exact, measure: .other, unit: row[14])
    let span = Span(row[25], max(row[25], row[26]))
    let who: String = row[22]
    var entry = LayerEntry(
      account: row[1], layer: layer, state: row[3], holding: holding, place: try place(row),
      party: row[8], first: day(9), last: day(10), number: number, hours: row[15],
      isOfPeople: row[16], instrument: Instrument.Kind(rawValue: row[27]))
    (entry.firstTime, entry.lastTime) = (
      TimeOfDay(stored: row[28]), TimeOfDay(stored: row[29])
    )
    entry.terms = terms(row[30])
    return SaidState(
      report: row[17], published: day(20), outlet: row[18], who: who,
      party: party(who, role: row[23]), stance: stance, sentence: "", span: span,
      origin: try origin(of: row[0], row[17], from: row[21], span),
      entry: entry, incident: row[31] ?? "")
  }

  /// What words tell, by its text: the same is told again and again.
  private mutating func terms(_ text: String) -> TruceTerms {
    if text.isEmpty { return TruceTerms() }
    if let known = termsRead[text] { return known }
    let terms = TruceTerms(stored: text)
    termsRead[text] = terms
    return terms
  }

  private mutating func place(_ row: Row) throws -> Place? {
    let name: String = row[6]
    guard !name.isEmpty else { return nil }
    var place = Place(
      quote: Quote(span: Span(0, 0), text: name), id: row[5], name: name, precision: row[7])
    guard let id = place.id else { return place }
    let known = try places[id] ?? look(up: id)
    places[id] = known
    (place.kind, place.latitude, place.longitude) = known
    return place
  }

  private func look(
    up id: String
  ) throws -> (kind: String, latitude: Double?, longitude: Double?) {
    let statement = try db.cachedStatement(
      sql: "SELECT kind, latitude, longitude FROM place WHERE id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return ("", nil, nil) }
    return (row[0], row[1], row[2])
  }

  /// The party that a source speaks for, else the source.
  mutating func speaker(_ who: String, role: String) -> String {
    let party = party(who, role: role)
    return party.isEmpty ? who : party
  }

  /// The party that a source speaks for, by its name, else by its role.
  private mutating func party(_ who: String, role: String) -> String {
    if let known = spokenFor[who]?[role] { return known }
    let party = (parties.party(of: who) ?? parties.party(of: role))?.name ?? ""
    spokenFor[who, default: [:]][role] = party
    return party
  }

  /// The report that a sentence's words come from: another where the sentence stands in a passage copied from there.
  private func origin(
    of report: Int64, _ id: String, from origin: Int64, _ sentence: Span
  ) throws -> String {
    guard origin != report else { return id }
    let copied = try db.cachedStatement(
      sql: """
        SELECT o.id FROM report o WHERE o.row = ?1 AND EXISTS (
          SELECT 1 FROM passage s WHERE s.report = ?2 AND s.relation = 'copy'
            AND s.start < ?4 AND s.end > ?3)
        """)
    return try String.fetchOne(
      copied, arguments: [origin, report, sentence.start, sentence.end]) ?? id
  }
}
