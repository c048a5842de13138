import Foundation
import PatchworkDisclosure
import PatchworkExchange
import PatchworkRecord
import PatchworkStore
import PatchworkText
import Testing

/// Truces and days of areas as files, redacted as everything else is.
struct SituationExportTests {
  private static let governorate = "ocha:SY03"

  /// A truce to the hour, a count of its violations, a siege, and a convoy that will leave.
  private static func reports() -> [NewReport] {
    func town(_ text: Written, _ name: String) -> Place {
      Place(
        quote: text.quote(name), id: "ocha:C2450", name: name, kind: "town", latitude: 33.69,
        longitude: 36.1, precision: 1, within: [governorate, "iso:SY"],
        rule: "only one of its name")
    }
    func region(_ text: Written) -> Place {
      Place(
        quote: text.quote("Madaya"), id: governorate, name: "Rural Damascus",
        kind: "governorate", latitude: 33.6, longitude: 36.9, precision: 4, within: ["iso:SY"],
        rule: "around")
    }
    func time(_ text: Written, _ words: String, _ value: String) -> TimeExpression {
      let day = String(value.prefix(10))
      return TimeExpression(
        quote: text.quote(words), kind: .date, edtf: day, from: day, to: day, precision: 1,
        value: value, zone: value.count > 10 ? "Asia/Damascus" : nil, rule: "calendar")
    }
    let mediator = Source(kind: .role, who: "the mediator", rule: "subject")
    let truceSaid = "The truce took effect at 7 p.m. on 12 September, the mediator said."
    let countSaid = "Omar Barakat, a driver, said that the army broke the truce with mortars."
    var truce = Written("\(truceSaid) \(countSaid)", id: "truce-1")
    truce.reading.entities = [EntityMention(quote: truce.quote("Omar Barakat"), label: "PERSON")]
    truce.add(truceSaid, by: mediator) { account, words in
      account.condition = Condition(
        kind: .truce, value: "in force", trigger: words.quote("truce"),
        since: time(words, "7 p.m. on 12 September", "2016-09-12T19:00"))
    }
    truce.add(countSaid, by: Source(kind: .person, who: "Omar Barakat", rule: "subject")) {
      account, words in
      account.happening = Happening(type: .ceasefireAct, trigger: words.quote("broke the truce"))
      account.happening?.actor = Participant(quote: words.quote("the army"), who: "the army")
      account.happening?.weapon = words.quote("mortars")
    }
    let siegeSaid = "Some 40,000 people are besieged in Madaya, the mediator said."
    let leaving = "A convoy of lorries will leave for Madaya on Thursday."
    let allowed = "The army approved the convoy to Madaya."
    var siege = Written("\(siegeSaid) \(leaving)", id: "siege-1")
    siege.reading.places = [town(siege, "Madaya"), region(siege)]
    siege.add(siegeSaid, by: mediator) { account, words in
      account.condition = Condition(
        kind: .siege, value: "besieged", trigger: words.quote("besieged"),
        place: town(words, "Madaya"))
      account.condition?.people = Count(
        quote: words.quote("Some 40,000 people"), low: 40_000, high: 40_000, relation: .exact,
        measure: .besieged, unit: "person")
    }
    siege.add(leaving) { account, words in
      account.happening = Happening(
        type: .aidMovement, trigger: words.quote("leave"), modality: .planned)
      account.happening?.place = town(words, "Madaya")
      account.happening?.time = time(words, "on Thursday", "2016-09-22")
    }
    // While one movement of a report is held back, so is every sentence of it that speaks of any.
    var approval = Written(allowed, id: "approval-1")
    approval.reading.places = [town(approval, "Madaya")]
    approval.add(allowed) { account, words in
      account.condition = Condition(
        kind: .approval, value: "approved", trigger: words.quote("approved"),
        place: town(words, "Madaya"))
    }
    return [truce.new(), siege.new(), approval.new()]
  }

  private func export(
    _ rows: ExportRows, _ format: ExportFormat, _ right: Right = .redacted,
    on day: String = "2016-09-21", _ change: (inout RecordFilter) -> Void = { _ in }
  ) throws -> (text: String, about: ExportAbout) {
    var made = MadeRecord(seed: 0, reports: 0)
    made.reports = Self.reports()
    return try made.withFile { file in
      var filter = RecordFilter()
      change(&filter)
      let export = RecordExport(
        try DisclosedRecord(
          file, right: right, on: try #require(CivilDay(iso: day)), register: DisclosureRegister()),
        to: format, filter: filter, words: "", sources: [], tables: try ExportTables()
      ) { _ in
        AdminArea(name: "x", kind: "governorate", order: 1, pcode: "SY03", country: "SY")
      }
      var bytes: [UInt8] = []
      let about = try export.write(rows) { bytes += $0 }
      return (String(decoding: bytes, as: UTF8.self), about)
    }
  }

  private func table(_ text: String) throws -> CSVTable { try CSVTable(Array(text.utf8)) }

  @Test func `a clock is a row with its hour, its zone and who says it`() throws {
    let clocks = try table(export(.clocks, .csv).text)
    let row = try #require(clocks.rows.first)
    #expect(clocks.rows.count == 1)
    #expect(clocks.field("id", of: row) == "T-20160912")
    #expect(clocks.field("clock_from", of: row) == "2016-09-12")
    #expect(clocks.field("clock_from_time", of: row) == "19:00")
    #expect(clocks.field("clock_from_zone", of: row) == "Asia/Damascus")
    #expect(clocks.field("who", of: row) == "the mediator")
    #expect(clocks.field("sentence", of: row)?.contains("took effect") == true)
  }

  @Test func `a violation has its observer, weapon and who is said to have done it`() throws {
    let found = try table(export(.violations, .csv).text)
    let row = try #require(found.rows.first)
    #expect(found.field("truce", of: row) == "T-20160912")
    #expect(found.field("by", of: row) == "the army")
    #expect(found.field("weapon", of: row) == "mortars")
    #expect(found.field("kind", of: row) == "ceasefire-act")
    // The observer holds no public office, so that neither row nor sentence names him.
    #expect(found.field("who", of: row) == "[person 1]")
    #expect(found.field("sentence", of: row)?.contains("Barakat") == false)
    let full = try #require(Warrant(who: "R. Haddad", reason: "court order 12"))
    #expect(try export(.violations, .csv, .full(full)).text.contains("Omar Barakat"))
  }

  @Test func `an area's days have what is said and what nobody says`() throws {
    let found = try table(
      export(.areaDays, .csv) {
        $0.since = CivilDay(iso: "2016-09-19")
        $0.until = CivilDay(iso: "2016-09-21")
      }.text)
    func rows(_ area: String) -> [[String]] {
      found.rows.filter { found.field("area_id", of: $0) == area }
        .map { row in
          ["day", "layer", "state", "asserted", "number_low", "last_said"].map {
            found.field($0, of: row) ?? ""
          }
        }
    }
    let expected = [
      ["2016-09-19", "siege", "no report", "", "", ""],
      ["2016-09-20", "siege", "besieged", "1", "40000", ""],
      ["2016-09-21", "siege", "no report", "", "", "2016-09-20"],
    ]
    // The town, and the governorate that it lies in.
    #expect(rows("ocha:C2450") == expected)
    #expect(rows(Self.governorate) == expected)
  }

  @Test(arguments: [
    (ExportRows.ceasefires, ExportFormat.csv), (.ceasefires, .jsonl), (.declarations, .csv),
    (.clocks, .csv), (.violations, .csv), (.violations, .jsonl), (.violations, .geojson),
    (.areaDays, .csv), (.areaDays, .jsonl), (.areaDays, .geojson),
  ])
  func `no file names a private person or a convoy that is to leave`(
    _ rows: ExportRows, _ format: ExportFormat
  ) throws {
    let (text, about) = try export(rows, format)
    #expect(!text.isEmpty && about.rows > 0)
    for word in ["Omar", "Barakat", "will leave", "convoy", "delivery", "approval"] {
      #expect(!text.contains(word), "\(word)")
    }
    #expect(rows.has(format))
    if format == .geojson {
      let bytes = Array(text.utf8)
      let root = try bytes.withUnsafeBufferPointer { try JSONParser.parse($0) }
      #expect(root["type"] == .string("FeatureCollection") && root["about"] != nil)
      #expect(root["features"] != nil && root["features"] != .array([]))
    }
  }

  @Test(arguments: [
    // Planned for the 22nd and told on the 20th: from the 29th on it may be shown; a bare approval 30 days after it was told.
    ("2016-09-28", false, false), ("2016-09-29", true, false), ("2016-10-19", true, false),
    ("2016-10-20", true, true),
  ])
  func `a movement is in no file before it ended and the delay has passed`(
    _ today: String, _ hasConvoy: Bool, _ hasApproval: Bool
  ) throws {
    let (text, about) = try export(.areaDays, .csv, on: today) {
      $0.since = CivilDay(iso: "2016-09-19")
      $0.until = CivilDay(iso: "2016-09-22")
    }
    let found = try table(text)
    let layers = Set(found.rows.compactMap { found.field("layer", of: $0) })
    #expect(layers.contains("siege"))
    #expect(found.rows.contains { found.field("state", of: $0) == "requested" } == hasConvoy)
    #expect(layers.contains("approval") == hasApproval)
    #expect((about.removals.count(of: .movement) > 0) == !(hasConvoy && hasApproval))
  }

  @Test func `what does not narrow truces is refused`() throws {
    #expect(throws: ExportError.notNarrowed(.ceasefires, by: "speaker")) {
      try export(.ceasefires, .csv) { $0.speaker = "the mediator" }
    }
  }

  @Test func `a place narrows the areas to those within it, and elsewhere there is none`() throws {
    let days = [CivilDay(iso: "2016-09-20"), CivilDay(iso: "2016-09-20")]
    func areas(_ place: String) throws -> Set<String> {
      let found = try table(
        export(.areaDays, .csv) {
          $0.place = place
          ($0.since, $0.until) = (days[0], days[1])
        }.text)
      return Set(found.rows.compactMap { found.field("area_id", of: $0) })
    }
    #expect(try areas("ocha:C2450") == ["ocha:C2450"])
    #expect(try areas(Self.governorate) == ["ocha:C2450", Self.governorate])
    #expect(try areas("ocha:SY02").isEmpty)
  }
}
