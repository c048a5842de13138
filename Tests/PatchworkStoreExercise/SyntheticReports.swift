import PatchworkRecord
import PatchworkStore
import PatchworkTestSupport
import PatchworkText

/// Reports with their readings, made up from a seed: skewed places, several reports of one moment, one in ten a copy.
struct SyntheticReports {
  private var numbers: SeededGenerator
  private var count = 0
  private var last: [String] = []
  private let places: [Place]

  /// Reports of one moment, on average, and reports a day.
  static let perMoment = 4
  static let perDay = 400

  init(seed: UInt64) {
    numbers = SeededGenerator(seed: seed)
    places = (0..<2000).map { number in
      Place(
        quote: Quote(span: Span(0, 0), text: ""), id: "test:\(number)", name: "Place\(number)",
        kind: "village", latitude: 30 + Double(number % 100) * 0.1,
        longitude: 36 + Double(number / 100) * 0.3, precision: 1,
        within: ["test:d\(number / 20)", "test:g\(number / 200)", "test:country"], candidates: 1,
        rule: "only one of its name")
    }
  }

  /// The next report.
  mutating func next() -> NewReport {
    let id = "r\(count)"
    let day = CivilDay(number: 16_000 + count / Self.perDay)
    count += 1
    if count % 10 == 0, let text = last.randomElement(using: &numbers) {
      return made(id: id, text: text, place: nil, day: day, killed: 0)
    }
    // Few places have most of the war: the square of an even number is small more often than not.
    let share = Double(Int.random(in: 0..<10_000, using: &numbers)) / 10_000
    let place = places[Int(share * share * share * Double(places.count))]
    let killed = Int.random(in: 1...40, using: &numbers)
    var text = "An air strike on \(place.name) killed \(killed) people on \(day.iso). "
    for _ in 0..<120 { text += Self.words.randomElement(using: &numbers)! + " " }
    last.append(text)
    if last.count > 500 { last.removeFirst() }
    return made(id: id, text: text, place: place, day: day, killed: killed)
  }

  private func made(
    id: String, text: String, place: Place?, day: CivilDay, killed: Int
  ) -> NewReport {
    let report = Report(
      id: id, text: text, blocks: [], title: "Report \(id)", outlet: "Outlet", language: "en",
      published: SourcedDate(value: day.iso, origin: "supplied"))
    let sentence = Quote(Span(0, text.utf8.count > 60 ? 60 : text.utf8.count), in: text)
    let trigger = Quote(Span(3, 13), in: text)
    var happening = Happening(type: .airStrike, trigger: trigger)
    happening.place = place.map { place in
      var place = place
      place.quote = Quote(Span(17, 17 + place.name.utf8.count), in: text)
      return place
    }
    happening.time = TimeExpression(
      quote: trigger, kind: .date, edtf: day.iso, from: day.iso, to: day.iso, precision: 1,
      rule: "calendar")
    happening.killed = Count(
      quote: trigger, low: killed, high: killed, relation: .exact, measure: .killed, unit: "person")
    let accounts = [
      Account(
        number: 0, sentence: sentence, source: .author, content: [sentence], quoted: .none,
        stance: .state, happening: happening),
      Account(
        number: 1, sentence: sentence,
        source: Source(kind: .organisation, who: "Observatory \(killed)", rule: "subject"),
        content: [trigger], quoted: .indirect, stance: .deny, about: 0),
    ]
    return NewReport(
      report: report,
      reading: Reading(accounts: accounts, places: happening.place.map { [$0] } ?? []),
      bytes: Array(text.utf8), isJSONLine: false, acquiredAt: "2026-01-01T00:00:00Z",
      acquiredHow: "made up", tool: "exercise")
  }

  /// Words without meaning, of two syllables.
  private static let words: [String] = {
    let syllables = ["ba", "do", "ki", "lu", "me", "no", "pi", "ra", "so", "tu", "ve", "za"]
    return syllables.flatMap { a in
      syllables.flatMap { b in syllables.map { a + b + $0 } }
    }
  }()
}
