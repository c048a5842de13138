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
  /// The rule that resolved it ("weekday-before", "calendar", …).
  public var rule: String

  /// Makes a time expression.
  public init(
    quote: Quote, kind: TimeKind, edtf: String, from: String? = nil, to: String? = nil,
    precision: Int, length: String? = nil, value: String? = nil, rule: String
  ) {
    self.quote = quote
    self.kind = kind
    self.edtf = edtf
    self.from = from
    self.to = to
    self.precision = precision
    self.length = length
    self.value = value
    self.rule = rule
  }
}
