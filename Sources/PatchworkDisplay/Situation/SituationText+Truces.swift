import PatchworkLinking
package import PatchworkRecord
package import PatchworkSituation

extension SituationText {
  /// How many sides a truce has, and what that rests on.
  package static func sidedness(_ instrument: Instrument) -> String {
    guard let sides = instrument.sidedness else {
      return "not said, and no party’s own declaration is recorded"
    }
    let parties = sides.parties.isEmpty ? "no party" : sides.parties.joined(separator: ", ")
    if let act = sides.said {
      return
        "\(sides.lateral.rawValue), a word of \(speaker(act.said)); declared by \(parties)"
    }
    return
      "\(sides.lateral.rawValue), by the parties whose declarations are recorded: \(parties)"
  }

  /// Who is said to have brokered it.
  package static func brokers(_ instrument: Instrument) -> String {
    instrument.brokers.isEmpty ? "none is named" : instrument.brokers.joined(separator: ", ")
  }

  /// An end with who says it and why.
  package static func ending(_ ending: Instrument.Ending) -> String {
    if let day = ending.ranOut {
      return
        "expired: its last clock ran out on \(DayText.of(day.iso)), as \(speaker(ending.act.said)) gave it, and nobody is recorded to have extended it"
    }
    let day = ending.act.said.published.map { " on \(DayText.of($0.iso))" } ?? ""
    let ground = ending.ground.isEmpty ? "no ground is given" : "“\(ending.ground)”"
    return "\(ending.reason.rawValue), says \(speaker(ending.act.said))\(day): \(ground)"
  }

  /// Whom an observer names for a violation, as parties where they are known.
  package static func blamed(_ count: ViolationCount) -> String {
    count.attributed.isEmpty
      ? count.facts.actor : count.attributed.joined(separator: ", ")
  }

  /// A violation’s row in words: kind, who at whom, weapon, place, how it was observed and how it is counted.
  package static func violation(_ count: ViolationCount) -> String {
    func said(_ label: String, _ value: String) -> String {
      "\(label): \(value.isEmpty ? "not said" : value)"
    }
    let facts = count.facts
    let blamed = blamed(count)
    let target = facts.target.isEmpty ? "" : " → \(facts.target)"
    return [
      said("kind", facts.kind?.rawValue ?? ""),
      said("names", blamed.isEmpty && target.isEmpty ? "" : blamed + target),
      said("weapon", facts.weapon), said("where", count.said.entry.place?.name ?? ""),
      said("observed", facts.evidence.joined(separator: "; ")), said("counts", count.rule),
    ].joined(separator: " · ")
  }

  /// Every end, or that none is recorded.
  package static func endings(_ instrument: Instrument, on day: CivilDay) -> [String] {
    let found = instrument.endings(on: day)
    return found.isEmpty ? ["nobody is recorded to say that it is over"] : found.map(ending)
  }
}
