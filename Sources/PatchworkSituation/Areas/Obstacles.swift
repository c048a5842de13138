import PatchworkLinking

/// The nine access obstacles of an area, each 0 to 3 by what is said, or an information gap.
///
/// Source: the nine indicators of the Access Monitoring and Reporting Framework and of ACAPS' humanitarian access overview.
/// ACAPS' levels are analysts' scores; a level here is the highest that one account stands for by the table
/// `layer-states.tsv`, one more where at least three independent origins say so. It orders sentences and decides nothing.
public struct Obstacles: Sendable {
  /// One obstacle.
  public struct Obstacle: Hashable, Sendable {
    /// Its number, 1 to 9.
    public let number: Int
    /// 0 to 3, or nil: nothing was said (shown as X, never read as 0).
    public let level: Int?
    /// Positions, in the states given, of what speaks of it.
    public let said: [Int]
  }

  /// The obstacles by number.
  public let list: [Obstacle]

  /// Origins from which on a level is one higher.
  public static let manyOrigins = 3

  init(list: [Obstacle]) { self.list = list }

  /// Weighs what is said of an area.
  public init(_ states: [SaidState], meanings: LayerStates) {
    list = (1...9).map { number in
      let said = states.indices.filter {
        states[$0].entry.holding != .open
          && meanings.meaning(states[$0].entry.layer, states[$0].entry.state).obstacle == number
      }
      let adverse = said.filter { meanings.bearing(states[$0].entry) == .adverse }
      let level =
        adverse.map {
          meanings.meaning(states[$0].entry.layer, states[$0].entry.state).level
        }.max() ?? 0
      let origins = Set(adverse.map { states[$0].origin }).count
      return Obstacle(
        number: number,
        level: said.isEmpty ? nil : min(3, level + (origins >= Self.manyOrigins ? 1 : 0)),
        said: said)
    }
  }
}
