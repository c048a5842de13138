public import PatchworkRecord
public import PatchworkText

/// For how long after its end a movement's plan leaves the record for nobody.
public struct MovementDelay: Sendable {
  /// Days after the last day of a movement, those of aid movements in `movements.tsv`.
  public let days: Int

  /// Reads the delay from the table that ships with the target.
  public init() throws(LexiconError) {
    days = try MovementRules(try DisclosureRules.table("movements.tsv")).longestDelay
  }

  /// Whether a movement that ended on a day may leave on another.
  public func isOver(ended: CivilDay, on day: CivilDay) -> Bool { ended + days <= day }
}
