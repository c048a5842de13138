import PatchworkLinking
public import PatchworkText

/// Lays out a movement's case file from what was published before a time.
///
/// A pure function of its arguments. Adding an account of violence never makes the outcome better; a statement that is
/// taken away leaves its group unknown unless another speaks of it.
public struct Assessment: Sendable {
  /// The rules.
  public let rules: RuleSet
  private let parties: Parties

  /// Makes an assessment by rules.
  public init(rules: RuleSet) throws(LexiconError) {
    self.rules = rules
    parties = try Parties()
  }

  /// The case file of a movement; `states` and `ceasefires` are of reports published before `asOf`.
  public func caseFile(
    _ movement: Movement, states: [SaidState], ceasefires: Ceasefires, asOf: Moment
  ) -> CaseFile {
    let ordered = SaidState.ordered(states)
    let finder = FactorFinder(
      movement: movement, states: ordered, instruments: ceasefires.instruments, asOf: asOf,
      parties: parties)
    var factors: [Factor] = []
    for group in Rule.Group.allCases {
      let found = rules.rules.filter { $0.group == group }.flatMap { finder.factors(of: $0) }
      factors += found.enumerated().sorted {
        ($0.element.rule.gravity, $0.offset) < ($1.element.rule.gravity, $1.offset)
      }.map(\.element)
    }
    let known = Set(factors.map(\.rule.group))
    let outcome = outcome(factors)
    return CaseFile(
      movement: movement, asOf: asOf, factors: factors,
      unknown: Rule.Group.allCases.filter { !known.contains($0) }, outcome: outcome,
      history: history(finder), counterfactuals: counterfactuals(movement, factors, outcome),
      rulesDigest: rules.digest, staleHours: rules.staleHours)
  }

  /// Groups whose knowledge counts: of violence no report is the rule, and the sun is always known.
  private static let counted = Rule.Group.allCases.filter {
    ![.violence, .history, .daylight].contains($0)
  }

  private func outcome(
    _ factors: [Factor], and more: [Rule.Consequence] = [], alsoKnown: Rule.Group? = nil
  ) -> CaseFile.Outcome {
    let known = Set(factors.map(\.rule.group) + [alsoKnown].compactMap { $0 })
    return CaseFile.Outcome(
      consequences: factors.map(\.rule.consequence) + more,
      known: Self.counted.count { known.contains($0) }, least: rules.leastKnownGroups)
  }

  private func history(_ finder: FactorFinder) -> [CaseFile.Band] {
    let bands = rules.distanceBands.flatMap { kilometres in
      rules.daysBands.map { (kilometres: kilometres, days: $0) }
    }
    return zip(bands, finder.incidents(within: bands)).map {
      CaseFile.Band(kilometres: $0.kilometres, days: $0.days, incidents: $1)
    }
  }

  /// What would change the outcome: each change's rule is looked up, so that a desk's own rules count.
  private func counterfactuals(
    _ movement: Movement, _ factors: [Factor], _ outcome: CaseFile.Outcome
  ) -> [CaseFile.Counterfactual] {
    var found: [CaseFile.Counterfactual] = []
    func add(_ change: CaseFile.Counterfactual.Change, _ then: CaseFile.Outcome) {
      if then != outcome { found.append(.init(change: change, outcome: then)) }
    }
    func worst(_ isOf: (Rule) -> Bool) -> Rule.Consequence? {
      let consequences = rules.rules.filter(isOf).map(\.consequence)
      return consequences.contains(.blocks) ? .blocks : consequences.first { $0 == .unmet }
    }
    if let lapse = worst({ $0.test == .truceEnds }) {
      add(
        .truceLapses(before: movement.end), self.outcome(factors, and: [lapse], alsoKnown: .truce))
    }
    if let closed = worst({ $0.layers.contains(.road) && $0.states.contains("closed") }) {
      add(.roadCloses, self.outcome(factors, and: [closed], alsoKnown: .road))
    }
    if let refusal = worst({ $0.test == .contact && $0.statuses.contains(.refused) }) {
      for party in Set(movement.approvals.map(\.party)).sorted() {
        add(
          .refusal(party: party), self.outcome(factors, and: [refusal], alsoKnown: .approvals))
      }
    }
    let strikes = rules.rules.filter {
      $0.layers.contains(.violence) && $0.consequence != .none && $0.test == .said
    }
    if let nearest = strikes.max(by: { $0.kilometres < $1.kilometres }) {
      add(
        .strike(kilometres: nearest.kilometres),
        self.outcome(factors, and: [nearest.consequence]))
    }
    for party in Set(factors.filter { $0.rule.test == .noConsent }.map(\.party)).sorted() {
      let without = factors.filter { $0.rule.test != .noConsent || $0.party != party }
      add(.consent(party: party), self.outcome(without, alsoKnown: .approvals))
    }
    return found
  }
}

extension Rule {
  /// What stands first within a group: what blocks, what is not met, what is against, then the rest.
  fileprivate var gravity: Int {
    switch (consequence, direction) {
    case (.blocks, _): 0
    case (.unmet, _): 1
    case (_, .against): 2
    case (_, .unknown): 3
    case (_, .for): 4
    }
  }
}
