import PatchworkLanguage
import PatchworkRecord
import PatchworkText
import Testing

@testable import PatchworkReading

/// A sentence with the state that it asserts.
struct StateCase: Sendable, CustomTestStringConvertible {
  let sentence: String
  let kind: ConditionKind
  let value: String
  var holder = ""

  var testDescription: String { sentence }
}

@Suite(.enabled(if: Parsed.isPossible, "The small model is not installed."))
struct ConditionReaderTests {
  private func conditions(_ text: String) throws -> [Condition] {
    let tree = try #require(Parsed.tree(text))
    let times = try TimeReader().times(in: tree.parse, published: "2016-09-24")
    let counts = try CountReader().counts(in: tree.parse, times: times)
    let lexicons = try HappeningLexicons()
    return ConditionReader(lexicons: lexicons).conditions(
      in: lexicons.lexical(tree), counts: counts, times: times, places: []
    ).map(\.condition)
  }

  @Test(arguments: [
    StateCase(
      sentence: "Rebels have held the town since 2012.", kind: .control, value: "held",
      holder: "Rebels"),
    StateCase(
      sentence: "The city is no longer controlled by the army.", kind: .control,
      value: "lost", holder: "the army"),
    StateCase(sentence: "The village is under siege.", kind: .siege, value: "besieged"),
    StateCase(
      sentence: "The convoy was allowed to enter the town.", kind: .access, value: "allowed"),
    StateCase(
      sentence: "The army blocked the convoy at the gate.", kind: .access, value: "denied",
      holder: "The army"),
    StateCase(
      sentence: "Government troops closed the road to the north.", kind: .road,
      value: "closed", holder: "Government troops"),
    StateCase(
      sentence: "Turkey reopened the border crossing.", kind: .crossing, value: "open",
      holder: "Turkey"),
    StateCase(
      sentence: "No convoy has entered the district since July.", kind: .access,
      value: "denied"),
    StateCase(
      sentence: "The army denied that it was besieging the town.", kind: .siege,
      value: "besieged"),
    StateCase(
      sentence: "The town was not besieged, the governor said.", kind: .siege,
      value: "not besieged"),
    StateCase(
      sentence: "Aid workers have been unable to reach the camp.", kind: .access,
      value: "denied"),
    StateCase(
      sentence: "Nobody is stopping the convoy from entering the town.", kind: .access,
      value: "allowed"),
    StateCase(
      sentence: "Both sides agreed to extend the truce.", kind: .truce, value: "extended"),
    StateCase(
      sentence: "The rebels turned down the offer of a ceasefire.", kind: .truce,
      value: "rejected"),
    StateCase(
      sentence: "The ministry has not yet given permission for the convoy.", kind: .approval,
      value: "awaited", holder: "The ministry"),
    StateCase(
      sentence: "The headquarters had never received the convoy's itinerary.",
      kind: .notification, value: "not notified"),
    StateCase(
      sentence: "The militia withdrew from the village.", kind: .presence, value: "absent",
      holder: "The militia"),
    StateCase(
      sentence: "The pilots have not flown since Sunday.", kind: .flight, value: "grounded"),
    StateCase(sentence: "The ceasefire collapsed on Monday.", kind: .truce, value: "over"),
    StateCase(
      sentence: "The ministry refused permission for the convoy.", kind: .approval,
      value: "refused", holder: "The ministry"),
    StateCase(
      sentence: "The agency notified both sides of the convoy.", kind: .notification,
      value: "notified", holder: "The agency"),
    StateCase(
      sentence: "The commander threatened to storm the district.", kind: .threat,
      value: "threatened", holder: "The commander"),
    StateCase(
      sentence: "You have 48 hours to leave.", kind: .threat, value: "deadline"),
    StateCase(
      sentence: "Drones were flying over the suburb.", kind: .flight, value: "overhead",
      holder: "Drones"),
    StateCase(
      sentence: "Two Russian aircraft were above the town of Hayyan.", kind: .flight,
      value: "overhead", holder: "Two Russian aircraft"),
    StateCase(
      sentence: "A drone of the coalition was over Aleppo when the fire broke out.", kind: .flight,
      value: "overhead", holder: "A drone of the coalition"),
  ])
  func `a sentence asserts a state with its holder`(_ state: StateCase) throws {
    let found = try #require(
      conditions(state.sentence).first { $0.kind == state.kind },
      "No \(state.kind) in \(state.sentence)")
    #expect(found.value == state.value)
    if !state.holder.isEmpty { #expect(found.holder?.quote.text == state.holder) }
  }

  @Test func `a siege keeps its people and its beginning`() throws {
    let found = try #require(
      conditions("About 250,000 residents have been living under siege since early September.")
        .first)
    #expect(found.people?.low == 250_000)
    #expect(found.since?.edtf == "2016-09/..")
  }

  @Test func `an ultimatum keeps its clock and whom it addresses`() throws {
    let text = "The general gave the fighters until Saturday noon to lay down their arms."
    let account = try #require(
      ReadReport.reading(text).accounts.first {
        $0.condition?.kind == .threat
      })
    #expect(account.condition?.value == "deadline")
    #expect(account.condition?.until?.to == "2016-09-24")
    #expect(account.addressee == "the fighters")
  }

  @Test func `a truce has the day that it begins on and the day that it ends on`() throws {
    let truce = try #require(
      conditions("A seven-day truce will take effect on Monday.").first)
    #expect(truce.kind == .truce)
    #expect(truce.since?.from == "2016-09-26")
    #expect(truce.until?.to == "2016-10-03")
  }

  @Test(arguments: [
    "Rebels tried to break the siege of the town.", "He held the post of minister.",
    "She controlled her temper.", "The storm closed the stock market.",
    "Washington holds Moscow responsible.", "If the road opens, the convoy could leave.",
    "Heavy snow closed the road over the pass.", "The state-run newspaper praised the army.",
    "The station gave no further details about the explosion.",
    "A source told the newspaper that fighters positioned in the valley had fired rockets.",
    "The president did not get congressional approval for the war.",
    "Retaking the hill would cut the supply road.",
    "The minister discussed ways to end the siege of the town.",
    "Mortar rounds fell on the area surrounding the town hall.",
    "There are reports that soldiers refused to fire.",
    "The delegates blocked the passage of the draft resolution.",
    "The company gained access to the frozen accounts.",
    "The aid convoy there went up in flames on Monday.",
  ])
  func `what is only sought, or meant otherwise, is no state`(sentence: String) throws {
    #expect(try conditions(sentence).isEmpty)
  }
}
