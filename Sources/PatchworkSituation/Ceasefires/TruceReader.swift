public import PatchworkLinking
public import PatchworkText

/// Reads from what was said which truces, pauses, halts of flights, suspensions and ultimatums it speaks of.
public struct TruceReader: Sendable {
  /// Which party a name belongs to.
  public let parties: Parties
  private let words: InstrumentWords

  /// Makes a reader with the tables that ship with the target.
  public init() throws(LexiconError) {
    parties = try Parties()
    words = try InstrumentWords()
  }

  /// Layers whose statements may speak of an instrument or of talks.
  public static let layers: [Layer] = [.truce, .flight, .threat, .delivery, .talks]

  /// Whether an entry may be of an instrument, whatever the words of its sentence are.
  public static func isOfInstrument(_ entry: LayerEntry) -> Bool {
    switch entry.layer {
    case .truce: true
    case .flight: entry.state != "overhead"
    case .delivery: entry.state == "suspended"
    case .threat: entry.state == "deadline"
    default: false
    }
  }

  /// The kind of instrument that a statement speaks of and what it says, nil where it speaks of none.
  func act(_ said: SaidState) -> (kind: Instrument.Kind, act: TruceAct)? {
    guard let (kind, state) = sense(said) else { return nil }
    return (kind, TruceAct(said: said, state: state))
  }

  /// The class that a sentence on a truce or a pause has words of.
  func `class`(of act: TruceAct, _ kind: Instrument.Kind) -> Instrument.Class? {
    kind == .ceasefire || kind == .pause ? words.class(of: act.said.sentence) : nil
  }

  /// The purpose that a sentence gives.
  func purpose(of act: TruceAct) -> Instrument.Purpose? { words.purpose(of: act.said.sentence) }

  private func sense(_ said: SaidState) -> (Instrument.Kind, TruceAct.State)? {
    let entry = said.entry
    guard Self.isOfInstrument(entry) else { return nil }
    let told = words.kind(of: said.sentence)
    let state = TruceAct.State(rawValue: entry.state)
    switch entry.layer {
    case .truce:
      let kind = told == .pause || told == .flightHalt ? told! : Instrument.Kind.ceasefire
      return (kind, state ?? .declared)
    case .flight: return (.flightHalt, state ?? .inForce)
    case .delivery: return (.suspension, .inForce)
    case .threat: return (.ultimatum, .declared)
    default: return nil
    }
  }
}
