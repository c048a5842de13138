/// A number that a report gives, with its bounds as said and what it counts.
public struct Count: Hashable, Sendable {
  /// The words of the report, number and counted noun.
  public var quote: Quote
  /// Lower bound as said, nil when only an upper bound was said.
  public var low: Int?
  /// Upper bound as said, nil when open above.
  public var high: Int?
  /// How the number was said.
  public var relation: CountRelation
  /// What it counts.
  public var measure: Measure
  /// The counted unit in the singular ("person", "child", "truck", "hour").
  public var unit: String
  /// Whether it adds to a number said before ("another four").
  public var isAdditional: Bool
  /// The whole it is part of, as written ("of the night's 39"), or nil.
  public var of: String?
  /// Name of the convention that gave a vague word its bound, or nil.
  public var convention: String?
  /// The arithmetic of the parts listed of it, where they do not make it ("219 + 32 = 251, not 242"), or nil.
  public var note: String?

  /// Makes a count.
  public init(
    quote: Quote, low: Int?, high: Int?, relation: CountRelation, measure: Measure, unit: String,
    isAdditional: Bool = false, of: String? = nil, convention: String? = nil,
    note: String? = nil
  ) {
    self.quote = quote
    self.low = low
    self.high = high
    self.relation = relation
    self.measure = measure
    self.unit = unit
    self.isAdditional = isAdditional
    self.of = of
    self.convention = convention
    self.note = note
  }
}
