import PatchworkRecord
import PatchworkText
import Testing

@Suite struct CodingSchemesTests {
  static let cases: [(HappeningType, String, String, String?, String?)] = [
    (HappeningType.airStrike, "strikes", "", "ASSAULT", "Air/drone strike"),
    (.bombing, "bombing", "", "ASSAULT", "Remote explosive/landmine/IED"),
    (.bombing, "blew himself up", "suicide vest", "ASSAULT", "Suicide bomb"),
    (.aidAttack, "shelled", "", "ASSAULT", "Shelling/artillery/missile attack"),
    (.aidAttack, "attack", "", "ASSAULT", "Attack"),
    (.aidMovement, "delivered", "", "AID", nil),
    (.aidMovement, "entered", "", "RETREAT", nil),
    (.aidMovement, "convoy", "", nil, nil),
    (.territoryChange, "captured", "", "COERCE", nil),
    (.droneOrOverflight, "was nearby", "", nil, nil),
  ]

  @Test(arguments: cases)
  func `names a happening as other event data do`(
    type: HappeningType, trigger: String, weapon: String, plover: String?, acled: String?
  ) {
    var happening = Happening(type: type, trigger: quote(trigger))
    if !weapon.isEmpty { happening.weapon = quote(weapon) }
    let codes = CodingSchemes.codes(of: happening)
    #expect(codes.plover == plover)
    #expect(codes.acled == acled)
  }

  private func quote(_ words: String) -> Quote {
    Quote(span: Span(0, words.utf8.count), text: words)
  }
}
