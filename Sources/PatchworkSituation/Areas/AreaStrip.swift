import PatchworkLinking
public import PatchworkRecord

/// An area over a range of days: for each layer and day what was said by how many statements, or that nothing was.
public struct AreaStrip: Sendable {
  /// A state with how many statements assert it, deny it, and leave it open.
  public struct Answer: Hashable, Sendable {
    /// The state.
    public var state: String
    /// How many hold that it is so.
    public var asserted = 0
    /// How many deny it.
    public var denied = 0
    /// How many leave it open.
    public var open = 0
  }

  /// What a layer is said to be on a day.
  public struct Cell: Hashable, Sendable {
    /// The layer.
    public let layer: Layer
    /// What is said of the day, what most assert first.
    public internal(set) var answers: [Answer] = []
    /// The last day before this one of which something was said, where nothing is said of this one and the layer lasts.
    public internal(set) var carried: CivilDay?
    /// What was said of that day.
    public internal(set) var carriedAnswers: [Answer] = []

    /// Whether nothing was said of the day: not calm, only unreported.
    public var isSilent: Bool { answers.isEmpty }

    init(_ layer: Layer) { self.layer = layer }
  }

  /// The days.
  public let days: ClosedRange<CivilDay>
  /// What the strip was laid out from; may begin before the days.
  public let tallies: [StateTally]
  private var cells: [Layer: [Cell]]

  /// Layers that last until the contrary is said; what happens on a day does not.
  public static let lasting: Set<Layer> = [.truce, .siege, .access, .road, .control, .presence]
  /// Days that an older statement is still shown for, with its age.
  public static let longestCarried = 30

  /// Lays out what is said over the days; `tallies` may begin before them, for what lasts.
  public init(_ tallies: [StateTally], days: ClosedRange<CivilDay>) {
    self.days = days
    self.tallies = tallies
    let count = days.upperBound.number - days.lowerBound.number + 1
    cells = [:]
    for layer in Layer.allCases {
      cells[layer] = [Cell](repeating: Cell(layer), count: count)
    }
    fill(count)
    carry(count)
  }

  private struct Key: Hashable {
    let layer: Layer
    let state: String
  }

  /// Each tally raises its count on its first day and lowers it after its last, so that its length costs nothing.
  private mutating func fill(_ count: Int) {
    var steps: [Key: [Answer]] = [:]
    for tally in tallies where tally.days.overlaps(days) {
      let key = Key(layer: tally.layer, state: tally.state)
      let first = max(0, tally.days.lowerBound.number - days.lowerBound.number)
      let last = min(count - 1, tally.days.upperBound.number - days.lowerBound.number)
      let path: WritableKeyPath<Answer, Int> =
        switch tally.holding {
        case .asserts: \.asserted
        case .denies: \.denied
        case .open: \.open
        }
      steps[key, default: [Answer](repeating: Answer(state: tally.state), count: count + 1)][first][
        keyPath: path] += tally.count
      steps[key]?[last + 1][keyPath: path] -= tally.count
    }
    for (key, steps) in steps {
      var now = Answer(state: key.state)
      for day in 0..<count {
        now.asserted += steps[day].asserted
        now.denied += steps[day].denied
        now.open += steps[day].open
        if now.asserted + now.denied + now.open > 0 { cells[key.layer]?[day].answers.append(now) }
      }
    }
    for layer in Layer.allCases {
      for day in 0..<count where (cells[layer]?[day].answers.count ?? 0) > 1 {
        cells[layer]?[day].answers.sort(by: Self.precedes)
      }
    }
  }

  private mutating func carry(_ count: Int) {
    var before: [Layer: [StateTally]] = [:]
    for tally in tallies where tally.days.upperBound < days.lowerBound {
      let known = before[tally.layer]?.first?.days.upperBound
      if known.map({ $0 < tally.days.upperBound }) ?? true { before[tally.layer] = [] }
      if known.map({ $0 <= tally.days.upperBound }) ?? true {
        before[tally.layer]?.append(tally)
      }
    }
    for layer in Self.lasting {
      var latest = before[layer]?.first?.days.upperBound
      var said = Self.answers(of: before[layer] ?? [])
      for day in 0..<count {
        let today = days.lowerBound + day
        if cells[layer]?[day].isSilent == false {
          latest = today
          said = cells[layer]?[day].answers ?? []
        } else if let latest, today.number - latest.number <= Self.longestCarried {
          cells[layer]?[day].carried = latest
          cells[layer]?[day].carriedAnswers = said
        }
      }
    }
  }

  /// States with how often each is said, what most assert first.
  static func answers(of tallies: some Sequence<StateTally>) -> [Answer] {
    var answers: [String: Answer] = [:]
    for tally in tallies {
      var answer = answers[tally.state] ?? Answer(state: tally.state)
      switch tally.holding {
      case .asserts: answer.asserted += tally.count
      case .denies: answer.denied += tally.count
      case .open: answer.open += tally.count
      }
      answers[tally.state] = answer
    }
    return answers.values.sorted(by: precedes)
  }

  static func precedes(_ a: Answer, _ b: Answer) -> Bool {
    (b.asserted, b.denied, a.state) < (a.asserted, a.denied, b.state)
  }

  /// The cell of a layer and day, empty outside the strip.
  public func cell(_ layer: Layer, _ day: CivilDay) -> Cell {
    guard days.contains(day) else { return Cell(layer) }
    return cells[layer]?[day.number - days.lowerBound.number] ?? Cell(layer)
  }

  /// The cells of a layer, a day each.
  public func cells(_ layer: Layer) -> [Cell] { cells[layer] ?? [] }

  /// Layers of which something is said on some day.
  public var layers: [Layer] { Layer.allCases.filter { cells($0).contains { !$0.isSilent } } }

  /// How many statements of a layer are of some of the days.
  public func count(_ layer: Layer) -> Int {
    tallies.reduce(0) {
      $0 + ($1.layer == layer && $1.days.overlaps(days) ? $1.count : 0)
    }
  }
}
