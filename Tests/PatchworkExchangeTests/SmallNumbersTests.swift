import PatchworkDisclosure
import PatchworkExchange
import PatchworkLinking
import PatchworkRecord
import PatchworkStore
import PatchworkText
import Testing

/// Few displaced people of a village can be known by their number; many, or few of a whole district, cannot.
@Suite struct SmallNumbersTests {
  /// An incident at a place of some precision, of which one account tells how many were displaced.
  private func incident(displaced number: Int, precision: Int) throws -> DisclosedIncident {
    try MadeRecord(seed: 2).withFile { file in
      let day = try #require(CivilDay(iso: "2026-01-01"))
      let record = try DisclosedRecord(
        file, right: .redacted, on: day, register: DisclosureRegister())
      let row = try #require(try file.incidents().first { $0.type == .airStrike })
      let shown = try record.incident(row.id)
      var incident = try #require(shown?.value)
      let summary = IncidentSummary(
        type: .airStrike,
        place: Place(
          quote: Quote(span: Span(0, 0), text: "x"), id: "x:1", name: "x", kind: "town",
          latitude: 36, longitude: 37, precision: precision), days: nil)
      var entry = try #require(
        incident.view.accounts.first { $0.account.happening?.type == .airStrike })
      entry.account.happening?.affected = Count(
        quote: Quote(span: Span(0, 0), text: "\(number)"), low: number, high: number,
        relation: .exact, measure: .displaced, unit: "person")
      incident.view.summary = summary
      incident.view.analysis = IncidentAnalysis(
        [entry], summary: summary, parties: try Parties(), families: try TypeFamilies(),
        victims: try VictimClasses())
      return incident
    }
  }

  @Test(arguments: [
    (1, 1, false), (4, 1, false), (4, 2, false), (5, 1, true), (40, 1, true), (1, 3, true),
    (4, 4, true),
  ])
  func `a small number of so close a place is left out and counted as left out`(
    _ number: Int, _ precision: Int, _ isShown: Bool
  ) throws {
    let incident = try incident(displaced: number, precision: precision)
    let redacted = ExportedEvent(incident, cells: SmallCells(try DisclosureRules())) { _ in nil }
    #expect(redacted.displaced == (isShown ? number : nil))
    #expect(redacted.hiddenCells == (isShown ? 0 : 1))
    let whole = ExportedEvent(incident) { _ in nil }
    #expect(whole.displaced == number)
  }
}
