import PatchworkLanguage
import PatchworkRecord
import PatchworkText
import Testing

@testable import PatchworkReading

/// Published on Monday, 26 September 2016.
@Suite struct TimeReaderTests {
  private let published = "2016-09-26"

  private func times(_ text: String, published: String? = "2016-09-26") throws -> [TimeExpression] {
    try TimeReader().times(in: SentenceFixtures.parse(text), published: published).map(\.time)
  }

  @Test(arguments: [
    ("The truce began on 12 September 2016.", "12 September 2016", "2016-09-12"),
    ("The attack of 2016-09-19 killed 20.", "2016-09-19", "2016-09-19"),
    ("The raid on 19/9 was the worst.", "19/9", "2016-09-19"),
    ("He spoke on the 19th.", "the 19th", "2016-09-19"),
    ("The deal was announced on Friday, September 9.", "Friday, September 9", "2016-09-09"),
    ("The resolution of December 18, 2015 calls for talks.", "December 18, 2015", "2015-12-18"),
    ("The war began in March 2011.", "March 2011", "2011-03"),
    ("April 4 last year was the deadliest day.", "April 4 last year", "2015-04-04"),
    ("He visited in June last year.", "June last year", "2015-06"),
    ("The law of 1963 was lifted.", "1963", "1963"),
    ("The treaty was signed in 1721.", "1721", "1721"),
    ("The group was formed in the 1980s.", "the 1980s", "1980/1989"),
    ("On Christmas Eve a church was hit.", "Christmas Eve", "2015-12-24"),
    ("During Ramadan attacks increased.", "Ramadan", "2016-06-06/2016-07-05"),
    ("The ceremony is scheduled for 3 October.", "3 October", "2016-10-03"),
  ])
  func `dates of the calendar`(text: String, words: String, edtf: String) throws {
    let time = try #require(times(text).first)
    #expect(time.quote.text == words)
    #expect(time.edtf == edtf)
  }

  @Test(arguments: [
    ("The strike came on Saturday night.", "2016-09-24"),
    ("Fighting resumed late on Sunday.", "2016-09-25"),
    ("The strike last Friday killed ten.", "2016-09-23"),
    ("Sunday's strike was the deadliest this year.", "2016-09-25"),
    ("Earlier on Wednesday, shells hit a market.", "2016-09-21"),
    (
      "The air strikes on the school in Hass on Wednesday killed 35 people, including 11 schoolchildren, the Observatory said.",
      "2016-09-21"
    ),
    ("Talks will resume on Thursday.", "2016-09-29"),
    ("The council is to meet on Wednesday.", "2016-09-28"),
    ("The vote is expected next Tuesday.", "2016-09-27"),
    ("The truce expires at midnight on Friday.", "2016-09-30"),
    ("Kerry will attend Monday's meeting.", "2016-09-26"),
    ("Russia says it will halt strikes from 8 a.m. on Thursday.", "2016-09-29"),
    ("The truce took effect at 7 p.m. (1600 GMT) on Monday.", "2016-09-26"),
  ])
  func `weekdays look back after a past clause and ahead after a future one`(
    text: String, day: String
  ) throws {
    let time = try #require(times(text).first)
    #expect(time.edtf == day)
    #expect(time.precision == 1)
  }

  @Test(arguments: [
    ("Diplomats were to meet later yesterday.", "2016-09-25", 1),
    ("The day before yesterday a convoy was hit.", "2016-09-24", 1),
    ("Tomorrow the council meets.", "2016-09-27", 1),
    ("Shells fell overnight on the city.", "2016-09-25/2016-09-26", 1),
    ("The clashes began a week ago.", "2016-09-19", 3),
    ("Aid last reached the town three months ago.", "2016-06", 4),
    ("In the past 48 hours 45 people have been killed.", "2016-09-24/2016-09-26", 2),
    ("Over the next three days aid will be delivered.", "2016-09-26/2016-09-29", 2),
    ("Violence flared in recent days.", "../2016-09-26", 2),
    ("The base fell in mid-July 2015.", "2015-07-11/2015-07-20", 4),
    ("He was killed in late August.", "2016-08-21/2016-08-31", 4),
    ("In the summer of 2015 the army retreated.", "2015-06/2015-08", 5),
    ("In the first quarter of 2016 some 400 died.", "2016-01/2016-03", 5),
    ("For the fourth consecutive day, planes struck.", "2016-09-23/2016-09-26", 1),
    ("The siege lasted from Monday to Wednesday.", "2016-09-19/2016-09-21", 2),
    ("Between 5 and 9 May the road was closed.", "2016-05-05/2016-05-09", 2),
    ("The report covers 2011-2015.", "2011/2015", 5),
    ("He ruled from 2007 to the end of 2008.", "2007/2008", 5),
    ("It happened between February 2012 and late July.", "2012-02/2012-07", 5),
    ("Clashes erupted on 18 and 19 June.", "2016-06-18/2016-06-19", 2),
    ("Shells fell on 5 and 9 May.", "2016-05-05", 1),
    ("They marked the 30th anniversary of the massacre.", "1986", 5),
    ("The raid came in the second week of September.", "2016-09-08/2016-09-14", 3),
    ("In the first ten days of May 40 died.", "2016-05-01/2016-05-10", 4),
  ])
  func `times told from publication keep an honest precision`(
    text: String, edtf: String, precision: Int
  ) throws {
    let time = try #require(times(text).first)
    #expect(time.edtf == edtf)
    #expect(time.precision == precision)
  }

  @Test(arguments: [
    ("The town has been under siege since early September.", "2016-09/..", "2016-09-01"),
    ("The city has been held by rebels since 2012.", "2012/..", "2012-01-01"),
    ("It was the bloodiest month since January.", "2016-01/..", "2016-01-01"),
  ])
  func `since leaves the end open`(text: String, edtf: String, from: String) throws {
    let time = try #require(times(text).first)
    #expect(time.kind == .interval)
    #expect(time.edtf == edtf)
    #expect(time.from == from)
    #expect(time.to == nil)
  }

  @Test func `a since-clause dates its main clause from the time inside it`() throws {
    let found = try times(
      "At least 1,700 civilians have been killed since the protests erupted in March.")
    #expect(found.map(\.edtf) == ["2016-03/..", "2016-03"])
    #expect(found.map(\.rule) == ["since-clause", "month-nearest"])
  }

  @Test func `until and by leave the start open`() throws {
    let until = try #require(times("Until Friday the road was open.").first)
    #expect((until.edtf, until.from, until.to) == ("../2016-09-23", nil, "2016-09-23"))
    let by = try #require(times("Aid should arrive by Friday.").first)
    #expect((by.kind, by.to) == (.deadline, "2016-09-30"))
  }

  @Test(arguments: [
    ("The truce was renewed for 48 hours.", TimeKind.duration, nil),
    ("They agreed a 48-hour ceasefire.", .duration, nil),
    ("The UN suspended deliveries for 48 hours.", .duration, nil),
    ("The truce is renewed every 48 hours.", .set, nil),
    ("Rebels must leave within 48 hours.", .deadline, "2016-09-28"),
    ("The army has given rebels 48 hours to leave.", .deadline, "2016-09-28"),
    ("The army issued a 48-hour ultimatum.", .deadline, nil),
  ])
  func `for, within and every 48 hours are three things`(
    text: String, kind: TimeKind, to: String?
  ) throws {
    let time = try #require(times(text).first)
    #expect(time.kind == kind)
    #expect(time.length == "PT48H")
    #expect(time.to == to)
  }

  @Test(arguments: [
    ("On September 17 planes hit the base. Two days later the truce collapsed.", "2016-09-19"),
    ("On September 17 planes hit the base. That evening rebels attacked.", "2016-09-17"),
    ("The pause, which began Monday, ended a day later.", "2016-09-27"),
  ])
  func `later words point back to the time told last`(text: String, day: String) throws {
    let time = try #require(times(text).last)
    #expect(time.edtf == day)
    #expect(time.rule == "from-anchor")
  }

  @Test(arguments: ["Two days later the town fell.", "An hour later a second strike hit."])
  func `without a time before, later words stay undated`(text: String) throws {
    let time = try #require(times(text).first)
    #expect(time.edtf.isEmpty)
    #expect(time.from == nil && time.to == nil)
  }

  @Test func `the verb to last is no last week, and by a past day sets no deadline`() throws {
    let lasting = try #require(times("He said the operation would last three weeks.").first)
    #expect((lasting.kind, lasting.quote.text) == (.duration, "three weeks"))
    let by = try #require(times("By Tuesday evening, rescuers had found 12 bodies.").first)
    #expect((by.kind, by.to) == (.interval, "2016-09-20"))
  }

  @Test(arguments: [
    "The Sunday Times reported the raid.", "The march in London was peaceful.",
    "They may attack at any second.", "A 12-year-old boy was killed.",
    "Version 3.2.1 was released.", "He called on 555-0199.", "The Monday Club met.",
    "Get short URL 1721 here.",
  ])
  func `names, ages and verbs are no times`(text: String) throws {
    #expect(try times(text).isEmpty)
  }

  @Test func `a report without a date resolves only what needs none`() throws {
    let dated = try #require(times("The truce began on 12 September 2016.", published: nil).first)
    #expect(dated.edtf == "2016-09-12")
    let undated = try #require(times("Talks will resume on Thursday.", published: nil).first)
    #expect(undated.edtf.isEmpty && undated.from == nil)
  }

  @Test func `a day without a year borrows it only from a day or month that has one`() throws {
    let since = try times(
      "Rebels have held the town since 2012. The strike on September 17 killed 62 soldiers.",
      published: nil)
    #expect(since.map(\.edtf) == ["2012/..", ""])
    #expect(since.last.map { [$0.value, $0.rule] } == ["XXXX-09-17", "year-unknown"])
    let carried = try times(
      "The truce began on 12 September 2016. It ended on 19 September.", published: nil)
    #expect(carried.map(\.edtf) == ["2016-09-12", "2016-09-19"])
    #expect(carried.last?.rule == "calendar-year-carried")
  }

  @Test func `the time of a statement is told apart from the time of what it tells`() throws {
    let text = "The ministry said on Thursday that it would open a corridor on Friday."
    let found = try TimeReader().times(in: SentenceFixtures.parse(text), published: published)
    #expect(found.map(\.isStatementTime) == [true, false])
    #expect(found.map(\.time.edtf) == ["2016-09-22", "2016-09-30"])
  }

  @Test func `a quote is the text that its span covers`() throws {
    let text = "Between 5 and 9 May the road was closed."
    for time in try times(text) { #expect(text[time.quote.span] == time.quote.text) }
  }

  @Test func `an empty parse has no times`() throws {
    let empty = Parse(text: "", tokens: [], entities: [])
    #expect(try TimeReader().times(in: empty, published: published).isEmpty)
  }
}
