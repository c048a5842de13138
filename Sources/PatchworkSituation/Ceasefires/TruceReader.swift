public import PatchworkLinking
public import PatchworkText

/// Reads from what was said which truces, pauses, halts of flights, suspensions and ultimatums it speaks of.
public struct TruceReader: Sendable {
  /// Which party a name belongs to.
  public let parties: Parties
  private let grounds: GroundWords
  private let truces: TruceWords

  /// Makes a reader with the tables that ship with the target.
  public init() throws(LexiconError) {
    parties = try Parties()
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
    var known: [String: Bool] = [:]
    func isMute(_ who: String) -> Bool {
      if let known = known[who] { return known }
      let isName = truces.isName(who)
      known[who] = isName
      return isName
    }
    let mute = states.indices.filter { isMute(states[$0].who) }
    guard !mute.isEmpty else { return states }
    let reports = Set(mute.map { states[$0].report })
    var voices: [SaidState.SentenceKey: SaidState] = [:]
    for said in states where reports.contains(said.report) && !isMute(said.who) {
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
    // "The army declared the truce over" is the army's act, whoever tells it.
    let actor = said.entry.terms.actor
    return (
      kind, TruceAct(said: said, state: state, speaker: actor.isEmpty ? said.speaker : actor)
    )
  }

  /// Why a truce ended, by the words of a sentence that says so.
  func end(of act: TruceAct) -> Instrument.Ending {
    Instrument.Ending(
      reason: act.said.entry.terms.end ?? .declaredOver, act: act,
      ground: ground(of: act.said.sentence))
  }

  /// The ground that a sentence gives for a rejection or an end; empty where it gives none or was not read.
  func ground(of sentence: String) -> String {
    sentence.isEmpty ? "" : grounds.ground(of: sentence)
  }

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
