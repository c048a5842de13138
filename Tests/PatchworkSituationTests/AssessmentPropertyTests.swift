import PatchworkLinking
import PatchworkRecord
import PatchworkSituation
import PatchworkTestSupport
import PatchworkText
import Testing

/// What must hold of every case file, over records made by a seeded generator.
struct AssessmentPropertyTests {
  private static let asOf = Moment(rfc3339: "2016-09-19T06:00:00+03:00")!
  private static let movement = Movement(
    purpose: "p", organisation: "o", assessor: "a",
    legs: [
      .init(
        from: .init(name: "A", id: "a", latitude: 36.2, longitude: 37.16),
        to: .init(name: "B", id: "b", within: ["g"], latitude: 36.15, longitude: 36.95))
    ],
    start: asOf + 240, arrival: asOf + 420, unloadingMinutes: 240,
    approvals: [.init(party: "Syrian government", status: .approved, at: nil, enteredBy: "a")])

  private static let states: [(Layer, String)] = [
    (.violence, "air-strike"), (.violence, "shelling"), (.truce, "in force"), (.truce, "over"),
    (.siege, "besieged"), (.access, "denied"), (.access, "entered"), (.access, "limited"),
    (.road, "open"), (.road, "closed"), (.control, "held"), (.threat, "threatened"),
    (.delivery, "attacked"), (.delivery, "delivered"), (.approval, "approved"),
    (.approval, "refused"), (.approval, "awaited"),
  ]

  private static func said(
    _ number: Int, _ layer: Layer, _ state: String, kilometres: Double, daysBefore: Int,
    who: String, _ generator: inout SeededGenerator
  ) -> SaidState {
    let day = asOf.day - daysBefore
    let nothing = Quote(span: Span(0, 0), text: "x")
    let place = Place(
      quote: nothing, id: "p\(number)", name: "P", latitude: 36.15 + kilometres / 111.2,
      longitude: 36.95, precision: 1)
    return SaidState(
      report: "r\(number)", published: day, outlet: "", who: who, party: "", stance: .state,
      sentence: "s\(number)", origin: "r\(number)",
      entry: LayerEntry(
        account: 0, layer: layer, state: state,
        holding: Int.random(in: 0..<6, using: &generator) == 0 ? .denies : .asserts, place: place,
        party: "Syrian government", first: day, last: day))
  }

  private static func record(_ generator: inout SeededGenerator) -> [SaidState] {
    (0..<Int.random(in: 0...12, using: &generator)).map { number in
      let (layer, state) = states[Int.random(in: states.indices, using: &generator)]
      return said(
        number, layer, state, kilometres: Double.random(in: 0...20, using: &generator),
        daysBefore: Int.random(in: 1...60, using: &generator),
        who: "speaker \(Int.random(in: 0..<3, using: &generator))", &generator)
    }
  }

  private static func caseFile(_ states: [SaidState]) throws -> CaseFile {
    try Assessment(rules: RuleSet()).caseFile(
      movement, states: states, ceasefires: Ceasefires([], reader: TruceReader()), asOf: asOf)
  }

  @Test func `an alleged attack nearby never makes the outcome better`() throws {
    var generator = SeededGenerator(seed: 19)
    for _ in 0..<150 {
      let record = Self.record(&generator)
      var attack = Self.said(
        99, .violence, "air-strike", kilometres: Double.random(in: 0...5, using: &generator),
        daysBefore: Int.random(in: 1...100, using: &generator), who: "residents", &generator)
      attack.entry.holding = .asserts
      let (before, after) = (try Self.caseFile(record), try Self.caseFile(record + [attack]))
      #expect(after.outcome.rank <= before.outcome.rank)
      #expect(before.factors.count <= after.factors.count)
    }
  }

  @Test func `a report that is taken away leaves nothing known that no other report says`() throws {
    var generator = SeededGenerator(seed: 23)
    for _ in 0..<150 {
      let record = Self.record(&generator)
      guard let gone = record.randomElement(using: &generator) else { continue }
      let file = try Self.caseFile(record.filter { $0.report != gone.report })
      for case .said(let said) in file.factors.flatMap(\.grounds) {
        #expect(said.report != gone.report)
        #expect(record.contains(said))
      }
      let before = Set(try Self.caseFile(record).unknown)
      let spoken = Set(record.filter { $0.report != gone.report }.map(\.entry.layer))
      // What was unknown and becomes known must rest on a statement that was there, hidden by a newer one of its speaker.
      for group in before.subtracting(file.unknown) {
        #expect(file.factors(of: group).allSatisfy { !$0.grounds.isEmpty })
        #expect(!spoken.isEmpty)
      }
    }
  }

  @Test func `a strip counts each day what is said of it, and silence is told from calm`() throws {
    var generator = SeededGenerator(seed: 29)
    let days = (Self.asOf.day - 70)...Self.asOf.day
    for _ in 0..<40 {
      let record = Self.record(&generator).map { said in
        var long = said
        long.entry.last = said.entry.last.map { $0 + Int.random(in: 0...9, using: &generator) }
        return long
      }
      let strip = AreaStrip(StateTally.each(of: record), days: days)
      func slow(_ layer: Layer, _ asked: ClosedRange<CivilDay>) -> [String: [Int]] {
        // The slow twin: look through everything.
        var counts: [String: [Int]] = [:]
        for said in record where said.entry.layer == layer {
          guard let own = said.days, own.overlaps(asked) else { continue }
          let at = [.asserts, .denies, .open].firstIndex(of: said.entry.holding) ?? 0
          counts[said.entry.state, default: [0, 0, 0]][at] += 1
        }
        return counts
      }
      func fast(_ cell: AreaStrip.Cell?) -> [String: [Int]] {
        Dictionary(
          uniqueKeysWithValues: (cell?.answers ?? []).map {
            ($0.state, [$0.asserted, $0.denied, $0.open])
          })
      }
      for layer in Layer.allCases {
        for number in days.lowerBound.number...days.upperBound.number {
          let day = CivilDay(number: number)
          #expect(fast(strip.cell(layer, day)) == slow(layer, day...day))
        }
        for period in strip.periods(.week) {
          #expect(fast(period.cells[layer]) == slow(layer, period.days))
        }
      }
    }
  }
}
