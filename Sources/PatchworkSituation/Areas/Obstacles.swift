import PatchworkLinking

/// The nine access obstacles of an area, each 0 to 3 by what is said, or an information gap.
///
/// Source: the nine indicators of the Access Monitoring and Reporting Framework and of ACAPS' humanitarian access overview.
/// ACAPS' levels are analysts' scores; a level here is the highest that one account stands for by the table
/// `layer-states.tsv`, one more where the newest statements have at least three independent origins. It orders sentences and decides nothing;
/// a denial alone leaves the gap.
public struct Obstacles: Sendable {
  /// One obstacle.
  public struct Obstacle: Hashable, Sendable {
    /// Its number, 1 to 9.
    public let number: Int
    /// 0 to 3, or nil: nobody says how it stands (shown as X, never read as 0).
    public let level: Int?
    /// How many statements speak of it.
    public let count: Int
    /// Positions, in the picture's states, of those that are looked at.
    public let said: [Int]
  }

  /// The obstacles by number.
  public let list: [Obstacle]

  /// Origins from which on a level is one higher.
  public static let manyOrigins = 3

  /// Weighs what is said of an area: levels from how often what is said, origins from some of the statements.
  init(
    _ states: [SaidState], _ positions: [Int], tallies: [StateTally], meanings: LayerStates
  ) {
    list = (1...9).map { number in
      let counted = tallies.filter {
        $0.holding != .open && meanings.meaning($0.layer, $0.state).obstacle == number
      }
      func isAdverse(_ layer: Layer, _ state: String, _ holding: Position.Holding) -> Bool {
        holding == .asserts && meanings.meaning(layer, state).bearing == .adverse
      }
      let level =
        counted.filter { isAdverse($0.layer, $0.state, $0.holding) }
        .map { meanings.meaning($0.layer, $0.state).level }.max() ?? 0
      let said = positions.filter {
        let entry = states[$0].entry
        return entry.holding != .open
          && meanings.meaning(entry.layer, entry.state).obstacle == number
      }
      let adverse = said.filter {
        let entry = states[$0].entry
        return isAdverse(entry.layer, entry.state, entry.holding)
      }
      let origins = Set(adverse.map { states[$0].origin }).count
      return Obstacle(
        number: number,
        level: counted.contains { $0.holding == .asserts }
          ? min(3, level + (origins >= Self.manyOrigins ? 1 : 0)) : nil,
        count: counted.reduce(0) { $0 + $1.count }, said: said)
    }
  }
}
