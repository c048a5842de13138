import PatchworkPlaces
import PatchworkRecord
import PatchworkTestSupport
import PatchworkText
import Testing

@testable import PatchworkReading

/// The gazetteer that set-up builds, where it has.
private enum World {
  static let gazetteer = try? Gazetteer.inDataFolder(TestData.folder)
}

@Suite(
  .enabled(if: Parsed.isPossible, "the language model is not in the data folder"),
  .enabled(if: World.gazetteer != nil, "no gazetteer in the data folder"))
struct LocalZonesTests {
  @Test(arguments: [
    ("Shells fell on Aleppo at 8 a.m. on Monday.", "2016-09-19T08:00", "Asia/Damascus"),
    ("Talks in Geneva resumed on Tuesday evening.", "2016-09-20TEV", "Europe/Zurich"),
    ("The truce in Aleppo took effect at 1600 GMT on Monday.", "2016-09-19T16:00", "+00:00"),
    ("In Geneva, envoys met.\nThey left on Tuesday night.", "2016-09-20TNI", "Europe/Zurich"),
    ("Shells fell on Aleppo on Monday.", "2016-09-19", nil),
    ("Washington said on Monday night that it knew of it.", "2016-09-19TNI", nil),
  ])
  func `a time of day is told in the zone of its place`(
    text: String, value: String, zone: String?
  ) throws {
    let pipeline = try #require(Parsed.pipeline)
    let reader = try Reader(pipeline: pipeline, gazetteer: World.gazetteer)
    let time = try #require(reader.read([ReadReport.report(text)])[0].times.last)
    #expect(time.value == value)
    #expect(time.zone == zone)
  }
}
