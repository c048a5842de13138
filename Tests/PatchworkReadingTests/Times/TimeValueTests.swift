import PatchworkRecord
import Testing

@testable import PatchworkReading

/// Published on Monday, 26 September 2016.
@Suite struct TimeValueTests {
  private func times(_ text: String) throws -> [TimeExpression] {
    try TimeReader().times(in: SentenceFixtures.parse(text), published: "2016-09-26").map(\.time)
  }

  @Test(arguments: [
    ("The truce began on 12 September 2016.", "2016-09-12"),
    ("The strike came on Saturday night.", "2016-09-24TNI"),
    ("The war began in March 2011.", "2011-03"),
    ("The group was formed in the 1980s.", "198X"),
    ("In the past 48 hours 45 people have been killed.", "PT48H"),
    ("Residents are now under siege.", "PRESENT_REF"),
    ("The village was recently taken.", "PAST_REF"),
    ("They may return in the future.", "FUTURE_REF"),
    ("Shells fall daily on the town.", "P1D"),
    ("Aid arrives every Friday.", "XXXX-WXX-5"),
    ("The offensive began last week.", "2016-W38"),
    ("The plane landed at 7:12 p.m. on Sunday.", "2016-09-25T19:12"),
    ("The siege lasted for months.", "PXM"),
    ("The campaign ended last summer.", "2016-SU"),
  ])
  func `a value is as fine as the words`(text: String, value: String) throws {
    #expect(try times(text).first?.value == value)
  }

  @Test(arguments: [
    "Residents are now under siege.", "The village was recently taken.",
    "They may return in the future.",
  ])
  func `a loose word names no day`(text: String) throws {
    let time = try #require(times(text).first)
    #expect(time.from == nil && time.to == nil && time.edtf.isEmpty)
  }

  @Test(arguments: [
    ("2016-01-03", "2015-W53"), ("2016-01-04", "2016-W01"), ("2018-12-31", "2019-W01"),
    ("2016-09-26", "2016-W39"),
  ])
  func `weeks are those of ISO 8601`(day: String, week: String) throws {
    #expect(try #require(CivilDay(iso: day)).isoWeek == week)
  }
}
