package import PatchworkLinking
package import PatchworkRecord

/// A place for people: its name, what it is, and how closely it is known.
package enum PlaceText {
  package static func of(_ place: Place) -> String {
    let kind = place.kind.isEmpty ? "" : ", \(place.kind)"
    let pcode = place.pcode.map { ", \($0)" } ?? ""
    return "\(ShownText.clean(place.name))\(kind)\(pcode); \(precision(place.precision))"
  }

  /// The words of UCDP's `where_prec`.
  package static func precision(_ precision: Int) -> String {
    switch precision {
    case 1: "the place itself (precision 1)"
    case 2: "near it, within about 25 km (precision 2)"
    case 3: "somewhere in the district (precision 3)"
    case 4: "somewhere in the governorate or province (precision 4)"
    case 5: "between places, or in a part of the country (precision 5)"
    case 6: "somewhere in the country, or not resolved (precision 6)"
    default: "over water or in the air (precision \(precision))"
    }
  }
}

/// Why a figure does not count into a range.
package enum StandingText {
  /// Nil where it counts.
  package static func of(_ standing: CasualtyRange.Standing) -> String? {
    switch standing {
    case .counts: nil
    case .part: "a part of another figure"
    case .addition: "adds to another figure"
    case .wider: "a total of something wider"
    case .vague: "a vague word beside numbers"
    case .copy: "the same figure from the same origin"
    }
  }
}

/// Whom a figure counts.
package enum VictimText {
  /// The class in the plural.
  package static func of(_ victims: VictimClass) -> String {
    switch victims {
    case .people: "people"
    case .civilian: "civilians"
    case .child: "children"
    case .woman: "women"
    case .aidWorker: "aid workers"
    case .healthWorker: "health workers"
    case .combatant: "combatants"
    }
  }
}

/// How one figure stands to another.
package enum RelationText {
  /// Nil where the figure's standing says it.
  package static func of(_ kind: FigureRelation.Kind) -> String? {
    switch kind {
    case .adds: "comes on top of"
    case .supersedes: "replaces the same speaker’s earlier"
    case .excludes: "excludes"
    case .isPart, .copies: nil
    }
  }
}

/// What figures have in common that are shown together, and their range where they have none.
package enum FigureGroupText {
  /// Who gives them; where no name stands behind them it may be several.
  package static func speaker(_ name: String) -> String {
    name.isEmpty ? "speakers not told apart" : name
  }

  /// In place of the range of figures of which none counts by itself ("three more").
  package static let noRange = "no whole number"
}

/// Who is blamed, as one answer.
package enum BlamedText {
  package static func of(_ parties: [Parties.Party]) -> String {
    parties.map(\.name).joined(separator: " or ")
  }
}

/// In what accounts exclude each other.
package enum SlotText {
  package static func of(_ slot: Contradiction.Slot) -> String {
    switch slot {
    case .polarity: "whether it was"
    case .actor: "who did it"
    case .means: "by what means"
    case .number: "how many"
    }
  }
}

/// What is not known of an incident.
package enum UnknownText {
  package static func of(_ unknown: IncidentAnalysis.Unknown) -> String {
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
}
