/// One rule of a case file: which statements bear on a movement, in which direction, with what consequence.
public struct Rule: Hashable, Sendable {
  /// The groups of factors that every case file answers.
  ///
  /// Source: what access desks ask before a movement (field practice of humanitarian notification and access work).
  public enum Group: String, Sendable, CaseIterable {
    case truce = "truce state and clock"
    case violence = "recent violence"
    case history = "history at the destination"
    case control = "controlling parties and consent"
    case approvals = "notification and approvals"
    case road = "road and crossing status"
    case obstacles = "access obstacles"
    case threats = "threats and ultimatums"
    case daylight = "daylight and unloading time"
    case earlier = "what earlier movements met"
  }

  /// Which way a factor points.
  public enum Direction: String, Sendable, CaseIterable {
    case `for`, against, unknown
  }

  /// What follows from a factor of the rule.
  public enum Consequence: String, Sendable, CaseIterable {
    case none, unmet, blocks
  }

  /// How a factor is found.
  public enum Test: String, Sendable, CaseIterable {
    /// A statement of a layer and state near the movement.
    case said
    /// A clock of a truce against the movement's end.
    case truceEnds = "truce-ends-before-the-movement"
    /// A clock of a truce that outlasts the movement.
    case truceCovers = "truce-outlasts-the-movement"
    /// A clock of a truce that begins, at a said hour, after the movement sets out.
    case truceBegins = "truce-begins-during-the-movement"
    /// A suspension or an ultimatum whose clock runs while the movement is under way.
    case clockRuns = "clock-runs-during-the-movement"
    /// What a person entered of approvals and notifications.
    case contact
    /// A party said to hold a place on the way of which no approval is entered or said.
    case noConsent = "no-consent-of-a-holder"
    /// The movement ends after sunset.
    case dark = "ends-after-sunset"
  }

  /// Where a statement must be of.
  public enum Where: String, Sendable, CaseIterable {
    case destination, route
  }

  /// Its id, the name of its file.
  public let id: String
  /// The group that it answers.
  public let group: Group
  /// What it finds, in a few words.
  public let title: String
  /// Why it is asked.
  public let rationale: String
  /// Where it comes from.
  public let source: String
  /// How it is tested.
  public let test: Test
  /// Layers of the statements.
  public let layers: [Layer]
  /// States of the statements, empty for all.
  public let states: [String]
  /// Whether statements that deny the state are looked for instead of those that assert it.
  public let isDenied: Bool
  /// Kinds of instrument, for clocks.
  public let instruments: [Instrument.Kind]
  /// Statuses of contacts.
  public let statuses: [Movement.Contact.Status]
  /// Where.
  public let place: Where
  /// Within how many kilometres.
  public let kilometres: Double
  /// Whether a statement on a wider area counts, and one that names no place.
  public let takesWider: Bool
  /// Published, or of a day, at most so many days before.
  public let days: Int
  /// Whether only the newest statement of each speaker counts.
  public let newestOnly: Bool
  /// Which way its factors point.
  public let direction: Direction
  /// What follows from them.
  public let consequence: Consequence
}

/// Why a rule's file could not be used.
public enum RuleError: Error, Equatable, Sendable {
  /// The folder or file could not be read.
  case unreadable(file: String)
  /// It is no JSON; the byte at which it ceases to be.
  case notJSON(file: String, offset: Int)
  /// A member is missing or outside its closed list.
  case member(file: String, name: String)
}

/// Why a desk's rule cannot be kept.
public enum RuleKeepingError: Error, Equatable, Sendable {
  /// An id is of small letters, digits and hyphens.
  case name(String)
  /// The text is what it was.
  case unchanged(id: String)
}
