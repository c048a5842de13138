import PatchworkLinking
import PatchworkRecord
import PatchworkSituation
import Testing

@testable import PatchworkStore

/// Which state of which layer a sentence says, each from report text.
@Suite(.enabled(if: SampleRecord.isPossible, "The small model is not installed."))
struct StateReadingTests {
  /// The states of a layer that a report of 20 September 2016, a Tuesday, says.
  private static func states(
    _ layer: Layer, _ text: String
  ) throws -> [(state: String, entry: LayerEntry)] {
    let report = try SampleRecord.new(id: "r0", text, published: "2016-09-20")
    return try LayerReader().entries(of: report.reading, published: CivilDay(iso: "2016-09-20"))
      .filter { $0.layer == layer && $0.holding == .asserts }.map { ($0.state, $0) }
  }

  @Test(arguments: [
    ("requested", "The United Nations requested permission for an aid convoy to Madaya."),
    ("requested", "Twenty lorries with aid for Madaya are waiting at the border, the UN said."),
    ("approved", "The government approved an aid convoy to Madaya, the United Nations said."),
    ("moving", "A convoy of aid lorries is heading to Madaya, the Red Crescent said."),
    ("entered", "An aid convoy entered Madaya on Monday, the Red Crescent said."),
    ("entered", "Twenty lorries of aid arrived in Madaya on Monday, residents said."),
    ("delivered", "The Red Crescent delivered food to Madaya on Monday."),
    ("delivered", "Aid reached 40,000 people in Madaya on Monday, the United Nations said."),
    ("turned back", "An aid convoy to Madaya was turned back at a checkpoint, the UN said."),
    ("turned back", "Soldiers turned back an aid convoy to Madaya on Monday, the UN said."),
    ("attacked", "An aid convoy was shelled in Madaya on Monday, the Red Crescent said."),
    ("attacked", "Warplanes bombed an aid convoy near Madaya on Monday, residents said."),
    ("suspended", "The United Nations suspended all aid convoys on September 20."),
  ])
  func `a delivery is in the state that is said`(_ state: String, _ text: String) throws {
    let found = try Self.states(.delivery, text).map(\.state)
    #expect(found.contains(state), "\(found)")
    // An attack or a convoy turned back is never told as an arrival.
    if ["turned back", "attacked", "requested"].contains(state) {
      #expect(!found.contains("delivered") && !found.contains("entered"), "\(found)")
    }
  }

  @Test(arguments: [
    ("overhead", "Drones circled over Madaya on Monday, residents said."),
    ("overhead", "Helicopters were flying over Madaya on Monday night, residents said."),
    ("proposed", "John Kerry proposed to ground all aircraft over aid routes."),
    ("proposed", "The United States called for the grounding of all warplanes in northern Syria."),
    ("grounded", "All warplanes were grounded over Aleppo on Monday, Russia said."),
    ("no flights", "A no-fly zone over Idlib is in force, Turkey said."),
  ])
  func `aircraft are overhead, kept on the ground, or only asked to be`(
    _ state: String, _ text: String
  ) throws {
    let layers = try Self.states(.flight, text) + Self.states(.truce, text)
    let found = layers.map(\.state)
    #expect(found.contains(state), "\(found)")
    if state == "proposed" { #expect(!found.contains("grounded"), "\(found)") }
  }

  @Test(arguments: [
    ("declared", "Russia announced a truce in Aleppo on September 19."),
    ("in force", "The truce in Aleppo is holding, residents said."),
    ("over", "Syria’s military declared the truce over on Monday."),
    ("over", "The truce in Aleppo collapsed on Monday, residents said."),
    ("over", "The truce expired on Monday, the Syrian army said."),
    ("in force", "The truce in Aleppo expires at 7 p.m. on Wednesday, Russia said."),
    ("extended", "Russia and the United States extended the truce for 48 hours on Monday."),
    ("proposed", "Diplomats were trying to extend the truce in Aleppo on Monday."),
    ("violated", "Rebels broke the truce in Aleppo on Monday, the Syrian army said."),
    ("rejected", "Rebels rejected the truce on Monday."),
  ])
  func `a truce is in the state that is said`(_ state: String, _ text: String) throws {
    let found = try Self.states(.truce, text).map(\.state)
    #expect(found.contains(state), "\(found)")
    if state == "proposed" { #expect(!found.contains("extended"), "\(found)") }
    if state == "in force" { #expect(!found.contains("over"), "\(found)") }
  }

  @Test(arguments: [
    "Hopes for a renewal of the truce were very weak on Monday.",
    "There is little chance that the truce will be renewed, diplomats said.",
    "Efforts to extend the truce in Aleppo failed on Monday, diplomats said.",
  ])
  func `what is only hoped for extends no truce`(_ text: String) throws {
    let found = try Self.states(.truce, text).map(\.state)
    #expect(!found.contains("extended") && !found.contains("in force"), "\(found)")
  }

  @Test(arguments: [
    "Food in Madaya will be finished within days, residents said.",
    "Medicine in the town will run out within 48 hours, a doctor said.",
    "The hospital has fuel for three days, a doctor warned.",
    "Residents warned that food would be finished within days in Madaya.",
    "Aid will reach the town within days, the United Nations said.",
  ])
  func `what runs out is no ultimatum`(_ text: String) throws {
    #expect(try Self.states(.threat, text).filter { $0.state == "deadline" }.isEmpty)
  }

  @Test(arguments: [
    "The army gave the people of Darayya 48 hours to surrender, a resident said.",
    "Rebels must leave the town within 48 hours or face attack, the army said.",
    "“You have 48 hours only,” the army told the people of the town in a message, residents said.",
  ])
  func `an ultimatum is one`(_ text: String) throws {
    let found = try Self.states(.threat, text)
    #expect(found.contains { $0.state == "deadline" }, "\(found.map(\.state))")
  }
}
