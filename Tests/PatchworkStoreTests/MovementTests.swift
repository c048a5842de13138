import Foundation
import PatchworkRecord
import PatchworkSituation
import Testing

@testable import PatchworkStore

/// Case files of movements, each from report text.
@Suite(.enabled(if: SampleRecord.isPossible, "The small model is not installed."))
struct MovementTests {

  private static func caseFile(
    _ reports: [NewReport], _ movement: Movement, asOf: Moment
  ) throws -> CaseFile {
    try SampleRecord.withPath { path in
      try SampleRecord.make(at: path, of: reports).caseFile(
        of: movement, asOf: asOf, rules: RuleSet())
    }
  }

  @Test(arguments: MovementCase.all)
  func `named cases come to what they should`(_ named: MovementCase) throws {
    let reports = try named.reports.enumerated().map {
      try SampleRecord.new(
        id: "r\($0.offset)", $0.element.text + MovementCase.setting, published: $0.element.day)
    }
    let file = try Self.caseFile(reports, named.movement, asOf: MovementCase.asOf)
    let factors = file.factors.map { "\($0.rule.id) \($0.rule.consequence.rawValue)" }
    #expect(file.outcome == named.outcome, "\(factors)")
  }

  /// The record as it stood at six in the morning of 19 September 2016.
  private static func backTest(
    _ plan: String = "urum-al-kubra.json", asOf: String = "2016-09-19T06:00:00+03:00"
  ) throws -> CaseFile {
    let folder = SampleRecord.folder.appendingPathComponent("back-test")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let reports = try names.filter { $0.hasSuffix(".txt") }.sorted().map { name in
      try SampleRecord.sample(folder.appendingPathComponent(name))
    }
    let bytes = try Data(contentsOf: folder.appendingPathComponent(plan))
    let movement = try Movement(json: Array(bytes)) { name in
      switch name {
      case "Aleppo":
        Movement.Waypoint(
          name: name, id: "geonames:170063", within: ["geonames:170062", "geonames:163843"],
          latitude: 36.20124, longitude: 37.16117)
      case "Damascus":
        Movement.Waypoint(
          name: name, id: "geonames:170654", within: ["geonames:163843"], latitude: 33.5102,
          longitude: 36.29128)
      default: nil
      }
    }
    return try caseFile(
      SampleRecord.reports + reports, movement, asOf: Moment(rfc3339: asOf)!)
  }

  @Test func `the convoy that entered three days later is not held by the reasons of the first`()
    throws
  {
    let first = try Self.backTest()
    let second = try Self.backTest("muadamiya.json", asOf: "2016-09-22T06:00:00+03:00")
    func reasons(_ file: CaseFile) -> Set<String> {
      Set(file.factors.filter { $0.rule.consequence != .none }.map(\.rule.id))
    }
    #expect(reasons(first).contains("truce-ends-before-unloading"))
    #expect(reasons(first).contains("destination-struck-thirty-days"))
    #expect(!reasons(second).contains("truce-ends-before-unloading"))
    #expect(!reasons(second).contains("destination-struck-thirty-days"))
    #expect(!second.isPast)
  }

  @Test func `the convoy of 19 September shows consents beside the lapse and the history`() throws {
    let file = try Self.backTest()
    let rules = Set(file.factors.map(\.rule.id))
    for rule in [
      "approval-entered", "notification-entered", "approval-reported",
      "truce-ends-before-unloading", "destination-struck-thirty-days", "destination-struck-before",
      "ends-after-sunset",
    ] {
      #expect(rules.contains(rule), "\(rule)")
    }
    #expect(file.outcome == .unmet)
    func struck(_ days: Int) -> Int {
      file.history.first { $0.kilometres == 5 && $0.days == days }?.incidents.count ?? 0
    }
    // Airwars lists 2 within 30 days, 5 within 90 and 9 within 120; the press adds a market on 12 August.
    #expect(struck(30) == 2)
    #expect(struck(90) == 5 + 1)
    #expect(struck(120) == 9 + 1)
    #expect(struck(7) == 0)
  }

  @Test func `nothing published later is in it`() throws {
    let file = try Self.backTest()
    for case .said(let said) in file.factors.flatMap(\.grounds) {
      #expect(try #require(said.published).iso < "2016-09-19", "\(said.report)")
    }
  }

  @Test func `no outcome has the word safe, and none clears`() throws {
    for outcome in CaseFile.Outcome.allCases { #expect(!outcome.rawValue.contains("safe")) }
    #expect(CaseFile.Outcome.noBlock.rawValue.contains("not a clearance"))
  }
}
