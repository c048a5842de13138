public import PatchworkLinking
public import PatchworkRecord

/// How many statements say one state of a layer of the same days.
///
/// A strip is laid out from tallies, so that a year of a region is drawn without a row in memory for each of its statements.
public struct StateTally: Hashable, Sendable {
  /// The layer.
  public var layer: Layer
  /// The state.
  public var state: String
  /// Whether they hold that it is so.
  public var holding: Position.Holding
  /// Whether they speak of people who leave, or may not, rather than of aid that enters.
  public var isOfPeople: Bool
  /// The days that they are of.
  public var days: ClosedRange<CivilDay>
  /// How many they are.
  public var count: Int

  /// Makes a tally.
  public init(
    layer: Layer, state: String, holding: Position.Holding, isOfPeople: Bool = false,
    days: ClosedRange<CivilDay>, count: Int = 1
  ) {
    self.layer = layer
    self.state = state
    self.holding = holding
    self.isOfPeople = isOfPeople
    self.days = days
    self.count = count
  }

  /// The tallies of statements, one each; a statement of no known day gives none.
  public static func each(of states: [SaidState]) -> [StateTally] {
    states.compactMap { said in
      said.days.map {
        StateTally(
          layer: said.entry.layer, state: said.entry.state, holding: said.entry.holding,
          isOfPeople: said.entry.isOfPeople, days: $0)
      }
    }
  }
}
