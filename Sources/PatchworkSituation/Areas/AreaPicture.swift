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
  /// The statements that are looked at by themselves, in order of publication: of each layer the newest, at most as many
  /// as were asked for.
  public let states: [SaidState]
  /// The three tests of a siege.
  public let siege: SiegeTests
  /// The nine obstacles.
  public let obstacles: Obstacles
  /// Positions, in `states`, of numbers of people besieged or cut off, newest first.
  public let populations: [Int]
  /// Positions of deliveries, newest first.
  public let deliveries: [Int]
  /// Who is said to control places of the area, by claim: the holder as written, and who says so; newest first.
  public let control: [Int]
  /// Numbers that are said with states, in order of their days.
  public let numbers: [SaidNumber]
  /// The newest day of publication among what is said, nil where nothing is.
  public let newest: CivilDay?

  private let meanings: LayerStates

  /// How what is said in a cell bears on people: nil where some of it is adverse and some favourable.
  public func bearing(of cell: AreaStrip.Cell) -> Bearing? {
    let bearings = Set(
      cell.answers.filter { $0.asserted > 0 }.map { meanings.meaning(cell.layer, $0.state).bearing }
    ).subtracting([.neither])
    if bearings.count > 1 { return nil }
    // A harm that somebody denies is neither said nor unsaid.
    let isDenied = cell.answers.contains { $0.denied > 0 }
    return isDenied && !bearings.isEmpty ? nil : bearings.first ?? .neither
  }

  /// The statements of a layer that are of some of the days, in order of publication.
  public func statements(of layer: Layer) -> [SaidState] {
    states.filter { $0.entry.layer == layer && $0.days.map { $0.overlaps(strip.days) } ?? false }
  }

  /// Brings together what is said of an area: how often what is said of which days, and the newest statements of each
  /// layer, and every number; with the tables of the situation.
  public init(
    id: String, name: String, tallies: [StateTally], states: [SaidState],
    numbers: [SaidNumber] = [], days: ClosedRange<CivilDay>, newest: CivilDay? = nil,
    meanings: LayerStates
  ) {
    self.id = id
    self.name = name
    self.meanings = meanings
    strip = AreaStrip(tallies, days: days)
    let said = SaidState.ordered(states)
    self.states = said
    let inside = said.indices.filter { said[$0].days.map { $0.overlaps(days) } ?? false }
    let counted = tallies.filter { $0.days.overlaps(days) }
    siege = SiegeTests(said, inside, tallies: counted, regular: meanings.regularDays)
    self.numbers = numbers.filter { $0.days.overlaps(days) }
    obstacles = Obstacles(said, inside, tallies: counted, meanings: meanings)
    func newestFirst(_ isWanted: (LayerEntry) -> Bool) -> [Int] {
      inside.filter { isWanted(said[$0].entry) }.reversed()
    }
    populations = newestFirst { $0.layer == .siege && $0.number != nil }
    deliveries = newestFirst { $0.layer == .delivery }
    control = newestFirst { $0.layer == .control }
    self.newest = newest
  }
}
