import GRDB
import PatchworkRecord
import PatchworkSituation
import Testing

@testable import PatchworkStore

/// Areas by day, week and month, from report text.
@Suite(.enabled(if: SampleRecord.isPossible, "The small model is not installed."))
struct AreaTests {
  private static func madaya(
    _ texts: [(day: String, text: String)], _ body: (AreaPicture) throws -> Void
  ) throws {
    try SampleRecord.withRecord(of: texts) { file in
      let id = try #require(try file.placeID(named: "Madaya"))
      let days = CivilDay(iso: "2016-09-01")!...CivilDay(iso: "2016-10-31")!
      try body(try #require(try file.areaPicture(id, days: days)))
    }
  }

  private static func answer(
    _ test: SiegeTests.Test, _ picture: AreaPicture
  ) -> SiegeTests.Answer? { picture.siege.results.first { $0.test == test }?.answer }

  @Test func `who denies a siege answers no test`() throws {
    try Self.madaya([("2016-09-20", "The government denied that Madaya was besieged.")]) {
      #expect(Self.answer(.encirclement, $0) == .denied)
      #expect($0.siege.results[0].no.isEmpty && !$0.siege.results[0].denied.isEmpty)
      #expect($0.obstacles.list.allSatisfy { $0.level == nil })
    }
  }

  @Test func `a siege that was lifted is one, and one convoy is no regular access`() throws {
    let texts = [
      ("2016-09-20", "The siege of Madaya was lifted on September 19, the United Nations said."),
      ("2016-09-26", "A convoy entered Madaya on September 25, the United Nations said."),
    ]
    try Self.madaya(texts) { picture in
      #expect(Self.answer(.encirclement, picture) == .no)
      #expect(Self.answer(.noHumanitarianAccess, picture) == .unknown)
      let access = picture.siege.results.first { $0.test == .noHumanitarianAccess }
      #expect(access?.passed.map(\.iso) == ["2016-09-25"])
      #expect(Self.answer(.noFreeMovement, picture) == .unknown)
    }
  }

  @Test func `weeks and months keep the least and the most that is said, and what is not known`()
    throws
  {
    let texts = [
      (
        "2016-09-05",
        "Some 40,000 people are besieged in Madaya by government forces, the United Nations said."
      ),
      ("2016-09-20", "About 20,000 people are besieged in Madaya, the local council said."),
      ("2016-09-22", "Madaya is besieged by government forces, residents said."),
    ]
    try Self.madaya(texts) { picture in
      let months = picture.strip.periods(.month)
      #expect(months.map(\.days.lowerBound.iso) == ["2016-09-01", "2016-10-01"])
      let range = try #require(picture.ranges(of: .siege, in: months[0].days).first)
      #expect((range.low, range.high) == (20_000, 40_000))
      #expect(range.speakers.count == 2)
      #expect(range.unnumbered == 1)
      #expect(months[0].silentDays[.siege] == 27)
      #expect(!range.isOpenBelow && !range.isOpenAbove)
      // Nothing is said in October: no number is carried into it.
      #expect(picture.ranges(of: .siege, in: months[1].days).isEmpty)
      #expect(months[1].silentDays[.siege] == 31)
      // No week adds the two numbers up.
      for week in picture.strip.periods(.week) {
        for range in picture.ranges(of: .siege, in: week.days) {
          #expect([20_000, 40_000].contains(range.low) && range.low == range.high)
        }
      }
    }
  }

  @Test func `a day of all areas has the cells that each area’s own picture has`() throws {
    try IncidentGoldenTests.withSamples { file in
      for day in ["2016-09-12", "2016-09-19", "2016-09-22", "2016-09-25", "2016-10-20"] {
        let day = try #require(CivilDay(iso: day))
        let areas = try file.areas(on: day)
        for area in areas {
          let own = try #require(
            try file.areaPicture(area.id, days: day...day, statements: 0))
          for layer in Layer.ofAreas {
            #expect(
              area.picture.strip.cell(layer, day) == own.strip.cell(layer, day),
              "\(area.name), \(layer.rawValue), \(day.iso)")
          }
        }
      }
      #expect(try !file.areas(on: CivilDay(iso: "2016-09-20")!).isEmpty)
      // The slider's days: statements that begin on each, of whatever length.
      let days = CivilDay(iso: "2016-02-01")!...CivilDay(iso: "2016-10-31")!
      var filter = SituationFilter()
      filter.layers = Layer.ofAreas
      filter.withSentences = false
      let begun = try file.saidStates(filter).filter { $0.entry.place?.id != nil }
        .compactMap { $0.days?.lowerBound }.filter(days.contains)
      #expect(
        try file.statements(on: days) == Dictionary(grouping: begun) { $0 }.mapValues(\.count))
    }
  }

  @Test func `incidents beside a town are told with how far they lie, and those within are not`()
    throws
  {
    let texts = [
      (
        "2016-09-05",
        "Warplanes bombed the city of Raqqa on September 4 and killed four people, activists said."
      ),
      (
        "2016-09-06",
        "Shelling hit the city of Deir ez-Zor on September 5 and killed two people, residents said."
      ),
    ]
    try SampleRecord.withRecord(of: texts) { file in
      let days = CivilDay(iso: "2016-09-01")!...CivilDay(iso: "2016-09-30")!
      let square = try DrawnArea(
        corners: "35.90, 39.03; 35.94, 39.03; 35.94, 39.06; 35.90, 39.06", name: "beside")
      let near = try file.incidents(beside: square, within: 20, days: days, limit: 5)
      #expect(near.rows.map(\.row.placeName).allSatisfy { $0.contains("Raqqa") })
      #expect(near.total == 1)
      let far = try #require(near.rows.first?.row.place.flatMap { near.kilometres[$0] })
      #expect(far > 0 && far < 20)
      #expect(try file.incidents(beside: square, within: 0.5, days: days, limit: 5).total == 0)
      let raqqa = try #require(near.rows.first?.row.place)
      #expect(try file.incidents(beside: raqqa, within: 20, days: days, limit: 5).total == 0)
      #expect(try file.incidents(beside: raqqa, within: 100, days: days, limit: 5).total == 0)
    }
  }

  @Test func `what is kept counted of an area is what its statements come to, whatever is judged`()
    throws
  {
    try IncidentGoldenTests.withSamples { file in
      let days = CivilDay(iso: "2016-01-01")!...CivilDay(iso: "2016-12-31")!
      func isCounted() throws {
        let areas = try file.areas(on: CivilDay(iso: "2016-09-24")!)
        #expect(areas.count > 5)
        for area in areas {
          var filter = SituationFilter()
          filter.ground = .area(area.id)
          filter.layers = Layer.allCases.filter { $0 != .clause }
          (filter.since, filter.until) = (days.lowerBound, days.upperBound)
          let (kept, counted) = try file.pool.read { db in
            (
              Set(try RecordFile.tallies(filter, in: db)),
              Set(try RecordFile.tallies(filter, isKept: false, in: db))
            )
          }
          #expect(kept == counted, "\(area.name)")
        }
      }
      try isCounted()
      var filter = SituationFilter()
      filter.layers = [.violence]
      let said = try file.saidStates(filter).prefix(6)
      let decision = Decision(who: "Rana", at: "2016-10-01T00:00:00Z", reason: "another town")
      let entries = try said.map {
        try file.judge(.reject, report: $0.report, account: $0.entry.account, decision)
      }
      try isCounted()
      for entry in entries { try file.undo(entry, decision) }
      try isCounted()
    }
  }

  @Test func `what is said only as at least or at most keeps its open end`() throws {
    let texts = [
      ("2016-09-05", "More than 25,000 people are besieged in Madaya, the United Nations said."),
      ("2016-09-20", "Up to 40,000 people are besieged in Madaya, the local council said."),
    ]
    try Self.madaya(texts) { picture in
      let range = try #require(picture.ranges(of: .siege, in: picture.strip.days).first)
      #expect(range.low ?? 0 >= 25_000 && range.high == 40_000)
      #expect(range.isOpenBelow && range.isOpenAbove)
    }
  }
}
