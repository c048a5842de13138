import PatchworkRecord

/// The truces, proposals, ultimatums, counts of violations and meetings that reports speak of.
public struct Ceasefires: Sendable {
  /// Instruments that somebody declared, observed, broke or ended, by first day.
  public let instruments: [Instrument]
  /// What was only asked for, with who rejected it.
  public let proposals: [Instrument]
  /// Counts of violations, rival ones beside each other.
  public let violations: [ViolationCount]
  /// Talks and agreements.
  public let meetings: [Meeting]

  /// Days between two statements that may still be of one instrument where neither says a first day.
  static let longestSilence = 45
  /// Days by which statements of a first day may differ.
  static let startTolerance = 3
  /// Days within which a proposal may be repeated or answered.
  static let answerDays = 21

  /// Brings together what was said, with its sentences; `withCounts` says whether violations and meetings are asked for too.
  public init(_ states: [SaidState], reader: TruceReader, withCounts: Bool = true) {
    let ordered = SaidState.ordered(states)
    var drafts: [Draft] = []
    for said in ordered {
      guard let (kind, act) = reader.act(said) else { continue }
      if let at = Self.choose(kind, act, among: drafts) {
        drafts[at].append(act)
        if drafts[at].instrument.purpose == nil {
          drafts[at].instrument.purpose = reader.purpose(of: act)
        }
        drafts[at].instrument.class = [drafts[at].instrument.class, reader.class(of: act, kind)]
          .compactMap { $0 }.max()
      } else {
        drafts.append(
          Draft(kind, act, purpose: reader.purpose(of: act), class: reader.class(of: act, kind)))
      }
    }
    let made = Self.named(drafts.map(\.instrument))
    instruments = made.filter { !$0.isProposal }.sorted(by: Self.precedes)
    proposals = made.filter(\.isProposal).sorted(by: Self.precedes)
    violations = withCounts ? ViolationCount.counts(in: ordered, parties: reader.parties) : []
    meetings = withCounts ? Meeting.meetings(in: ordered, parties: reader.parties) : []
  }

  /// An instrument while its acts are brought together, with what each further act is held against.
  private struct Draft {
    var instrument: Instrument
    private(set) var isProposal: Bool
    private var days: Instrument.SaidDays

    init(
      _ kind: Instrument.Kind, _ act: TruceAct, purpose: Instrument.Purpose?,
      class: Instrument.Class?
    ) {
      instrument = Instrument(id: "", kind: kind, purpose: purpose, class: `class`, acts: [act])
      isProposal = act.isAsked
      days = Instrument.SaidDays([act])
    }

    mutating func append(_ act: TruceAct) {
      instrument.acts.append(act)
      isProposal = isProposal && act.isAsked
      days.add(act)
    }

    var start: CivilDay? { days.start }
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
