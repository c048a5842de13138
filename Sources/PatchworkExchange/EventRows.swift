import Foundation
public import PatchworkRecord
public import PatchworkText

/// The sets of events whose rows can be taken in as sources.
public enum EventSet: String, Sendable, CaseIterable {
  /// Armed Conflict Location & Event Data, its export's columns.
  case acled
  /// Georeferenced Event Dataset of the Uppsala Conflict Data Program.
  case ucdp
  /// Airwars: `code`, `date`, `location`, `latitude`, `longitude`, `strike_type`, `killed_min`, `killed_max`,
  /// `injured_min`, `injured_max`, `belligerent`, `grade`, `narrative`, `url`.
  case airwars

  /// The name under which it speaks.
  public var name: String {
    switch self {
    case .acled: "ACLED"
    case .ucdp: "UCDP GED"
    case .airwars: "Airwars"
    }
  }
}

/// Why a row cannot be taken in.
public struct EventRowError: Error, Equatable, Sendable {
  /// The row, from 1 after the header line, and the column that is missing or has no such value.
  public let row: Int
  /// The column.
  public let column: String
}

/// Rows of another set as reports with one account each: the set says so, as `report`.
public struct EventRows: Sendable {
  private let types: [String: HappeningType]

  /// Reads the table `event-types.tsv` that ships with the target.
  public init() throws(LexiconError) {
    let url = Bundle.module.bundleURL.appendingPathComponent("Lexicons/event-types.tsv")
    guard let data = try? Data(contentsOf: url) else {
      throw .unreadable(file: "event-types.tsv")
    }
    let table = try LexiconTable(
      file: "event-types.tsv", text: String(decoding: data, as: UTF8.self))
    var types: [String: HappeningType] = [:]
    for row in table.rows {
      guard let type = HappeningType(rawValue: row["type"]) else {
        throw .unknownValue(
          file: table.file, line: row.line, field: "type", value: row["type"])
      }
      types["\(row["set"]) \(row["name"])"] = type
    }
    self.types = types
  }

  /// A place of a row, for finding which of the gazetteer's it is.
  public struct Spot: Hashable, Sendable {
    /// Name, the area around it, and the point, as the row has them.
    public var name: String
    /// The area around it, empty where none is given.
    public var area: String
    /// Degrees north.
    public var latitude: Double?
    /// Degrees east.
    public var longitude: Double?
  }

  /// The report of a row with its reading; `find` gives the gazetteer's place of a spot, or nil.
  public func report(
    _ number: Int, of table: CSVTable, as set: EventSet, find: (Spot) -> Place?
  ) throws(EventRowError) -> (report: Report, reading: Reading) {
    let row = table.rows[number]
    func field(_ names: String...) -> String? {
      names.lazy.compactMap { table.field($0, of: row) }.first
    }
    func needed(_ value: String?, _ column: String) throws(EventRowError) -> String {
      guard let value else { throw EventRowError(row: number + 1, column: column) }
      return value
    }
    let id = try needed(field("event_id_cnty", "id", "code"), "id")
    let day = try needed(field("event_date", "date_start", "date"), "date")
    guard let first = Self.day(day) else { throw EventRowError(row: number + 1, column: "date") }
    let last = field("date_end").flatMap(Self.day) ?? first
    let word = field("sub_event_type", "type_of_violence", "strike_type") ?? ""
    let type = types["\(set.rawValue) \(word)"] ?? .attack
    let spot = Spot(
      name: field("location", "where_coordinates") ?? "", area: field("admin1", "adm_1") ?? "",
      latitude: field("latitude").flatMap(Double.init),
      longitude: field("longitude").flatMap(Double.init))
    let notes = field("notes", "narrative", "source_headline") ?? ""
    let said = "\(set.name) \(id): \(word.isEmpty ? type.rawValue : word), \(spot.name), \(day)."
    let text = notes.isEmpty ? said : "\(said)\n\(notes)"
    let sentence = Quote(span: Span(0, said.utf8.count), text: said)
    var happening = Happening(type: type, trigger: sentence)
    happening.place = place(spot, sentence, precision: field("geo_precision", "where_prec"), find)
    happening.time = TimeExpression(
      quote: sentence, kind: first == last ? .date : .interval,
      edtf: first == last ? first.iso : "\(first.iso)/\(last.iso)", from: first.iso, to: last.iso,
      precision: field("time_precision", "date_prec").flatMap { Int($0) } ?? 1,
      rule: "row of \(set.name)")
    if let actor = field("actor1", "side_a", "belligerent") {
      happening.actor = Participant(quote: sentence, who: actor)
    }
    happening.killed = Self.count(
      field("low", "killed_min") ?? field("fatalities"),
      field("high", "killed_max") ?? field("fatalities"), .killed, sentence)
    happening.injured = Self.count(field("injured_min"), field("injured_max"), .injured, sentence)
    let account = Account(
      number: 0, sentence: sentence,
      source: Source(kind: .document, who: set.name, rule: "row of \(set.name)"),
      content: [sentence], quoted: .none, stance: .report,
      via: field("source", "source_office") ?? "",
      happening: happening)
    let report = Report(
      id: "\(set.rawValue)-\(id)", text: text,
      blocks: [TextBlock(span: sentence.span, part: .body)],
      title: said, outlet: set.name, url: field("url") ?? "", language: "en",
      published: SourcedDate(value: last.iso, origin: "row of \(set.name)"))
    return (
      report, Reading(accounts: [account], places: [happening.place].compactMap { $0 })
    )
  }

  private func place(
    _ spot: Spot, _ quote: Quote, precision: String?, _ find: (Spot) -> Place?
  ) -> Place? {
    guard !spot.name.isEmpty || spot.latitude != nil else { return nil }
    let precision = precision.flatMap { Int($0) } ?? 1
    guard var place = find(spot) else {
      return Place(
        quote: quote, name: spot.name, latitude: spot.latitude, longitude: spot.longitude,
        precision: precision, rule: "as the row has it")
    }
    place.quote = quote
    place.precision = max(place.precision, precision)
    return place
  }

  private static func count(
    _ low: String?, _ high: String?, _ measure: Measure, _ quote: Quote
  ) -> Count? {
    let (low, high) = (low.flatMap { Int($0) }, high.flatMap { Int($0) })
    guard low != nil || high != nil else { return nil }
    return Count(
      quote: quote, low: low, high: high, relation: low == high ? .exact : .range,
      measure: measure, unit: "person")
  }

  /// "2016-09-19", "19 September 2016" or "2016-09-19 00:00:00.000".
  static func day(_ text: String) -> CivilDay? {
    if let day = CivilDay(iso: text) { return day }
    let parts = text.split(separator: " ")
    guard parts.count == 3, let day = Int(parts[0]), let year = Int(parts[2]),
      let month = months.firstIndex(of: String(parts[1].prefix(3)).lowercased())
    else { return nil }
    return CivilDay(year, month + 1, day)
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
}
