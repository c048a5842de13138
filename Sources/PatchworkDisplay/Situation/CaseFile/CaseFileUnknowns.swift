import PatchworkRecord
package import PatchworkSituation

/// What is not known of a movement, in words: what a radio room has to ask, before anything that is known.
package struct CaseFileUnknowns {
  /// A thing that is not known.
  package struct Gap: Hashable, Sendable {
    /// What it is of: a group of factors, a party, a clock.
    package let of: String
    /// What is not known of it.
    package let words: String
  }

  /// The gaps, groups of factors first.
  package let gaps: [Gap]
  /// How old the newest report is that bears on the movement.
  package let newest: String

  package init(_ file: CaseFile) {
    var gaps = file.unknown.map {
      Gap(of: $0.rawValue, words: "no report speaks of it and nothing was entered")
    }
    gaps += Self.parts(file) + Self.parties(file.movement) + Self.clocks(file)
    gaps.append(Gap(of: "weather", words: "Patchwork reads no forecasts; ask"))
    self.gaps = gaps
    newest =
      file.statements.compactMap(\.published).max().map {
        "The newest report that bears on it is \(SituationText.age($0, on: file.asOf.day))."
      } ?? "No report at all bears on this movement: all that is here was entered by people."
  }

  /// Points and legs of which a group says nothing, a gap a group, unless the group is unknown as a whole.
  private static func parts(_ file: CaseFile) -> [Gap] {
    CaseFile.askedOfParts.filter { !file.unknown.contains($0) }.compactMap { group in
      let silent = file.partFindings.filter {
        $0.group == group && $0.part != nil && $0.factors.isEmpty
      }
      guard !silent.isEmpty else { return nil }
      let names = silent.compactMap(\.part).map { SituationText.part($0, of: file.movement) }
      return Gap(of: group.rawValue, words: "no report for \(names.joined(separator: "; "))")
    }
  }

  /// Parties who were told and have not approved, and those who were asked and have not answered.
  private static func parties(_ movement: Movement) -> [Gap] {
    if movement.approvals.isEmpty, movement.notifications.isEmpty {
      return [Gap(of: "approvals and notifications", words: "none is entered for any party")]
    }
    let answered = Set(movement.approvals.filter { $0.status != .requested }.map(\.party))
    let asked = movement.approvals.filter { $0.status == .requested }.map {
      Gap(of: $0.party, words: "asked, no answer is entered")
    }
    return asked
      + movement.notifications.filter { !answered.contains($0.party) }.compactMap { contact in
        switch contact.status {
        case .acknowledged:
          Gap(
            of: contact.party,
            words: "acknowledged that it was told; that is no approval, and none is entered")
        case .sent:
          Gap(
            of: contact.party, words: "was told; no acknowledgement and no approval is entered")
        default: nil
        }
      }
  }

  /// Truces whose last day is said, but not its hour.
  private static func clocks(_ file: CaseFile) -> [Gap] {
    var seen: Set<String> = []
    return file.factors.flatMap(\.grounds).compactMap { ground in
      guard case .clock(let instrument, _, let clock) = ground, let end = clock.end,
        clock.endTime == nil, end >= file.movement.start.day, end <= file.movement.end.day,
        seen.insert(instrument).inserted
      else { return nil }
      return Gap(
        of: "hour of the end of \(instrument)",
        words:
          "it is said to end on \(DayText.of(end.iso)); no hour is read, so it may lapse before unloading ends at \(file.movement.end.clock)"
      )
    }
  }
}
