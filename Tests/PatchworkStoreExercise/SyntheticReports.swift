import PatchworkRecord
import PatchworkStore
import PatchworkTestSupport
import PatchworkText

/// Reports with their readings, made up from a seed: skewed places, several reports of one moment, one in ten a copy.
///
/// A moment is a kind of strike at a place on a day, with what was hit; its reports come within three days, each with a
/// number of killed of its own.
struct SyntheticReports {
  private var numbers: SeededGenerator
  private var count = 0
  private var last: [NewReport] = []
  private var moments: [Moment] = []
  private let places: [Place]
  /// Reports a day.
  private let perDay: Int

  /// Reports of one moment, on average.
  static let perMoment = 4

  private struct Moment {
    let place: Place
    let day: CivilDay
    let kind: (type: HappeningType, words: String)
    let target: String
    let killed: Int
  }

  /// Reports of some places, so many of each day; of one place and day where both are few.
  init(seed: UInt64, places count: Int = 2000, perDay: Int = 400) {
    numbers = SeededGenerator(seed: seed)
    self.perDay = perDay
    places = (0..<count).map { number in
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
    let day = CivilDay(number: 16_000 + count / perDay)
    count += 1
    if count % 10 == 0, var copy = last.randomElement(using: &numbers) {
      copy.report.id = id
      copy.report.title = "Report \(id)"
      copy.report.outlet = "Copying outlet"
      copy.report.published = SourcedDate(value: day.iso, origin: "supplied")
      return copy
    }
    moments.removeAll { day.number - $0.day.number > 3 }
    let isNew = Int.random(in: 0..<Self.perMoment, using: &numbers) == 0
    let moment = moments.isEmpty || isNew ? begin(on: day) : moments.randomElement(using: &numbers)
    let report = made(id: id, of: moment ?? begin(on: day), on: day)
    last.append(report)
    if last.count > 500 { last.removeFirst() }
    return report
  }

  private mutating func begin(on day: CivilDay) -> Moment {
    // Few places have most of the war: the cube of an even number is small more often than not.
    let share = Double(Int.random(in: 0..<10_000, using: &numbers)) / 10_000
    let kinds: [(HappeningType, String)] = [
      (.airStrike, "air strike"), (.shelling, "shelling"), (.bombing, "car bomb"),
    ]
    let moment = Moment(
      place: places[Int(share * share * share * Double(places.count))], day: day,
      kind: kinds.randomElement(using: &numbers) ?? kinds[0],
      target: "\(word()) \(word())", killed: Int.random(in: 1...40, using: &numbers))
    moments.append(moment)
    return moment
  }

  private mutating func word() -> String { Self.words.randomElement(using: &numbers) ?? "" }

  private mutating func made(id: String, of moment: Moment, on day: CivilDay) -> NewReport {
    let killed = max(1, moment.killed + Int.random(in: -2...2, using: &numbers))
    var text = ""
    func add(_ words: String) -> Quote {
      let start = text.utf8.count
      text += words
      return Quote(span: Span(start, text.utf8.count), text: words)
    }
    let trigger = add(moment.kind.words)
    _ = add(" on a ")
    let target = add(moment.target)
    _ = add(" in ")
    var place = moment.place
    place.quote = add(place.name)
    _ = add(" killed ")
    let number = add("\(killed)")
    _ = add(" people on ")
    let date = add(moment.day.iso)
    _ = add(".")
    let sentence = Quote(span: Span(0, text.utf8.count), text: text)
    let denial = add(" Observatory \(killed % 7) denied it.")
    for _ in 0..<120 { text += " " + word() }
    let report = Report(
      id: id, text: text, blocks: [], title: "Report \(id)", outlet: "Outlet", language: "en",
      published: SourcedDate(value: day.iso, origin: "supplied"))
    let time = TimeExpression(
      quote: date, kind: .date, edtf: moment.day.iso, from: moment.day.iso, to: moment.day.iso,
      precision: 1, rule: "calendar")
    var happening = Happening(type: moment.kind.type, trigger: trigger)
    happening.place = place
    happening.time = time
    happening.target = Participant(quote: target, who: target.text)
    happening.killed = Count(
      quote: number, low: killed, high: killed, relation: .exact, measure: .killed, unit: "person")
    let accounts = [
      Account(
        number: 0, sentence: sentence, source: .author, content: [sentence], quoted: .none,
        stance: .state, happening: happening),
      Account(
        number: 1, sentence: denial,
        source: Source(kind: .organisation, who: "Observatory \(killed % 7)", rule: "subject"),
        content: [denial], quoted: .indirect, stance: .deny, about: 0),
    ]
    return NewReport(
      report: report,
      reading: Reading(
        accounts: accounts, places: [place], times: [time],
        quantities: [happening.killed].compactMap { $0 }),
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
