import PatchworkRecord
import PatchworkSituation
import Testing

@testable import PatchworkStore

/// What a truce asks for, how many sides it has and why it ended, from report text.
@Suite(.enabled(if: SampleRecord.isPossible, "The small model is not installed."))
struct TruceShapeTests {
  private static func found(_ texts: [(day: String, text: String)]) throws -> Ceasefires {
    try SampleRecord.withPath { path in
      let reports = try texts.enumerated().map {
        try SampleRecord.new(id: "r\($0.offset)", $0.element.text, published: $0.element.day)
      }
      return try SampleRecord.make(at: path, of: reports).ceasefires()
    }
  }

  @Test func `clauses are rows with who tells each, and a truce that nobody explains has none`()
    throws
  {
    let found = try Self.found([
      (
        "2016-09-13",
        "A truce brokered by Russia and the United States took effect in Syria on September 12, John Kerry said. Under the truce, the Syrian air force will stop bombing areas held by rebels, Kerry said. The truce does not cover the Islamic State, Sergei Lavrov said."
      ),
      ("2016-12-30", "A ceasefire took effect in Syria on December 30, Vladimir Putin said."),
    ])
    let september = try #require(found.instruments.first { $0.start?.iso == "2016-09-12" })
    #expect(Set(september.clauses.map(\.kind)) == [.flights, .exclusion])
    #expect(september.clauses.allSatisfy { $0.said.report == "r0" && !$0.said.sentence.isEmpty })
    #expect(
      september.clauses.first { $0.kind == .exclusion }?.said.who.contains("Lavrov") == true)
    #expect(september.brokers == ["Russia", "United States"])
    let december = try #require(found.instruments.first { $0.start?.iso == "2016-12-30" })
    #expect(december.clauses.isEmpty)
  }

  @Test func `sides are a word of somebody, or counted from the parties that declare it`() throws {
    let said = try Self.found([
      ("2016-10-18", "Russia announced a unilateral truce in Aleppo on October 18.")
    ])
    let truce = try #require(said.instruments.first)
    #expect(truce.sidedness?.lateral == .unilateral)
    #expect(truce.sidedness?.said != nil)
    let counted = try Self.found([
      (
        "2016-09-12",
        "The Syrian army said that a truce took effect in Syria on September 12. Rebels said that the truce took effect on September 12."
      )
    ])
    let both = try #require(counted.instruments.first)
    #expect(both.sidedness?.said == nil)
    #expect(both.sidedness?.parties.contains("Syria") == true)
    #expect(
      both.sidedness.map {
        ($0.parties.count > 1) == ($0.lateral != .unilateral)
      } == true)
  }

  @Test func `an end is its speaker’s with a reason; a clock that ran out is said to be one`()
    throws
  {
    let found = try Self.found([
      (
        "2016-09-13",
        "A truce took effect in Syria on September 12 and will last for seven days, Russia said."
      ),
      (
        "2016-09-19",
        "The Syrian army declared the truce over on Monday, saying that rebels had not honoured it."
      ),
    ])
    let truce = try #require(found.instruments.first { $0.kind == .ceasefire })
    let end = try #require(truce.endings(on: CivilDay(iso: "2016-09-25")!).first)
    #expect(end.reason == .declaredOver && end.ranOut == nil)
    #expect(end.act.speaker == "Syria")
    #expect(end.ground.hasPrefix("saying"))
    let clock = try Self.found([
      (
        "2016-09-13",
        "A truce took effect in Syria on September 12 and will last for seven days, Russia said."
      )
    ])
    let open = try #require(clock.instruments.first)
    #expect(open.endings(on: CivilDay(iso: "2016-09-18")!).isEmpty)
    let ran = try #require(open.endings(on: CivilDay(iso: "2016-09-25")!).first)
    #expect(ran.reason == .expired && ran.ranOut?.iso == "2016-09-19")
  }
}
