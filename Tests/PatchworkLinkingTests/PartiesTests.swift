import PatchworkLinking
import Testing

@Suite struct PartiesTests {
  let parties: Parties

  init() throws { parties = try Parties() }

  @Test(arguments: [
    ("Russian warplanes", ["Russia"]), ("Russia’s Deputy Foreign Minister", ["Russia"]),
    ("Syria’s military", ["Syria"]), ("Syria's military", ["Syria"]),
    ("Russia's defence ministry", ["Russia"]), ("Iraq's army", ["Iraq"]),
    ("a town in Syria", []), ("Stephen O'Brien", ["United Nations"]),
    ("either Russian or Syrian regime warplanes", ["Russia", "Syria"]),
    ("the Syrian Observatory for Human Rights", ["Syrian Observatory for Human Rights"]),
    ("the Syrian Arab Red Crescent", ["Red Cross and Red Crescent"]),
    ("US-led coalition", ["US-led coalition"]), ("the White Helmets", ["White Helmets"]),
    ("unknown gunmen", []), ("", []), ("a bus", []),
  ])
  func `an actor belongs to the parties that its words name`(_ words: String, _ names: [String]) {
    #expect(parties.parties(in: words).map(\.name) == names)
  }

  @Test func `an answer that names two parties names none alone`() {
    #expect(parties.party(of: "Syrian government or Russian aircraft") == nil)
    #expect(parties.party(of: "Russian aircraft")?.name == "Russia")
  }
}
