public import PatchworkRecord

/// A number that somebody says with a state: people besieged, cut off, reached.
public struct SaidNumber: Hashable, Sendable {
  /// The layer.
  public var layer: Layer
  /// The state.
  public var state: String
  /// The days that it is of.
  public var days: ClosedRange<CivilDay>
  /// The least that the words leave open, nil where they set no lower end.
  public var low: Int?
  /// The most, nil where they set no upper end.
  public var high: Int?
  /// The words, as written.
  public var words: String
  /// Who says it: a party, else the source; empty where nobody is named.
  public var speaker: String

  /// Makes a number.
  public init(
    layer: Layer, state: String, days: ClosedRange<CivilDay>, low: Int?, high: Int?,
    words: String, speaker: String
  ) {
    self.layer = layer
    self.state = state
    self.days = days
    self.low = low
    self.high = high
    self.words = words
    self.speaker = speaker
  }
}

/// What several speakers say of how many, from the least to the most, never added up and never averaged.
public struct NumberRange: Hashable, Sendable {
  /// The state that the numbers are of.
  public let state: String
  /// The least number that somebody says, nil where no words have a lower end.
  public let low: Int?
  /// The greatest, nil where no words have an upper end.
  public let high: Int?
  /// Whether some words have no lower end: "up to 300,000".
  public let isOpenBelow: Bool
  /// Whether some words have no upper end: "more than 250,000".
  public let isOpenAbove: Bool
  /// Who says them, in the order of their numbers.
  public let speakers: [String]
  /// How many statements of the state give no number.
  public let unnumbered: Int
}

extension AreaPicture {
  /// The ranges of numbers that are said with the states of a layer on some of the days, states in the order of the cell.
  public func ranges(of layer: Layer, in days: ClosedRange<CivilDay>) -> [NumberRange] {
    let said = numbers.filter { $0.layer == layer && $0.days.overlaps(days) }
    guard !said.isEmpty else { return [] }
    return strip.period(of: days).cells[layer]?.answers.compactMap { answer in
      let own = said.filter { $0.state == answer.state }.sorted {
        ($0.low ?? 0, $0.high ?? .max, $0.speaker) < ($1.low ?? 0, $1.high ?? .max, $1.speaker)
      }
      guard !own.isEmpty else { return nil }
      var speakers: [String] = []
      for number in own where !speakers.contains(number.speaker) { speakers.append(number.speaker) }
      let lows = own.map(\.low)
      let highs = own.map(\.high)
      return NumberRange(
        state: answer.state, low: lows.compactMap { $0 }.min(), high: highs.compactMap { $0 }.max(),
        isOpenBelow: lows.contains(nil), isOpenAbove: highs.contains(nil), speakers: speakers,
        unnumbered: max(0, answer.asserted + answer.denied + answer.open - own.count))
    } ?? []
  }
}
