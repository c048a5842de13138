import PatchworkLinking
import PatchworkRecord

/// Finds what bears on a movement by one rule.
struct FactorFinder {
  let movement: Movement
  /// What was said, in order of publication.
  let states: [SaidState]
  let instruments: [Instrument]
  let asOf: Moment
  let parties: Parties
  /// Reports whose statements without a place can only be of this movement.
  private let namingReports: Set<String>
  private let moments: Moments
  /// Positions of the statements of each layer.
  private let positions: [Layer: [Int]]
  /// How near each statement's place is.
  private let nearness: StatementNearness

  init(
    movement: Movement, states: [SaidState], instruments: [Instrument], asOf: Moment,
    parties: Parties
  ) {
    self.movement = movement
    self.states = states
    self.instruments = instruments
    self.asOf = asOf
    self.parties = parties
    positions = Dictionary(grouping: states.indices) { states[$0].entry.layer }
    nearness = StatementNearness(of: states, to: movement)
    moments = Moments(states)
    namingReports = Self.reports(naming: movement, in: states, positions, nearness)
  }

  /// Layers whose statements are of one movement, whether or not they name where it goes.
  static let ofMovements: Set<Layer> = [.delivery, .approval, .notification]

  /// Reports that speak of a movement to the destination and of none to anywhere else.
  private static func reports(
    naming movement: Movement, in states: [SaidState], _ positions: [Layer: [Int]],
    _ nearness: StatementNearness
  ) -> Set<String> {
    var here: Set<String> = []
    var elsewhere: Set<String> = []
    for at in ofMovements.flatMap({ positions[$0] ?? [] }) where states[at].entry.place != nil {
      switch (nearness.toDestination[at], nearness.toRoute[at]) {
      case (.kilometres(let far), _) where far <= samePlaceKilometres:
        here.insert(states[at].report)
      case (.wider, _), (_, .wider): break
      case (_, .kilometres(let far)) where far <= samePlaceKilometres: break
      default: elsewhere.insert(states[at].report)
      }
    }
    return here.subtracting(elsewhere)
  }

  /// Kilometres within which another name may still be the destination's.
  private static let samePlaceKilometres = 5.0

  func factors(of rule: Rule) -> [Factor] {
    switch rule.test {
    case .said: said(rule)
    case .truceEnds: clocks(rule) { ends($0) }
    case .truceCovers: clocks(rule) { covers($0) }
    case .truceBegins: clocks(rule) { beginsLate($0) }
    case .clockRuns: clocks(rule) { runs($0) }
    case .contact: contacts(rule)
    case .noConsent: holdersWithoutConsent(rule)
    case .dark: dark(rule)
    }
  }

  // MARK: Statements

  /// A factor for all statements that fit; of violence a moment counts once, however many tell of it.
  private func said(_ rule: Rule) -> [Factor] {
    var fitting = self.fitting(rule)
    if rule.newestOnly { fitting = newest(of: fitting) }
    fitting = fitting.filter {
      rule.states.isEmpty || rule.states.contains(states[$0].entry.state)
    }
    guard !fitting.isEmpty else { return [] }
    let distances = fitting.compactMap { at -> Double? in
      guard case .kilometres(let far) = nearness.to(rule.place, at) else { return nil }
      return far
    }
    var sentences: Set<SaidState.SentenceKey> = []
    let grounds = fitting.filter { sentences.insert(states[$0].sentenceKey).inserted }
    return [
      Factor(
        rule: rule, grounds: grounds.map { .said(states[$0]) }, kilometres: distances.min(),
        incidents: rule.layers.contains(.violence) ? once(fitting) : [])
    ]
  }

  /// Positions of the statements that fit a rule, in order of publication; their state is looked at afterwards.
  private func fitting(_ rule: Rule) -> [Int] {
    let all = Set(rule.layers).flatMap { positions[$0] ?? [] }
    return (rule.layers.count > 1 ? all.sorted() : all).filter { fits($0, rule) }
  }

  /// Whether a statement is near enough and new enough for a rule.
  private func fits(_ at: Int, _ rule: Rule) -> Bool {
    // Parts are looked at where they stand: a statement is too large to be copied for each rule.
    guard states[at].entry.holding == (rule.isDenied ? .denies : .asserts),
      isRecent(at, rule.days)
    else { return false }
    // "All parties were notified of the convoy" is of the movement that its report speaks of.
    if states[at].entry.place == nil, Self.ofMovements.contains(states[at].entry.layer),
      !rule.takesWider
    {
      return namingReports.contains(states[at].report)
    }
    switch nearness.to(rule.place, at) {
    case .kilometres(let far): return far <= rule.kilometres
    case .wider: return rule.takesWider
    case .apart: return false
    }
  }

  /// Whether the last day that is said of, else the day of publication, lies at most so many days before.
  private func isRecent(_ at: Int, _ days: Int) -> Bool {
    guard let day = states[at].days?.upperBound else { return false }
    return asOf.day.number - day.number <= days
  }

  /// The newest statement of each speaker on each place and layer; unnamed speakers are each their own.
  private func newest(of statements: [Int]) -> [Int] {
    var last: [String: Int] = [:]
    for at in statements {
      let who = states[at].who
      let isNobody = who.isEmpty || who == Source.author.who
      let speaker = isNobody ? states[at].report : who
      let (layer, place) = (states[at].entry.layer.rawValue, states[at].entry.place?.id ?? "")
      last["\(layer)/\(speaker)/\(place)"] = at
    }
    return last.values.sorted()
  }

  /// Moments of violence near the destination, each once, for each pair of kilometres and days.
  func incidents(within bands: [(kilometres: Double, days: Int)]) -> [[String]] {
    let near = (positions[.violence] ?? []).compactMap { at -> (at: Int, far: Double)? in
      guard states[at].entry.holding == .asserts,
        case .kilometres(let far) = nearness.toDestination[at]
      else { return nil }
      return (at, far)
    }
    return bands.map { band in
      once(
        near.filter { $0.far <= band.kilometres && isRecent($0.at, band.days) }.map(\.at))
    }
  }

  /// The moments that some statements are of, each once, in their order.
  private func once(_ statements: [Int]) -> [String] {
    var seen: Set<String> = []
    return statements.compactMap { at in
      let key = moments.key(states[at])
      return seen.insert(key).inserted ? key : nil
    }
  }

  // MARK: Clocks

  private func clocks(_ rule: Rule, _ isFitting: (Clock) -> Bool) -> [Factor] {
    instruments.filter { rule.instruments.contains($0.kind) && covers($0) }.flatMap { instrument in
      instrument.clocks.compactMap { clock in
        let act = instrument.acts[clock.act]
        guard isFitting(clock) else { return nil }
        return Factor(
          rule: rule, grounds: [.clock(instrument: instrument.id, act, clock)])
      }
    }
  }

  /// Whether some statement on an instrument is of the way, of a wider area, or of no place.
  private func covers(_ instrument: Instrument) -> Bool {
    instrument.acts.contains { movement.nearness(of: $0.place, to: .route) != .apart }
  }

  /// Hours whose zone nobody says, and days, are taken as the plan's own.
  private var offset: Int { movement.end.offset }

  /// Whether a clock that still runs may end before unloading does: by the hour where it is said, else by the day.
  private func ends(_ clock: Clock) -> Bool {
    guard let end = clock.ending(offset: offset) else { return false }
    return clock.beginning(offset: offset).lowerBound <= movement.end
      && end.upperBound >= asOf && end.lowerBound <= movement.end
  }

  /// Whether a clock runs from before the movement until after unloading.
  private func covers(_ clock: Clock) -> Bool {
    guard let end = clock.ending(offset: offset) else { return false }
    return clock.beginning(offset: offset).lowerBound <= movement.start
      && end.lowerBound > movement.end
  }

  /// Whether a clock begins at a said hour after the movement sets out, so that nothing is said of the hours before.
  private func beginsLate(_ clock: Clock) -> Bool {
    let begin = clock.beginning(offset: offset).lowerBound
    return clock.startTime != nil && begin > movement.start && begin <= movement.end
  }

  /// Whether a clock runs at some time of the movement.
  private func runs(_ clock: Clock) -> Bool {
    guard let end = clock.ending(offset: offset) else { return false }
    return clock.beginning(offset: offset).lowerBound <= movement.end
      && end.upperBound >= movement.start
  }

  // MARK: What a person entered

  private func contacts(_ rule: Rule) -> [Factor] {
    (movement.approvals + movement.notifications)
      .filter { rule.statuses.contains($0.status) && ($0.at.map { $0 <= asOf } ?? true) }
      .map { Factor(rule: rule, grounds: [.entered($0)], party: $0.party) }
  }

  /// Parties said to hold a place on the way of which nobody enters or says an approval.
  private func holdersWithoutConsent(_ rule: Rule) -> [Factor] {
    let claims = newest(of: fitting(rule)).map { states[$0] }
      .filter { $0.entry.state == "held" && !$0.entry.party.isEmpty }
    var byHolder: [(party: String, claims: [SaidState])] = []
    for claim in claims {
      let holder = name(of: claim.entry.party)
      if let at = byHolder.firstIndex(where: { $0.party.lowercased() == holder.lowercased() }) {
        byHolder[at].claims.append(claim)
      } else {
        byHolder.append((holder, [claim]))
      }
    }
    return byHolder.filter { !hasConsented($0.party) }.map { party, claims in
      Factor(rule: rule, grounds: claims.map { .said($0) }, party: party)
    }
  }

  /// The party that a name belongs to, else the name as written.
  private func name(of holder: String) -> String { parties.party(of: holder)?.name ?? holder }

  private func hasConsented(_ party: String) -> Bool {
    func isSame(_ other: String) -> Bool { name(of: other).lowercased() == party.lowercased() }
    return movement.approvals.contains {
      $0.status == .approved && ($0.at.map { $0 <= asOf } ?? true) && isSame($0.party)
    }
      || (positions[.approval] ?? []).contains {
        states[$0].entry.state == "approved" && states[$0].entry.holding == .asserts
          && isRecent($0, 14) && isSame(states[$0].entry.party)
      }
  }

  // MARK: Daylight

  private func dark(_ rule: Rule) -> [Factor] {
    guard let at = movement.destination.coordinate,
      let light = Daylight(
        latitude: at.latitude, longitude: at.longitude, on: movement.end),
      movement.end.minutes > light.sunset || movement.start.minutes < light.sunrise
    else { return [] }
    return [Factor(rule: rule, grounds: [.almanac(light)])]
  }
}
