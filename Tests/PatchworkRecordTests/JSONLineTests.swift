import Foundation
import PatchworkRecord
import PatchworkText
import Testing

@Suite struct JSONLineTests {
  @Test func `writes a report in the order of the interface`() {
    let text = "Rebels denied it."
    let report = Report(
      id: "r1", text: text, blocks: [], title: "A “title”", outlet: "Levant Wire",
      published: SourcedDate(value: "2016-09-20", origin: "supplied"))
    let account = Account(
      number: 0, sentence: Quote(Span(0, 17), in: text),
      source: Source(
        kind: .collective, who: "rebels", mention: Quote(Span(0, 6), in: text), rule: "subject"),
      cue: [Quote(Span(7, 13), in: text)], content: [Quote(Span(14, 16), in: text)],
      quoted: .indirect, stance: .deny)
    let line = String(
      decoding: JSONLine.of(report, Reading(accounts: [account])), as: UTF8.self)
    #expect(
      line == """
        {"id":"r1","title":"A “title”","outlet":"Levant Wire","published":"2016-09-20",\
        "language":null,\
        "text_sha256":"\(sha256Hex(text))",\
        "dropped":[],\
        "accounts":[{"n":0,"sentence":{"start":0,"end":17,"text":"Rebels denied it."},\
        "source":{"kind":"collective","who":"rebels","role":"",\
        "span":{"start":0,"end":6,"text":"Rebels"},"rule":"subject"},\
        "cue":[{"start":7,"end":13,"text":"denied"}],"content":[{"start":14,"end":16,"text":"it"}],\
        "quoted":"indirect","stance":"deny","polarity":"positive","about":null,"via":"","to":"",\
        "happening":null,"condition":null}],\
        "mentions":{"places":[],"times":[],"quantities":[],"entities":[]}}

        """)
  }

  @Test func `names the part only of a sentence outside the body`() throws {
    let text = "Convoy hit"
    let account = Account(
      number: 0, sentence: Quote(Span(0, 10), in: text), part: .headline, source: .author,
      content: [], quoted: .none, stance: .state)
    let report = Report(id: "r", text: text, blocks: [])
    let object = try parsed(JSONLine.of(report, Reading(accounts: [account])))
    let accounts = try #require(object["accounts"] as? [[String: Any]])
    #expect(accounts[0]["part"] as? String == "headline")
  }

  @Test func `repeats the text only when it was made from markup`() throws {
    var report = Report(id: "r", text: "حلب", blocks: [])
    #expect(try parsed(JSONLine.of(report, Reading()))["text"] == nil)
    report.textIsDerived = true
    #expect(try parsed(JSONLine.of(report, Reading()))["text"] as? String == "حلب")
  }

  @Test func `gives a line for what could not be read`() {
    let line = JSONLine.failure(id: nil, line: 7, code: "not-json", message: "a \"quote\"\u{1}")
    #expect(
      String(decoding: line, as: UTF8.self) == """
        {"id":null,"line":7,"error":{"code":"not-json","message":"a \\"quote\\"\\u0001"}}

        """)
  }

  @Test(arguments: UInt64(1)...40)
  func `any record gives one line of JSON whose spans cut their words out of the text`(
    seed: UInt64
  ) throws {
    var random = AnyRecord(seed: seed)
    let report = random.report()
    let reading = random.reading(of: report.text)
    let line = JSONLine.of(report, reading)
    #expect(line.filter { $0 == UInt8(ascii: "\n") }.count == 1)
    #expect(line.last == UInt8(ascii: "\n"))
    let object = try parsed(line)
    #expect(object["id"] as? String == report.id)
    #expect((object["accounts"] as? [Any])?.count == reading.accounts.count)
    let scalars = Array(report.text.unicodeScalars)
    var spans = 0
    visit(object) { start, end, text in
      spans += 1
      #expect(start <= end && end <= scalars.count)
      let cut = String(String.UnicodeScalarView(scalars[start..<end]))
      #expect(Array(cut.utf8) == Array(text.utf8))
    }
    #expect(spans >= reading.accounts.count)
  }

  private func parsed(_ line: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
  }

  /// Calls back for every span anywhere in a value.
  private func visit(_ value: Any, _ found: (Int, Int, String) -> Void) {
    if let object = value as? [String: Any] {
      if let start = object["start"] as? Int, let end = object["end"] as? Int,
        let text = object["text"] as? String
      {
        found(start, end, text)
      }
      for member in object.values { visit(member, found) }
    } else if let array = value as? [Any] {
      for element in array { visit(element, found) }
    }
  }
}
