import PatchworkLinking
import PatchworkRecord
import PatchworkTestSupport
import PatchworkText
import Testing

@Suite struct IncidentPartitionTests {
  static func place(_ name: String, _ latitude: Double, within: [String] = ["p:aleppo"]) -> Place {
    Place(
      quote: Quote(span: Span(0, 0), text: name), id: "p:\(name)", name: name, kind: "town",
      latitude: latitude, longitude: 37, precision: 1, within: within + ["p:syria"],
      candidates: 1, rule: "only one of its name")
  }

  static func telling(
    _ report: String, day: Int, _ type: HappeningType, at place: Place?, words: String = "",
    killed: [Int] = [], published: Int? = nil
  ) -> Occurrence {
    let day = CivilDay(number: 17_000 + day)
    return Occurrence(
      report: report, number: 0, published: published.map { CivilDay(number: 17_000 + $0) } ?? day,
      accounts: [0], types: [type], places: [place].compactMap { $0 }, isPlaceSaid: true,
      times: [day...day], isTimeSaid: true,
      words: ReportWords(words).stems.sorted(), targets: [], killed: killed)
  }

  static let urum = place("urum", 36.148)
  static let khanTuman = place("khan-tuman", 36.118)

  /// Pairs of tellings, and whether they are one moment.
  static let pairs: [(name: String, a: Occurrence, b: Occurrence, isOne: Bool)] = [
    (
      "two outlets on the same convoy",
      telling("a", day: 0, .aidAttack, at: urum, words: "convoy lorries", killed: [20]),
      telling("b", day: 0, .airStrike, at: urum, words: "convoy warehouse", killed: [12]), true
    ),
    (
      "the same town another day",
      telling("a", day: 0, .airStrike, at: urum, words: "market", killed: [6]),
      telling("b", day: 38, .airStrike, at: urum, words: "convoy lorries", killed: [20]), false
    ),
    (
      "the same town the next day, nothing else in common",
      telling("a", day: 0, .airStrike, at: urum, words: "market"),
      telling("b", day: 1, .airStrike, at: urum, words: "clinic"), false
    ),
    (
      "two towns on one day",
      telling("a", day: 0, .airStrike, at: urum, words: "convoy"),
      telling("b", day: 0, .airStrike, at: khanTuman, words: "clinic"), false
    ),
    (
      "namesakes in two governorates",
      telling("a", day: 0, .siege, at: place("kafraya-idlib", 36.0), words: "militia"),
      telling(
        "b", day: 0, .siege, at: place("kafraya-latakia", 35.4, within: ["p:latakia"]),
        words: "militia"), false
    ),
    (
      "an update of one toll",
      telling("a", day: 0, .bombing, at: urum, words: "checkpoint gate", killed: [14]),
      telling(
        "b", day: 0, .bombing, at: urum, words: "checkpoint gate", killed: [20], published: 1),
      true
    ),
    (
      "a truce and a strike in one town",
      telling("a", day: 0, .ceasefireAct, at: urum), telling("b", day: 0, .airStrike, at: urum),
      false
    ),
    (
      "the same kind on the same day and no place",
      telling("a", day: 0, .airStrike, at: nil), telling("b", day: 0, .airStrike, at: nil), false
    ),
  ]

  @Test(arguments: pairs.indices)
  func `tells one moment from two`(_ index: Int) throws {
    let pair = Self.pairs[index]
    let found = try IncidentPartition().incidents(of: [pair.a, pair.b])
    #expect((found.count == 1) == pair.isOne, "\(pair.name)")
  }

  @Test func `what one report tells in pieces is one incident only where the pieces are alike`()
    throws
  {
    let partition = try IncidentPartition()
    let market = Self.telling("a", day: 0, .airStrike, at: Self.urum, words: "market stalls")
    var again = market
    again.number = 1
    #expect(partition.incidents(of: [market, again]).count == 1)
    var other = Self.telling("a", day: 4, .airStrike, at: Self.urum, words: "clinic")
    other.number = 1
    #expect(partition.incidents(of: [market, other]).count == 2)
  }

  @Test func `two days that one report says itself keep what it tells apart`() throws {
    let partition = try IncidentPartition()
    let words = "bridge lorries checkpoint road convoy"
    let first = Self.telling("a", day: 0, .bombing, at: Self.urum, words: words, killed: [12])
    var second = Self.telling("a", day: 9, .bombing, at: Self.urum, words: words, killed: [12])
    second.number = 1
    #expect(partition.matcher.score(first, second) == -.infinity)
    // Not where the day of one follows from the text around it, and never across reports by this alone.
    second.isTimeSaid = false
    #expect(partition.matcher.score(first, second) > -.infinity)
    second.isTimeSaid = true
    second.report = "b"
    #expect(partition.matcher.score(first, second) > -.infinity)
    // A third that is like both brings them together in no order.
    second.report = "a"
    let third = Self.telling("c", day: 4, .bombing, at: Self.urum, words: words, killed: [12])
    for order in [[first, second, third], [third, second, first], [second, third, first]] {
      let found = partition.incidents(of: order)
      #expect(found.allSatisfy { group in group.filter { order[$0].report == "a" }.count < 2 })
    }
  }

  @Test func `does not depend on the order in which tellings are given`() throws {
    var numbers = SeededGenerator(seed: 17)
    let places = (0..<4).map { Self.place("t\($0)", 35 + Double($0)) }
    let words = ["market", "clinic", "convoy", "school", "mosque", "bakery"]
    let partition = try IncidentPartition()
    for _ in 0..<20 {
      let tellings = (0..<30).map { number in
        Self.telling(
          "r\(number)", day: Int.random(in: 0...3, using: &numbers),
          Bool.random(using: &numbers) ? .airStrike : .killing,
          at: places.randomElement(using: &numbers),
          words: words.shuffled(using: &numbers).prefix(2).joined(separator: " "),
          killed: [Int.random(in: 1...20, using: &numbers)])
      }
      func sets(_ given: [Occurrence]) -> Set<Set<String>> {
        Set(partition.incidents(of: given).map { Set($0.map { given[$0].report }) })
      }
      let expected = sets(tellings)
      for _ in 0..<5 { #expect(sets(tellings.shuffled(using: &numbers)) == expected) }
    }
  }

  @Test func `keeps together and apart what a person says`() throws {
    let (a, b) = (Self.pairs[0].a, Self.pairs[0].b)
    let partition = try IncidentPartition()
    #expect(partition.incidents(of: [a, b], bonds: [.init(0, 1, isTogether: false)]).count == 2)
    let (c, d) = (Self.pairs[1].a, Self.pairs[1].b)
    #expect(partition.incidents(of: [c, d], bonds: [.init(0, 1, isTogether: true)]).count == 1)
  }
}
