import PatchworkDisclosure
import PatchworkLinking
import PatchworkRecord
import PatchworkSituation
import PatchworkStore

/// What a record says of truces and areas, gathered for an export as it may be shown.
struct SituationRows {
  /// Truces, proposals and violations.
  let ceasefires: Ceasefires
  /// What is said of each area of some days, by identifier of the area.
  let areas: AreaTallies
  /// The days that rows are of.
  let days: ClosedRange<CivilDay>
  /// What was left out.
  let removals: Removals
  /// Reports that rows rest on, with their outlets.
  let reports: [String: String]

  /// What is gathered.
  enum Kind { case truces, areas }

  /// Days of areas where no first day is asked for, as on an area's page.
  private static let usualAreaDays = 31

  /// Gathers what a filter lets through, report by report.
  init(_ kind: Kind, of record: DisclosedRecord, _ filter: RecordFilter) throws {
    let file = record.file
    let last = try filter.until ?? file.newestDay() ?? record.day
    let usual = kind == .truces ? RecordFile.usualCeasefireDays : Self.usualAreaDays - 1
    let first = min(filter.since ?? last - usual, last)
    days = first...last
    var asked = SituationFilter()
    asked.since = kind == .truces ? first : first - AreaStrip.longestCarried
    asked.until = last
    asked.isOfTruces = kind == .truces
    asked.layers = kind == .truces ? TruceReader.layers : Layer.ofAreas
    asked.ground = filter.place.map { .area($0) }
    let layers = try LayerReader()
    var states: [SaidState] = []
    var facts: [StatementKey: ViolationFacts] = [:]
    var areas = AreaTallies(within: filter.place, of: file, layers)
    var reports: [String: String] = [:]
    removals = try record.forEachStatement(asked, layers: layers) { statement in
      let said = statement.said
      reports[said.report] = said.outlet
      if kind == .areas {
        try areas.add(said)
        return
      }
      states.append(said)
      if said.entry.state == "violated" {
        facts[StatementKey(said)] = ViolationFacts(
          statement.account, among: statement.accounts)
      }
    }
    self.areas = areas
    self.reports = reports
    ceasefires = Ceasefires(states, reader: try TruceReader()).replacing(violations: { violation in
      var told = violation
      told.facts = facts[StatementKey(violation.said)] ?? told.facts
      return told
    })
  }

  private struct StatementKey: Hashable {
    let report: String
    let account: Int

    init(_ said: SaidState) { (report, account) = (said.report, said.entry.account) }
  }
}
