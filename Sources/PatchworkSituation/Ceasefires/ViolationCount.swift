public import PatchworkLinking
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
}

/// A count of violations of a truce by one observer, or one violation that is alleged.
///
/// Source of the columns: the practice of ceasefire monitors, who keep observation and attribution apart.
public struct ViolationCount: Hashable, Sendable {
  /// The statement.
  public let said: SaidState
  /// The count, nil for a single violation alleged without a number.
  public let count: Count?
  /// Who is said to have broken it.
  public let attributed: [Parties.Party]
  /// What its account says beside the count; nothing until it is asked for.
  public var facts = ViolationFacts()
  /// In what else the observer says to count ("counted arrests as breaches"); empty where nothing is said.
  public let rule: String

  /// Who counts or alleges.
  public var observer: String { said.who }

  /// The counts and allegations among statements, one a sentence.
  static func counts(in states: [SaidState], parties: Parties) -> [ViolationCount] {
    var seen: Set<SaidState.SentenceKey> = []
    return states.compactMap { said in
      guard said.entry.layer == .truce, said.entry.state == "violated",
        said.entry.holding == .asserts, seen.insert(said.sentenceKey).inserted
      else { return nil }
      return ViolationCount(
        said: said, count: said.entry.number,
        attributed: parties.parties(in: said.sentence).filter { $0.name != said.party },
        rule: rule(said.sentence))
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
