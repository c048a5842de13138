import PatchworkLanguage
import PatchworkPlaces
import Testing

@testable import PatchworkReading

@Suite(.enabled(if: Parsed.isPossible, "The small model is not installed."))
struct PlaceRolesTests {
  @Test(
    arguments: [
      ("Rebels shelled Mleiha.", ["Mleiha": .sure]),
      ("The army besieged Mleiha and Harasta.", ["Mleiha": .sure, "Harasta": .sure]),
      ("Russian forces struck Izium and Lyman.", ["Izium": .likely, "Lyman": .likely]),
      ("The bombardment of Mleiha went on.", ["Mleiha": .sure]),
      ("He met Obama and Kerry.", [:]),
    ] as [(String, [String: PlaceToken.Fit])])
  func `tells names that stand where places stand`(
    text: String, fits: [String: PlaceToken.Fit]
  ) throws {
    let tree = try #require(Parsed.tree(text))
    let found = try PlaceRoles().fits(in: tree)
    #expect(
      Dictionary(uniqueKeysWithValues: found.map { (tree.word($0.key), $0.value) }) == fits)
  }
}
