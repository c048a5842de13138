import PatchworkRecord

/// What one speaker said of one incident, in order, and how it changed.
public struct SpeakerThread: Hashable, Sendable {
  /// Who speaks: a name, or the party for which office holders speak.
  public let speaker: String
  /// Positions of the statements in what was threaded.
  public let statements: [Int]
  /// What changed between statements that follow each other.
  public let shifts: [Shift]

  /// How a later statement stands to an earlier one.
  public enum Change: String, Sendable, CaseIterable {
    /// The same again.
    case restated
    /// Something that was left open is now said.
    case added
    /// Something said is now said otherwise.
    case changed
    /// What was asserted is now denied, or the reverse.
    case contradicted
    /// The speaker takes it back.
    case retracted
  }

  /// A step from one statement to the next.
  public struct Shift: Hashable, Sendable {
    /// Positions of the two statements.
    public let from: Int
    /// Position of the later statement.
    public let to: Int
    /// What changed.
    public let change: Change
    /// In what: "actor", "means", "number", "polarity", or "reason" for an explanation that was not given before; empty where
    /// nothing changed.
    public let slot: String
  }
}
