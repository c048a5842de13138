public import PatchworkLinking
public import PatchworkText

/// Reads from what was said which truces, pauses, halts of flights, suspensions and ultimatums it speaks of.
public struct TruceReader: Sendable {
  /// Which party a name belongs to.
  public let parties: Parties
  private let words: InstrumentWords
  private let types: InstrumentTypes
  private let grounds: GroundWords
  private let truces: TruceWords

  /// Makes a reader with the tables that ship with the target.
  public init() throws(LexiconError) {
    parties = try Parties()
    words = try InstrumentWords()
    types = try InstrumentTypes()
    grounds = try GroundWords()
    truces = try TruceWords()
  }

  /// Layers whose statements may speak of an instrument or of talks.
  public static let layers: [Layer] = [.truce, .flight, .threat, .delivery, .talks, .clause]

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

  /// Statements whose speaker is a truce, given to who else speaks in their sentence, else to nobody.
  func voiced(_ states: [SaidState]) -> [SaidState] {
    let mute = states.indices.filter { truces.isName(states[$0].who) }
    guard !mute.isEmpty else { return states }
    let reports = Set(mute.map { states[$0].report })
    var voices: [SaidState.SentenceKey: SaidState] = [:]
    for said in states where reports.contains(said.report) && !truces.isName(said.who) {
      voices[said.sentenceKey] = voices[said.sentenceKey] ?? said
    }
    var voiced = states
    for at in mute {
      let voice = voices[states[at].sentenceKey]
      voiced[at].who = voice?.who ?? ""
      voiced[at].party = voice?.party ?? ""
    }
    return voiced
  }

  /// The kind of instrument that a statement speaks of and what it says, nil where it speaks of none.
  func act(_ said: SaidState) -> (kind: Instrument.Kind, act: TruceAct)? {
    guard let (kind, state) = sense(said) else { return nil }
    // "The army declared the truce over" is the army's act, whoever tells it; who breaks a truce declares nothing.
    let isDeed = ![.inForce, .violated].contains(state)
    let party = isDeed && !said.entry.party.isEmpty ? parties.party(of: said.entry.party) : nil
    return (kind, TruceAct(said: said, state: state, speaker: party?.name ?? said.speaker))
  }

  /// The class that a sentence on a truce or a pause has words of.
  func `class`(of act: TruceAct, _ kind: Instrument.Kind) -> Instrument.Class? {
    kind == .ceasefire || kind == .pause ? words.class(of: act.said.sentence) : nil
  }

  /// How many sides a sentence says that it has, and whether it is written.
  func shape(of act: TruceAct) -> (lateral: Instrument.Lateral?, form: Instrument.Form?) {
    types.shape(of: act.said.sentence)
  }

  /// The parties that a sentence names as having brokered a truce.
  func brokers(of act: TruceAct) -> [String] {
    let words = types.beside(act.said.sentence)
    return words.isEmpty ? [] : parties.parties(in: words).map(\.name)
  }

  /// Why a truce ended, by the words of a sentence that says so.
  func end(of act: TruceAct) -> Instrument.Ending {
    Instrument.Ending(
      reason: types.end(of: act.said.sentence) ?? .declaredOver, act: act,
      ground: grounds.ground(of: act.said.sentence))
  }

  /// The purpose that a sentence gives.
  func purpose(of act: TruceAct) -> Instrument.Purpose? { words.purpose(of: act.said.sentence) }

  private func sense(_ said: SaidState) -> (Instrument.Kind, TruceAct.State)? {
    let entry = said.entry
    guard Self.isOfInstrument(entry) else { return nil }
    let told = entry.instrument
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
