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
  /// Who is said to hold it, or places in it, that day, as written, most claims first.
  public var holders: [String]
}

extension RecordFile {
  /// Layers that tell where a war is: what is said in talks is said in capitals far from it.
  private static let ofTheatre: Set<Layer> = [
    .violence, .siege, .access, .delivery, .road, .control, .presence,
  ]

  /// A country is of the theatre where at least this share of what is said of the country of which most is said is said of it.
  private static let leastShare = 0.05

  /// Areas of which most was said in the weeks up to a day, each as that day stands; at most so many.
  ///
  /// Without `within` they are of the theatre: of the countries in which violence, sieges and roads are told of most. With it, of
  /// what lies within that place, wherever it is. What is said is read once for all areas, and each has the cells that its own
  /// picture has.
  public func areas(
    on day: CivilDay, within: String? = nil, limit: Int = 24
  ) throws -> [AreaDay] {
    try pool.read { db in
      try requireSituation(in: db)
      let said = try Self.said(upTo: day, in: db)
      let wider = try Self.wider(of: Set(said.map(\.place)), in: db)
      let areas = areas(said, wider, within: within, limit: limit)
      var tallies: [String: [PlaceTally]] = [:]
      let wanted = Set(areas)
      for place in said {
        for area in wider.byPlace[place.place] ?? [] where wanted.contains(area) {
          tallies[area, default: []].append(place)
        }
      }
      try Self.tellLast(&tallies, before: day, in: db)
      return areas.compactMap { id in
        wider.places[id].map { place in
          AreaDay(
            id: id, name: place.name, kind: place.kind, latitude: place.latitude,
            longitude: place.longitude,
            picture: AreaPicture(
              id: id, name: place.name, tallies: (tallies[id] ?? []).map(\.tally), states: [],
              days: day...day, meanings: linker.layers.states),
            holders: Self.holders(tallies[id] ?? []))
        }
      }
    }
  }

  /// The areas of which most is said, by their places' counts.
  private func areas(
    _ said: [PlaceTally], _ wider: WiderPlaces, within: String?, limit: Int
  ) -> [String] {
    var counts: [String: Int] = [:]
    for place in said where Self.ofTheatre.contains(place.tally.layer) {
      for id in wider.byPlace[place.place] ?? [] { counts[id, default: 0] += place.tally.count }
    }
    let theatre: Set<String> = within.map { [$0] } ?? Self.theatre(counts, wider)
    let kinds = Set(linker.layers.areas.kinds)
    let found = counts.filter { id, _ in
      kinds.contains(wider.places[id]?.kind ?? "")
        && (theatre.isEmpty || !theatre.isDisjoint(with: wider.byPlace[id] ?? []))
    }
    return found.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit).map(\.key)
  }

  /// The countries of which most is said; none where the record names no country.
  private static func theatre(_ counts: [String: Int], _ wider: WiderPlaces) -> Set<String> {
    let countries = counts.filter { wider.places[$0.key]?.kind == "country" }
    let most = countries.values.max() ?? 0
    return Set(countries.filter { Double($0.value) >= leastShare * Double(most) }.keys)
  }

  /// What is said of one place.
  private struct PlaceTally {
    let place: String
    var tally: StateTally
    /// Who is said to hold it.
    var holder = ""
  }

  private static func holders(_ said: [PlaceTally]) -> [String] {
    var counts: [String: Int] = [:]
    for place in said where !place.holder.isEmpty {
      counts[place.holder, default: 0] += place.tally.count
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  /// Puts in place of what was said last before a day, where a layer lasts and nothing is said of the day, what it was.
  private static func tellLast(
    _ tallies: inout [String: [PlaceTally]], before day: CivilDay, in db: Database
  ) throws {
    let states = try db.cachedStatement(
      sql: """
        SELECT state, holding, is_of_people, count(*) FROM layer_entry INDEXED BY layer_entry_place
        WHERE place = ? AND layer = ? AND until_day = ? GROUP BY state, holding, is_of_people
        """)
    for (area, said) in tallies {
      var told: [PlaceTally] = []
      var counted: Set<Int> = []
      for layer in AreaStrip.lasting {
        let own = said.indices.filter { said[$0].tally.layer == layer }
        guard let last = own.map({ said[$0].tally.days.upperBound }).max(), last < day else {
          continue
        }
        for at in own where said[at].tally.days.upperBound == last {
          let rows = try Row.fetchAll(
            states, arguments: [said[at].place, layer.rawValue, last.number])
          counted.insert(at)
          for row in rows {
            guard let holding = Position.Holding(rawValue: row[1]) else { continue }
            told.append(
              PlaceTally(
                place: said[at].place,
                tally: StateTally(
                  layer: layer, state: row[0], holding: holding, isOfPeople: row[2],
                  days: last...last, count: row[3])))
          }
        }
      }
      tallies[area] = said.indices.filter { !counted.contains($0) }.map { said[$0] } + told
    }
  }

  /// Days that a stretch has at most to be looked for by its last day alone; longer ones have an index of their own.
  static let longestShort = 31

  /// What is said of each place of a day, and, of the weeks before, how often and when last; those states are not told apart.
  private static func said(upTo day: CivilDay, in db: Database) throws -> [PlaceTally] {
    let layers = SituationFilter.list(Layer.ofAreas.map(\.rawValue))
    func both(_ columns: String, _ select: String, group: String, since: String) -> String {
      let common = "layer IN (SELECT value FROM json_each(:layers)) AND place IS NOT NULL"
      return """
        SELECT \(select) FROM (
          SELECT \(columns) FROM layer_entry INDEXED BY layer_entry_layer WHERE \(common)
            AND until_day BETWEEN \(since) AND :day + \(longestShort)
            AND from_day <= :day AND until_day - from_day <= \(longestShort)
          UNION ALL
          SELECT \(columns) FROM layer_entry INDEXED BY layer_entry_long WHERE \(common)
            AND until_day >= \(since) AND from_day <= :day AND until_day - from_day > \(longestShort))
        GROUP BY \(group)
        """
    }
    var found: [PlaceTally] = []
    let values: StatementArguments = ["layers": layers, "day": day.number]
    let earlier = try Row.fetchCursor(
      db,
      sql: both(
        "place, layer, until_day", "place, layer, max(until_day), count(*)",
        group: "place, layer, until_day < :day", since: ":day - \(AreaStrip.longestCarried)"
      ) + " HAVING max(until_day) < :day", arguments: values)
    while let row = try earlier.next() {
      guard let layer = Layer(rawValue: row[1]) else { continue }
      let last = CivilDay(number: row[2])
      found.append(
        PlaceTally(
          place: row[0],
          tally: StateTally(
            layer: layer, state: "", holding: .open, days: last...last, count: row[3])))
    }
    let today = try Row.fetchCursor(
      db,
      sql: both(
        "place, layer, state, holding, is_of_people, party",
        """
        place, layer, state, holding, is_of_people, count(*),
          CASE WHEN layer = 'control' AND state = 'held' AND holding = 'asserts' THEN party ELSE '' END
        """, group: "place, layer, state, holding, is_of_people, 7", since: ":day"),
      arguments: values)
    while let row = try today.next() {
      guard let layer = Layer(rawValue: row[1]), let holding = Position.Holding(rawValue: row[3])
      else { continue }
      found.append(
        PlaceTally(
          place: row[0],
          tally: StateTally(
            layer: layer, state: row[2], holding: holding, isOfPeople: row[4], days: day...day,
            count: row[5]), holder: row[6]))
    }
    return found
  }

  /// Which wider places each place lies in, itself among them, and what they are.
  private struct WiderPlaces {
    var byPlace: [String: Set<String>] = [:]
    var places: [String: (name: String, kind: String, latitude: Double?, longitude: Double?)] = [:]
  }

  private static func wider(of places: Set<String>, in db: Database) throws -> WiderPlaces {
    var found = WiderPlaces()
    var asked = places
    // Of the wider places it is asked as well what they lie in, to know which are of a theatre.
    for _ in 0..<2 where !asked.isEmpty {
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT place, wider FROM place_within INDEXED BY place_within_place
          WHERE place IN (SELECT value FROM json_each(?))
          """, arguments: [SituationFilter.list(asked.sorted())])
      var next: Set<String> = []
      while let row = try rows.next() {
        let (place, wider): (String, String) = (row[0], row[1])
        found.byPlace[place, default: []].insert(wider)
        next.insert(wider)
      }
      asked = next.subtracting(found.byPlace.keys)
    }
    let ids = found.byPlace.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, name, kind, latitude, longitude FROM place
        WHERE id IN (SELECT value FROM json_each(?))
        """, arguments: [SituationFilter.list(ids.sorted())])
    while let row = try rows.next() { found.places[row[0]] = (row[1], row[2], row[3], row[4]) }
    return found
  }

  /// How many statements are of each of some days, over all areas; days without any are not in it.
  public func statements(on days: ClosedRange<CivilDay>) throws -> [CivilDay: Int] {
    try pool.read { db in
      try requireSituation(in: db)
      func begun(_ index: String, _ condition: String) -> String {
        """
        SELECT from_day AS day, count(*) AS said FROM layer_entry INDEXED BY \(index)
        WHERE layer IN (SELECT value FROM json_each(:layers)) AND place IS NOT NULL
          AND from_day BETWEEN :first AND :last AND \(condition) GROUP BY from_day
        """
      }
      let short = begun(
        "layer_entry_layer",
        """
        until_day BETWEEN :first AND :last + \(Self.longestShort)
          AND until_day - from_day <= \(Self.longestShort)
        """)
      let long = begun(
        "layer_entry_long",
        "until_day >= :first AND until_day - from_day > \(Self.longestShort)")
      let rows = try Row.fetchAll(
        db, sql: "SELECT day, sum(said) AS said FROM (\(short) UNION ALL \(long)) GROUP BY day",
        arguments: [
          "layers": SituationFilter.list(Layer.ofAreas.map(\.rawValue)),
          "first": days.lowerBound.number, "last": days.upperBound.number,
        ])
      return Dictionary(
        uniqueKeysWithValues: rows.map { (CivilDay(number: $0["day"]), $0["said"]) })
    }
  }
}
