import GRDB
public import PatchworkRecord

/// An incident as lists show it.
public struct IncidentRow: Hashable, Sendable {
  /// Its code.
  public var id: String
  /// What most of its reports name it.
  public var type: HappeningType
  /// Identifier of its place, where it is resolved.
  public var place: String?
  /// The name of its place, empty where none is said.
  public var placeName: String
  /// First and last day, where they are said.
  public var days: ClosedRange<CivilDay>?
  /// How many accounts it has.
  public var accounts: Int
  /// How many reports tell of it.
  public var reports: Int
}

/// Some incidents by day and place.
public struct IncidentPicture: Sendable {
  /// How many there are; where counting them all is slow, the picture is of so many of the newest.
  public var total = 0
  /// Whether there may be more than that.
  public var isLeast = false
  /// How many have no day.
  public var undated = 0
  /// First days with how many begin then, in order.
  public var days: [(day: CivilDay, incidents: Int)] = []
  /// Places with a point and most incidents, most first.
  public var places: [Spot] = []

  /// A place with how many incidents are there.
  public struct Spot: Hashable, Sendable {
    /// Identifier of the place.
    public var id: String
    /// Its name.
    public var name: String
    /// The gazetteer's class.
    public var kind: String
    /// Degrees north, WGS 84.
    public var latitude: Double
    /// Degrees east, WGS 84.
    public var longitude: Double
    /// How many incidents.
    public var incidents: Int
    /// How far from that point they may have been, in km, where they are only told by way of the place; else nil.
    public var radius: Double?

    /// Makes a spot.
    public init(
      id: String, name: String, kind: String, latitude: Double, longitude: Double, incidents: Int,
      radius: Double? = nil
    ) {
      self.id = id
      self.name = name
      self.kind = kind
      self.latitude = latitude
      self.longitude = longitude
      self.incidents = incidents
      self.radius = radius
    }
  }
}

extension RecordFile {
  /// Incidents by first day, the newest first where the filter asks for that, those without a day last.
  ///
  /// Of one day those of which most is told come first, then by code.
  public func incidents(_ filter: RecordFilter = RecordFilter()) throws -> [IncidentRow] {
    try pool.read { db in
      if filter.speaker != nil { try requireFormat(Self.countedFormat, in: db) }
      let (conditions, values, _) = try filter.incidentConditions(in: db)
      func rows(_ more: [String], _ order: String, _ page: String) throws -> [IncidentRow] {
        try Row.fetchAll(
          db,
          sql: """
            SELECT * FROM incident i \(RecordFilter.clause(conditions + more))
            ORDER BY \(order) \(page)
            """, arguments: StatementArguments(values)
        ).map(Self.incidentRow)
      }
      guard filter.isNewestFirst else {
        return try rows([], "sort_day, accounts DESC, id", filter.page)
      }
      // Those without a day sort as the last of all days; each part is a stretch of one index.
      let undated = "i.sort_day = \(Int64.max)"
      let dated = try rows(["NOT \(undated)"], "sort_day DESC, accounts DESC, id", filter.page)
      guard dated.count < filter.limit ?? .max else { return dated }
      let before = try Int.fetchOne(
        db,
        sql:
          "SELECT count(*) FROM incident i \(RecordFilter.clause(conditions + ["NOT \(undated)"]))",
        arguments: StatementArguments(values))
      var rest = filter
      rest.limit = filter.limit.map { $0 - dated.count }
      rest.offset = max(0, filter.offset - (before ?? 0))
      return dated + (try rows([undated], "id", rest.page))
    }
  }

  static func incidentRow(_ row: Row) -> IncidentRow {
    var days: ClosedRange<CivilDay>?
    if let first: Int = row["first_day"], let last: Int = row["last_day"], first <= last {
      days = CivilDay(number: first)...CivilDay(number: last)
    }
    return IncidentRow(
      id: row["id"], type: HappeningType(rawValue: row["type"]) ?? .other,
      place: row["place"], placeName: row["place_name"], days: days, accounts: row["accounts"],
      reports: row["reports"])
  }

  /// How many incidents a filter lets through, and where and when: for the picture above a list.
  public func incidentPicture(_ filter: RecordFilter, places most: Int) throws -> IncidentPicture {
    try pool.read { db in
      let (conditions, values, isCommon) = try filter.incidentConditions(in: db)
      let arguments = StatementArguments(values)
      let all = "incident i \(RecordFilter.clause(conditions))"
      // Where counting all is slow, the newest of them are the picture.
      let some =
        isCommon
        ? "(SELECT * FROM \(all) ORDER BY i.first_day DESC LIMIT \(Bounded.most)) i" : all
      // With days given the index of days is the way to go in.
      let place = filter.since != nil || filter.until != nil ? "+i.place" : "i.place"
      let days = try Row.fetchAll(
        db,
        sql: """
          SELECT i.first_day AS day, count(*) AS n FROM \(some)
          GROUP BY i.first_day ORDER BY i.first_day
          """, arguments: arguments)
      let places = try Row.fetchAll(
        db,
        sql: """
          SELECT p.id, p.name, p.kind, p.latitude, p.longitude, n FROM (
            SELECT i.place AS place, count(*) AS n FROM \(some)
            GROUP BY \(place) ORDER BY n DESC LIMIT \(most + 1)
          ) JOIN place p ON p.id = place WHERE p.latitude IS NOT NULL ORDER BY n DESC, p.id
          """, arguments: arguments)
      var picture = IncidentPicture()
      for row in days {
        let count: Int = row["n"]
        picture.total += count
        if let day: Int = row["day"] {
          picture.days.append((CivilDay(number: day), count))
        } else {
          picture.undated += count
        }
      }
      picture.isLeast = isCommon && picture.total == Bounded.most
      picture.places = places.prefix(most).map { row in
        IncidentPicture.Spot(
          id: row["id"], name: row["name"], kind: row["kind"], latitude: row["latitude"],
          longitude: row["longitude"], incidents: row["n"])
      }
      let beside = try Self.besideSpots(conditions, arguments, most: most, db)
      picture.places = Array((picture.places + beside).sorted(by: Self.isMore).prefix(most))
      return picture
    }
  }

  private static func isMore(_ a: IncidentPicture.Spot, _ b: IncidentPicture.Spot) -> Bool {
    (b.incidents, a.id, a.name) < (a.incidents, b.id, b.name)
  }

  /// Incidents at places that the record knows only by way of others ("15 km west of Aleppo"): the middle and radius that
  /// the first of their accounts tells.
  private static func besideSpots(
    _ conditions: [String], _ arguments: StatementArguments, most: Int, _ db: Database
  ) throws -> [IncidentPicture.Spot] {
    // By the index of places, and not by that of days, which would look at every incident there is.
    let without = """
      i.place_name <> ''
        AND (i.place IS NULL OR i.place IN (SELECT id FROM place WHERE latitude IS NULL))
      """
    let payloads = try String.fetchAll(
      db,
      sql: """
        SELECT (SELECT o.payload FROM occurrence o WHERE o.incident = i.row ORDER BY o.row LIMIT 1)
        FROM incident i
        \(RecordFilter.clause([without] + conditions))
        ORDER BY +i.sort_day DESC, i.id LIMIT \(most * 4)
        """, arguments: arguments)
    var spots: [String: IncidentPicture.Spot] = [:]
    for payload in payloads {
      guard
        let place = OccurrencePayload(json: payload)?.places.first(where: { $0.use == .relative }),
        place.use == PlaceUse.relative,
        let latitude = place.latitude, let longitude = place.longitude
      else { continue }
      let id = place.id ?? ""
      let key = "\(id) \(latitude) \(longitude)"
      var spot =
        spots[key]
        ?? IncidentPicture.Spot(
          id: id, name: place.quote.text, kind: place.kind, latitude: latitude,
          longitude: longitude, incidents: 0, radius: place.radius)
      spot.incidents += 1
      spots[key] = spot
    }
    return Array(spots.values)
  }

  /// How many incidents a filter lets through.
  public func incidentCount(_ filter: RecordFilter) throws -> Int {
    try pool.read { db in
      let (conditions, values, _) = try filter.incidentConditions(in: db)
      return try Self.count(
        "incident i \(RecordFilter.clause(conditions))", values, isBounded: false, db
      ).count
    }
  }

  /// The id of a place that the record names so, the one most named; nil where it names none.
  public func placeID(named name: String) throws -> String? {
    try pool.read { db in
      try String.fetchOne(
        db,
        sql: """
          SELECT p.id FROM place p WHERE p.id = ?1 OR p.name = ?1 COLLATE NOCASE
          ORDER BY (SELECT count(*) FROM account a WHERE a.place = p.id) DESC, p.id LIMIT 1
          """, arguments: [name])
    }
  }
}
