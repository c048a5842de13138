import PatchworkRecord
import PatchworkStore
import PatchworkTestSupport
import PatchworkText

/// Reports of strikes, sieges, access, roads, truces and convoys, made up from a seed: villages in districts in governorates,
/// few of which have most of the war; one report in ten is a copy.
struct SituationReports {
  /// What one account says of a place, as it was made: the answer that a record must come to.
  struct Told {
    let day: Int
    /// Number of the village, nil where the sentence names none.
    let village: Int?
    let layer: String
  }

  private var numbers: SeededGenerator
  private var count = 0
  private var last: [[(sentence: String, kind: Kind, village: Int?)]] = []
  private let villages: [Place]
  private let wider: [Place]
  /// Everything that was told so far.
  private(set) var told: [Told] = []

  /// Reports a day.
  static let perDay = 400
  /// The first day.
  static let firstDay = 16_000
  static let governorate = "test:g0"
  static let destination = "test:0"

  private enum Kind {
    case strike
    case condition(ConditionKind, String)
  }

  /// Conditions as they are drawn; a strike is told half the time.
  private static let conditions: [(ConditionKind, String)] = [
    (.siege, "besieged"), (.siege, "cut off"), (.siege, "lifted"), (.access, "denied"),
    (.access, "entered"), (.access, "limited"), (.road, "open"), (.road, "closed"),
    (.control, "held"), (.presence, "present"), (.flight, "overhead"), (.threat, "threatened"),
    (.approval, "approved"), (.notification, "notified"), (.truce, "in force"),
    (.truce, "violated"),
  ]

  init(seed: UInt64) {
    numbers = SeededGenerator(seed: seed)
    func place(_ id: String, _ kind: String, _ north: Double, _ east: Double, _ within: [String])
      -> Place
    {
      Place(
        quote: Quote(span: Span(0, 0), text: ""), id: id, name: "Place \(id.dropFirst(5))",
        kind: kind, latitude: north, longitude: east, precision: kind == "village" ? 1 : 4,
        within: within, candidates: 1, rule: "only one of its name")
    }
    villages = (0..<2000).map { number in
      place(
        "test:\(number)", "village", 30 + Double(number % 100) * 0.1,
        36 + Double(number / 100) * 0.3,
        ["test:d\(number / 20)", "test:g\(number / 200)", "test:country"])
    }
    var wider: [Place] = []
    for number in 0..<100 {
      let (north, east) = (31 + Double(number % 5) * 2, 36 + Double(number / 5) * 0.3)
      let within = ["test:g\(number / 10)", "test:country"]
      wider.append(place("test:d\(number)", "district", north, east, within))
    }
    for number in 0..<10 {
      let east = 36 + Double(number) * 0.6
      wider.append(place("test:g\(number)", "governorate", 35, east, ["test:country"]))
    }
    self.wider = wider
  }

  /// The next report.
  mutating func next() -> NewReport {
    let day = Self.firstDay + count / Self.perDay
    count += 1
    var sentences: [(sentence: String, kind: Kind, village: Int?)]
    if count % 10 == 0, let copied = last.randomElement(using: &numbers) {
      sentences = copied
    } else {
      sentences = []
      let share = Double(Int.random(in: 0..<10_000, using: &numbers)) / 10_000
      let village = Int(share * share * share * Double(villages.count))
      for _ in 0..<3 {
        if Bool.random(using: &numbers) {
          let killed = Int.random(in: 1...40, using: &numbers)
          sentences.append(
            (
              "An air strike on \(villages[village].name) killed \(killed) people. ", .strike,
              village
            ))
        } else {
          let (kind, value) = Self.conditions.randomElement(using: &numbers) ?? (.truce, "over")
          // Truces and notifications often name no place.
          let isPlaced =
            kind != .truce && (kind != .notification || Bool.random(using: &numbers))
          let of = isPlaced ? " of \(villages[village].name)" : ""
          sentences.append(
            (
              "The \(kind.rawValue)\(of) is \(value), observer \(count) said. ",
              .condition(kind, value), isPlaced ? village : nil
            ))
        }
      }
      last.append(sentences)
      if last.count > 500 { last.removeFirst() }
    }
    return made(day: CivilDay(number: day), sentences)
  }

  private mutating func made(
    day: CivilDay, _ sentences: [(sentence: String, kind: Kind, village: Int?)]
  ) -> NewReport {
    var text = sentences.map(\.sentence).joined()
    let end = text.utf8.count
    for _ in 0..<60 { text += Self.words.randomElement(using: &numbers)! + " " }
    let id = "r\(count)"
    var at = 0
    let accounts = sentences.enumerated().map { number, told -> Account in
      let span = Span(at, min(end, at + told.sentence.utf8.count - 1))
      at += told.sentence.utf8.count
      let sentence = Quote(span, in: text)
      var account = Account(
        number: number, sentence: sentence,
        source: Source(kind: .organisation, who: "Observatory \(count % 40)", rule: "subject"),
        content: [sentence], quoted: .none, stance: .state)
      let place = told.village.map { village -> Place in
        var place = villages[village]
        if let range = told.sentence.firstRange(of: place.name) {
          let start =
            span.start
            + told.sentence.utf8.distance(from: told.sentence.startIndex, to: range.lowerBound)
          place.quote = Quote(Span(start, start + place.name.utf8.count), in: text)
        }
        return place
      }
      switch told.kind {
      case .strike:
        var happening = Happening(type: .airStrike, trigger: sentence)
        happening.place = place
        happening.time = TimeExpression(
          quote: sentence, kind: .date, edtf: day.iso, from: day.iso, to: day.iso, precision: 1,
          rule: "calendar")
        account.happening = happening
        self.told.append(Told(day: day.number, village: told.village, layer: "violence"))
      case .condition(let kind, let value):
        account.condition = Condition(kind: kind, value: value, trigger: sentence, place: place)
        self.told.append(Told(day: day.number, village: told.village, layer: kind.rawValue))
      }
      return account
    }
    let own = accounts.compactMap { $0.happening?.place ?? $0.condition?.place }
    return NewReport(
      report: Report(
        id: id, text: text, blocks: [], title: "Report \(id)", outlet: "Outlet", language: "en",
        published: SourcedDate(value: day.iso, origin: "supplied")),
      // The first report names every wider area, so that the record knows them.
      reading: Reading(accounts: accounts, places: own + (count == 1 ? wider : [])),
      bytes: Array(text.utf8), isJSONLine: false, acquiredAt: "2026-01-01T00:00:00Z",
      acquiredHow: "made up", tool: "exercise")
  }

  /// Words without meaning, of two syllables.
  private static let words: [String] = {
    let syllables = ["ba", "do", "ki", "lu", "me", "no", "pi", "ra", "so", "tu", "ve", "za"]
    return syllables.flatMap { a in syllables.map { a + $0 } }
  }()
}
