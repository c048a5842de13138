import PatchworkLinking
import PatchworkRecord
import Testing

@testable import PatchworkStore

/// What the record makes of the samples: the convoy of 19 September 2016, and the traps of the field, from report text.
@Suite(.enabled(if: SampleRecord.isPossible, "The small model is not installed."))
struct IncidentGoldenTests {
  static func withSamples(_ body: (RecordFile) throws -> Void) throws {
    try SampleRecord.withPath { path in
      try body(SampleRecord.make(at: path, of: SampleRecord.reports))
    }
  }

  static func convoy(_ file: RecordFile) throws -> IncidentView {
    let row = try #require(
      try file.incidents().filter { $0.placeName == "Urum al-Kubra" && $0.days != nil }
        .max { $0.accounts < $1.accounts })
    return try #require(try file.incident(row.id))
  }

  @Test func `the convoy is one incident of many reports`() throws {
    try Self.withSamples { file in
      let view = try Self.convoy(file)
      #expect(view.summary.type == .aidAttack)
      #expect(view.summary.days?.lowerBound.iso == "2016-09-19")
      #expect(view.summary.place?.pcode == "C1029")
      let reports = Set(view.accounts.map(\.report))
      for id in [
        "2016-09-20-levant-wire-convoy", "2016-09-20-field-coordination-note",
        "2016-09-21-harbour-post-convoy", "2016-09-20-aleppo-plain-media-office-convoy",
      ] {
        #expect(reports.contains(id), "\(id)")
      }
      #expect(!reports.contains("2016-09-17-levant-wire-deir-ez-zor"))
    }
  }

  @Test func `its range holds the figures of its accounts and a copy counts once`() throws {
    try Self.withSamples { file in
      let killed = try #require(try Self.convoy(file).analysis.killed)
      #expect(killed.low <= 12)
      #expect(killed.high >= 21)
      let copies = killed.figures.filter { $0.standing == .copy }.map(\.figure.report)
      #expect(copies.contains("2016-09-21-harbour-post-convoy"))
    }
  }

  @Test func `rival accounts stand side by side and the grade says contested`() throws {
    try Self.withSamples { file in
      let analysis = try Self.convoy(file).analysis
      let parties = analysis.sides.compactMap(\.party?.name)
      #expect(parties.contains("Russia"))
      #expect(parties.contains("White Helmets"))
      #expect(analysis.contradictions.contains { $0.slot == .polarity })
      #expect(analysis.unknowns.contains(.whether))
    }
  }

  @Test func `one wire in two outlets is one origin, and its accounts keep both reports`() throws {
    try Self.withSamples { file in
      var origins: [[String]] = []
      try file.forEachOrigin { origins.append($0.reports) }
      #expect(
        origins.contains { origin in
          origin.contains("2016-09-20-levant-wire-convoy")
            && origin.contains("2016-09-21-harbour-post-convoy")
        })
      let view = try Self.convoy(file)
      #expect(
        view.accounts.contains {
          $0.report == "2016-09-21-harbour-post-convoy"
            && $0.origin == "2016-09-20-levant-wire-convoy"
        })
    }
  }

  @Test func `two convoys of one day stay two`() throws {
    try SampleRecord.withPath { path in
      let file = try SampleRecord.make(
        at: path,
        of: [
          SampleRecord.new(
            id: "a",
            "Thirty-one lorries bound for Urum al-Kubra were hit by an air strike on Monday that killed 12 people, the Red Crescent said.",
            published: "2016-09-20"),
          SampleRecord.new(
            id: "b",
            "Twenty lorries waited at Bab al-Hawa on Monday with food for eastern Aleppo and never left, the United Nations said.",
            published: "2016-09-20"),
        ])
      for row in try file.incidents() {
        let reports = Set(try #require(try file.incident(row.id)).accounts.map(\.report))
        #expect(reports.count == 1)
      }
    }
  }

  @Test func `the same town on another day is another incident`() throws {
    try SampleRecord.withPath { path in
      let file = try SampleRecord.make(
        at: path,
        of: [
          SampleRecord.new(
            id: "a",
            "Air strikes on a market in Urum al-Kubra killed six people on Friday, monitors said.",
            published: "2016-08-12"),
          SampleRecord.new(
            id: "b",
            "An air strike on a warehouse in Urum al-Kubra killed 12 people on Monday, monitors said.",
            published: "2016-09-20"),
        ])
      #expect(try file.incidents().allSatisfy { $0.reports == 1 })
    }
  }

  @Test func `updates of one toll are one incident with a range`() throws {
    try SampleRecord.withPath { path in
      let file = try SampleRecord.make(
        at: path,
        of: [
          SampleRecord.new(
            id: "a",
            "A car bomb at a checkpoint in Azaz killed 14 people on Thursday, the Observatory said.",
            published: "2016-10-13"),
          SampleRecord.new(
            id: "b",
            "The car bomb at the checkpoint in Azaz on Thursday killed at least 20 people, the Observatory said.",
            published: "2016-10-14"),
        ])
      let row = try #require(try file.incidents().first { $0.reports == 2 })
      let killed = try #require(try file.incident(row.id)?.analysis.killed)
      #expect((killed.low, killed.high, killed.isOpen) == (14, 20, true))
    }
  }

  @Test func `a speaker's changed account is a shift with both sentences, a restated one is none`()
    throws
  {
    func change(_ later: String) throws -> [SpeakerThread.Change] {
      try SampleRecord.withPath { path in
        let file = try SampleRecord.make(
          at: path,
          of: [
            SampleRecord.new(
              id: "a",
              "An air strike hit an aid convoy in Urum al-Kubra on Monday. Russia’s defence ministry said Syrian aircraft had attacked the convoy.",
              published: "2016-09-20"),
            SampleRecord.new(
              id: "b",
              "The aid convoy in Urum al-Kubra was hit from the air on Monday. Russia’s defence ministry said \(later) had attacked the convoy.",
              published: "2016-09-21"),
          ])
        let rows = try file.incidents()
        let threads = try rows.compactMap { try file.incident($0.id) }.flatMap(\.analysis.threads)
        return threads.filter { $0.speaker == "Russia" }.flatMap(\.shifts).map(\.change)
      }
    }
    #expect(try change("American aircraft") == [.changed])
    #expect(try change("Syrian aircraft") == [.restated])
  }
}
