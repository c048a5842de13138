import PatchworkLinking
import PatchworkRecord
import PatchworkText
import Testing

@Suite struct IncidentSummaryTests {
  static func made(
    _ name: String, precision: Int = 1, within: [String] = []
  ) -> Place {
    Place(
      quote: Quote(span: Span(0, 0), text: name), id: "t:\(name)", name: name,
      precision: precision, within: within.map { "t:\($0)" })
  }

  static let syria = made("Syria", precision: 6)
  static let damascus = made("Damascus", within: ["Syria"])
  static let ghouta = made("Ghouta", precision: 3, within: ["Syria"])
  static let zamalka = made("Zamalka", within: ["Ghouta", "Syria"])
  static let aleppo = made("Aleppo", within: ["Syria"])

  static func told(_ type: HappeningType, _ places: [Place]) -> Occurrence {
    Occurrence(
      report: "r", number: 0, published: nil, accounts: [0], types: [type], places: places,
      isPlaceSaid: true, times: [], isTimeSaid: false, words: [], targets: [], killed: [])
  }

  /// Tellings of one event by the places they name, and the place that they agree on.
  @Test(arguments: [
    // A mention of another town by one of many does not move the event there, however exact a town is.
    ([[ghouta], [ghouta], [syria], [ghouta, aleppo], [ghouta]], "Ghouta"),
    // The narrower place of some is that of all, where it lies within.
    ([[syria], [ghouta], [ghouta], [zamalka]], "Zamalka"),
    // One in six is too few to narrow it.
    ([[ghouta], [ghouta], [ghouta], [ghouta], [ghouta], [zamalka]], "Ghouta"),
    // As many for each: the nearer known, then the one named first.
    ([[ghouta], [damascus]], "Damascus"),
    ([[aleppo], [damascus]], "Aleppo"),
    ([[], [syria]], "Syria"),
  ])
  func agreedPlace(told places: [[Place]], is name: String) {
    let summary = IncidentSummary(places.map { Self.told(.airStrike, $0) })
    #expect(summary.place?.name == name)
  }

  @Test("a place without an identifier stands only where none has one")
  func unresolved() {
    var yard = Self.made("the yard")
    yard.id = nil
    #expect(
      IncidentSummary([Self.told(.attack, [yard]), Self.told(.attack, [Self.syria])]).place?.name
        == "Syria")
    #expect(IncidentSummary([Self.told(.attack, [yard])]).place?.name == "the yard")
    #expect(IncidentSummary([Self.told(.attack, [])]).place == nil)
  }

  /// What tellings call an event, and its name.
  @Test(arguments: [
    ([HappeningType.airStrike, .airStrike, .airStrike, .airStrike, .chemicalAttack], .airStrike),
    ([.chemicalAttack, .shelling, .attack], .chemicalAttack),
    ([.aidAttack, .airStrike, .airStrike], .aidAttack),
    ([.killing, .killing, .killing, .shelling], .shelling),
    ([.killing, .killing, .killing, .killing, .protest], .killing),
    ([.attack], HappeningType.attack),
  ])
  func agreedType(told types: [HappeningType], is type: HappeningType) {
    #expect(IncidentSummary(types.map { Self.told($0, []) }).type == type)
  }
}
