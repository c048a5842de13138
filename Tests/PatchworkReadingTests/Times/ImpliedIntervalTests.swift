import PatchworkRecord
import Testing

@testable import PatchworkReading

@Suite struct ImpliedIntervalTests {
  private func implied(_ text: String) throws -> ImpliedInterval? {
    let parse = try SentenceFixtures.parse(text)
    return ImpliedInterval(
      of: try TimeReader().times(in: parse, published: nil), in: ParseTree(parse))
  }

  @Test func `what has happened sets the first day, with its sentence`() throws {
    let found = try #require(try implied("The truce began on 12 September 2016."))
    #expect((found.from, found.to) == ("2016-09-12", nil))
    #expect(found.edtf == "2016-09-12/..")
    #expect(found.times.map(\.text) == ["12 September 2016"])
    #expect(found.sentences.map(\.text) == ["The truce began on 12 September 2016."])
  }

  @Test func `what is still to come sets the last day`() throws {
    let found = try #require(try implied("The vote will be held on 3 October 2016."))
    #expect((found.from, found.to) == (nil, "2016-10-03"))
  }

  @Test func `of two that happened the later counts, and both ends may be known`() throws {
    let found = try #require(
      try implied(
        "The war began in March 2011 and the town fell on 19 September 2016. Talks will open on 1 October 2016."
      ))
    #expect(found.edtf == "2016-09-19/2016-10-01")
  }

  @Test func `a plan older than what happened says nothing`() throws {
    let found = try #require(
      try implied("The court said it will rule on 1 May 2016. Judges met on 9 June 2016."))
    #expect((found.from, found.to) == ("2016-06-09", nil))
  }

  @Test func `a past day without a year bounds the day of the year`() throws {
    let found = try #require(
      try implied(
        "Rebels have held the town since 2012. The strike on September 17 killed 62 soldiers."))
    #expect(found.afterDay == "09-17")
    #expect(found.times.last?.text == "September 17")
    #expect(found.sentences.last?.text == "The strike on September 17 killed 62 soldiers.")
  }

  @Test func `a day without a year is told by nothing in such a report`() throws {
    #expect(try implied("Talks will resume on Thursday.") == nil)
  }
}
