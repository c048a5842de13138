public import PatchworkLinking
public import PatchworkRecord

/// What a day of an area is looked at for.
public enum Layer: String, Sendable, CaseIterable {
  case violence, truce, siege, access, delivery, road, control, presence, flight, threat
  case approval, notification, talks
  /// What a truce or an agreement is said to ask for.
  case clause

  /// The layers that a day of an area is shown in: talks and clauses are of places only by the way.
  public static let ofAreas = allCases.filter { $0 != .talks && $0 != .clause }
}

/// How a state bears on people who must live there or pass.
public enum Bearing: String, Sendable, CaseIterable {
  case adverse, favourable, neither
}

/// A state of a layer that one account says of a place and a stretch of days.
public struct LayerEntry: Hashable, Sendable {
  /// Number of the account within its report.
  public var account: Int
  /// The layer.
  public var layer: Layer
  /// The state, of the closed list of its layer; for violence the type of happening.
  public var state: String
  /// Whether the account holds that it is so.
  public var holding: Position.Holding
  /// Of which place, nil where none is said.
  public var place: Place?
  /// Who holds, besieges, refuses, threatens or did it, as written; empty where nobody is named.
  public var party: String
  /// First day that is said, nil where none is.
  public var first: CivilDay?
  /// Last day that is said; an open stretch ends with the day on which it was said.
  public var last: CivilDay?
  /// The hour at which it is said to begin, nil where only the day is.
  public var firstTime: TimeOfDay?
  /// The hour at which it is said to end.
  public var lastTime: TimeOfDay?
  /// What is counted with it: people besieged, cut off or reached; violations of a truce.
  public var number: Count?
  /// A length that the sentence names, in hours.
  public var hours: Int?
  /// Whether it speaks of people who leave, or may not, rather than of aid that enters.
  public var isOfPeople: Bool
  /// The kind of truce that the words of its sentence tell, nil where none does.
  public var instrument: Instrument.Kind?
  /// What else the words of its sentence tell of a truce or of talks.
  public var terms = TruceTerms()

  /// Makes an entry.
  public init(
    account: Int, layer: Layer, state: String, holding: Position.Holding, place: Place?,
    party: String, first: CivilDay?, last: CivilDay?, number: Count? = nil,
    hours: Int? = nil, isOfPeople: Bool = false, instrument: Instrument.Kind? = nil
  ) {
    self.account = account
    self.layer = layer
    self.state = state
    self.holding = holding
    self.place = place
    self.party = party
    self.first = first
    self.last = last
    self.number = number
    self.hours = hours
    self.isOfPeople = isOfPeople
    self.instrument = instrument
  }
}
