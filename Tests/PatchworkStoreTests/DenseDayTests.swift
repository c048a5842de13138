import Foundation
import GRDB
import PatchworkLinking
import PatchworkRecord
import PatchworkText
import Testing

@testable import PatchworkStore

/// Many tellings of one place and one day: what is looked at is bounded, and what is most alike is looked at first.
@Suite struct DenseDayTests {
  /// A report of an air strike at one place and day on something that no other report names.
  static func strike(_ number: Int, on target: String) -> NewReport {
    let text = "Warplanes bombed \(target) in Hayyan."
    func quote(_ words: String) -> Quote {
      let start = text.range(of: words).map {
        text.utf8.distance(from: text.startIndex, to: $0.lowerBound)
      }
      return Quote(span: Span(start ?? 0, (start ?? 0) + words.utf8.count), text: words)
    }
    var happening = Happening(type: .airStrike, trigger: quote("bombed"))
    happening.target = Participant(quote: quote(target), who: target)
    happening.place = Place(
      quote: quote("Hayyan"), id: "test:hayyan", name: "Hayyan", kind: "town", latitude: 36.3,
      longitude: 37.0, precision: 1, within: ["test:aleppo", "test:syria", "test:asia"],
      candidates: 1, rule: "only one of its name")
    let sentence = Quote(span: Span(0, text.utf8.count), text: text)
    return NewReport(
      report: Report(
        id: "r\(number)", text: text, blocks: [], language: "en",
        published: SourcedDate(value: "2016-09-19", origin: "supplied")),
      reading: Reading(
        accounts: [
          Account(
            number: 0, sentence: sentence, source: .author, content: [sentence], quoted: .none,
            stance: .state, happening: happening)
        ], places: [happening.place].compactMap { $0 }),
      bytes: Array(text.utf8), isJSONLine: false, acquiredAt: "2016-10-01T00:00:00Z",
      acquiredHow: "test", tool: "test")
  }

  /// A word that no other number has, of letters only.
  static func word(_ number: Int) -> String {
    let letters = Array("abcdefghij")
    return "z" + String(number).compactMap(\.wholeNumberValue).map { letters[$0] } + "q"
  }

  @Test func `at most so many candidates are kept for each, however many there are`() throws {
    try SampleRecord.withPath { path in
      let file = try RecordFile(path: path, create: true)
      let count = 3 * RecordLinker.mostCandidates
      for number in 0..<count {
        _ = try file.add([
          Self.strike(number, on: "\(Self.word(number)) \(Self.word(number + 1000))")
        ])
      }
      let (likenesses, doubts, incidents) = try file.pool.read { db in
        (
          try Int.fetchOne(db, sql: "SELECT count(*) FROM likeness") ?? 0,
          try Int.fetchOne(db, sql: "SELECT count(*) FROM doubt") ?? 0,
          try Int.fetchOne(db, sql: "SELECT count(*) FROM occurrence WHERE incident IS NOT NULL")
        )
      }
      // Each was compared, when it came, with as many as are looked at; a likeness is kept from both sides.
      #expect(likenesses / 2 + doubts <= count * RecordLinker.mostCandidates)
      #expect(likenesses / 2 + doubts > count)
      #expect(incidents == count)
      #expect(try file.verify().flaws == [])
    }
  }

  @Test func `the one that shares most is found behind hundreds of newer ones`() throws {
    try SampleRecord.withPath { path in
      let file = try RecordFile(path: path, create: true)
      let target = (9000..<9006).map(Self.word).joined(separator: " ")
      _ = try file.add([Self.strike(0, on: target)])
      for number in 1...(3 * RecordLinker.mostCandidates) {
        _ = try file.add([Self.strike(number, on: Self.word(number))])
      }
      _ = try file.add([Self.strike(9999, on: target)])
      let rows = try file.pool.read { db in
        try Row.fetchAll(
          db,
          sql: """
            SELECT other.id, l.score FROM likeness l JOIN occurrence a ON a.row = l.a
            JOIN report r ON r.row = a.report JOIN occurrence b ON b.row = l.b
            JOIN report other ON other.row = b.report WHERE r.id = 'r9999'
            ORDER BY l.score DESC, other.row DESC
            """)
      }
      #expect(rows.first?["id"] == "r0")
      // After it the newest: those that came just before.
      let others = Set(rows.dropFirst().map { $0["id"] as String })
      #expect(
        others.isSubset(of: Set((1...192).suffix(RecordLinker.mostCandidates).map { "r\($0)" })))
    }
  }
}
