import PatchworkLinking
public import PatchworkRecord

/// Everything that is said of an area over some days, as its page shows it.
public struct AreaPicture: Sendable {
  /// Identifier of the area in the gazetteer, or the name of a drawn one.
  public let id: String
  /// Its name.
  public let name: String
  /// Layers by day.
  public let strip: AreaStrip
  /// The three tests of a siege.
  public let siege: SiegeTests
  /// The nine obstacles.
  public let obstacles: Obstacles
  /// Positions, in the strip's states, of numbers of people besieged or cut off, newest first.
  public let populations: [Int]
  /// Positions of deliveries, newest first.
  public let deliveries: [Int]
  /// Who is said to control places of the area, by claim: the holder as written, and who says so; newest first.
  public let control: [Int]
  /// Codes of the incidents in the area, by day.
  public let incidents: [String]
  /// The newest day of publication among what is said, nil where nothing is.
  public let newest: CivilDay?

  private let meanings: LayerStates

  /// How what is said in a cell bears on people: nil where some of it is adverse and some favourable.
  public func bearing(of cell: AreaStrip.Cell) -> Bearing? {
    let bearings = Set(cell.said.map { meanings.bearing(strip.states[$0].entry) })
      .subtracting([.neither])
    if bearings.count > 1 { return nil }
    // A harm that somebody denies is neither said nor unsaid.
    let isDenied = cell.said.contains { strip.states[$0].entry.holding == .denies }
    return isDenied && !bearings.isEmpty ? nil : bearings.first ?? .neither
  }

  /// Brings together what is said of an area; with the tables of the situation.
  public init(
    id: String, name: String, states: [SaidState], days: ClosedRange<CivilDay>,
    meanings: LayerStates
  ) {
    self.id = id
    self.name = name
    self.meanings = meanings
    strip = AreaStrip(states, days: days)
    let said = strip.states
    let inside = said.indices.filter { said[$0].days.map { $0.overlaps(days) } ?? false }
    let shown = inside.map { said[$0] }
    func whole(_ positions: [Int]) -> [Int] { positions.map { inside[$0] } }
    let tests = SiegeTests(shown)
    siege = SiegeTests(
      results: tests.results.map { result in
        .init(
          test: result.test, answer: result.answer, yes: whole(result.yes), no: whole(result.no))
      })
    obstacles = Obstacles(
      list: Obstacles(shown, meanings: meanings).list.map { obstacle in
        .init(number: obstacle.number, level: obstacle.level, said: whole(obstacle.said))
      })
    func newestFirst(_ isWanted: (LayerEntry) -> Bool) -> [Int] {
      inside.filter { isWanted(said[$0].entry) }.reversed()
    }
    populations = newestFirst { $0.layer == .siege && $0.number != nil }
    deliveries = newestFirst { $0.layer == .delivery }
    control = newestFirst { $0.layer == .control }
    var codes: [String] = []
    for state in shown where !state.incident.isEmpty && !codes.contains(state.incident) {
      codes.append(state.incident)
    }
    incidents = codes
    newest = shown.compactMap(\.published).max()
  }
}
