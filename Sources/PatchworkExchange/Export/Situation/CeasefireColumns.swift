import PatchworkDisplay
import PatchworkLinking
import PatchworkRecord
import PatchworkSituation

/// Truces and proposals as lines of tables: themselves, who declares them, their clocks.
struct CeasefireColumns {
  /// The day on which clocks are looked at.
  let day: CivilDay
  let ceasefires: Ceasefires

  private var all: [Instrument] { ceasefires.instruments + ceasefires.proposals }

  static let instrumentNames = [
    "id", "kind", "proposal", "class", "type", "form", "purpose", "declared_by", "third_parties",
    "start", "places", "names_no_place_too", "ended", "ended_said_by", "clauses", "clocks",
    "violations", "statements",
  ]

  /// A line a truce or proposal.
  var instruments: [[DelimitedLine.Field]] {
    all.map { instrument in
      let ends = instrument.endings(on: day)
      let coverage = instrument.coverage
      let clauses = Set(instrument.clauses.map(\.kind.rawValue)).sorted()
      return [
        .text(instrument.id), .text(instrument.kind.rawValue), .text("\(instrument.isProposal)"),
        .some(instrument.class?.rawValue), .some(instrument.sidedness?.lateral.rawValue),
        .some(instrument.form?.rawValue), .some(instrument.purpose?.rawValue),
        .some(instrument.sidedness?.parties.joined(separator: "; ")),
        .some(instrument.brokers.joined(separator: "; ")), .some(instrument.start?.iso),
        .some(coverage.places.map(\.name).joined(separator: "; ")), .text("\(coverage.isOpen)"),
        .some(ends.map(\.reason.rawValue).joined(separator: "; ")),
        .some(
          ends.map { $0.ranOut == nil ? SituationText.speaker($0.act.said) : "by its clock" }
            .joined(separator: "; ")), .some(clauses.joined(separator: "; ")),
        .integer(instrument.clocks.count),
        .integer(ceasefires.violations(of: instrument).count), .integer(instrument.acts.count),
      ]
    }
  }

  static let declarationNames = ["id", "speaker", "act", "denied"] + saidNames

  /// A line what each speaker first says of a truce.
  var declarations: [[DelimitedLine.Field]] {
    all.flatMap { instrument in
      instrument.declarations.map { act in
        [
          .text(instrument.id), .some(act.speaker), .text(act.state.rawValue),
          .text("\(act.holding == .denies)"),
        ] + Self.said(act.said)
      }
    }
  }

  static let clockNames =
    [
      "id", "kind", "proposal", "clock_from", "clock_from_time", "clock_from_zone", "clock_to",
      "clock_to_time", "clock_to_zone", "clock_hours", "as_of", "standing",
    ] + saidNames

  /// A line a clock, as it stands on the day.
  var clocks: [[DelimitedLine.Field]] {
    all.flatMap { instrument in
      instrument.clocks.map { clock in
        [
          .text(instrument.id), .text(instrument.kind.rawValue),
          .text("\(instrument.isProposal)"), .text(clock.start.iso),
          .some(clock.startTime?.clock), .some(clock.startTime?.zone), .some(clock.end?.iso),
          .some(clock.endTime?.clock), .some(clock.endTime?.zone), .some(clock.hours),
          .text(day.iso), .text(SituationText.standing(clock, on: day)),
        ] + Self.said(instrument.acts[clock.act].said)
      }
    }
  }

  static let saidNames = [
    "published", "who", "party", "stance", "place", "place_id", "from", "from_time", "to",
    "to_time", "hours", "report", "n", "outlet", "origin", "sentence",
  ]

  /// What every statement has, whatever it is of.
  static func said(_ said: SaidState) -> [DelimitedLine.Field] {
    let entry = said.entry
    return [
      .some(said.published?.iso), .some(said.who), .some(said.party),
      .text(said.stance.rawValue), .some(entry.place?.name), .some(entry.place?.id),
      .some(entry.first?.iso), .some(entry.firstTime?.stored), .some(entry.last?.iso),
      .some(entry.lastTime?.stored), .some(entry.hours), .text(said.report),
      .integer(entry.account), .some(said.outlet), .text(said.origin), .text(said.sentence),
    ]
  }
}
