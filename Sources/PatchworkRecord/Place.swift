/// A place that a report mentions, as far as it could be resolved.
public struct Place: Hashable, Sendable {
  /// The words of the report.
  public var quote: Quote
  /// Identifier with its scheme ("geonames:170063"), or nil when unresolved.
  public var id: String?
  /// OCHA P-code, where one is known.
  public var pcode: String?
  /// The gazetteer's name, or the words of the report when unresolved.
  public var name: String
  /// The gazetteer's class ("country", "city", "governorate", …), empty when unresolved.
  public var kind: String
  /// Degrees north, WGS 84.
  public var latitude: Double?
  /// Degrees east, WGS 84.
  public var longitude: Double?
  /// How far the place reaches from that point, or may lie from it, in km; nil where the point is the place, and where
  /// nothing is known.
  public var radius: Double?
  /// UCDP `where_prec`, 1 (exact) to 7.
  public var precision: Int
  /// How the name is used.
  public var use: PlaceUse
  /// Identifiers of the wider places, nearest first.
  public var within: [String]
  /// How many places of that name were candidates.
  public var candidates: Int
  /// The rule by which the place was chosen.
  public var rule: String

  /// Makes a place.
  public init(
    quote: Quote, id: String? = nil, pcode: String? = nil, name: String, kind: String = "",
    latitude: Double? = nil, longitude: Double? = nil, radius: Double? = nil, precision: Int = 6,
    use: PlaceUse = .literal, within: [String] = [], candidates: Int = 0,
    rule: String = "unresolved"
  ) {
    self.quote = quote
    self.id = id
    self.pcode = pcode
    self.name = name
    self.kind = kind
    self.latitude = latitude
    self.longitude = longitude
    self.radius = radius
    self.precision = precision
    self.use = use
    self.within = within
    self.candidates = candidates
    self.rule = rule
  }
}
