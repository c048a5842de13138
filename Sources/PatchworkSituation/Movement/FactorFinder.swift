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

  init(
    movement: Movement, states: [SaidState], instruments: [Instrument], asOf: Moment,
    parties: Parties
  ) {
    self.movement = movement
    self.states = states
    self.instruments = instruments
    self.asOf = asOf
    self.parties = parties
    moments = Moments(states)
    namingReports = Self.reports(naming: movement, in: states)
  }

  /// Layers whose statements are of one movement, whether or not they name where it goes.
  private static let ofMovements: Set<Layer> = [.delivery, .approval, .notification]

  /// Reports that speak of a movement to the destination and of none to anywhere else.
  private static func reports(naming movement: Movement, in states: [SaidState]) -> Set<String> {
    var here: Set<String> = []
    var elsewhere: Set<String> = []
    for said in states where ofMovements.contains(said.entry.layer) {
      guard let place = said.entry.place else { continue }
      switch (
        movement.nearness(of: place, to: .destination), movement.nearness(of: place, to: .route)
      ) {
      case (.kilometres(let far), _) where far <= samePlaceKilometres: here.insert(said.report)
      case (.wider, _), (_, .wider): break
      case (_, .kilometres(let far)) where far <= samePlaceKilometres: break
      default: elsewhere.insert(said.report)
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
    case .clockRuns: clocks(rule) { runs($0) }
    case .contact: contacts(rule)
    case .noConsent: holdersWithoutConsent(rule)
    case .dark: dark(rule)
    }
  }

  // MARK: Statements

  /// A factor for all statements that fit; of violence a moment counts once, however many tell of it.
  private func said(_ rule: Rule) -> [Factor] {
    var fitting = states.filter { fits($0, rule) }
    if rule.newestOnly { fitting = newest(of: fitting, rule) }
    fitting = fitting.filter { rule.states.isEmpty || rule.states.contains($0.entry.state) }
    guard !fitting.isEmpty else { return [] }
    let distances = fitting.compactMap { said -> Double? in
      guard case .kilometres(let far) = movement.nearness(of: said.entry.place, to: rule.place)
      else { return nil }
      return far
    }
    var sentences: Set<String> = []
    let grounds = fitting.filter { sentences.insert("\($0.report)\n\($0.sentence)").inserted }
    var incidents: [String] = []
    for said in fitting where !incidents.contains(moments.key(said)) {
      incidents.append(moments.key(said))
    }
    return [
      Factor(
        rule: rule, grounds: grounds.map { .said($0) }, kilometres: distances.min(),
        incidents: rule.layers.contains(.violence) ? incidents : [])
    ]
  }

  /// Whether a statement is of the rule's layers, near enough and new enough; its state is looked at afterwards.
  private func fits(_ said: SaidState, _ rule: Rule) -> Bool {
    guard rule.layers.contains(said.entry.layer),
      said.entry.holding == (rule.isDenied ? .denies : .asserts), isRecent(said, rule.days)
    else { return false }
    // "All parties were notified of the convoy" is of the movement that its report speaks of.
    if said.entry.place == nil, Self.ofMovements.contains(said.entry.layer), !rule.takesWider {
      return namingReports.contains(said.report)
    }
    switch movement.nearness(of: said.entry.place, to: rule.place) {
    case .kilometres(let far): return far <= rule.kilometres
    case .wider: return rule.takesWider
    case .apart: return false
    }
  }

  /// Whether the last day that is said of, else the day of publication, lies at most so many days before.
  private func isRecent(_ said: SaidState, _ days: Int) -> Bool {
    guard let day = said.days?.upperBound else { return false }
    return asOf.day.number - day.number <= days
  }

  /// The newest statement of each speaker on each place and layer; unnamed speakers are each their own.
  private func newest(of statements: [SaidState], _ rule: Rule) -> [SaidState] {
    var last: [String: Int] = [:]
    for (index, said) in statements.enumerated() {
      let isNobody = said.who.isEmpty || said.who == Source.author.who
      let speaker = isNobody ? said.report : said.who
      last["\(said.entry.layer.rawValue)/\(speaker)/\(said.entry.place?.id ?? "")"] = index
    }
    let kept = Set(last.values)
    return statements.enumerated().filter { kept.contains($0.offset) }.map(\.element)
  }

  /// Moments of violence near the destination, each once.
  func incidents(within kilometres: Double, days: Int) -> [String] {
    var found: [String] = []
    for said in states
    where said.entry.layer == .violence && said.entry.holding == .asserts && isRecent(said, days) {
      guard case .kilometres(let far) = movement.nearness(of: said.entry.place, to: .destination),
        far <= kilometres, !found.contains(moments.key(said))
      else { continue }
      found.append(moments.key(said))
    }
    return found
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

  /// Whether a clock that still runs ends before or on the day on which unloading ends: the hour is seldom said.
  private func ends(_ clock: Clock) -> Bool {
    guard let end = clock.end else { return false }
    return clock.start <= movement.end.day && end >= asOf.day && end <= movement.end.day
  }

  private func covers(_ clock: Clock) -> Bool {
    guard let end = clock.end else { return false }
    return clock.start <= movement.start.day && end > movement.end.day
  }

  /// Whether a clock runs on some day of the movement.
  private func runs(_ clock: Clock) -> Bool {
    guard let end = clock.end else { return false }
    return clock.start <= movement.end.day && end >= movement.start.day
  }

  // MARK: What a person entered

  private func contacts(_ rule: Rule) -> [Factor] {
    (movement.approvals + movement.notifications)
      .filter { rule.statuses.contains($0.status) && ($0.at.map { $0 <= asOf } ?? true) }
      .map { Factor(rule: rule, grounds: [.entered($0)], party: $0.party) }
  }

  /// Parties said to hold a place on the way of which nobody enters or says an approval.
  private func holdersWithoutConsent(_ rule: Rule) -> [Factor] {
    let claims = newest(of: states.filter { fits($0, rule) }, rule)
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
      || states.contains {
        $0.entry.layer == .approval && $0.entry.state == "approved" && $0.entry.holding == .asserts
          && isSame($0.entry.party) && isRecent($0, 14)
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
