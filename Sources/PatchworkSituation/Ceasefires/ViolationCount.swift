import PatchworkLinking
public import PatchworkRecord

/// What the account of a violation says beside its count, each empty where it says nothing.
public struct ViolationFacts: Hashable, Sendable {
  /// What kind of thing was done.
  public var kind: HappeningType?
  /// Who did it, as written.
  public var actor = ""
  /// To whom.
  public var target = ""
  /// With which weapon, as written.
  public var weapon = ""
  /// What the claim is said to rest on, in the words of the report.
  public var evidence: [String] = []

  /// Nothing known.
  public init() {}

  /// What an account says, and what other accounts of its sentence add: that a truce was broken is one, by what it was another.
  public init(_ account: Account, among accounts: [Account]) {
    let told =
      [account]
      + accounts.filter {
        $0.sentence.span == account.sentence.span && $0.number != account.number
      }
    let happenings = told.compactMap(\.happening)
    kind = happenings.map(\.type).first { $0 != .ceasefireAct } ?? happenings.first?.type
    actor = happenings.lazy.compactMap(\.actor?.who).first ?? ""
    target = happenings.lazy.compactMap(\.target?.who).first ?? ""
    weapon = happenings.lazy.compactMap(\.weapon?.text).first ?? ""
    for quote in told.flatMap(\.evidence).map(\.quote.text) where !evidence.contains(quote) {
      evidence.append(quote)
    }
  }
}

/// A count of violations of a truce by one observer, or one violation that is alleged.
///
/// Source of the columns: the practice of ceasefire monitors, who keep observation and attribution apart.
public struct ViolationCount: Hashable, Sendable {
  private var statement: Shared<SaidState>
  /// The count, nil for a single violation alleged without a number.
  public let count: Count?
  /// The parties that its sentence names beside who speaks.
  public let attributed: [String]
  /// What its account says beside the count; nothing until it is asked for.
  public var facts = ViolationFacts()
  /// In what else the observer says to count ("counted arrests as breaches"); empty where nothing is said, and where the
  /// sentence was not read.
  public var rule: String { Self.rule(said.sentence) }

  private init(said: SaidState) {
    statement = Shared(said)
    count = said.entry.number
    attributed = said.entry.terms.named.filter { $0 != said.party }
  }

  /// The statement.
  public internal(set) var said: SaidState {
    get { statement.value }
    set { statement = Shared(newValue) }
  }

  /// Who counts or alleges.
  public var observer: String { said.who }

  /// The counts and allegations among statements, one a sentence.
  static func counts(in states: [SaidState]) -> [ViolationCount] {
    var seen: Set<SaidState.SentenceKey> = []
    return states.compactMap { said in
      guard said.entry.layer == .truce, said.entry.state == "violated",
        said.entry.holding == .asserts, seen.insert(said.sentenceKey).inserted
      else { return nil }
      return ViolationCount(said: said)
    }
  }

  /// From "counted" to the end of its clause, where it says as what.
  private static func rule(_ sentence: String) -> String {
    guard let counted = sentence.firstRange(of: "counted "),
      sentence[counted.upperBound...].contains(" as ")
    else { return "" }
    return String(sentence[counted.lowerBound...].prefix { $0 != "." && $0 != ";" })
  }
}
