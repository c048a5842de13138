import PatchworkLanguage
import PatchworkRecord
import PatchworkText
import Testing

@testable import PatchworkReading

@Suite struct CountReaderTests {
  private func mentions(_ text: String) throws -> [CountMention] {
    let parse = try SentenceFixtures.parse(text)
    let times = try TimeReader().times(in: parse, published: "2016-09-26")
    return try CountReader().counts(in: parse, times: times)
  }

  private func counts(_ text: String) throws -> [Count] { try mentions(text).map(\.count) }

  struct Bounds: Sendable {
    let text: String
    let words: String
    let low: Int?
    let high: Int?
    let relation: CountRelation

    init(_ text: String, _ words: String, _ low: Int?, _ high: Int?, _ relation: CountRelation) {
      (self.text, self.words) = (text, words)
      (self.low, self.high, self.relation) = (low, high, relation)
    }
  }

  @Test(arguments: [
    Bounds("Police arrested 22 people.", "22 people", 22, 22, .exact),
    Bounds(
      "The blast injured more than 40 people, ten of them critically.", "more than 40 people", 40,
      nil, .moreThan),
    Bounds(
      "At least 300,000 people remain trapped in the city.", "At least 300,000 people", 300_000,
      nil, .atLeast),
    Bounds(
      "Up to 20 people were killed, among them six children.", "Up to 20 people", nil, 20, .atMost),
    Bounds(
      "Nearly half a million people have died.", "Nearly half a million people", nil, 500_000,
      .nearly),
    Bounds("Some 70 houses were damaged.", "Some 70 houses", 70, 70, .approx),
    Bounds("A dozen or so people were hurt.", "A dozen or so people", 12, 12, .approx),
    Bounds(
      "About 1.5m people live in the province.", "About 1.5m people", 1_500_000, 1_500_000, .approx),
    Bounds(
      "Between 15 and 20 militants were killed in the raid.", "Between 15 and 20 militants", 15, 20,
      .range),
    Bounds(
      "Some 2,000 to 3,000 people fled their homes.", "Some 2,000 to 3,000 people", 2000, 3000,
      .range),
    Bounds(
      "Five to seven thousand people fled.", "Five to seven thousand people", 5000, 7000, .range),
    Bounds("There were no casualties.", "no casualties", 0, 0, .exact),
    Bounds("No one was hurt.", "No one", 0, 0, .exact),
  ])
  func `bounds are the numbers said`(case given: Bounds) throws {
    let count = try #require(counts(given.text).first)
    #expect(count.quote.text == given.words)
    #expect(count.low == given.low)
    #expect(count.high == given.high)
    #expect(count.relation == given.relation)
  }

  @Test(arguments: [
    ("Scores were arrested.", 40, "scores-40"),
    ("Hundreds more were wounded.", 200, "hundreds-200 (ACLED 100)"),
    ("Thousands have fled to Turkey.", 2000, "thousands-2000"),
    (
      "Tens of thousands of civilians have been displaced by the fighting.", 20_000,
      "tens-of-thousands-20000"
    ),
  ])
  func `a vague word names its convention and stays open above`(
    text: String, low: Int, convention: String
  ) throws {
    let count = try #require(counts(text).first)
    #expect(count.relation == .vague)
    #expect(count.low == low)
    #expect(count.high == nil)
    #expect(count.convention == convention)
  }

  @Test(arguments: [
    ("13 were killed, 20 injured.", [Measure.killed, .injured]),
    ("The bombing left 30 people dead and dozens wounded.", [.killed, .injured]),
    ("Four dead in attack on market.", [.killed]),
    ("The death toll rose from 83 to 91 on Tuesday.", [.killed, .killed]),
    ("The number of dead stands at 30.", [.killed]),
    ("Officials put the toll at 45.", [.killed]),
    ("The observatory put the number of civilians killed at 27.", [.killed]),
    ("The army lost 12 men.", [.killed]),
    ("Two people died and 12 were injured when a car bomb exploded.", [.killed, .injured]),
    ("Dozens were killed or injured.", [.casualty]),
    ("Three of the wounded died later.", [.killed]),
    ("Seven more bodies were pulled from the rubble.", [.killed]),
    ("On Monday, 16 were missing, the agency said.", [.missing]),
    ("Twelve aid workers were taken hostage.", [.abducted]),
    ("Two soldiers were kidnapped.", [.abducted]),
    ("Police arrested 22 people.", [.arrested]),
    ("The toll, which stood at 40, has risen by 12 to 52.", [.killed, .killed]),
    (
      "The bombardment left at least 30 dead, among them 9 children, and more than 100 injured.",
      [.killed, .killed, .injured]
    ),
    ("One civilian died and another was wounded.", [.killed, .injured]),
    ("The number of displaced has reached 45,000.", [.displaced]),
    ("The dead included three doctors.", [.killed]),
    ("Some 2,000 to 3,000 people fled their homes.", [.displaced]),
    ("An estimated 400,000 people live under siege.", [.besieged]),
    ("At least 300,000 people remain trapped in the city.", [.besieged]),
    ("The city has a population of 250,000.", [.population]),
    ("The camp is home to 12,000 refugees.", [.population]),
    ("Aid reached 40,000 people in four besieged towns.", [.reached, .besieged]),
    ("Some 1,200 fighters laid down their arms.", [.surrendered]),
    ("The strike destroyed 18 trucks.", [.destroyed]),
    ("More than 100 barrel bombs were dropped on the city.", [.dropped]),
    ("Rebels captured 14 soldiers and two tanks.", [.arrested, .other]),
    (
      "At least 13 people were killed in Idlib, 8 in Aleppo and 5 in Hama.",
      [.killed, .killed, .killed]
    ),
  ])
  func `what is counted follows the tree`(text: String, measures: [Measure]) throws {
    #expect(try counts(text).map(\.measure) == measures)
  }

  @Test func `a part of those counted keeps their measure`() throws {
    let found = try counts(
      "10 people, including three children, were killed and 25 others were wounded.")
    #expect(found.map(\.low) == [10, 3, 25])
    #expect(found.map(\.measure) == [.killed, .killed, .injured])
    #expect(found.map(\.unit) == ["person", "child", "person"])
    #expect(found.map(\.of) == [nil, "10 people", nil])
  }

  @Test func `a list of people is summed before its parts, which name the sum`() throws {
    let found = try counts("20 civilians and 15 fighters were killed.")
    #expect(found.map(\.low) == [35, 20, 15])
    #expect(found.map(\.of) == [nil, found[0].quote.text, found[0].quote.text])
    #expect(found[0].quote.text == "20 civilians and 15 fighters")
  }

  @Test func `a share or a multiple has no bounds`() throws {
    for text in ["Two out of three homes were destroyed.", "Most of the trucks burned."] {
      let count = try #require(counts(text).first)
      #expect(count.low == nil && count.high == nil)
      #expect(count.relation == .vague && count.convention != nil)
    }
  }

  @Test func `a toll that it stands for is measured`() throws {
    let text = "The UN stopped counting the death toll after it passed 5,400."
    let count = try #require(counts(text).first)
    #expect((count.low, count.high, count.measure) == (5400, nil, .killed))
    #expect(count.relation == .moreThan)
  }

  @Test func `a part of a whole names the whole`() throws {
    let count = try #require(counts("12 of the night's 39 victims were children.").first)
    #expect(count.low == 12)
    #expect(count.of == "the night's 39 victims")
  }

  @Test(arguments: [
    ("Another 12 people died in Douma.", "Another 12 people"),
    ("A further 12 people are missing.", "A further 12 people"),
    ("Seven more bodies were pulled from the rubble.", "Seven more bodies"),
  ])
  func `another and more add to what was said before`(text: String, words: String) throws {
    let count = try #require(counts(text).first)
    #expect(count.isAdditional)
    #expect(count.quote.text == words)
  }

  @Test(arguments: [
    ("A woman was wounded.", [1]),
    ("Gunmen shot dead Tammo and wounded his son.", [1, 1]),
    ("Ahmad Said, 45, was shot dead.", [1]),
  ])
  func `a single victim counts one`(text: String, lows: [Int]) throws {
    #expect(try counts(text).map(\.low) == lows)
  }

  @Test(arguments: [
    "He is the father of three.", "The 22-nation Arab League met.", "About $5 million was paid.",
    "The team won 3-1.", "Children aged between 5 and 12 were hurt.",
    "A bomb killed four-year-old twins.",
    "He called 112.", "The law of 1963 was lifted.", "Version 3.2.1 was released.",
  ])
  func `ages, money, scores, shares and names count nothing`(text: String) throws {
    #expect(try counts(text).isEmpty)
  }

  @Test func `a mention tells its tokens, head and kind`() throws {
    let mention = try #require(mentions("The army said two of its soldiers were killed.").first)
    #expect(mention.count.unit == "soldier")
    #expect(mention.countsPeople)
    #expect(mention.tokens == 3..<7)
    #expect(mention.head == 3)
  }

  @Test func `an empty parse has no counts`() throws {
    #expect(try CountReader().counts(in: Parse(text: "", tokens: [], entities: [])).isEmpty)
  }
}
