import PatchworkRecord
import PatchworkSituation
import Testing

@testable import PatchworkStore

/// Clocks to the hour where a report says the hour, and to the day where it does not.
@Suite(.enabled(if: SampleRecord.isPossible, "The small model is not installed."))
struct ClockHourTests {
  /// The clocks of everything that a report speaks of: "2016-09-19 19:00 Asia/Damascus to 2016-09-21 19:00 Asia/Damascus".
  private static func clocks(_ text: String, _ day: String) throws -> [String] {
    try SampleRecord.withPath { path in
      let report = try SampleRecord.new(id: "r0", text, published: day)
      let found = try SampleRecord.make(at: path, of: [report]).ceasefires()
      return (found.instruments + found.proposals).flatMap(\.clocks).map { clock in
        func side(_ day: CivilDay?, _ time: TimeOfDay?) -> String {
          [day?.iso ?? "no end", time?.stored].compactMap { $0 }.joined(separator: " ")
        }
        return "\(side(clock.start, clock.startTime)) to \(side(clock.end, clock.endTime))"
      }
    }
  }

  @Test(arguments: [
    (
      "A pause in the fighting for 48 hours began in Aleppo at 7 p.m. on Monday, Russia said.",
      "2016-09-20", "2016-09-19 19:00 Asia/Damascus to 2016-09-21 19:00 Asia/Damascus"
    ),
    (
      "A truce took effect in Syria at 1600 GMT on September 12 and will last for seven days, Russia said.",
      "2016-09-13", "2016-09-12 16:00 +00:00 to 2016-09-19 16:00 +00:00"
    ),
    (
      "The truce in Aleppo expires at 7 p.m. on Monday, Russia said.", "2016-09-18",
      "2016-09-18 to 2016-09-19 19:00 Asia/Damascus"
    ),
    (
      "The ceasefire in Aleppo will last until 7 p.m. on Wednesday, Russia said.", "2016-09-19",
      "2016-09-19 to 2016-09-21 19:00 Asia/Damascus"
    ),
    (
      "A humanitarian pause took effect in Aleppo at 8 a.m. on October 20 and will last for 11 hours, Sergei Shoigu said.",
      "2016-10-20", "2016-10-20 08:00 Asia/Damascus to 2016-10-20 19:00 Asia/Damascus"
    ),
    (
      "A truce took effect in Syria on September 12 and will last for seven days, Russia said.",
      "2016-09-13", "2016-09-12 to 2016-09-19"
    ),
    (
      "A truce took effect in Aleppo at dusk on September 12 and will last for seven days, Russia said.",
      "2016-09-13", "2016-09-12 to 2016-09-19"
    ),
  ])
  func `a clock is as fine as its words`(
    _ text: String, _ day: String, _ expected: String
  ) throws {
    let found = try Self.clocks(text, day)
    #expect(found.contains(expected), "\(found)")
    // One clock told is one clock: no coarser copy of it stands beside it.
    #expect(found.count == 1, "\(found)")
  }

  @Test func `an extension begins at the hour at which what it extends ends`() throws {
    try SampleRecord.withRecord(of: [
      (
        "2016-09-12",
        "A truce took effect in Aleppo at 7 p.m. on September 12 and will last for 48 hours, Russia said."
      ),
      ("2016-09-14", "Russia extended the truce in Aleppo for 48 hours."),
    ]) { file in
      let truce = try #require(try file.ceasefires().instruments.first { $0.clocks.count == 2 })
      #expect(truce.clocks[1].start.iso == "2016-09-14")
      #expect(truce.clocks[1].startTime?.clock == "19:00")
      #expect(truce.clocks[1].end?.iso == "2016-09-16")
      #expect(truce.clocks[1].endTime?.clock == "19:00")
    }
  }

  @Test func `a zone gives the moment, summer time included, and no zone is taken as the plan’s`() {
    let day = CivilDay(iso: "2016-09-19")!
    func utc(_ time: TimeOfDay) -> String {
      Moment(minutes: time.moment(on: day, elseOffset: 120).minutes, offset: 0).rfc3339
    }
    #expect(utc(TimeOfDay(minutes: 1140, zone: "Asia/Damascus")) == "2016-09-19T16:00:00Z")
    #expect(utc(TimeOfDay(minutes: 1140, zone: "+00:00")) == "2016-09-19T19:00:00Z")
    #expect(utc(TimeOfDay(minutes: 1140)) == "2016-09-19T17:00:00Z")
    #expect(utc(TimeOfDay(minutes: 1140, zone: "Nowhere/Else")) == "2016-09-19T17:00:00Z")
    let winter = TimeOfDay(minutes: 1140, zone: "Asia/Damascus")
      .moment(on: CivilDay(iso: "2016-01-19")!, elseOffset: 0)
    #expect(winter.rfc3339 == "2016-01-19T19:00:00+02:00")
  }

  @Test(arguments: ["19:00", "19:00 Asia/Damascus", "00:05 +00:00", "24:00"])
  func `a time is kept as it was`(_ text: String) {
    #expect(TimeOfDay(stored: text)?.stored == text)
  }

  @Test(arguments: ["", "7pm", "25:00", "19:61", "aa:bb"])
  func `what is no time is none`(_ text: String) {
    #expect(TimeOfDay(stored: text) == nil)
  }
}
