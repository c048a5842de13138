/// A time that a report mentions, resolved against the report's publication where it is relative.
public struct TimeExpression: Hashable, Sendable {
  /// The words of the report.
  public var quote: Quote
  /// What kind of time it names.
  public var kind: TimeKind
  /// Extended Date/Time Format (ISO 8601-2) level 1, empty when the time cannot be dated.
  public var edtf: String
  /// First day, ISO 8601, or nil when open or unknown.
  public var from: String?
  /// Last day, ISO 8601, or nil when open or unknown.
  public var to: String?
  /// UCDP `date_prec`, 1 (day) to 5 (year).
  public var precision: Int
  /// ISO 8601 length ("PT48H"), for durations and deadlines.
  public var length: String?
  /// ISO-TimeML value, as fine as the words ("2016-W38", "2016-09-19TNI", "P2D", "PRESENT_REF"), or nil.
  public var value: String?
  /// The zone that a time of day counts in: the one said, as an offset ("+00:00"), else the IANA zone of the place it is told
  /// of ("Asia/Damascus"); nil for whole days and where none is known.
  public var zone: String?
  /// The rule that resolved it ("weekday-before", "calendar", …).
  public var rule: String

  /// Whether its value is finer than a day ("2016-09-19TNI", "2016-09-19T19:12").
  public var isTimeOfDay: Bool {
    value?.utf8.dropFirst(10).first == UInt8(ascii: "T")
  }

  /// Makes a time expression.
  public init(
    quote: Quote, kind: TimeKind, edtf: String, from: String? = nil, to: String? = nil,
    precision: Int, length: String? = nil, value: String? = nil, zone: String? = nil,
    rule: String
  ) {
    self.quote = quote
    self.kind = kind
    self.edtf = edtf
    self.from = from
    self.to = to
    self.precision = precision
    self.length = length
    self.value = value
    self.zone = zone
    self.rule = rule
  }
}
