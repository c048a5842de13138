import PatchworkDisplay
import PatchworkRecord
import Testing

@testable import PatchworkSite

@Suite struct TimelineTests {
  private func days(_ counts: [(Int, Int)]) -> [(day: CivilDay, incidents: Int)] {
    counts.map { (CivilDay(number: $0.0), $0.1) }
  }

  @Test func `a few days of years before do not press a month into a corner`() {
    let month = (0..<30).map { (17_000 + $0, 4) }
    #expect(Timeline.head(of: days([(15_000, 1)] + month)) == 1)
    #expect(Timeline.head(of: days([(15_000, 1), (15_400, 1)] + month)) == 2)
    // More than one in fifty is no small part.
    #expect(Timeline.head(of: days([(15_000, 9)] + month)) == 0)
    #expect(Timeline.head(of: days(month)) == 0)
    #expect(Timeline.head(of: []) == 0)
    #expect(Timeline.head(of: days([(1, 1)])) == 0)
  }

  @Test func `what is not drawn is a link to it`() {
    let month = (0..<30).map { (17_000 + $0, 4) }
    let html = Timeline(days: days([(15_000, 1)] + month)) { "/i?\($0.iso)&\($1.iso)" }.html.text
    #expect(html.contains("<a href=\"/i?2011-01-26&amp;2011-01-26\">1 incident before</a>"))
    #expect(html.matches(of: /class="bar"/).count == 30)
  }
}
