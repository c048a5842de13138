import PatchworkDisplay
import PatchworkExtraction
import PatchworkRecord
import PatchworkText
import Testing

@testable import PatchworkCommand

@Suite struct DisplayTests {
  @Test(
    arguments: [
      (CountRelation.exact, 62, 62, "62"), (.atLeast, 13, nil, "at least 13"),
      (.moreThan, 100, nil, "more than 100"), (.approx, 40000, 40000, "about 40,000"),
      (.range, 12, 20, "12–20"), (.nearly, nil, 50, "nearly 50"),
      (.lessThan, nil, 9, "fewer than 9"),
      (.vague, 24, nil, "“words”"), (.exact, nil, nil, "“words”"),
      (.atMost, nil, 1_234_567, "at most 1,234,567"),
    ] as [(CountRelation, Int?, Int?, String)])
  func `a number is shown as it was said`(
    relation: CountRelation, low: Int?, high: Int?, text: String
  ) {
    let count = Count(
      quote: Quote(span: Span(0, 5), text: "words"), low: low, high: high, relation: relation,
      measure: .killed, unit: "person")
    #expect(count.numberText == text)
  }

  @Test(arguments: [
    ("volunteer", 22, "volunteers"), ("volunteer", 1, "volunteer"), ("child", 3, "children"),
    ("policeman", 2, "policemen"), ("forces", 2, "forces"), ("person", 4, ""), ("", 4, ""),
  ])
  func `a unit stands in the plural where more than one is counted`(
    _ unit: String, _ number: Int, _ text: String
  ) {
    let count = Count(
      quote: Quote(span: Span(0, 0), text: ""), low: number, high: number, relation: .exact,
      measure: .killed, unit: unit)
    #expect(count.unitText == text)
  }

  @Test(
    arguments: [
      ("2016-09-19", "2016-09-19", "2016-09-19", "19 September 2016"),
      ("2016-09-12/2016-09-19", "2016-09-12", "2016-09-19", "12–19 September 2016"),
      ("", "2016-08-30", "2016-09-02", "30 August – 2 September 2016"),
      ("", "2015-12-30", "2016-01-02", "30 December 2015 – 2 January 2016"),
      ("2016-09/..", "2016-09-01", nil, "from 1 September 2016"), ("2016-XX", nil, nil, "2016-XX"),
      ("", nil, nil, "“Monday”"), ("", "soon", "later", "soon – later"),
    ] as [(String, String?, String?, String)])
  func `a time is shown by its days`(edtf: String, from: String?, to: String?, text: String) {
    let time = TimeExpression(
      quote: Quote(span: Span(0, 6), text: "Monday"), kind: .date, edtf: edtf, from: from, to: to,
      precision: 1, rule: "")
    #expect(time.text == text)
  }

  @Test func `every stance has a verb of its own`() {
    #expect(Set(Stance.allCases.map(\.verb)).count == Stance.allCases.count)
    var account = Convoy.fire
    account.polarity = .negative
    account.stance = .claimResponsibility
    #expect(account.stanceWord == "does not claim")
  }

  @Test func `every error has a sentence of its own`() {
    let sentences = ExtractionError.Code.allCases.map { ExtractionError($0).sentence }
    #expect(Set(sentences).count == sentences.count)
    #expect(
      ExtractionError(.tooLarge, cause: .limit(64 << 20)).sentence == "is larger than 64 MB")
    #expect(
      ExtractionError(.unreadable, cause: .system(2)).sentence
        == "cannot be read: No such file or directory")
    #expect(
      ExtractionError(.badDate, at: .field("published"), cause: .found("\u{1B}[2J")).sentence
        .hasSuffix("\u{FFFD}[2J"))
  }

  @Test func `progress gives rate, share and time left`() {
    #expect(
      ReadProgress.line(reports: 1240, bytes: 250, total: 1000, elapsed: .seconds(40))
        == "1,240 reports · 31 a second · 25 % · 2 min 0 s left")
    #expect(
      ReadProgress.line(reports: 3, bytes: 9, total: nil, elapsed: .seconds(2))
        == "3 reports · 1.5 a second")
    #expect(ReadProgress.line(reports: 1, bytes: 0, total: 0, elapsed: .zero) == "1 report")
  }

  @Test(arguments: [
    ("The top diplomats", "the top diplomats"), ("Theresa May", "Theresa May"), ("", ""),
    ("rebels", "rebels"), ("A source", "a source"),
  ])
  func `a leading article is small inside a line`(words: String, inside: String) {
    #expect(Phrase.inside(words) == inside)
  }

  @Test(arguments: [
    ("RIA", "through RIA"), ("tweeted", "tweeted"), ("on Twitter", "on Twitter"),
    ("The ministry", "through the ministry"), ("United Press", "through United Press"),
  ])
  func `says through whom words passed`(via: String, passage: String) {
    #expect(Phrase.passage(via) == passage)
  }
}
