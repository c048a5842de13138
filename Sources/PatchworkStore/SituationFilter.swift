import GRDB
public import PatchworkRecord
public import PatchworkSituation

/// Which statements on places are asked for.
public struct SituationFilter: Sendable {
  /// Where statements are to be of, nil for everywhere and nowhere.
  public var ground: Ground?
  /// Layers, all where nil.
  public var layers: [Layer]?
  /// The first day that statements may be of.
  public var since: CivilDay?
  /// The last day that statements may be of.
  public var until: CivilDay?
  /// Only what was published before this time.
  public var asOf: Moment?
  /// Whether only statements that give a number of people are wanted.
  public var isNumbered = false
  /// Whether only statements that may be of a truce are wanted, whatever their words are.
  public var isOfInstrument = false
  /// Whether only statements that may be of a truce, on what it asks for, or on talks are wanted.
  public var isOfTruces = false
  /// Identifier of the one report that they are of.
  public var report: String?
  /// How many at most: those of the latest days.
  public var limit: Int?
  /// Whether sentences are wanted; without them much is read quickly, and those of a few can be asked for afterwards.
  public var withSentences = true
  /// Whether the code of each account's incident is wanted.
  public var withIncidents = false

  /// Where statements are to be of.
  public enum Ground: Sendable {
    /// Of what lies within an area, by its identifier.
    case area(String)
    /// Of some places themselves; with a precision, only where they are told no less precisely.
    case places([String], precision: Int? = nil)
    /// Of no place that is named; with reports, of those reports alone.
    case unplaced(reports: [String]? = nil)
  }

  /// Makes a filter that lets everything through.
  public init() {}

  /// Conditions on the layer table, named `e`, with their values in order.
  func conditions() -> (sql: String, values: [(any DatabaseValueConvertible)?]) {
    var sql: [String] = []
    var values: [(any DatabaseValueConvertible)?] = []
    switch ground {
    case .area?, .places?:
      let (condition, value) = ground?.placeCondition("e.place") ?? ("1", nil)
      sql.append(condition)
      values.append(value)
      if case .places(_, let precision?)? = ground {
        sql.append("e.precision <= ?")
        values.append(precision)
      }
    case .unplaced(let reports)?:
      sql.append("e.place IS NULL")
      if let reports {
        sql.append(
          "e.report IN (SELECT row FROM report WHERE id IN (SELECT value FROM json_each(?)))")
        values.append(Self.list(reports))
      }
    case nil: break
    }
    // Every layer by name where none is asked for, since the index has them before the days.
    sql.append("e.layer IN (SELECT value FROM json_each(?))")
    values.append(Self.list((layers ?? Layer.allCases).map(\.rawValue)))
    if isOfInstrument { sql.append(Self.ofInstruments) }
    if isOfTruces { sql.append("(\(Self.ofInstruments) OR e.layer IN ('talks', 'clause'))") }
    if let report {
      sql.append("e.report = (SELECT row FROM report WHERE id = ? AND +is_latest = 1)")
      values.append(report)
    }
    if isNumbered { sql.append("e.number_words != ''") }
    if let since {
      sql.append("e.until_day >= ?")
      values.append(since.number)
    }
    if let until {
      sql.append("e.from_day <= ?")
      values.append(until.number)
    }
    if let asOf {
      // A day's difference is left to the time itself: days are local ones.
      sql.append("e.day <= ?")
      values.append(asOf.day.number + 1)
    }
    return (sql.joined(separator: " AND "), values)
  }

  /// The condition of `TruceReader.isOfInstrument`; a test holds both together.
  private static let ofInstruments = """
    (e.layer = 'truce' OR e.layer = 'flight' AND e.state != 'overhead'
      OR e.layer = 'delivery' AND e.state = 'suspended'
      OR e.layer = 'threat' AND e.state = 'deadline')
    """

  /// Values as the array that SQL takes apart again, so that there is no limit to their number.
  static func list(_ values: [String]) -> String {
    var writer = JSONWriter()
    writer.begin(.array)
    for value in values { writer.string(value) }
    writer.end(.array)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

extension SituationFilter.Ground {
  /// A condition that a column names a place of the ground, with its one value.
  func placeCondition(_ column: String) -> (sql: String, value: String?) {
    switch self {
    case .area(let id):
      ("\(column) IN (SELECT place FROM place_within WHERE wider = ?)", id)
    case .places(let ids, _):
      ("\(column) IN (SELECT value FROM json_each(?))", SituationFilter.list(ids))
    case .unplaced: ("\(column) IS ?", nil)
    }
  }
}
