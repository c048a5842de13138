import PatchworkRecord
import Testing

@testable import PatchworkExtraction

/// Live blogs as sites lay them out, in words of our own; entries with a time of day alone get their days.
@Suite struct LiveBlogTests {
  static let news = [
    "The army said that its forces had entered the town from the south, again.",
    "Residents, reached by telephone, said that the bakery and the mill had been hit.",
    "A convoy with flour and medicine, which had waited since Thursday, turned back.",
    "The governor denied that, and said that the road had been open all day.",
  ]

  static func page(_ body: String, published: String? = "2016-09-19T08:00:00Z") -> String {
    let date = published.map { #", "datePublished": "\#($0)""# } ?? ""
    return """
      <html lang="en"><head><script type="application/ld+json">{"@type": "LiveBlogPosting"\(date)}</script></head>
      <body><nav><a href="/">Home</a></nav><main><h1>Live: the battle for the town</h1>\(body)</main></body></html>
      """
  }

  static func entries(_ body: String, published: String? = "2016-09-19T08:00:00Z") throws
    -> [Imprint.Entry]
  {
    let imprint = try Report(id: "a", bytes: Array(page(body, published: published).utf8)).imprint
    #expect(imprint.kind == .liveBlog)
    return imprint.entries
  }

  @Test func `entries side by side with times of day alone are of the page's day`() throws {
    let body = zip(["14:05", "13:40 GMT", "1.15 pm", "09h30"], Self.news).map {
      "<section><span class=stamp>\($0)</span><h2>A headline</h2><p>\($1)</p></section>"
    }
    let entries = try Self.entries("<div>\(body.joined())</div>")
    #expect(
      entries.map(\.published?.value)
        == ["2016-09-19T14:05", "2016-09-19T13:40:00Z", "2016-09-19T13:15", "2016-09-19T09:30"])
    #expect(entries.allSatisfy { $0.published?.origin == "page" && $0.title == "A headline" })
    #expect(entries.map(\.text) == Self.news)
  }

  @Test func `time elements whose machine form is a time of day count too`() throws {
    let body = zip(["22:10", "23:55", "00:20", "01:05"], Self.news).map {
      "<li><time datetime=\"\($0)\">\($0)</time><p>\($1)</p></li>"
    }
    let entries = try Self.entries("<ul>\(body.joined())</ul>")
    #expect(
      entries.map(\.published?.value)
        == ["2016-09-19T22:10", "2016-09-19T23:55", "2016-09-20T00:20", "2016-09-20T01:05"])
  }

  @Test func `past midnight the day goes on, newest first as well`() throws {
    let body = zip(["00:40", "00:05", "23:50", "21:00"], Self.news).map {
      "<article><p>\($0)</p><p>\($1)</p></article>"
    }
    let entries = try Self.entries("<div>\(body.joined())</div>")
    #expect(
      entries.map(\.published?.day) == ["2016-09-20", "2016-09-20", "2016-09-19", "2016-09-19"])
  }

  @Test func `a day stated above entries is theirs until the next`() throws {
    let body = """
      <h2>Tuesday 20 September</h2><p><b>9:15am</b></p><p>\(Self.news[0])</p>
      <h2>Monday 19th September 2016</h2><p><b>10:30pm</b></p><p>\(Self.news[1])</p>
      <p><b>8pm</b></p><p>\(Self.news[2])</p><p>\(Self.news[3])</p>
      """
    let entries = try Self.entries("<div>\(body)</div>")
    #expect(
      entries.map(\.published?.value) == [
        "2016-09-20T09:15", "2016-09-19T22:30", "2016-09-19T20:00",
      ])
    #expect(entries.allSatisfy { $0.published?.origin == "heading" })
    #expect(entries.last?.text == Self.news[2] + "\n\n" + Self.news[3])
  }

  @Test func `paragraphs that begin with a time of day are entries`() throws {
    let body = zip(["14:05 GMT: ", "13:40 GMT – ", "13:15: "], Self.news).map {
      "<p>\($0)\($1)</p>"
    }
    let entries = try Self.entries("<div>\(body.joined())<p>\(Self.news[3])</p></div>")
    #expect(entries.map(\.published?.value).first == "2016-09-19T14:05:00Z")
    #expect(entries.map(\.text).first == Self.news[0])
    #expect(entries.last?.text == Self.news[2] + "\n\n" + Self.news[3])
  }

  @Test func `without any day entries keep none`() throws {
    let body = zip(["14:05", "13:40", "13:15"], Self.news).map {
      "<section><span>\($0)</span><p>\($1)</p></section>"
    }
    let entries = try Self.entries("<div>\(body.joined())</div>", published: nil)
    #expect(entries.count == 3)
    #expect(entries.allSatisfy { $0.published == nil })
  }

  @Test(
    arguments: [
      ("14:05", 845, ""), ("2.05pm", 845, ""), ("2:05 p.m. GMT", 845, "Z"), ("14h05", 845, ""),
      ("Updated at 14:05 BST", 845, ""), ("12am", 0, ""), ("12 pm", 720, ""),
      ("14:05:30 (UTC)", 845, "Z"), ("9 AM", 540, ""),
    ])
  func `reads times of day`(words: String, minutes: Int, zone: String) {
    let clock = ClockTime(whole: words)
    #expect(clock?.minutes == minutes)
    #expect(clock?.zone == zone)
  }

  @Test(arguments: [
    "14", "25:00", "14:5", "14:61", "13pm", "3.5", "14:05 people", "2016", "1.2 million", "",
    "9 among",
  ])
  func `takes no other words for a time of day`(words: String) {
    #expect(ClockTime(whole: words) == nil)
  }

  @Test(arguments: [
    "1.20 metres of snow fell", "10.30 was when it began", "2.5 tonnes",
    "11 September",
  ])
  func `takes no sentence for an entry`(sentence: String) {
    #expect(EntryStamp.leading(sentence) == nil)
  }
}
