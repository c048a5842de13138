import PatchworkLinking
public import PatchworkRecord
public import PatchworkText

/// Reads from accounts which states they say of which places.
public struct LayerReader: Sendable {
  /// What each state means.
  public let states: LayerStates
  /// Which kinds of places are areas.
  public let areas: AreaKinds
  private let parties: Parties
  private let words: ActWords
  private let movement: MovementWords
  private let instruments: InstrumentWords
  private let clauses: ClauseWords
  private let truces: TruceWords
  private let terms: TruceTermsReader
  private let deliveries: DeliveryWords

  /// Makes a reader with the tables that ship with the target.
  public init() throws(LexiconError) {
    states = try LayerStates()
    areas = try AreaKinds()
    parties = try Parties()
    words = try ActWords()
    movement = try MovementWords()
    instruments = try InstrumentWords()
    clauses = try ClauseWords()
    truces = try TruceWords()
    terms = try TruceTermsReader(parties: parties, words: instruments)
    deliveries = try DeliveryWords()
  }

  /// The states that a report's accounts say, in their order, each layer once an account.
  public func entries(of reading: Reading, published: CivilDay?) -> [LayerEntry] {
    let told = reading.accounts.flatMap { account in
      var entries = entries(of: account, published: published).filter {
        $0.layer != .truce || $0.state != "declared" || truces.isOfTruce(account.sentence.text)
      }
      let numbers = reading.quantities.filter { account.sentence.span.contains($0.quote.span) }
      if let count = numbers.first(where: { Self.violations.contains($0.unit) }),
        account.covers(count.quote.span)
      {
        if !entries.contains(where: { $0.layer == .truce }), account.stance != .deny {
          entries.append(violated(account, published))
        }
        for at in entries.indices where entries[at].state == "violated" {
          entries[at].number = count
        }
      }
      let hours = Self.hours(numbers)
      let isOfPeople = movement.isOfPeople(account.sentence.text)
      for at in entries.indices {
        entries[at].hours = hours
        entries[at].isOfPeople = isOfPeople
        if TruceReader.isOfInstrument(entries[at]) {
          entries[at].instrument = instruments.kind(of: account.sentence.text)
        }
        entries[at].terms = terms.terms(of: entries[at], in: account.sentence.text)
      }
      return entries
    }
    // Terms are told in every kind of agreement: those of a truce are meant where a report speaks of one.
    guard told.contains(where: TruceReader.isOfInstrument) else { return told }
    return told + clauses(in: reading.accounts, published)
  }

  /// The sentences that say what a truce asks for, each once, by the first account that they have.
  private func clauses(in accounts: [Account], _ published: CivilDay?) -> [LayerEntry] {
    var seen: Set<Span> = []
    return accounts.compactMap { account in
      guard let kind = clauses.kind(of: account.sentence.text),
        seen.insert(account.sentence.span).inserted
      else { return nil }
      return LayerEntry(
        account: account.number, layer: .clause, state: kind.rawValue,
        holding: account.stance == .deny || account.stance == .reject ? .denies : .asserts,
        place: Self.covered(account.happening?.place ?? account.condition?.place), party: "",
        first: nil, last: nil)
    }
  }

  /// Units in which violations of a truce are counted.
  static let violations: Set<String> = ["violation", "breach", "infringement", "infraction"]

  /// The shortest length that a sentence names: "48 hours", "three days", "a week".
  static func hours(_ quantities: [Count]) -> Int? {
    quantities.compactMap { count in
      guard count.convention == nil, let low = count.low, low > 0, low < 1000 else { return nil }
      switch count.unit {
      case "hour": return low
      case "day": return low * 24
      case "week": return low * 168
      default: return nil
      }
    }.min()
  }

  private func violated(_ account: Account, _ published: CivilDay?) -> LayerEntry {
    let happening = account.happening
    let stretch = SaidStretch(of: happening?.time, published, past: true)
    return LayerEntry(
      account: account.number, layer: .truce, state: "violated",
      holding: Self.holding(of: account), place: happening?.place, party: "",
      first: stretch.first, last: stretch.last)
  }

  /// The states that one account says; the same layer from a condition and from a happening counts once.
  func entries(of account: Account, published: CivilDay?) -> [LayerEntry] {
    var found: [LayerEntry] = []
    if let condition = account.condition,
      let entry = entry(condition, of: account, published)
    {
      found.append(entry)
    }
    if let happening = account.happening {
      for entry in entries(happening, of: account, published)
      where !found.contains(where: { $0.layer == entry.layer }) {
        found.append(entry)
      }
    }
    if let entry = delivery(of: account, found) { found.append(entry) }
    return found
  }

  /// The delivery that a condition speaks of; what happened to one is told by its happening.
  private func delivery(of account: Account, _ found: [LayerEntry]) -> LayerEntry? {
    guard let condition = account.condition, let own = found.first,
      !found.contains(where: { $0.layer == .delivery }),
      let state = deliveries.state(
        of: condition, in: account.sentence.text,
        told: words.state(.delivery, in: [condition.trigger.text] + Self.told(account)))
    else { return nil }
    var entry = own
    (entry.layer, entry.state, entry.number) = (.delivery, state, nil)
    return entry
  }

  // MARK: Conditions

  private func entry(
    _ condition: Condition, of account: Account, _ published: CivilDay?
  ) -> LayerEntry? {
    let (value, isNegated) = Self.state(of: condition)
    var state = value
    var holding = Position(account, parties: parties).holding
    // An account without a happening holds what it states.
    if account.happening == nil || holding == .open { holding = Self.holding(of: account) }
    // "Denied access" denies nothing that was said: the word is the state itself.
    if condition.kind == .access, state == "denied", account.stance == .deny { holding = .asserts }
    if isNegated { holding = holding == .denies ? .asserts : .denies }
    // What is asked for, or refused, is in the state of being asked for or refused.
    if condition.kind == .truce || condition.kind == .flight {
      if account.stance == .reject {
        (state, holding) = ("rejected", .asserts)
      } else if Self.isAsked(account)
        || condition.kind == .flight && words.state(.flight, in: [account.sentence.text]) != nil
      {
        (state, holding) = ("proposed", .asserts)
      }
    }
    if condition.kind == .truce, ["declared", "in force"].contains(state),
      words.state(.truce, in: account.content.map(\.text) + [account.sentence.text]) == "over"
    {
      state = "over"
    }
    let layer: Layer =
      switch condition.kind {
      case .control: .control
      case .siege: .siege
      case .access: .access
      case .road, .crossing: .road
      case .truce: .truce
      case .approval: .approval
      case .notification: .notification
      case .threat: .threat
      case .presence: .presence
      case .flight: .flight
      }
    var stretch = SaidStretch(from: condition.since, until: condition.until, published)
    // A condition without days of its own is of the days of what its account tells.
    if condition.since == nil, condition.until == nil, let happening = account.happening,
      let time = happening.time
    {
      stretch = SaidStretch(of: time, published, past: happening.modality == .happened)
    }
    var entry = LayerEntry(
      account: account.number, layer: layer, state: state, holding: holding,
      place: Self.covered(condition.place ?? account.happening?.place),
      party: condition.holder?.who ?? "",
      first: stretch.first, last: stretch.last, number: condition.people)
    (entry.firstTime, entry.lastTime) = (stretch.firstTime, stretch.lastTime)
    return entry
  }

  /// The closed value of a condition without its negation ("not besieged") and manner ("grounded, proposed").
  private static func state(of condition: Condition) -> (state: String, isNegated: Bool) {
    var value = condition.value
    if let comma = value.utf8.firstIndex(of: UInt8(ascii: ",")) { value = String(value[..<comma]) }
    guard value.hasPrefix("not "), value != "not notified" else { return (value, false) }
    return (String(value.dropFirst(4)), true)
  }

  private static func isAsked(_ account: Account) -> Bool {
    [.propose, .demand, .appeal, .hope].contains(account.stance)
      || account.happening?.modality == .proposed
      || account.condition?.value.hasSuffix("proposed") ?? false
  }

  private static func holding(of account: Account) -> Position.Holding {
    switch (account.stance, account.polarity) {
    case (.deny, .positive), (.reject, .positive): .denies
    case (.question, _), (.decline, _), (_, .negative), (.demand, _), (.hope, _), (.appeal, _):
      .open
    default: .asserts
    }
  }

  // MARK: Happenings

  private func entries(
    _ happening: Happening, of account: Account, _ published: CivilDay?
  ) -> [LayerEntry] {
    let holding = Position(account, parties: parties).holding
    let stretch = SaidStretch(
      of: happening.time, published, past: happening.modality == .happened)
    func entry(_ layer: Layer, _ state: String) -> LayerEntry {
      var entry = LayerEntry(
        account: account.number, layer: layer, state: state, holding: holding,
        place: Self.covered(happening.place),
        party: happening.actor?.who ?? "", first: stretch.first,
        last: stretch.last, number: happening.affected)
      (entry.firstTime, entry.lastTime) = (stretch.firstTime, stretch.lastTime)
      return entry
    }
    let isReal = [.happened, .ongoing, .denied, .possible, .attempted].contains(happening.modality)
    switch happening.type {
    case .airStrike, .shelling, .clash, .bombing, .chemicalAttack, .shooting, .killing, .attack,
      .destruction, .abuse, .abduction:
      return [isReal ? entry(.violence, happening.type.rawValue) : entry(.threat, "threatened")]
    case .aidAttack:
      guard isReal else { return [entry(.threat, "threatened")] }
      return [entry(.violence, happening.type.rawValue), entry(.delivery, "attacked")]
    case .siege: return isReal ? [entry(.siege, "besieged")] : [entry(.threat, "threatened")]
    case .aidMovement: return [entry(.delivery, deliveryState(happening, of: account))]
    case .ceasefireAct: return [entry(.truce, truceState(happening, of: account))]
    case .droneOrOverflight: return isReal ? [entry(.flight, "overhead")] : []
    case .territoryChange: return isReal ? [entry(.control, "held")] : []
    case .talks: return isReal ? [entry(.talks, "met")] : [entry(.talks, "planned")]
    case .agreement: return isReal ? [entry(.talks, "agreed")] : [entry(.talks, "proposed")]
    default: return []
    }
  }

  private func deliveryState(_ happening: Happening, of account: Account) -> String {
    let texts = [happening.trigger.text] + account.content.map(\.text)
    let said = words.state(.delivery, in: texts) ?? "moving"
    switch happening.modality {
    case .planned, .proposed, .threatened, .possible, .attempted:
      return ["requested", "approved", "turned back", "suspended"].contains(said)
        ? said : "requested"
    case .denied: return "not delivered"
    default: return said
    }
  }

  private func truceState(_ happening: Happening, of account: Account) -> String {
    if account.stance == .reject { return "rejected" }
    if Self.isAsked(account) { return "proposed" }
    let sentence = account.sentence.text
    if instruments.kind(of: sentence) == .flightHalt,
      words.state(.flight, in: [sentence]) != nil
    {
      return "proposed"
    }
    let told = words.state(.truce, in: [happening.trigger.text] + Self.told(account)) ?? "declared"
    // What is only tried, or only possible, is no more than wished for.
    let isTried = happening.modality == .attempted || happening.modality == .possible
    return isTried && ["extended", "declared", "in force"].contains(told) ? "proposed" : told
  }

  /// What an account tells: its content, of one without content its sentence.
  private static func told(_ account: Account) -> [String] {
    account.content.isEmpty ? [account.sentence.text] : account.content.map(\.text)
  }

  /// A place that something holds of: a capital or a country that stands for its government is none.
  private static func covered(_ place: Place?) -> Place? {
    place.flatMap { $0.use == .metonym || $0.use == .demonym ? nil : $0 }
  }
}

extension Account {
  /// Whether words stand in what is attributed; an account without content tells its whole sentence.
  fileprivate func covers(_ span: Span) -> Bool {
    content.isEmpty || content.contains { $0.span.overlaps(span) }
  }
}
