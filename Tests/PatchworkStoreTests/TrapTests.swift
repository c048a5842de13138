import PatchworkLinking
import PatchworkRecord
import Testing

@testable import PatchworkStore

/// Traps of conflict reporting that go wrong by hand and by machine, each from report text.
@Suite(.enabled(if: SampleRecord.isPossible, "The small model is not installed."))
struct TrapTests {
  /// The incident with accounts of the most reports.
  private static func widest(_ file: RecordFile) throws -> IncidentView {
    let row = try #require(try file.incidents().max { $0.reports < $1.reports })
    return try #require(try file.incident(row.id))
  }

  @Test func `a part of a night's dead is neither a second strike nor a rival total`() throws {
    try SampleRecord.withRecord(of: [
      (
        "2016-09-20",
        """
        Air strikes in Urum al-Kubra and the country around it killed 39 people on Monday night, the Observatory said. \
        Twelve of them died in the attack on the aid convoy in Urum al-Kubra, it said.
        """
      ),
      (
        "2016-09-20",
        "Twelve people were killed in the attack on the aid convoy in Urum al-Kubra on Monday, the Observatory said."
      ),
    ]) { file in
      let view = try Self.widest(file)
      #expect(
        !view.analysis.contradictions.contains { $0.slot == .number },
        "\(view.analysis.contradictions)")
    }
  }

  @Test func `what is told again as background is the old incident`() throws {
    try SampleRecord.withRecord(of: [
      (
        "2016-09-20",
        "An air strike on an aid convoy in Urum al-Kubra killed 20 people on Monday, the Red Crescent said."
      ),
      (
        "2016-09-25",
        """
        Shells hit a school in Hayyan on Saturday, residents said. \
        The truce broke down after the attack on an aid convoy in Urum al-Kubra on 19 September, in which 20 people died.
        """
      ),
    ]) { file in
      let view = try Self.widest(file)
      #expect(Set(view.accounts.map(\.report)) == ["r0", "r1"])
      #expect(view.summary.days?.lowerBound.iso == "2016-09-19")
    }
  }

  @Test func `parts and wholes of one toll do not exclude each other, and are not added up`() throws
  {
    try SampleRecord.withRecord(of: [
      (
        "2016-10-27",
        "Air strikes on a school in Hass killed 22 children and six teachers on Wednesday, UNICEF said."
      ),
      (
        "2016-10-27",
        "The air strikes on the school in Hass on Wednesday killed 35 people, including 11 schoolchildren, the Observatory said."
      ),
      (
        "2016-10-27",
        "At least 26 civilians were killed in the air strikes on the school in Hass on Wednesday, the Syrian Coalition said."
      ),
    ]) { file in
      let view = try Self.widest(file)
      #expect(Set(view.accounts.map(\.report)).count == 3)
      let killed = try #require(view.analysis.killed)
      #expect(killed.high == 35)
      #expect(killed.figures.allSatisfy { ($0.figure.count.high ?? 0) <= 35 })
    }
  }

  @Test func `a name that one report misspells is kept as each writes it`() throws {
    try SampleRecord.withRecord(of: [
      (
        "2016-10-27",
        "The strike on the school is a tragedy, Anthony Lake, the executive director of UNICEF, said."
      ),
      (
        "2016-10-28",
        "The strike on the school may be a war crime, Alan Lane, the executive director of UNICEF, said."
      ),
    ]) { file in
      let actors = try file.actors()
      let lake = try #require(actors.first { $0.name == "Anthony Lake" })
      let lane = try #require(actors.first { $0.name == "Alan Lane" })
      #expect(lake.offices.first?.words == lane.offices.first?.words)
    }
  }

  @Test func `a capital that speaks is a government and no place`() throws {
    try SampleRecord.withRecord(of: [
      ("2016-09-20", "Damascus said on Monday that rebels had shelled Hayyan.")
    ]) { file in
      let report = try #require(try file.report("r0"))
      let account = try #require(report.reading.accounts.first { $0.happening != nil })
      #expect(account.source.kind == .organisation)
      #expect(account.happening?.place?.name == "Hayyan")
      #expect(report.reading.places.filter { $0.use == .literal }.map(\.name) == ["Hayyan"])
    }
  }

  @Test func `a wedding told again with a wrong date stays apart, and may be the same`() throws {
    try SampleRecord.withRecord(of: [
      (
        "2016-10-04",
        "A suicide bomber killed 30 people at a wedding in Tall Tawil on 3 October, state media said."
      ),
      (
        "2016-10-23",
        "A suicide bombing at a wedding in Tall Tawil on 13 October killed 30 people and injured 90, state media said."
      ),
    ]) { file in
      let views = try file.incidents().compactMap { try file.incident($0.id) }
      let told = views.flatMap(\.accounts).filter { $0.account.happening != nil }
      #expect(Set(told.map(\.report)) == ["r0", "r1"])
      let isOne = views.contains { Set($0.accounts.map(\.report)) == ["r0", "r1"] }
      let isDoubt = views.contains { !$0.possiblySame.isEmpty }
      #expect(isOne || isDoubt)
    }
  }
}
