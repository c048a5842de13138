import PatchworkDisplay
import PatchworkRecord
import PatchworkSituation

/// Truces and proposals as rows for a spreadsheet, a row a clock; one that nobody gives a day or a length has one row without.
struct CeasefireTable {
  let ceasefires: Ceasefires
  let day: CivilDay

  init(_ ceasefires: Ceasefires, on day: CivilDay) {
    self.ceasefires = ceasefires
    self.day = day
  }

  private static let columns: [RecordTable.Column] = [
    .init(name: "id", heading: "truce"), .init(name: "kind", heading: "kind"),
    .init(name: "proposal", heading: "proposal"), .init(name: "class", heading: "class"),
    .init(name: "type", heading: "type"), .init(name: "form", heading: "form"),
    .init(name: "purpose", heading: "purpose"), .init(name: "declared_by", heading: "declared by"),
    .init(name: "start", heading: "start"), .init(name: "clock_from", heading: "clock from"),
    .init(name: "clock_from_time", heading: "at"),
    .init(name: "clock_to", heading: "clock to"), .init(name: "clock_to_time", heading: "at"),
    .init(name: "clock_hours", heading: "hours", isNumber: true),
    .init(name: "clock_said_by", heading: "clock said by"), .init(name: "ended", heading: "ended"),
    .init(name: "ended_said_by", heading: "ended said by"),
    .init(name: "clauses", heading: "clauses", isNumber: true),
    .init(name: "violations", heading: "violations", isNumber: true),
    .init(name: "statements", heading: "statements", isNumber: true),
  ]

  /// The rows.
  var table: RecordTable {
    var table = RecordTable(columns: Self.columns)
    for instrument in ceasefires.instruments + ceasefires.proposals {
      let clocks = instrument.clocks
      table.rows +=
        clocks.isEmpty
        ? [row(instrument, nil)] : clocks.map { row(instrument, $0) }
    }
    return table
  }

  private func row(_ instrument: Instrument, _ clock: PatchworkSituation.Clock?) -> [RecordTable
    .Cell]
  {
    let ends = instrument.endings(on: day)
    return [
      .text(instrument.id), .text(instrument.kind.rawValue),
      .text(instrument.isProposal ? "yes" : "no"), .some(instrument.class?.rawValue),
      .some(instrument.sidedness?.lateral.rawValue), .some(instrument.form?.rawValue),
      .some(instrument.purpose?.rawValue),
      .some(instrument.sidedness?.parties.joined(separator: "; ")),
      .some(instrument.start?.iso), .some(clock?.start.iso),
      .some(clock?.startTime?.stored), .some(clock?.end?.iso), .some(clock?.endTime?.stored),
      clock?.hours.map { .number($0) } ?? .nothing,
      .some(clock.map { SituationText.speaker(instrument.acts[$0.act].said) }),
      .some(ends.map(\.reason.rawValue).joined(separator: "; ")),
      .some(
        ends.map { $0.ranOut == nil ? SituationText.speaker($0.act.said) : "by its clock" }
          .joined(separator: "; ")), .number(instrument.clauses.count),
      .number(ceasefires.violations(of: instrument).count), .number(instrument.acts.count),
    ]
  }
}
