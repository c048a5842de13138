import Foundation
import PatchworkRecord
import PatchworkSituation
import PatchworkStore
import PatchworkText

@testable import PatchworkSite

/// A small record made by hand, and a site over it that is asked without sockets.
struct DeskRecord {
  let folder: URL
  let file: RecordFile
  let site: Site

  static let time = Date(timeIntervalSince1970: 1_475_280_000)

  /// Makes the record in a folder of its own; `remove` takes it away.
  init(options: SiteOptions = SiteOptions()) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "desk-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    file = try RecordFile(path: folder.appendingPathComponent("a.record").path, create: true)
    _ = try file.add([
      Self.report(
        "wire-1", day: "2016-09-20", outlet: "Levant Wire", said: "the federation",
        kind: .organisation,
        "An aid convoy was attacked at Urum al-Kubra on Monday, killing about 20 civilians, the federation said.",
        stance: .state, killed: 20),
      Self.report(
        "bureau-1", day: "2016-09-21", outlet: "Volga <News> Bureau",
        said: "Russia’s defence ministry",
        kind: .organisation,
        "Russia’s defence ministry denied that aircraft attacked the convoy at Urum al-Kubra on Monday.",
        stance: .deny, killed: nil),
      Self.report(
        "post/1.json", day: "2016-09-22", outlet: "", said: "أحمد", kind: .person,
        "أحمد said that 12 people died when the aid convoy was attacked at Urum al-Kubra on Monday.",
        stance: .state, killed: 12),
    ])
    _ = try file.add([
      Self.report(
        "note by أحمد", day: "2016-09-23", outlet: "Notes", said: "أحمد", kind: .person,
        "أحمد said that the convoy was attacked at Urum al-Kubra on Monday.", stance: .state,
        killed: nil)
    ])
    site = try Site(file, options: options)
  }

  /// Keeps a movement, so that its page has something to show.
  func keepMovement() throws {
    guard let seal = Seal(key: Seal.newKey()) else { return }
    _ = try file.keep(
      movement: Array("{}".utf8), ends: Moment(minutes: 0, offset: 0), seal: seal,
      Decision(who: "test", at: "2016-09-30T00:00:00Z", reason: "test"))
  }

  /// Adds a report of a truce, "T-20160912", so that its page has something to show; where it is said to end, on 20 September.
  func keepTruce(isEnding: Bool = false) throws {
    let text =
      "The truce took effect on September 12\(isEnding ? " until September 20" : ""), the mediator said."
    let sentence = Quote(Span(0, text.utf8.count), in: text)
    var account = Account(
      number: 0, sentence: sentence,
      source: Source(kind: .role, who: "the mediator", rule: "subject"), content: [sentence],
      quoted: .indirect, stance: .state)
    account.condition = Condition(
      kind: .truce, value: "in force", trigger: Quote(Span(4, 9), in: text),
      since: TimeExpression(
        quote: Quote(Span(26, 38), in: text), kind: .date, edtf: "2016-09-12", from: "2016-09-12",
        to: "2016-09-12", precision: 1, rule: "calendar"))
    if isEnding {
      account.condition?.until = TimeExpression(
        quote: Quote(Span(44, 56), in: text), kind: .date, edtf: "2016-09-20", from: "2016-09-20",
        to: "2016-09-20", precision: 1, rule: "calendar")
    }
    _ = try file.add([
      NewReport(
        report: Report(
          id: "truce-1", text: text, blocks: [], title: "A truce", outlet: "Levant Wire",
          language: "en", published: SourcedDate(value: "2016-09-13", origin: "supplied")),
        reading: Reading(accounts: [account], places: []), bytes: Array(text.utf8),
        isJSONLine: false, acquiredAt: "2016-09-13T12:00:00Z", acquiredHow: "file truce-1.txt",
        tool: "test")
    ])
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// Asks the site.
  func ask(
    _ target: String, _ method: String = "GET", headers: [String: String] = [:],
    form: [(String, String)] = [], at time: Date = time
  ) -> SiteAnswer {
    var headers = headers
    var body: [UInt8] = []
    if method == "POST" {
      headers["content-type"] = "application/x-www-form-urlencoded"
      body = Array(Address.query("", form).dropFirst().utf8)
    }
    return site.answer(
      SiteRequest(method: method, target: target, headers: headers, body: body), at: time)
  }

  /// Asks for JSON and parses it.
  func json(_ target: String, headers: [String: String] = [:]) throws -> JSONValue {
    let answer = ask(target, headers: headers.merging(["accept": "application/json"]) { $1 })
    return try answer.body.withUnsafeBufferPointer { try JSONParser.parse($0) }
  }

  /// The code of the only incident with several reports.
  var incident: String {
    get throws {
      try file.incidents().max { $0.reports < $1.reports }?.id ?? ""
    }
  }

  private static func report(
    _ id: String, day: String, outlet: String, said who: String, kind: SourceKind, _ text: String,
    stance: Stance, killed: Int?
  ) -> NewReport {
    func quote(_ words: String) -> Quote {
      guard let range = text.firstRange(of: words) else { preconditionFailure(words) }
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      return Quote(span: Span(start, start + words.utf8.count), text: words)
    }
    var account = Account(
      number: 0, sentence: Quote(Span(0, text.utf8.count), in: text),
      source: Source(kind: kind, who: who, mention: quote(who), rule: "subject"),
      cue: [quote(stance == .deny ? "denied" : "said")],
      content: [quote("attacked")], quoted: .indirect, stance: stance)
    var happening = Happening(
      type: .aidAttack, trigger: quote("attacked"), modality: stance == .deny ? .denied : .happened)
    happening.place = Place(
      quote: quote("Urum al-Kubra"), id: "ocha:C1029", pcode: "C1029", name: "Urum al-Kubra",
      kind: "town", latitude: 36.148, longitude: 36.947, precision: 1, within: ["ocha:SY02"],
      candidates: 1, rule: "name")
    happening.time = TimeExpression(
      quote: quote("Monday"), kind: .date, edtf: "2016-09-19", from: "2016-09-19",
      to: "2016-09-19", precision: 1, rule: "weekday-before")
    if let killed {
      happening.killed = Count(
        quote: quote("\(killed)"), low: killed, high: killed, relation: .exact, measure: .killed,
        unit: "person")
    }
    account.happening = happening
    return NewReport(
      report: Report(
        id: id, text: text, blocks: [], title: "Title of \(id) & more", outlet: outlet,
        language: "en", published: SourcedDate(value: day, origin: "supplied")),
      reading: Reading(accounts: [account], places: [happening.place].compactMap { $0 }),
      bytes: Array(text.utf8), isJSONLine: false, acquiredAt: "\(day)T12:00:00Z",
      acquiredHow: "file \(id).txt", tool: "test")
  }
}

/// Runs a body with a desk that is taken away behind it.
func withDesk<Value>(
  options: SiteOptions = SiteOptions(), _ body: (DeskRecord) throws -> Value
) throws -> Value {
  let desk = try DeskRecord(options: options)
  defer { desk.remove() }
  return try body(desk)
}
