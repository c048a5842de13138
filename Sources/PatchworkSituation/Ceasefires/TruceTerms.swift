import PatchworkLinking
import PatchworkText

/// What the words of a sentence on a truce or on talks tell beside its state.
///
/// It is kept with the statement, so that a list of a year's truces reads no sentence but those that it shows.
public struct TruceTerms: Hashable, Sendable {
  /// Why the truce is asked for or made.
  public var purpose: Instrument.Purpose?
  /// How much it settles.
  public var `class`: Instrument.Class?
  /// How many sides it has.
  public var lateral: Instrument.Lateral?
  /// Whether it is laid down.
  public var form: Instrument.Form?
  /// Why it ended.
  public var end: Instrument.Ending.Reason?
  /// The party whose deed it is, where it is told to be somebody's; empty for none.
  public var actor = ""
  /// Who is named as having brokered it.
  public var brokers: [String] = []
  /// Who is named: of talks those who took part, of a violation whom it may be attributed to.
  public var named: [String] = []

  /// Nothing told.
  public init() {}

  /// The terms that `stored` wrote; what is of another version is left out.
  public init(stored text: String) {
    guard !text.isEmpty else { return }
    for line in text.split(separator: "\n") {
      guard let sign = line.firstIndex(of: "=") else { continue }
      let value = String(line[line.index(after: sign)...])
      switch line[..<sign] {
      case "purpose": purpose = Instrument.Purpose(rawValue: value)
      case "class": `class` = Instrument.Class(rawValue: value)
      case "type": lateral = Instrument.Lateral(rawValue: value)
      case "form": form = Instrument.Form(rawValue: value)
      case "end": end = Instrument.Ending.Reason(rawValue: value)
      case "actor": actor = value
      case "broker": brokers.append(value)
      case "named": named.append(value)
      default: break
      }
    }
  }

  /// All of it as lines of a word and a value; empty where nothing is told.
  public var stored: String {
    var lines: [String] = []
    func add(_ word: String, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      lines.append("\(word)=\(value.replacing("\n", with: " "))")
    }
    add("purpose", purpose?.rawValue)
    add("class", `class`?.rawValue)
    add("type", lateral?.rawValue)
    add("form", form?.rawValue)
    add("end", end?.rawValue)
    add("actor", actor)
    for broker in brokers { add("broker", broker) }
    for name in named { add("named", name) }
    return lines.joined(separator: "\n")
  }
}

/// Reads from sentences what they tell of truces and talks beside the state.
struct TruceTermsReader: Sendable {
  private let parties: Parties
  private let words: InstrumentWords
  private let types: InstrumentTypes

  /// Makes a reader with the tables that ship with the target.
  init(parties: Parties, words: InstrumentWords) throws(LexiconError) {
    self.parties = parties
    self.words = words
    types = try InstrumentTypes()
  }

  /// The terms of an entry that stands in a sentence.
  func terms(of entry: LayerEntry, in sentence: String) -> TruceTerms {
    var terms = TruceTerms()
    if entry.layer == .talks {
      terms.named = parties.parties(in: sentence).map(\.name)
      let actor = entry.party
      if !actor.isEmpty, parties.parties(in: actor).isEmpty, !terms.named.contains(actor) {
        terms.named.insert(actor, at: 0)
      }
      return terms
    }
    guard TruceReader.isOfInstrument(entry) else { return terms }
    terms.purpose = words.purpose(of: sentence)
    if entry.layer == .truce { terms.class = words.class(of: sentence) }
    // What breaks a truce, or holds, is nobody's act of declaring: only who is told to have declared or ended it counts.
    if !["in force", "violated"].contains(entry.state), !entry.party.isEmpty {
      terms.actor = parties.party(of: entry.party)?.name ?? ""
    }
    guard entry.layer != .threat, entry.holding == .asserts else { return terms }
    (terms.lateral, terms.form) = types.shape(of: sentence)
    if let words = types.beside(sentence) {
      terms.brokers = parties.parties(in: words).map(\.name)
    }
    if entry.state == "over" { terms.end = types.end(of: sentence) ?? .declaredOver }
    if entry.state == "violated" { terms.named = parties.parties(in: sentence).map(\.name) }
    return terms
  }
}
