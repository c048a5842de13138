import PatchworkRecord
import Testing

@testable import PatchworkReading

@Suite struct CivilDayTests {
  @Test(arguments: [
    ("1970-01-01", 0, 4), ("2016-09-26", 17_070, 1), ("2000-02-29", 11_016, 2),
    ("1900-03-01", -25_508, 4), ("0001-01-01", -719_162, 1),
  ])
  func `a day is its number and its weekday`(iso: String, number: Int, weekday: Int) throws {
    let day = try #require(CivilDay(iso: iso))
    #expect(day.number == number)
    #expect(day.weekday == weekday)
    #expect(day.iso == iso)
  }

  @Test func `every day of four centuries comes back from its number`() {
    var expected = CivilDay(1800, 1, 1)
    for number in -62_091..<84_006 {
      let day = CivilDay(number: number)
      let (year, month, date) = day.parts
      #expect(CivilDay(year, month, date) == day)
      if let last = expected { expected = last + 1 }
    }
    #expect(expected == CivilDay(2200, 1, 1))
  }

  @Test(arguments: [
    "2015-02-29", "2016-13-01", "2016-00-10", "2016-09-31", "16-09-2016", "", "2016-9-1",
  ])
  func `what is no day is refused`(iso: String) {
    #expect(CivilDay(iso: iso) == nil)
  }

  @Test func `the end of a month stays the end of a shorter one`() {
    #expect(CivilDay(2016, 1, 31)?.adding(months: 1) == CivilDay(2016, 2, 29))
    #expect(CivilDay(2016, 3, 31)?.adding(months: -13) == CivilDay(2015, 2, 28))
  }
}
