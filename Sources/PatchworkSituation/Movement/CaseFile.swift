public import PatchworkLinking

/// What is known, said and unknown about a movement at a time, laid out factor by factor; never a score, never a clearance.
public struct CaseFile: Sendable {
  /// What the factors come to, in words.
  public enum Outcome: String, Sendable, CaseIterable {
    case blocking
    case unmet = "conditions unmet"
    case tooLittle = "too little known"
    case noBlock = "no recorded block: not a clearance"

    /// Place in the order from the gravest, 0, on.
    public var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// Incidents near the destination, by how far and how long before.
  public struct Band: Hashable, Sendable {
    /// Within so many kilometres of the destination.
    public let kilometres: Double
    /// Within so many days before the case file's time.
    public let days: Int
    /// Codes of the incidents; a report that is on none counts by itself.
    public let incidents: [String]
  }

  /// Something that would change the outcome, and to what.
  public struct Counterfactual: Hashable, Sendable {
    /// What would have to be so.
    public enum Change: Hashable, Sendable {
      /// A truce lapses, or is declared over, before unloading ends.
      case truceLapses(before: Moment)
      /// A party refuses.
      case refusal(party: String)
      /// A party approves that has not.
      case consent(party: String)
      /// A road on the way is closed.
      case roadCloses
      /// A strike within so many kilometres of the destination is reported.
      case strike(kilometres: Double)
    }
    /// What would have to be so.
    public let change: Change
    /// The outcome then.
    public let outcome: Outcome
  }

  /// The movement.
  public let movement: Movement
  /// The time as of which the record was looked at.
  public let asOf: Moment
  /// The factors, in the order of their groups.
  public let factors: [Factor]
  /// Groups that nothing is known of.
  public let unknown: [Rule.Group]
  /// What it comes to.
  public let outcome: Outcome
  /// Incidents near the destination.
  public let history: [Band]
  /// What would change the outcome.
  public let counterfactuals: [Counterfactual]
  /// Hash of the rules.
  public let rulesDigest: String
  /// Hours after which it is stale.
  public let staleHours: Int
  /// Grades of incidents among the factors, by the code that a factor has; the newest of each factor alone are graded.
  public let grades: [String: IncidentGrade.Word]

  /// Makes a case file.
  init(
    movement: Movement, asOf: Moment, factors: [Factor], unknown: [Rule.Group], outcome: Outcome,
    history: [Band], counterfactuals: [Counterfactual], rulesDigest: String, staleHours: Int,
    grades: [String: IncidentGrade.Word] = [:]
  ) {
    self.movement = movement
    self.asOf = asOf
    self.factors = factors
    self.unknown = unknown
    self.outcome = outcome
    self.history = history
    self.counterfactuals = counterfactuals
    self.rulesDigest = rulesDigest
    self.staleHours = staleHours
    self.grades = grades
  }

  /// Whether unloading is to end before the time as of which the record was looked at.
  public var isPast: Bool { movement.end <= asOf }

  /// When it is stale.
  public var staleAt: Moment { asOf + staleHours * 60 }

  /// The factors of a group.
  public func factors(of group: Rule.Group) -> [Factor] {
    factors.filter { $0.rule.group == group }
  }
}

extension CaseFile.Outcome {
  /// What factors come to; `known` are the groups that have a sentence or an entry.
  init(consequences: [Rule.Consequence], known: Int, least: Int) {
    if consequences.contains(.blocks) {
      self = .blocking
    } else if consequences.contains(.unmet) {
      self = .unmet
    } else {
      self = known < least ? .tooLittle : .noBlock
    }
  }
}

extension CaseFile {
  /// The statements among its grounds.
  public var statements: [SaidState] {
    factors.flatMap(\.grounds).compactMap { ground in
      switch ground {
      case .said(let said): said
      case .clock(_, let act, _): act.said
      case .entered, .almanac: nil
      }
    }
  }

  /// Incidents of a factor that are graded, the newest.
  public static let gradedIncidents = 6

  /// Codes of the incidents to be graded: the newest of each factor, with what each is counted as.
  public var incidentsToGrade: [String: String] {
    var codes: [String: String] = [:]
    for factor in factors {
      for key in factor.incidents.suffix(Self.gradedIncidents) {
        codes[key] = key.split(separator: " ").first.map(String.init) ?? key
      }
    }
    return codes
  }

  /// The same file with grades, and with its statements put in other words, as where their sentences are read afterwards.
  public func replacing(
    grades: [String: IncidentGrade.Word], _ change: (SaidState) -> SaidState
  ) -> CaseFile {
    CaseFile(
      movement: movement, asOf: asOf,
      factors: factors.map { factor in
        Factor(
          rule: factor.rule,
          grounds: factor.grounds.map { ground in
            switch ground {
            case .said(let said): .said(change(said))
            case .clock(let instrument, let act, let clock):
              .clock(
                instrument: instrument,
                TruceAct(said: change(act.said), state: act.state, speaker: act.speaker),
                clock)
            case .entered, .almanac: ground
            }
          }, kilometres: factor.kilometres, incidents: factor.incidents, party: factor.party)
      }, unknown: unknown, outcome: outcome, history: history, counterfactuals: counterfactuals,
      rulesDigest: rulesDigest, staleHours: staleHours, grades: grades)
  }
}
