import Foundation
import PatchworkRecord
import PatchworkText
import Testing

@testable import PatchworkDisplay

@Suite struct PageMapTests {
  private func place(
    _ name: String, _ latitude: Double?, _ longitude: Double?, radius: Double? = nil,
    precision: Int = 1, use: PlaceUse = .literal, id: String? = "geonames:1"
  ) -> Place {
    Place(
      quote: Quote(span: Span(0, name.utf8.count), text: name), id: id, name: name,
      latitude: latitude, longitude: longitude, radius: radius, precision: precision, use: use)
  }

  private func svg(_ places: [Place]) -> String {
    PageMap(Reading(places: places), anchor: "r1").html.text
  }

  @Test func `a reading without points has no map`() {
    #expect(svg([]).isEmpty)
    #expect(svg([place("Syria", 35, 38, precision: 6)]).isEmpty)
    #expect(svg([place("near Syria", nil, nil, precision: 5, use: .relative)]).isEmpty)
  }

  @Test func `a place named twice is one dot, one of no point in itself a ring`() {
    let aleppo = place("Aleppo", 36.2, 37.16)
    let html = svg([
      aleppo, aleppo, place("Idlib province", 35.8, 36.7, radius: 40, precision: 4),
    ])
    #expect(html.components(separatedBy: "class=\"spot\"").count == 3)
    #expect(html.components(separatedBy: "class=\"ring\"").count == 2)
    #expect(html.contains("Map of 2 places"))
    #expect(html.contains("Idlib province, within 40 km"))
  }

  @Test func `metonyms and peoples are no places to draw`() {
    #expect(svg([place("Moscow", 55.7, 37.6, use: .metonym)]).isEmpty)
    #expect(svg([place("Syrian", 35, 38, use: .demonym)]).isEmpty)
  }

  @Test func `what is far off and what is wide is named under the map`() {
    let html = svg([
      place("Aleppo", 36.2, 37.16), place("Aleppo", 36.2, 37.16), place("Geneva", 46.2, 6.15),
      place("Syria", 35, 38, precision: 6),
    ])
    #expect(html.contains("Outside the map: <bdi>Geneva</bdi>."))
    #expect(html.contains("Too wide for it: <bdi>Syria</bdi>."))
    #expect(html.contains("Map of one place"))
  }

  @Test func `a scene is filled, other places are hollow`() {
    let html = PageMap(Convoy.reading, anchor: "r1").html.text
    #expect(
      html.isEmpty == Convoy.reading.accounts.allSatisfy { $0.happening?.place?.latitude == nil })
    let dot = ShownPlaces(Reading(places: [place("Aleppo", 36.2, 37.16)])).spots
    #expect(dot.map(\.isScene) == [false])
  }

  @Test func `names are escaped`() {
    #expect(svg([place("<b>", 36.2, 37.16)]).contains("&lt;b&gt;"))
  }

  @Test func `whose points they are is said`() {
    #expect(svg([place("Aleppo", 36.2, 37.16)]).contains("GeoNames (geonames.org), CC BY 4.0"))
    #expect(svg([place("Aleppo", 36.2, 37.16, id: nil)]).contains("Points:") == false)
  }

  @Test(arguments: [
    ("only one of its name; west of", "west of Aleppo"),
    ("only one of its name; northern part", "Aleppo"), ("between A and B", "Aleppo"),
  ])
  func `a relative place is called by the words that tell it`(rule: String, name: String) {
    var place = place("Aleppo", 36.2, 37, radius: 20, use: .relative)
    place.rule = rule
    #expect(place.shownName == name)
  }
}
