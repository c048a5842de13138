public import PatchworkLinking
public import PatchworkRecord

/// A truce, a pause, a halt of flights, a suspension or an ultimatum, with what each speaker said of it.
public struct Instrument: Hashable, Sendable {
  /// What it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// Arms fall silent without a set length, or for one that is renewed.
    case ceasefire
    /// For a set length.
    case pause
    /// Aircraft are kept on the ground.
    case flightHalt = "flight halt"
    /// An organisation halts its own work.
    case suspension
    /// Somebody is given a time to comply.
    case ultimatum
  }

  /// How much it settles.
  ///
  /// Source: the classes of the civil-conflict ceasefire data (ETH/PRIO).
  public enum Class: String, Sendable, CaseIterable, Comparable {
    /// Fighting stops, and nothing more is said.
    case cessation = "cessation of hostilities"
    /// With a mechanism by which it is watched over.
    case preliminary
    /// With disarmament or demobilisation.
    case definitive

    /// By how much they settle.
    public static func < (a: Self, b: Self) -> Bool {
      (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
    }
  }

  /// Why it is asked for or made.
  public enum Purpose: String, Sendable, CaseIterable {
    case humanitarian, holiday, election
    case peaceProcess = "peace process"
  }

  /// Its code, of its kind and first day, the same for the same reports.
  public var id: String
  /// What it is.
  public let kind: Kind
  /// Why, where a sentence says so.
  public internal(set) var purpose: Purpose?
  /// How much it settles, where a sentence has words that tell.
  public internal(set) var `class`: Class?
  /// What was said of it, in order of publication.
  public internal(set) var acts: [TruceAct]
  /// How many sides it is said to have.
  public internal(set) var sidedness: Sidedness?
  /// Whether it is said to be written, nil where nobody says.
  public internal(set) var form: Form?
  /// Third parties: those who are said to have brokered it, in the order in which they are named.
  public internal(set) var brokers: [String] = []
  /// Who says that it is over, and why; one a speaker.
  public internal(set) var ends: [Ending] = []
  /// What it is said to ask for, in order of publication; a sentence that is told again counts once.
  public internal(set) var clauses: [Clause] = []

  /// The day on which it is said to have begun or to begin, by most origins; nil where nobody says.
  public var start: CivilDay? { SaidDays(acts).start }

  /// Whether it was never more than asked for.
  public var isProposal: Bool { acts.allSatisfy(\.isAsked) }

  /// Whether a clock of it runs without a said end and nobody declared it over.
  var isOpen: Bool {
    clocks.contains { $0.end == nil }
      && !acts.contains { $0.state == .over && $0.holding == .asserts }
  }

  /// The first statement of each state by each speaker, in order, told by its own report rather than by a copy.
  public var declarations: [TruceAct] {
    struct Key: Hashable {
      let speaker: String
      let state: TruceAct.State
      let holding: Position.Holding
    }
    var seen: Set<Key> = []
    func isNew(_ act: TruceAct) -> Bool {
      seen.insert(Key(speaker: act.speaker, state: act.state, holding: act.holding)).inserted
    }
    let own = acts.indices.filter {
      acts[$0].said.origin == acts[$0].said.report && isNew(acts[$0])
    }
    return (own.isEmpty ? acts.indices.filter { isNew(acts[$0]) } : own).map { acts[$0] }
  }

  /// First days that acts say, with the origins of each, so that a further act costs no look at the others.
  struct SaidDays {
    /// The day of most origins, the earlier of two; what is only proposed counts where nothing else is said.
    private(set) var start: CivilDay?
    private var made: [CivilDay: Set<String>] = [:]
    private var asked: [CivilDay: Set<String>] = [:]

    init(_ acts: [TruceAct]) { for act in acts { add(act) } }

    mutating func add(_ act: TruceAct) {
      guard let day = act.start else { return }
      if act.state == .proposed {
        asked[day, default: []].insert(act.said.origin)
      } else {
        made[day, default: []].insert(act.said.origin)
      }
      start =
        (made.isEmpty ? asked : made).max {
          ($0.value.count, $1.key) < ($1.value.count, $0.key)
        }?.key
    }
  }
}

/// What one account says of a truce: in which state it is, since when, for how long.
public struct TruceAct: Hashable, Sendable {
  /// The states, after those of field.
  public enum State: String, Sendable, CaseIterable {
    case proposed, rejected
    case declared
    case inForce = "in force"
    case extended, violated, suspended, over
  }

  private var statement: Shared<SaidState>
  /// The state that it says.
  public let state: State
  /// Whose act it is: the party that is told to have declared, extended, asked for or ended it, else who speaks.
  public let speaker: String

  init(said: SaidState, state: State, speaker: String) {
    statement = Shared(said)
    self.state = state
    self.speaker = speaker
  }

  /// The statement.
  public internal(set) var said: SaidState {
    get { statement.value }
    set { statement = Shared(newValue) }
  }

  /// Whether it is only asked for, or refused.
  var isAsked: Bool { state == .proposed || state == .rejected }
  /// Whether the account holds it.
  public var holding: Position.Holding { said.entry.holding }
  /// First day that is said.
  public var start: CivilDay? { said.entry.first }
  /// How long, in hours, where a length is said.
  public var hours: Int? { said.entry.hours }
  /// Where it is to hold, nil where that is not said.
  public var place: Place? { said.entry.place }
}
