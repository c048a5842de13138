import PatchworkStore
import PatchworkText
import Testing

@testable import PatchworkSite

/// Pages of drawn areas, of a truce, and of meetings.
@Suite struct SituationPageTests {
  private static let corners = "36.1, 36.9; 36.2, 36.9; 36.2, 37.0; 36.1, 37.0"

  @Test func `a drawn area shows what lies within it, and its address holds the drawing`() throws {
    try withDesk { desk in
      let blank = desk.ask("/areas/drawn").text
      #expect(blank.contains("data-per-longitude") && blank.contains("name=\"corners\""))
      let target = Address.query(
        "/areas/drawn",
        [("corners", Self.corners), ("since", "2016-09-18"), ("until", "2016-09-25")])
      let page = desk.ask(target).text
      #expect(page.contains("Urum al-Kubra") && page.contains("class=\"drawn\""))
      #expect(page.contains("class=\"spot inside\""))
      #expect(page.contains(PercentCoding.encode(Self.corners)))
      let inside = try desk.json(target)
      #expect("\(inside["states"] ?? .null)".contains("aid-attack"))
      let elsewhere = try desk.json(
        target.replacing(PercentCoding.encode("36.2"), with: PercentCoding.encode("36.11")))
      #expect(elsewhere["states"] == .array([]))
    }
  }

  @Test func `GeoJSON draws the same, and what is no area is refused by name`() throws {
    try withDesk { desk in
      let square =
        "{\"type\":\"Polygon\",\"coordinates\":[[[36.9,36.1],[37,36.1],[37,36.2],[36.9,36.2],[36.9,36.1]]]}"
      let days = [("since", "2016-09-18"), ("until", "2016-09-25")]
      let page = desk.ask(Address.query("/areas/drawn", [("geojson", square)] + days))
      #expect(page.status == 200 && page.text.contains("class=\"spot inside\""))
      for (name, value) in [
        ("corners", "36.1, 36.9; 36.2, 36.9"), ("corners", "here; there; everywhere"),
        ("geojson", "{"), ("around", "Atlantis"),
      ] {
        let answer = desk.ask(Address.query("/areas/drawn", [(name, value)]))
        #expect(answer.status == 409 || answer.status == 404, "\(value)")
        #expect(answer.text.contains(name) || answer.text.contains(value))
      }
    }
  }

  @Test func `areas can be asked for within a place, and a place nobody names is refused`() throws {
    try withDesk { desk in
      #expect(desk.ask("/areas?within=Urum+al-Kubra").status == 200)
      #expect(desk.ask("/areas?within=Atlantis").status == 404)
    }
  }

  @Test func `a truce that nobody speaks of has no page, and no meetings are said to be none`()
    throws
  {
    try withDesk { desk in
      #expect(desk.ask("/ceasefires/T-20160912").status == 404)
      try desk.keepTruce()
      let page = desk.ask("/ceasefires/T-20160912").text
      #expect(page.contains("the mediator") && page.contains("class: not said"))
      #expect(page.contains("clocks-line") && page.contains("no place is said"))
      #expect(desk.ask("/meetings").text.contains("No report of these days tells of talks."))
      let meetings = try desk.json("/meetings")
      #expect(meetings["meetings"] == .array([]))
    }
  }
}
