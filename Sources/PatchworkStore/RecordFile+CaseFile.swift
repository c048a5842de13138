import GRDB
import PatchworkLinking
import PatchworkRecord
public import PatchworkSituation

extension RecordFile {
  /// Days before a case file's time that are looked back for truces.
  static let trucesLookedBack = 150

  /// The case file of a movement, of what was published before a time.
  ///
  /// What is said is read without sentences; those that a factor rests on are read afterwards.
  public func caseFile(of movement: Movement, asOf: Moment, rules: RuleSet) throws -> CaseFile {
    try pool.read { db in
      let file = try Assessment(rules: rules).caseFile(
        movement, states: try self.statements(on: movement, asOf: asOf, rules: rules, in: db),
        ceasefires: try self.truces(asOf: asOf, in: db), asOf: asOf)
      var sentences = ReadSentences(file.statements)
      try sentences.read(in: db)
      let grades = try self.grades(of: file.incidentsToGrade, in: db)
      return file.replacing(grades: grades) { sentences.worded($0) ?? $0 }
    }
  }

  /// Grades of incidents by what each is counted as; what is on no incident has none.
  private func grades(
    of codes: [String: String], in db: Database
  ) throws -> [String: IncidentGrade.Word] {
    let rows = try db.cachedStatement(sql: "SELECT row FROM incident WHERE id = ?")
    var reports = StoredReports(db: db)
    var graded: [String: IncidentGrade.Word] = [:]
    var grades: [String: IncidentGrade.Word] = [:]
    for (key, code) in codes {
      if graded[code] == nil, let row = try Int64.fetchOne(rows, arguments: [code]) {
        graded[code] = try incident(row, &reports, in: db)?.gradeWord
      }
      grades[key] = graded[code]
    }
    return grades
  }

  /// What is said near the way, of wider areas that it goes through, and of the movement without naming a place.
  private func statements(
    on movement: Movement, asOf: Moment, rules: RuleSet, in db: Database
  ) throws -> [SaidState] {
    var filter = SituationFilter()
    filter.asOf = asOf
    filter.withSentences = false
    filter.withIncidents = true
    let places = try Self.places(around: movement, in: db)
    let wider = rules.widerLayers
    var states: [SaidState] = []
    for layer in rules.layers.map(\.rawValue).sorted().compactMap(Layer.init(rawValue:)) {
      let reach = rules.reach(of: layer)
      filter.layers = [layer]
      filter.since = asOf.day - reach.days
      filter.ground = .places(places.filter { $0.kilometres <= reach.kilometres }.map(\.id))
      states += try saidStates(filter, in: db)
      filter.ground = .unplaced()
      if wider.contains(layer) { states += try saidStates(filter, in: db) }
    }
    let ofMovements = RuleSet.movementLayers.subtracting(wider)
    let naming = Set(
      states.filter { RuleSet.movementLayers.contains($0.entry.layer) }.map(\.report))
    filter.ground = .unplaced(reports: naming.sorted())
    filter.layers = Array(ofMovements)
    filter.since = asOf.day - (ofMovements.map { rules.reach(of: $0).days }.max() ?? 0)
    if !naming.isEmpty { states += try saidStates(filter, in: db) }
    return states
  }

  private func truces(asOf: Moment, in db: Database) throws -> Ceasefires {
    var filter = SituationFilter()
    filter.layers = TruceReader.layers.filter { $0 != .talks && $0 != .clause }
    filter.since = asOf.day - Self.trucesLookedBack
    filter.asOf = asOf
    filter.isOfInstrument = true
    filter.withSentences = false
    return Ceasefires(try saidStates(filter, in: db), reader: try TruceReader())
  }

  /// Places of the record that are near the way, with how far they lie, and those that it goes through, which lie at no distance.
  private static func places(
    around movement: Movement, in db: Database
  ) throws -> [(id: String, kilometres: Double)] {
    let through = Set(movement.points.flatMap { [$0.id].compactMap { $0 } + $0.within })
    var places = through.sorted().map { (id: $0, kilometres: 0.0) }
    let points = movement.legs.flatMap(\.points)
    guard let south = points.map(\.latitude).min(), let north = points.map(\.latitude).max(),
      let west = points.map(\.longitude).min(), let east = points.map(\.longitude).max()
    else { return places }
    // Half a degree is more than the farthest that counts, along a meridian; twice that along a parallel up to 60°.
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, latitude, longitude FROM place
        WHERE latitude BETWEEN ? AND ? AND longitude BETWEEN ? AND ? ORDER BY id
        """, arguments: [south - 0.55, north + 0.55, west - 1.1, east + 1.1])
    while let row = try rows.next() {
      let id: String = row[0]
      guard !through.contains(id),
        let far = movement.kilometres(latitude: row[1], longitude: row[2])
      else { continue }
      places.append((id, far))
    }
    return places
  }
}
