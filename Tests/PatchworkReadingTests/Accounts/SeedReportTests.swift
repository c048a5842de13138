import Foundation
import PatchworkRecord
import Testing

@testable import PatchworkReading

/// The spliced report that Patchwork began with comes out as a person would say.
@Suite(
  .enabled(if: Parsed.isPossible, "the language model is not in the data folder"),
  .enabled(if: SeedReport.text != nil, "PATCHWORK_SHARED does not name the folder of the report"))
struct SeedReportTests {
  struct Expected: CustomTestStringConvertible {
    let who: String
    let stance: Stance
    let words: String
    var type: HappeningType?
    var testDescription: String { "\(who) \(stance.rawValue) \(words)" }
  }

  static let expected = [
    Expected(who: "Sergei Ryabkov", stance: .reject, words: "not functional"),
    Expected(
      who: "Sergei Ryabkov", stance: .deny, words: "carried out the fatal attack", type: .aidAttack),
    Expected(
      who: "The Aleppo Media Centre", stance: .state, words: "incendiary phosphorus bombs"),
    Expected(who: "residents", stance: .accuse, words: "phosphorus bombs"),
    Expected(
      who: "Bashar al-Assad", stance: .accuse, words: "US strikes", type: .airStrike),
    Expected(who: "Another official", stance: .accuse, words: "still responsible"),
    Expected(who: "Laerke", stance: .state, words: "case-by-case basis"),
    Expected(
      who: "the United Nations", stance: .state, words: "entered Muadhamiya", type: .aidMovement),
    Expected(who: "Kerry", stance: .propose, words: "grounding", type: .ceasefireAct),
    Expected(who: "Russia", stance: .propose, words: "three-day pause", type: .ceasefireAct),
    Expected(who: "the United States", stance: .demand, words: "all warplanes to halt flights"),
    Expected(who: "one of the messages", stance: .threaten, words: "48 hours only"),
  ]

  @Test(arguments: expected)
  func `who says what`(_ expected: Expected) throws {
    let reading = try ReadReport.reading(SeedReport.text ?? "")
    let accounts = reading.accounts.filter { account in
      account.source.who == expected.who && account.stance == expected.stance
        && account.content.contains { $0.text.contains(expected.words) }
    }
    #expect(!accounts.isEmpty)
    if let type = expected.type { #expect(accounts.contains { $0.happening?.type == type }) }
  }

  @Test func `how many, since when`() throws {
    let accounts = try ReadReport.reading(SeedReport.text ?? "").accounts
    let sieges = accounts.compactMap(\.happening).filter { $0.type == .siege }
    #expect(sieges.contains { $0.affected?.low == 250_000 && $0.time?.edtf == "2016-09/.." })
    #expect(sieges.contains { $0.affected?.low == 40_000 })
    let strike = accounts.compactMap(\.happening).first { $0.killed?.low == 62 }
    #expect(strike?.time?.edtf == "2016-09-17")
    let convoy = accounts.compactMap(\.happening).first { $0.type == .aidMovement }
    #expect(convoy?.time?.edtf == "2016-09-22")
  }
}

/// The report, from the folder that the environment names.
enum SeedReport {
  static let text: String? = ProcessInfo.processInfo.environment["PATCHWORK_SHARED"].flatMap {
    try? String(contentsOfFile: $0 + "/reports/seed-report.txt", encoding: .utf8)
  }
}
