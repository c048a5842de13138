public import PatchworkRecord
public import PatchworkText

/// A state of a layer with who said it, where and in which words.
public struct SaidState: Hashable, Sendable {
  /// Identifier of the report.
  public var report: String
  /// Day of publication of the report.
  public var published: CivilDay?
  /// Outlet of the report.
  public var outlet: String
  /// Who says it: a name, an office, "the author"; empty where nobody is named.
  public var who: String
  /// The party that the source speaks for, empty where none is known.
  public var party: String
  /// What the source does by saying it.
  public var stance: Stance
  /// The sentence; empty until it is asked for.
  public var sentence: String
  /// Where the sentence stands in its report.
  public var span: Span
  /// The report that the sentence's words come from.
  public var origin: String
  /// The state.
  public var entry: LayerEntry
  /// Code of the incident that the account is on, empty where it is on none.
  public var incident: String

  /// Makes a said state.
  public init(
    report: String, published: CivilDay?, outlet: String, who: String, party: String,
    stance: Stance,
    sentence: String, span: Span = Span(0, 0), origin: String, entry: LayerEntry,
    incident: String = ""
  ) {
    self.report = report
    self.published = published
    self.outlet = outlet
    self.who = who
    self.party = party
    self.stance = stance
    self.sentence = sentence
    self.span = span
    self.origin = origin
    self.entry = entry
    self.incident = incident
  }

  /// Who speaks: the party that a source speaks for, else the source.
  public var speaker: String { party.isEmpty ? who : party }

  /// The days that it is said of: those named, where only the last is from the day on which it was said, where none is that
  /// day; nil where neither is known.
  public var days: ClosedRange<CivilDay>? {
    guard let first = entry.first ?? published else { return nil }
    return first...max(first, entry.last ?? first)
  }

  /// A sentence of a report: what tells statements of one sentence from others, whether or not its words were read.
  struct SentenceKey: Hashable {
    let report: String
    let span: Span
    let sentence: String
  }

  /// Which sentence it stands in.
  var sentenceKey: SentenceKey { SentenceKey(report: report, span: span, sentence: sentence) }

  /// In order of publication, report and account; statements of one account in the order of their layers' names.
  public static func ordered(_ states: [SaidState]) -> [SaidState] {
    // Parts are looked at where they stand: copying two statements for each comparison would cost more than the rest.
    func precedes(_ a: Int, _ b: Int) -> Bool {
      let day = states[a].published?.number ?? .max
      let other = states[b].published?.number ?? .max
      if day != other { return day < other }
      if states[a].report != states[b].report { return states[a].report < states[b].report }
      let (account, next) = (states[a].entry.account, states[b].entry.account)
      if account != next { return account < next }
      return states[a].entry.layer.rawValue < states[b].entry.layer.rawValue
    }
    if zip(states.indices, states.indices.dropFirst()).allSatisfy({ !precedes($1, $0) }) {
      return states
    }
    return states.indices.sorted(by: precedes).map { states[$0] }
  }

  /// Order by day of publication, report and account; unknown days come last.
  public static func precedes(_ a: SaidState, _ b: SaidState) -> Bool {
    let (x, y) = (a.published?.number ?? .max, b.published?.number ?? .max)
    return (x, a.report, a.entry.account) < (y, b.report, b.entry.account)
  }
}
