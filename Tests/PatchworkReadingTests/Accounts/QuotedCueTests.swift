import Testing

@testable import PatchworkReading

/// Attributions that quotation marks show where the tree does not: each case is a text and its attributed accounts.
@Suite(.enabled(if: Parsed.isPossible, "the language model is not in the data folder"))
struct QuotedCueTests {
  static let cases: [(text: String, accounts: [String])] = [
    (
      "The envoy attacked the plan, calling it, among other things, “a failed ceasefire.”",
      ["The envoy | state | calling | it, among other things, “a failed ceasefire"]
    ),
    (
      "The crowd chanted back at the soldiers, “Leave our town,” and threw stones.",
      ["The crowd | demand | chanted | Leave our town"]
    ),
    (
      "There were calls of “Freedom” as the convoy passed.",
      [" | state | calls | Freedom"]
    ),
    (
      "The spokesman called the governor a “liar,” a “coward” and a “thief.”",
      ["The spokesman | state | called | the governor a “liar,” a “coward” and a “thief"]
    ),
    (
      "The war, as one nurse put it, is “a slow siege.”",
      ["one nurse | state | put it | The war … is “a slow siege"]
    ),
    (
      "Eight people were killed in the market, according to aid workers.",
      ["aid workers | state | according to | Eight people were killed in the market"]
    ),
    (
      "While fighting went on, residents said the bridge was “gone.”",
      ["residents | state | said | the bridge was “gone"]
    ),
    (
      "On the programme “Morning Call,” the minister said the truce held.",
      ["the minister | state | said | the truce held"]
    ),
    (
      "The envoy told reporters this week he would leave Geneva.",
      ["The envoy | promise | told | he would leave Geneva"]
    ),
    (
      "The envoy called on both sides to “stop the killing” and let the convoy pass.",
      ["The envoy | demand | called | both sides to “stop the killing” and let the convoy pass"]
    ),
  ]

  @Test(arguments: cases)
  func `quoted words have their cue and their speaker`(text: String, accounts: [String]) throws {
    #expect(try ReadReport.attributed(text) == accounts)
  }

  @Test(arguments: [
    "In order to “keep the peace,” the army closed the road.",
    "The mortar hit the “Palestine” hospital.",
    "The committee met in the “Sheraton” hotel.",
    "A man put it on the table.",
  ])
  func `a name in marks is said by nobody`(text: String) throws {
    #expect(try ReadReport.attributed(text).isEmpty)
  }
}
