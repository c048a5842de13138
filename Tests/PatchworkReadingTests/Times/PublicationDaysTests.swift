import Foundation
import PatchworkRecord
import PatchworkText
import Testing

@testable import PatchworkReading

@Suite struct PublicationDaysTests {
  /// A live blog of the 21st with entries of the 20th and 19th, and words before and after them.
  static let blog: Report = {
    let paragraphs = [
      "Shells fell yesterday, this page says.",
      "Twelve people were killed in the market yesterday.",
      "14:05 Later the army denied it.", "A school was hit on Friday.", "Readers may write to us.",
    ]
    var text = ""
    var blocks: [TextBlock] = []
    for paragraph in paragraphs {
      let start = text.utf8.count
      text += paragraph + "\n\n"
      blocks.append(TextBlock(span: Span(start, start + paragraph.utf8.count), part: .body))
    }
    var report = Report(
      id: "blog", text: text, blocks: blocks,
      published: SourcedDate(value: "2016-09-21", origin: "json-ld"))
    report.imprint.kind = .liveBlog
    report.imprint.entries = [
      Imprint.Entry(
        published: SourcedDate(value: "2016-09-20T14:05:00Z", origin: "time"), title: "",
        text:
          "Twelve people were killed in the market yesterday.\n\nNot on the page.\n\nLater the army denied it."
      ),
      Imprint.Entry(
        published: SourcedDate(value: "2016-09-19", origin: "time"), title: "School",
        text: "A school was hit on Friday."),
    ]
    return report
  }()

  private func day(_ words: String) throws -> String? {
    let text = Self.blog.text
    let start = try #require(text.range(of: words)).lowerBound
    return PublicationDays(of: Self.blog).day(
      at: text.utf8.distance(from: text.startIndex, to: start))?
      .iso
  }

  @Test func `an entry's words are of its day, the others of the page's`() throws {
    #expect(try day("this page") == "2016-09-21")
    #expect(try day("killed in the market") == "2016-09-20")
    #expect(try day("denied it") == "2016-09-20")
    #expect(try day("on Friday") == "2016-09-19")
    #expect(try day("Readers") == "2016-09-21")
  }

  @Test func `entries without a day leave the page's`() {
    var report = Self.blog
    for index in report.imprint.entries.indices { report.imprint.entries[index].published = nil }
    #expect(PublicationDays(of: report).stretches.isEmpty)
  }

  @Test func `the days agree with a look through every stretch`() {
    let days = PublicationDays(of: Self.blog)
    for offset in 0...Self.blog.text.utf8.count + 1 {
      let found = days.stretches.first { $0.span.contains(offset) }?.day
      #expect(days.entry(at: offset) == found)
    }
  }
}

@Suite(.enabled(if: Parsed.isPossible, "the language model is not in the data folder"))
struct EntryReadingTests {
  @Test func `times and accounts of an entry count from its day`() throws {
    let reading = try ReadReport.reading(PublicationDaysTests.blog)
    #expect(
      reading.times.map(\.edtf).filter { !$0.isEmpty } == [
        "2016-09-20", "2016-09-19", "2016-09-16",
      ])
    let market = try #require(reading.accounts.first { $0.sentence.text.contains("market") })
    #expect(market.entry == "2016-09-20")
    #expect(reading.accounts.first { $0.sentence.text.contains("this page") }?.entry == nil)
  }

  @Test func `when a source spoke stands beside when it happened`() throws {
    let reading = try ReadReport.reading(
      "The ministry said on Tuesday that 12 people were killed in a strike on Monday.")
    let account = try #require(reading.accounts.first { $0.happening != nil && $0.said != nil })
    #expect(account.said?.edtf == "2016-09-20")
    #expect(account.happening?.time?.edtf == "2016-09-19")
  }

  @Test func `a time that closes what is told does not date the telling`() throws {
    let reading = try ReadReport.reading(
      "Twelve people were killed in the market yesterday, the ministry said on Monday.")
    #expect(reading.accounts.first?.said?.quote.text.contains("Monday") == true)
  }

  @Test func `a correction is no claim, an update is`() throws {
    let correction = "Correction: An earlier version of this article said 12 people were killed."
    let update = "Update: Twelve people were killed in the strike."
    var report = ReadReport.report("Shells hit the town.\n\(correction)\n\(update)")
    report.imprint.notes = [
      Imprint.Note(kind: .correction, day: nil, text: correction),
      Imprint.Note(kind: .update, day: nil, text: update),
    ]
    let sentences = try ReadReport.reading(report).accounts.map(\.sentence.text)
    #expect(!sentences.contains { $0.contains("earlier version") })
    #expect(sentences.contains { $0.contains("Twelve people") })
  }
}
