import PatchworkLinking
import PatchworkRecord
import Testing

@testable import PatchworkStore

/// The convoy of 19 September 2016 with its statements, from report text.
@Suite(.enabled(if: SampleRecord.isPossible, "The small model is not installed."))
struct ConvoyGoldenTests {
  /// The incident of the convoy in a record of some statements.
  static func convoy(
    of statements: [ConvoyStatements.Statement], _ body: (IncidentView) throws -> Void
  ) throws {
    try SampleRecord.withPath { path in
      let file = try SampleRecord.make(
        at: path,
        of: statements.map {
          try SampleRecord.new(id: $0.id, $0.text, published: $0.published)
        })
      let row = try #require(try file.incidents().max { $0.reports < $1.reports })
      try body(try #require(try file.incident(row.id)))
    }
  }

  @Test func `every statement is on one incident, and nothing else that was told in those days`()
    throws
  {
    try Self.convoy(of: ConvoyStatements.all + ConvoyStatements.others) { view in
      #expect(Set(view.accounts.map(\.report)) == Set(ConvoyStatements.all.map(\.id)))
      #expect(view.summary.type == .aidAttack)
      #expect(view.summary.place?.pcode == "C1029")
      #expect(view.summary.days?.lowerBound.iso == "2016-09-19")
      #expect(view.summary.days?.upperBound.iso == "2016-09-19")
    }
  }

  @Test func `its range holds every figure that counts the dead of the convoy`() throws {
    try Self.convoy(of: ConvoyStatements.all + ConvoyStatements.others) { view in
      let killed = try #require(view.analysis.killed)
      #expect((killed.low, killed.best, killed.high) == (10, 20, 22))
      let counting = Dictionary(
        grouping: killed.figures.filter { $0.standing == .counts }, by: \.figure.report)
      for statement in ConvoyStatements.all {
        let figures = counting[statement.id, default: []].map(\.figure.count)
        if let bounds = statement.killed {
          #expect(
            figures.contains { $0.low.map(bounds.contains) ?? false },
            "\(statement.id): \(figures.map(\.low))")
        } else {
          #expect(figures.isEmpty, "\(statement.id)")
        }
      }
      // Twelve of the night's 39 are a part of those, and the 39 are nothing of the convoy.
      #expect(killed.figures.contains { $0.figure.report == "night" && $0.standing == .part })
      #expect(!killed.figures.contains { $0.figure.count.low == 39 })
      let injured = try #require(view.analysis.injured)
      #expect((injured.low, injured.high, injured.isOpen) == (22, 25, true))
    }
  }

  @Test func `figures stand by class, by speaker and by day`() throws {
    try Self.convoy(of: ConvoyStatements.all) { view in
      let table = view.analysis.killedTable
      func range(_ victims: VictimClass) -> [Int]? {
        table.classes.first { $0.victims == victims }.map { [$0.range.low, $0.range.high] }
      }
      #expect(range(.aidWorker) == [12, 22])
      #expect(range(.civilian) == [20, 20])
      #expect(table.bySpeaker.first { $0.key == "The White Helmets" }?.range?.high == 15)
      #expect(table.bySpeaker.first { $0.key == "the Syrian Observatory" }?.range == nil)
      let days = table.byDay.map { $0.key?.iso }
      #expect(days.first == "2016-09-19")
      #expect(days.last == "2016-12-21")
      #expect(table.byDay.last?.range?.low == 10)
      #expect(table.byDay.flatMap(\.figures).sorted() == Array(table.figures.indices))
    }
  }

  /// What each statement of a party is beside those before it.
  private static func shifts(
    of party: String, among statements: [ConvoyStatements.Statement]
  ) throws -> [String] {
    var found: [String] = []
    try convoy(of: statements) { view in
      let thread = view.analysis.threads.first { $0.speaker == party }
      found =
        thread?.shifts.map { shift in
          "\(view.accounts[shift.to].report) \(shift.change.rawValue) \(shift.slot)"
        } ?? []
    }
    return found
  }

  @Test func `what Russian officials said changes as it did, and Kerry's list of it is Kerry's`()
    throws
  {
    #expect(
      try Self.shifts(of: "Russia", among: ConvoyStatements.parties) == [
        "ru-2 added actor", "ru-3 changed actor", "ru-4 restated ", "ru-4 added reason",
        "ru-5 restated ",
      ])
  }

  /// The last of them only tells what Russia said, which is no position of his own.
  @Test func `what American officials said is held to the same rules`() throws {
    #expect(
      try Self.shifts(of: "United States", among: ConvoyStatements.parties) == [
        "us-2 changed actor", "us-3 added polarity",
      ])
  }

  @Test func `the two sentences of a shift stand side by side`() throws {
    try Self.convoy(of: ConvoyStatements.parties) { view in
      let thread = try #require(view.analysis.threads.first { $0.speaker == "Russia" })
      let shift = try #require(thread.shifts.first { $0.change == .changed })
      #expect(view.accounts[shift.from].account.sentence.text.contains("militants had shelled"))
      #expect(view.accounts[shift.to].account.sentence.text.contains("Predator drone"))
    }
  }

  @Test func `no shift is told where each says the same again in other words`() throws {
    let first = ConvoyStatements.parties.filter { ["ru-1", "us-2"].contains($0.id) }
    for party in ["Russia", "United States"] {
      let shifts = try Self.shifts(of: party, among: first + ConvoyStatements.restated)
      #expect(shifts.count == 1)
      #expect(shifts.allSatisfy { $0.hasSuffix("restated ") }, "\(shifts)")
    }
  }

  @Test func `a denial excludes who blames those that it clears, and no one else`() throws {
    try Self.convoy(of: ConvoyStatements.parties) { view in
      let pairs = view.analysis.contradictions.filter { $0.slot == .polarity }
        .map { Set([$0.first, $0.second].map { view.accounts[$0].report }) }
      // Russia's and the Pentagon's denials against those who blame Syria or Russia.
      #expect(pairs.contains(["ru-1", "us-1"]))
      #expect(pairs.contains(["ru-5", "us-2"]))
      // Who denies that coalition aircraft did it says nothing of militants or of Syria.
      #expect(!pairs.contains { $0.contains("us-3") })
      #expect(!pairs.contains(["ru-1", "ru-2"]))
    }
  }
}
