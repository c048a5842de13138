import PatchworkLinking
import PatchworkRecord
import Testing

@testable import PatchworkStore

/// What records of earlier formats hold.
@Suite struct FormatTests {
  @Test func `an occurrence of the first format has one place and one stretch of days`() throws {
    let json = """
      {"accounts": [0, 2], "types": ["air-strike"], "killed": [4], "words": ["2s", "1z141z3"],
       "days": [17063, 17064],
       "place": {"span": [10, 14], "text": "Azaz", "id": "C1366", "name": "Azaz", "kind": "town",
         "lat": 36.586, "lon": 37.044, "precision": 1, "within": ["SY02"], "candidates": 1,
         "rule": "only one of its name"}}
      """
    let payload = try #require(OccurrencePayload(json: json))
    let found = payload.occurrence(report: "r", number: 0, published: nil)
    #expect(found.times == [CivilDay(number: 17063)...CivilDay(number: 17064)])
    #expect(found.places.map(\.id) == ["C1366"])
    #expect(found.isPlaceSaid)
    #expect((found.accounts, found.killed, found.targets) == ([0, 2], [4], []))
    // Written anew it is the same occurrence.
    let again = try #require(OccurrencePayload(json: OccurrencePayload(found).json))
    #expect(again.occurrence(report: "r", number: 0, published: nil) == found)
  }

  @Test func `what is no occurrence is none`() {
    for json in [
      "", "[]", "{}", "{\"accounts\": [1], \"types\": [], \"killed\": [], \"words\": []}",
    ] {
      #expect(OccurrencePayload(json: json) == nil)
    }
  }
}
