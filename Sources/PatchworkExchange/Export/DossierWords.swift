import PatchworkLinking
import PatchworkRecord

/// Words of a dossier for what the record keeps as one.
enum DossierWords {
  static func of(_ standing: CasualtyRange.Standing) -> String {
    switch standing {
    case .counts: "counts"
    case .part: "a part of another figure"
    case .addition: "adds to another figure"
    case .wider: "a total of something wider"
    case .vague: "a vague word beside numbers"
    case .copy: "the same figure from the same origin"
    }
  }

  static func of(_ slot: Contradiction.Slot) -> String {
    switch slot {
    case .polarity: "whether it was"
    case .actor: "who did it"
    case .means: "by what means"
    case .number: "how many"
    }
  }

  static func of(_ unknown: IncidentAnalysis.Unknown) -> String {
    switch unknown {
    case .actor: "who did it: no account names a party"
    case .actorDisputed: "who did it: accounts name different parties"
    case .whether: "whether it was as told: some account denies it"
    case .day: "on which day: no account says"
    case .place: "exactly where: no account names a place closer than a district"
    case .killed: "how many were killed: no account gives a number"
    case .killedVague: "how many were killed: accounts give vague words only"
    case .weapon: "with what weapon: no account names one"
    }
  }

  static func of(_ stance: Stance) -> String {
    switch stance {
    case .state: "states"
    case .report: "passes on"
    case .claimResponsibility: "claims responsibility"
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
    case .decline: "declines to say"
    case .correct: "corrects"
    case .hope: "hopes"
    }
  }
}
