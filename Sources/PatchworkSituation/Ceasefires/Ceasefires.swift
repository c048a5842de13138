import PatchworkLinking
import PatchworkRecord

/// The truces, proposals, ultimatums, counts of violations and meetings that reports speak of.
public struct Ceasefires: Sendable {
  /// Instruments that somebody declared, observed, broke or ended, by first day.
  public internal(set) var instruments: [Instrument]
  /// What was only asked for, with who rejected it.
  public internal(set) var proposals: [Instrument]
  /// Counts of violations, rival ones beside each other.
  public internal(set) var violations: [ViolationCount]
  /// Talks and agreements.
  public internal(set) var meetings: [Meeting]

  /// Days between two statements that may still be of one instrument where neither says a first day.
  static let longestSilence = 45
  /// Days by which statements of a first day may differ.
  static let startTolerance = 3
  /// Days within which a proposal may be repeated or answered.
  static let answerDays = 21

  /// Brings together what was said; of the sentences only those of clauses must be there.
  public init(_ states: [SaidState], reader: TruceReader) {
    let ordered = reader.voiced(SaidState.ordered(states))
    var drafts: [Draft] = []
    for said in ordered {
      guard let (kind, act) = reader.act(said) else { continue }
      let at = Self.choose(kind, act, among: drafts) ?? drafts.count
      if at < drafts.count { drafts[at].append(act) } else { drafts.append(Draft(kind, act)) }
      drafts[at].take(act, reader)
    }
    Self.attach(ordered.compactMap(Clause.init), to: &drafts)
    for at in drafts.indices { drafts[at].close(reader.parties) }
    let made = Self.named(drafts.map(\.instrument))
    instruments = made.filter { !$0.isProposal }.sorted(by: Self.precedes)
    proposals = made.filter(\.isProposal).sorted(by: Self.precedes)
    violations = ViolationCount.counts(in: ordered)
    meetings = Meeting.meetings(in: ordered)
  }

  /// An instrument while its acts are brought together, with what each further act is held against.
  private struct Draft {
    var instrument: Instrument
    private(set) var isProposal: Bool
    private var days: Instrument.SaidDays
    private var lateral: (lateral: Instrument.Lateral, act: TruceAct)?
    private var ended: Set<String> = []

    init(_ kind: Instrument.Kind, _ act: TruceAct) {
      instrument = Instrument(id: "", kind: kind, acts: [act])
      isProposal = act.isAsked
      days = Instrument.SaidDays([act])
    }

    mutating func append(_ act: TruceAct) {
      instrument.acts.append(act)
      isProposal = isProposal && act.isAsked
      days.add(act)
    }

    /// Takes what the words of an act's sentence tell.
    mutating func take(_ act: TruceAct, _ reader: TruceReader) {
      let terms = act.said.entry.terms
      if instrument.purpose == nil { instrument.purpose = terms.purpose }
      if let told = terms.class, instrument.kind == .ceasefire || instrument.kind == .pause {
        instrument.class = instrument.class.map { max($0, told) } ?? told
      }
      guard instrument.kind != .ultimatum, act.holding == .asserts else { return }
      if lateral == nil { lateral = terms.lateral.map { ($0, act) } }
      if instrument.form == nil { instrument.form = terms.form }
      for broker in terms.brokers where !instrument.brokers.contains(broker) {
        instrument.brokers.append(broker)
      }
      if act.state == .over, ended.insert(act.speaker).inserted {
        instrument.ends.append(reader.end(of: act))
      }
    }

    /// Takes what only all acts together tell.
    mutating func close(_ parties: Parties) {
      guard instrument.kind != .ultimatum else { return }
      instrument.sidedness = instrument.sidedness(lateral, parties)
    }

    var start: CivilDay? { days.start }
  }

  /// Gives each clause to the truce that its report speaks of, of several to the one that is told nearest to it.
  private static func attach(_ clauses: [Clause], to drafts: inout [Draft]) {
    var byReport: [String: [(at: Int, account: Int)]] = [:]
    for (at, draft) in drafts.enumerated() {
      for act in draft.instrument.acts {
        byReport[act.said.report, default: []].append((at, act.said.entry.account))
      }
    }
    var seen: Set<String> = []
    for clause in clauses where seen.insert(clause.said.sentence).inserted {
      let account = clause.said.entry.account
      // A truce that is in the making is meant before an ultimatum or a suspension of the same report.
      func rank(_ candidate: (at: Int, account: Int)) -> (Int, Int, Int) {
        let kind = drafts[candidate.at].instrument.kind
        return (
          kind == .ceasefire || kind == .pause ? 0 : 1, abs(candidate.account - account),
          candidate.at
        )
      }
      let own = byReport[clause.said.report]?.min { rank($0) < rank($1) }?.at
      if let at = own { drafts[at].instrument.clauses.append(clause) }
    }
  }

  /// The instrument that an act speaks of: the newest that it can belong to, or nil for a new one.
  private static func choose(
    _ kind: Instrument.Kind, _ act: TruceAct, among made: [Draft]
  ) -> Int? {
    made.indices.reversed().first { index in
      let draft = made[index]
      guard draft.instrument.kind == kind, let last = draft.instrument.acts.last else {
        return false
      }
      let gap = days(from: last, to: act)
      if act.isAsked {
        // A proposal is its proposer's; an answer goes to the newest proposal that is open.
        guard draft.isProposal, gap <= answerDays else { return false }
        if act.state == .rejected { return true }
        let first = draft.instrument.acts[0]
        return first.speaker == act.speaker
          && (act.hours == nil || first.hours == nil || act.hours == first.hours)
      }
      if draft.isProposal { return false }
      if let a = act.start, let b = draft.start {
        // Something that begins in the course of a truce (a breach, an end) is of that truce.
        let isLater = [.violated, .over, .suspended, .extended].contains(act.state)
        return abs(a.number - b.number) <= startTolerance
          || isLater && a >= b && a.number - b.number <= longestSilence
      }
      // What has no said end and was not declared over can be extended, however long nobody spoke of it.
      return gap <= longestSilence || act.state == .extended && draft.instrument.isOpen
    }
  }

  private static func days(from a: TruceAct, to b: TruceAct) -> Int {
    guard let x = a.said.published, let y = b.said.published else { return 0 }
    return abs(y.number - x.number)
  }

  private static func precedes(_ a: Instrument, _ b: Instrument) -> Bool {
    func day(_ instrument: Instrument) -> Int {
      (instrument.start ?? instrument.acts.first?.said.published)?.number ?? .max
    }
    return (day(a), a.id) < (day(b), b.id)
  }

  /// Codes like "T-20160912", "P-20160922-2": the kind's letter, the first day, a number where several share both.
  private static func named(_ made: [Instrument]) -> [Instrument] {
    var seen: [String: Int] = [:]
    return made.map { instrument in
      let letter = instrument.isProposal ? "P" : instrument.kind.letter
      let day = instrument.start ?? instrument.acts.first?.said.published
      let stem = "\(letter)-\(day?.iso.filter { $0 != "-" } ?? "undated")"
      seen[stem, default: 0] += 1
      var named = instrument
      named.id = seen[stem] == 1 ? stem : "\(stem)-\(seen[stem]!)"
      return named
    }
  }
}

extension Instrument.Kind {
  /// The letter that codes of the kind begin with.
  fileprivate var letter: String {
    switch self {
    case .ceasefire: "T"
    case .pause: "H"
    case .flightHalt: "F"
    case .suspension: "S"
    case .ultimatum: "U"
    }
  }
}
