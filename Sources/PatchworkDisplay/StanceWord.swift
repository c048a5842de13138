package import PatchworkRecord

/// How stances that lean the same way are coloured alike.
package enum StanceFamily: String, CaseIterable, Sendable {
  /// Says that something is so.
  case assert
  /// Blames or menaces another.
  case blame
  /// Denies, refuses or doubts.
  case deny
  /// Concedes something of one's own.
  case admit
  /// Wants or intends something.
  case want
}

extension Stance {
  /// The stance as the verb after a speaker's name ("denies").
  package var verb: String {
    switch self {
    case .state: "states"
    case .report: "reports"
    case .claimResponsibility: "claims"
    case .admit: "admits"
    case .accuse: "accuses"
    case .deny: "denies"
    case .reject: "rejects"
    case .propose: "proposes"
    case .demand: "demands"
    case .appeal: "appeals"
    case .threaten: "threatens"
    case .promise: "promises"
    case .condemn: "condemns"
    case .question: "questions"
    case .decline: "declines"
    case .correct: "corrects"
    case .hope: "hopes"
    }
  }

  /// The stance as the verb after "does not" ("deny").
  package var plain: String { self == .claimResponsibility ? "claim" : rawValue }

  /// The way it leans.
  package var family: StanceFamily {
    switch self {
    case .state, .report: .assert
    case .accuse, .condemn, .threaten: .blame
    case .deny, .reject, .question, .decline: .deny
    case .claimResponsibility, .admit, .correct: .admit
    case .propose, .demand, .appeal, .promise, .hope: .want
    }
  }
}

extension Account {
  /// The stance as a verb, negated where the attribution is.
  package var stanceWord: String {
    polarity == .positive ? stance.verb : "does not \(stance.plain)"
  }

  /// Who speaks, for people.
  package var speaker: String {
    if !source.who.isEmpty { return source.who }
    if let mention = source.mention { return mention.text }
    return source.kind == .unstated ? "speaker not stated" : "unnamed speaker"
  }
}
