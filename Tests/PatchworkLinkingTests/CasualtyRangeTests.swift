@testable import PatchworkLinking
import PatchworkRecord
import PatchworkText
import Testing

@Suite struct CasualtyRangeTests {
  static func figure(
    _ low: Int?, _ high: Int?, _ origin: String, of: String? = nil, additional: Bool = false,
    vague: String? = nil, text: String = "", isOfPeriod: Bool = false
  ) -> Figure {
    Figure(
      report: origin, account: 0, origin: origin,
      count: Count(
        quote: Quote(span: Span(0, text.utf8.count), text: text), low: low, high: high,
        relation: .exact,
        measure: .killed, unit: "person", isAdditional: additional, of: of, convention: vague),
      isOfPeriod: isOfPeriod)
  }

  @Test func `the convoy’s figures make a range and each says how it stands`() throws {
    let range = try #require(
      CasualtyRange([
        Self.figure(22, nil, "a"), Self.figure(12, 12, "b", of: "the night’s 39"),
        Self.figure(20, 20, "c"), Self.figure(21, 21, "d"), Self.figure(20, 20, "e"),
        Self.figure(20, 20, "c"), Self.figure(24, nil, "f", vague: "dozens"),
        Self.figure(4, 4, "g", additional: true), Self.figure(300_000, 300_000, "h"),
      ]))
    #expect((range.low, range.high, range.best, range.isOpen) == (20, 22, 20, true))
    #expect(
      range.figures.map(\.standing)
        == [.counts, .part, .counts, .counts, .counts, .copy, .vague, .addition, .wider])
  }

  @Test func `a total of the war is no whole of which the dead of an event are parts`() throws {
    let range = try #require(
      CasualtyRange([
        Self.figure(1, 1, "a", text: "one person"), Self.figure(330_000, nil, "a"),
        Self.figure(9, nil, "b"), Self.figure(54, 54, "c", isOfPeriod: true),
      ]))
    #expect((range.low, range.high, range.isOpen) == (1, 9, true))
    #expect(range.figures.map(\.standing) == [.counts, .wider, .counts, .wider])
  }

  @Test func `somebody whom no number counts is a part of what others count`() throws {
    let range = try #require(
      CasualtyRange([
        Self.figure(1, 1, "a", text: "an air force pilot"), Self.figure(43, nil, "b"),
        Self.figure(31, 31, "c"),
      ]))
    #expect((range.low, range.high) == (31, 43))
    #expect(range.figures.map(\.standing) == [.part, .counts, .counts])
  }

  @Test func `a vague word counts where there is no number`() throws {
    let range = try #require(CasualtyRange([Self.figure(24, nil, "a", vague: "dozens")]))
    #expect((range.low, range.high, range.isOpen) == (24, 24, true))
  }

  @Test func `no figure makes no range`() {
    #expect(CasualtyRange([]) == nil)
    #expect(CasualtyRange([Self.figure(4, 4, "a", additional: true)]) == nil)
  }
}

@Suite struct CasualtyTableTests {
  static func figure(
    _ low: Int, _ report: String, by speaker: String, _ victims: VictimClass = .people,
    day: Int = 0, additional: Bool = false, origin: String? = nil,
    relation: CountRelation = .exact
  ) -> Figure {
    Figure(
      report: report, account: 0, origin: origin ?? report,
      count: Count(
        quote: Quote(span: Span(0, 0), text: ""), low: low, high: low, relation: relation,
        measure: .killed, unit: victims == .people ? "person" : victims.rawValue,
        isAdditional: additional),
      victims: victims, speaker: speaker, published: CivilDay(number: 17_000 + day))
  }

  static let table = CasualtyTable([
    figure(14, "a", by: "the Observatory"),
    figure(3, "a", by: "the Observatory", .child),
    figure(2, "a", by: "the Observatory", additional: true),
    figure(20, "b", by: "the Observatory", day: 1),
    figure(9, "c", by: "the ministry", day: 1),
    figure(14, "d", by: "the Observatory", day: 1, origin: "a"),
    figure(12, "e", by: "a doctor", .child, day: 2),
  ])

  @Test func `each figure says how it stands to the others`() {
    func has(_ first: Int, _ second: Int, _ kind: FigureRelation.Kind) -> Bool {
      Self.table.relations.contains(FigureRelation(first: first, second: second, kind: kind))
    }
    #expect(has(1, 0, .isPart))
    #expect(has(2, 0, .adds))
    #expect(has(3, 0, .supersedes))
    #expect(has(4, 0, .excludes))
    #expect(has(5, 0, .copies))
    #expect(!Self.table.relations.contains { $0.first == 1 && $0.kind == .excludes })
  }

  @Test func `a copy does not quarrel with what it copies, nor a report with itself`() {
    let table = CasualtyTable([
      Self.figure(14, "a", by: "the Observatory"), Self.figure(9, "a", by: "the ministry"),
      Self.figure(16, "a", by: ""), Self.figure(11, "b", by: "a doctor", origin: "a"),
    ])
    #expect(table.relations == [FigureRelation(first: 1, second: 0, kind: .excludes)])
  }

  @Test(arguments: [(20, false), (18, false), (22, false), (17, true), (23, true)])
  func `a round figure excludes only what is more than a tenth off`(other: Int, excludes: Bool) {
    let table = CasualtyTable([
      Self.figure(20, "a", by: "a doctor", relation: .approx),
      Self.figure(other, "b", by: "the ministry"),
    ])
    #expect(table.relations.contains { $0.kind == .excludes } == excludes)
  }

  @Test func `children have a range of their own and do not lower the whole`() throws {
    let children = try #require(Self.table.classes.first { $0.victims == .child }?.range)
    #expect((children.low, children.high) == (3, 12))
    let people = try #require(Self.table.classes.first { $0.victims == .people }?.range)
    #expect((people.low, people.high) == (9, 20))
  }
}
