import Foundation
import PatchworkRecord
import PatchworkStore
import PatchworkTestSupport
import PatchworkText

/// A record of reports made at random, with what must not leave it.
struct MadeRecord {
  var reports: [NewReport] = []
  /// Words that may stand in nothing redacted.
  var severe: [String] = []

  private static let given = ["Omar", "Fatima", "Oksana", "Tesfaye", "Rezgar", "Nobuhle", "Zlatko"]
  private static let family = ["Barakat", "Selmo", "Kovalenko", "Quraishi", "Tekle", "Vukovar"]
  private static let towns = [
    ("Urum", 36.14797, 36.94723), ("Hass", 35.57213, 36.59876), ("Taftanaz", 35.99713, 36.78431),
  ]

  init(seed: UInt64, reports count: Int = 4) {
    var random = SeededGenerator(seed: seed)
    func pick<Value>(_ values: [Value]) -> Value {
      values[Int.random(in: 0..<values.count, using: &random)]
    }
    for number in 0..<count {
      let (first, last, town) = (pick(Self.given), pick(Self.family), pick(Self.towns))
      let dead = Int.random(in: 1...40, using: &random)
      let phone = "+963 9\(Int.random(in: 10_000_000...99_999_999, using: &random))"
      let struck =
        "Jets struck a hospital in \(town.0) and killed \(dead) people, \(first) \(last) said."
      let denied = "Russia’s defence ministry denied that \(last) was hit."
      let leaving = "A convoy of lorries will leave for Zabadani on Thursday."
      var text = Written(
        "\(struck) \(denied) \(leaving) Call \(phone).", id: "r\(number)-\(last.lowercased())")
      text.report.title = pick(["\(first) \(last) tells of strike", "Strike at \(town.0)"])
      text.report.byline = "\(first) \(last)"
      text.report.url = "https://wire.example/\(pick(["news", last.lowercased()]))/\(number)"
      text.reading.entities = [
        EntityMention(quote: text.quote("\(first) \(last)"), label: "PERSON")
      ]
      let place = Place(
        quote: text.quote(town.0), id: "ocha:\(town.0)", name: town.0, kind: "town",
        latitude: town.1, longitude: town.2, precision: 1, rule: "only one of its name")
      text.add(
        struck, by: Source(kind: .person, who: "\(first) \(last)", role: "a nurse", rule: "subject")
      ) { account, words in
        account.happening = Happening(type: .airStrike, trigger: words.quote("struck"))
        account.happening?.place = place
        account.happening?.time = words.day("2016-09-19")
        account.happening?.killed = Count(
          quote: words.quote("\(dead) people"), low: dead, high: dead, relation: .exact,
          measure: .killed, unit: "person")
      }
      text.add(
        denied, by: Source(kind: .organisation, who: "Russia’s defence ministry", rule: "subject"),
        stance: .deny
      ) { account, _ in account.about = 0 }
      text.add(leaving) { account, words in
        account.happening = Happening(
          type: .aidMovement, trigger: words.quote("leave"), modality: .planned)
        account.happening?.time = words.day("2016-09-22")
      }
      reports.append(text.new())
      severe += [first, last, phone, "\(town.1)", "\(town.2)", "Zabadani"]
    }
  }

  /// A record of them in a folder that is removed when the body ends.
  func withFile<Value>(_ body: (RecordFile) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("export-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = try RecordFile(path: folder.appendingPathComponent("a.record").path, create: true)
    _ = try file.add(reports)
    return try body(file)
  }
}

/// A report written in a test, with readings cut out of it by their words.
struct Written {
  var report: Report
  var reading = Reading()

  init(_ text: String, id: String) {
    report = Report(
      id: id, text: text, blocks: [], outlet: "Wire",
      published: SourcedDate(value: "2016-09-20", origin: "supplied"))
  }

  func quote(_ words: String) -> Quote {
    let text = Array(report.text.utf8)
    let found = Array(words.utf8)
    let start = (0...(text.count - found.count)).first { text[$0...].starts(with: found) } ?? 0
    return Quote(span: Span(start, start + found.count), text: words)
  }

  func day(_ iso: String) -> TimeExpression {
    TimeExpression(
      quote: quote("on Thursday"), kind: .date, edtf: iso, from: iso, to: iso, precision: 1,
      rule: "calendar")
  }

  mutating func add(
    _ sentence: String, by source: Source = .author, stance: Stance = .state,
    _ change: (inout Account, Written) -> Void
  ) {
    var account = Account(
      number: reading.accounts.count, sentence: quote(sentence), source: source,
      content: [quote(sentence)], quoted: .none, stance: stance)
    change(&account, self)
    reading.accounts.append(account)
  }

  func new() -> NewReport {
    NewReport(
      report: report, reading: reading, bytes: Array(report.text.utf8), isJSONLine: false,
      acquiredAt: "2016-10-01T00:00:00Z", acquiredHow: "test", tool: "test")
  }
}
