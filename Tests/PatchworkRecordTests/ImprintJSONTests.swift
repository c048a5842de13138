import Foundation
import PatchworkRecord
import PatchworkText
import Testing

@Suite struct ImprintJSONTests {
  static let imprint: Imprint = {
    var imprint = Imprint()
    imprint.kind = .liveBlog
    imprint.languageConfidence = 0.97
    imprint.dateline = Imprint.Dateline(
      place: "ALEPPO, Syria", day: "2016-09-19", agency: "", text: "ALEPPO, Syria —")
    imprint.credits = [
      Imprint.Credit(who: "Zara Mill", role: .byline, isAgency: false, text: "By Zara Mill"),
      Imprint.Credit(who: "Reuters", role: .signOff, isAgency: true, text: "– “REUTERS”"),
    ]
    imprint.notes = [
      Imprint.Note(kind: .correction, day: nil, text: "Correction: a number was wrong.")
    ]
    imprint.entries = [
      Imprint.Entry(
        published: SourcedDate(value: "2016-09-19T14:05", origin: "clock"), title: "", text: "It."),
      Imprint.Entry(published: nil, title: "Later", text: "More.\n\nAnd more."),
    ]
    return imprint
  }()

  @Test func `an imprint comes back as it was kept`() throws {
    #expect(try Imprint(json: ImprintJSON.object(Self.imprint)) == Self.imprint)
    #expect(try Imprint(json: ImprintJSON.object(Imprint())) == Imprint())
    #expect(String(decoding: ImprintJSON.object(Imprint()), as: UTF8.self) == "{}")
  }

  @Test func `a line of what was read carries it, and only what is known`() throws {
    var report = Report(id: "a", text: "It.", blocks: [], byline: "Zara Mill", language: "en")
    let bare = try parsed(JSONLine.of(report, Reading()))
    for member in [
      "kind", "dateline", "credits", "notes", "entries", "language_confidence", "not_read",
    ] {
      #expect(bare[member] == nil, "\(member)")
    }
    report.imprint = Self.imprint
    let line = JSONLine.of(report, Reading())
    let full = try parsed(line)
    #expect(full["byline"] as? String == "Zara Mill")
    #expect(full["language_confidence"] as? Double == 0.97)
    #expect(
      (full["credits"] as? [[String: Any]])?.map { $0["is"] as? String } == ["person", "agency"])
    #expect(try Imprint(json: line) == Self.imprint)
  }

  @Test(
    arguments: [("en-GB", nil), ("", nil), ("ar", "language"), ("ru-RU", "language")]
      as [(String, String?)])
  func `says of a report in another language that it was not read`(language: String, why: String?)
    throws
  {
    let report = Report(id: "a", text: "", blocks: [], language: language)
    #expect(try parsed(JSONLine.of(report, Reading()))["not_read"] as? String == why)
  }

  @Test(arguments: [(0.6, true), (0.79, true), (0.8, false), (0.99, false)])
  func `a language that is only guessed does not keep a report from being read`(
    confidence: Double, isRead: Bool
  ) {
    var report = Report(id: "a", text: "", blocks: [], language: "de")
    report.imprint.languageConfidence = confidence
    #expect(report.isInReadLanguage == isRead)
  }

  @Test(arguments: [
    "[", "{\"kind\": \"poem\"}", "{\"credits\": [{\"who\": 1}]}", "{\"notes\": {}}",
  ])
  func `what is no imprint is an error`(json: String) {
    #expect(throws: ReadingError.self) { try Imprint(json: Array(json.utf8)) }
  }

  private func parsed(_ line: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
  }
}
