import PatchworkLinking
public import PatchworkRecord

/// An area over a range of days: for each layer and day what was said, by whom, or that nothing was.
public struct AreaStrip: Sendable {
  /// What a layer is said to be on a day.
  public struct Cell: Hashable, Sendable {
    /// Positions, in the strip's states, of what is said of the day, in order of publication.
    public internal(set) var said: [Int] = []
    /// The last day before this one of which something was said, where nothing is said of this one and the layer lasts.
    public internal(set) var carried: CivilDay?

    /// Whether nothing was said of the day: not calm, only unreported.
    public var isSilent: Bool { said.isEmpty }
  }

  /// The days.
  public let days: ClosedRange<CivilDay>
  /// Everything that is said of the area on some of the days, in order of publication.
  public let states: [SaidState]
  private var cells: [Layer: [Cell]]

  /// Layers that last until the contrary is said; what happens on a day does not.
  public static let lasting: Set<Layer> = [.truce, .siege, .access, .road, .control, .presence]
  /// Days that an older statement is still shown for, with its age.
  public static let longestCarried = 30

  /// Lays out what is said over the days; `states` may begin before them, for what lasts.
  public init(_ states: [SaidState], days: ClosedRange<CivilDay>) {
    self.days = days
    let ordered = states.sorted(by: SaidState.precedes)
    self.states = ordered
    let count = days.upperBound.number - days.lowerBound.number + 1
    var cells: [Layer: [Cell]] = [:]
    var earlier: [Layer: CivilDay] = [:]
    for layer in Layer.allCases { cells[layer] = [Cell](repeating: Cell(), count: count) }
    for (index, state) in ordered.enumerated() {
      guard let said = state.days else { continue }
      if said.upperBound < days.lowerBound {
        earlier[state.entry.layer] = max(
          earlier[state.entry.layer] ?? said.upperBound, said.upperBound)
        continue
      }
      let first = max(said.lowerBound.number, days.lowerBound.number) - days.lowerBound.number
      let last = min(said.upperBound.number, days.upperBound.number) - days.lowerBound.number
      guard first <= last else { continue }
      for day in first...last { cells[state.entry.layer]![day].said.append(index) }
    }
    for layer in Self.lasting {
      var latest = earlier[layer]
      for day in 0..<count {
        let today = days.lowerBound + day
        if cells[layer]![day].isSilent {
          if let latest, today.number - latest.number <= Self.longestCarried {
            cells[layer]![day].carried = latest
          }
        } else {
          latest = today
        }
      }
    }
    self.cells = cells
  }

  /// The cell of a layer and day, empty outside the strip.
  public func cell(_ layer: Layer, _ day: CivilDay) -> Cell {
    guard days.contains(day) else { return Cell() }
    return cells[layer]?[day.number - days.lowerBound.number] ?? Cell()
  }

  /// The cells of a layer, a day each.
  public func cells(_ layer: Layer) -> [Cell] { cells[layer] ?? [] }

  /// Layers of which something is said on some day.
  public var layers: [Layer] { Layer.allCases.filter { cells($0).contains { !$0.isSilent } } }
}

extension AreaStrip {
  /// What is said in a cell, brought together: each state with who asserts and who denies it.
  public struct Answer: Hashable, Sendable {
    /// The state.
    public var state: String
    /// Positions of those who hold that it is so.
    public var asserted: [Int] = []
    /// Positions of those who deny it.
    public var denied: [Int] = []
    /// Positions of those who leave it open.
    public var open: [Int] = []
  }

  /// The answers of a cell, the one that most origins assert first.
  public func answers(_ cell: Cell) -> [Answer] {
    var answers: [Answer] = []
    for index in cell.said {
      let entry = states[index].entry
      let at =
        answers.firstIndex { $0.state == entry.state }
        ?? {
          answers.append(Answer(state: entry.state))
          return answers.count - 1
        }()
      switch entry.holding {
      case .asserts: answers[at].asserted.append(index)
      case .denies: answers[at].denied.append(index)
      case .open: answers[at].open.append(index)
      }
    }
    return answers.enumerated().sorted { a, b in
      let (x, y) = (origins(a.element.asserted), origins(b.element.asserted))
      return (y, a.offset) < (x, b.offset)
    }.map(\.element)
  }

  /// How many independent origins some statements have.
  public func origins(_ positions: [Int]) -> Int { Set(positions.map { states[$0].origin }).count }
}
