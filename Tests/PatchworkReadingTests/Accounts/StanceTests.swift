import PatchworkRecord
import Testing

@testable import PatchworkReading

/// What a speaker does by saying something, where the cue is no more than "said".
@Suite(.enabled(if: Parsed.isPossible, "the language model is not in the data folder"))
struct StanceTests {
  @Test(arguments: [
    ("The army said the town was calm.", Stance.state),
    ("The army said it would open the road.", .promise),
    ("The envoy said the shelling must stop.", .demand),
    ("The envoy said the army was responsible for the fire.", .accuse),
    ("The envoy said the rebels were behind the raid.", .accuse),
    ("The envoy said the raid was outrageous.", .condemn),
    ("The army said it had not bombed the market.", .deny),
    ("The envoy said the council should consider a longer pause.", .propose),
    ("The minister called the plan “not serious”.", .reject),
    ("“You have 24 hours to leave,” the leaflet said.", .threaten),
    ("State radio said the town was calm.", .report),
    ("Mourners chanted: “Leave, leave!”", .demand),
    ("The envoy said it was too difficult to confirm the numbers.", .decline),
    ("The ministry said it had no plans to close the crossing.", .promise),
    ("The envoy said gunmen opened fire on the bus.", .state),
    ("Human Rights Watch said the army opened fire on the bus.", .accuse),
    ("The envoy said 3,500 people had died.", .state),
  ])
  func `stance by content`(text: String, stance: Stance) throws {
    let account = try #require(
      try ReadReport.reading(text).accounts.first { $0.source.kind != .author })
    #expect(account.stance == stance)
  }

  @Test func `a denial is about what another one asserts`() throws {
    let reading = try ReadReport.reading(
      "Washington accused Moscow of bombing the convoy.\nMoscow denied that it had bombed the convoy."
    )
    let denial = try #require(reading.accounts.first { $0.stance == .deny })
    let blame = try #require(reading.accounts.first { $0.stance == .accuse })
    #expect(denial.about == blame.number)
    #expect(denial.happening?.modality == .denied)
    #expect(blame.happening?.modality == .happened)
  }

  @Test func `each source keeps its own words for a weapon`() throws {
    let reading = try ReadReport.reading(
      "Residents said phosphorus bombs had hit the street.\nThe media centre said incendiary bombs had hit the street."
    )
    let weapons = reading.accounts.compactMap { $0.happening?.weapon?.text }
    #expect(weapons.contains { $0.contains("phosphorus") })
    #expect(weapons.contains { $0.contains("incendiary") })
    for account in reading.accounts {
      let said = account.content.map(\.text).joined()
      if let weapon = account.happening?.weapon?.text { #expect(said.contains(weapon)) }
    }
  }
}
