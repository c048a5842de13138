/// What a speaker does by saying something.
public enum Stance: String, Sendable, CaseIterable {
  case state, report, claimResponsibility = "claim-responsibility", admit, accuse, deny, reject
  case propose, demand, appeal, threaten, promise, condemn, question, decline, correct, hope
}

/// Whether the attribution itself is affirmed or negated ("did not say whether").
public enum Polarity: String, Sendable, CaseIterable {
  case positive, negative
}

/// What kind of speaker a source is.
public enum SourceKind: String, Sendable, CaseIterable {
  case person, organisation, role, anonymous, collective, document, medium, author, unstated
}

/// How the words of a source are given.
public enum Quotation: String, Sendable, CaseIterable {
  case direct, mixed, indirect, none
}

/// What kind of thing happened.
public enum HappeningType: String, Sendable, CaseIterable {
  case airStrike = "air-strike", shelling, clash, bombing, chemicalAttack = "chemical-attack"
  case shooting, abduction, arrest, destruction, siege, territoryChange = "territory-change"
  case troopMovement = "troop-movement", protest, displacement, aidMovement = "aid-movement"
  case aidAttack = "aid-attack", ceasefireAct = "ceasefire-act", talks, agreement, sanction
  case withdrawal, release, droneOrOverflight = "drone-or-overflight", killing, attack, abuse
  case politicalAct = "political-act", other
}

/// How a happening stands in its source's telling.
public enum Modality: String, Sendable, CaseIterable {
  case happened, ongoing, attempted, planned, proposed, threatened, denied, possible
}

/// What kind of state an account asserts of a place.
public enum ConditionKind: String, Sendable, CaseIterable {
  case control, siege, access, road, crossing, truce, approval, notification, threat, presence
  case flight

  /// The states of this kind that a condition may tell; the closed list that readers and consumers share.
  public var values: [String] {
    switch self {
    case .control: ["held", "contested", "lost"]
    case .siege: ["besieged", "cut off", "lifted", "not besieged"]
    case .access: ["allowed", "denied", "entered", "limited"]
    case .road, .crossing: ["open", "closed", "held"]
    case .truce:
      ["proposed", "rejected", "declared", "in force", "extended", "violated", "over"]
    case .approval: ["approved", "refused", "awaited"]
    case .notification: ["notified", "not notified"]
    case .threat: ["threatened", "deadline"]
    case .presence: ["present", "absent"]
    case .flight: ["overhead", "grounded", "no flights"]
    }
  }
}

/// What an account says that its claim rests on, from the weakest to the strongest; never more than it says.
public enum EvidenceKind: String, Sendable, CaseIterable {
  /// Photographs or video were posted or handed on.
  case mediaShared = "media-shared"
  /// Somebody named saw the media.
  case mediaSeen = "media-seen"
  /// The munition's type, or remnants of it, were seen.
  case munitionSeen = "munition-seen"
  /// The munition's model was named by somebody who identified it.
  case modelIdentified = "model-identified"
  /// Samples or bodies were examined in a laboratory.
  case laboratory
}

/// What kind of time an expression names.
public enum TimeKind: String, Sendable, CaseIterable {
  case date, interval, duration, set, deadline
}

/// How a number was said.
public enum CountRelation: String, Sendable, CaseIterable {
  case exact, atLeast = "at-least", atMost = "at-most", approx, moreThan = "more-than"
  case lessThan = "less-than", nearly, range, vague
}

/// What a number counts.
public enum Measure: String, Sendable, CaseIterable {
  case killed, injured, casualty, missing, arrested, abducted, displaced, evacuated, besieged
  case reached, surrendered, population, destroyed, dropped, other
}

/// In which way a place name is used.
public enum PlaceUse: String, Sendable, CaseIterable {
  case literal, metonym, demonym, relative
}

/// A part of a report's text that is weaker evidence than its body.
public enum TextPart: String, Sendable, CaseIterable {
  case body, headline, caption
}

/// Why a piece of a report's text was left unread.
public enum DropReason: String, Sendable, CaseIterable {
  case boilerplate, advert, related, credit
}
