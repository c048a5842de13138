public import PatchworkText

/// What a place finder needs to know of one token of a report.
public struct PlaceToken: Hashable, Sendable {
  /// What a named-entity recogniser takes the token for.
  public enum Entity: UInt8, Sendable {
    /// No name.
    case none
    /// A country, city, region, water or building.
    case place
    /// A person.
    case person
    /// An organisation.
    case organisation
    /// A nationality, or a religious or political group.
    case demonym
    /// Any other name, date or number.
    case other
  }

  /// How well a place fits where a name stands in its sentence.
  public enum Fit: UInt8, Comparable, Sendable {
    /// The sentence tells nothing.
    case unknown
    /// Places often stand so ("struck Izium and Lyman").
    case likely
    /// Hardly anything else stands so ("shelled Mleiha").
    case sure

    /// Whether a fit tells less than another.
    public static func < (a: Fit, b: Fit) -> Bool { a.rawValue < b.rawValue }
  }

  /// Where it stands, in UTF-8 bytes of the report's text.
  public var span: Span
  /// What it names.
  public var entity: Entity
  /// Whether a name starts here.
  public var startsEntity: Bool
  /// Whether it is a proper noun.
  public var isProper: Bool
  /// Whether a sentence starts here.
  public var startsSentence: Bool
  /// Whether it is the subject of a verb of speech, denial or decision, so that a place here stands for its rulers.
  public var speaks: Bool
  /// How well a place fits there.
  public var fit: Fit

  /// Makes a token.
  public init(
    span: Span, entity: Entity = .none, startsEntity: Bool = false, isProper: Bool = false,
    startsSentence: Bool = false, speaks: Bool = false, fit: Fit = .unknown
  ) {
    self.span = span
    self.entity = entity
    self.startsEntity = startsEntity
    self.isProper = isProper
    self.startsSentence = startsSentence
    self.speaks = speaks
    self.fit = fit
  }
}

/// A report as a place finder sees it.
public struct PlaceContext: Sendable {
  /// The report's text.
  public var text: String
  /// Its tokens in order.
  public var tokens: [PlaceToken]

  /// Makes a context.
  public init(text: String, tokens: [PlaceToken]) {
    self.text = text
    self.tokens = tokens
  }
}
