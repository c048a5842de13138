import PatchworkRecord
import PatchworkText
import Testing

@testable import PatchworkExtraction

@Suite struct DateStampTests {
  @Test(arguments: [
    ("Wed 05 Apr 2017 ", "The strike", "2017-04-05"),
    ("Sun Aug 17 2014 ", "Group kills", "2014-08-17"),
    ("Published June 4 2016 ", "A strike", "2016-06-04"),
    ("Date of publication 26 November 2017 ", "More than", "2017-11-26"),
    ("03 February 12 17:03 GMT ", "The deputy", "2012-02-03"),
    ("7 May 2012 Last updated at 20:10 GMT ", "Help", "2012-05-07"),
    ("LONDON | Fri Aug 12, 2011 3:55 pm BST ", "LONDON (Reuters)", "2011-08-12"),
    ("2016-09-24 ", "The convoy", "2016-09-24"),
    ("September 24, 2016 ", "The convoy", "2016-09-24"),
    ("Wed Nov 23 2016 ", "70 killed", "2016-11-23"), ("24 September 2016", "", "2016-09-24"),
  ])
  func `reads a date line at the head`(stamp: String, rest: String, day: String) throws {
    let text = Array((stamp + rest).utf8)
    let found = try #require(DateStamp(at: 0, end: text.count, in: text))
    #expect(found.day == day)
    #expect(
      String(decoding: text[..<found.span.end], as: UTF8.self) + " " == stamp
        + (rest.isEmpty ? " " : ""))
  }

  @Test(arguments: [
    "5 May 2016 was a quiet day.", "In May 2016 the truce held.", "May 5 is a holiday.",
    "31 February 2016 The convoy", "September 24, 2016, saw the worst strikes.", "12 people died.",
    "2016 was worse.", "24 September", "", "Published", "Mon", "LONDON | Fri",
  ])
  func `takes no sentence for a date line`(text: String) {
    let bytes = Array(text.utf8)
    #expect(DateStamp(at: 0, end: bytes.count, in: bytes) == nil)
  }

  @Test(arguments: [
    ("2016-12-01", "2017-04-05", "2016-12-01"),
    ("2017-04-05T23:30:00Z", "2017-04-05T23:30:00Z", nil),
    ("2017-04-06", "2017-04-06", nil),
  ])
  func `a day that the text states goes before another that came with it, and both are kept`(
    supplied: String, published: String, overruled: String?
  ) {
    var fields = SuppliedFields()
    fields.published = SourcedDate(value: supplied, origin: "supplied")
    let text = "Wed 05 Apr 2017 The strike hit a market."
    for report in [
      PlainTextDoor.report(id: "a", text: text, supplied: fields),
      Report(id: "a", text: text, supplied: fields),
      fields.completing(PlainTextDoor.report(id: "a", text: text)),
    ] {
      #expect(report.published?.value == published)
      #expect(report.imprint.overruled?.value == overruled)
    }
  }

  @Test func `dates a report that has no other date`() throws {
    let text = "Wed 05 Apr 2017 The strike hit a market."
    let report = try Report(id: "a", bytes: Array(text.utf8))
    #expect(report.published?.value == "2017-04-05")
    #expect(report.published?.origin == "dateline")
  }
}
