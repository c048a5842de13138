import PatchworkExtraction
import PatchworkRecord
import Testing

@Suite struct ImprintTests {
  static func report(_ text: String, published: String? = "2016-09-21") throws -> Report {
    let day = published.map { ", \"published\": \"\($0)\"" } ?? ""
    let escaped = text.replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    let lines = try reportLines(of: #"{"id": "a", "text": "\#(escaped)"\#(day)}"#)
    return try lines[0].result.get()
  }

  static let body = """
    The army said its forces had entered the town from the south, and that fighting went on.

    Residents said that shells had hit the bakery and the mill, where forty people worked.
    """

  @Test(
    arguments: [
      ("ALEPPO, Syria — ", "ALEPPO, Syria", nil, ""),
      ("ALEPPO, Syria, Sept 19 (Reuters) - ", "ALEPPO, Syria", "2016-09-19", "Reuters"),
      ("LONDON, Jan 2 (Reuters) - ", "LONDON", "2017-01-02", "Reuters"),
      ("BEIRUT, 30 December – ", "BEIRUT", "2016-12-30", ""),
      ("(CNN) -- ", "", nil, "CNN"),
      ("GAZIANTEP, Turkey (AP) — ", "GAZIANTEP, Turkey", nil, "Associated Press"),
    ] as [(String, String, String?, String)])
  func `reads the dateline`(written: String, place: String, day: String?, agency: String) throws {
    let published =
      written.contains("Jan") || written.contains("December") ? "2017-01-01" : "2016-09-21"
    let dateline = try #require(
      try Self.report(written + Self.body, published: published).imprint.dateline)
    #expect(dateline.place == place)
    #expect(dateline.day == day)
    #expect(dateline.agency == agency)
    #expect(written.hasPrefix(dateline.text))
  }

  @Test func `gives a day without a year none where the day of publication is not known`() throws {
    let report = try Self.report("LONDON, Jan 2 (Reuters) - " + Self.body, published: nil)
    #expect(report.imprint.dateline?.place == "LONDON")
    #expect(report.imprint.dateline?.day == nil)
  }

  @Test func `takes no sentence for a dateline`() throws {
    #expect(
      try Self.report("The ministry – a rival – denied it.\n\n" + Self.body).imprint.dateline == nil
    )
  }

  /// Lines and whom they credit, as "role: name" with agencies marked by a star.
  @Test(
    arguments: [
      (
        "(Reporting by Zara Mill in Oldport and Ben Rook; Editing by Ida Crane)",
        ["reporting: Zara Mill", "reporting: Ben Rook", "editing: Ida Crane"]
      ),
      (
        "With additional reporting by Agence France-Presse",
        ["reporting: *Agence France-Presse"]
      ),
      (
        "Associated Press writer Zara Mill in Oldport contributed to this report.",
        ["reporting: *Associated Press", "reporting: Zara Mill"]
      ),
      (
        "Oldport Herald correspondent Zara Mill contributed to this story.",
        ["reporting: Zara Mill"]
      ),
      ("– RIA", ["sign-off: *RIA Novosti"]),
      (
        "\u{201C}We saw it,\u{201D} a doctor told Reuters by phone.",
        ["told: *Reuters"]
      ),
      ("“We saw it,” a doctor told the AFP news agency.", ["told: *Agence France-Presse"]),
      ("A doctor told reporters that he saw it.", []),
      ("The attack was reported by the mayor and by Zara Mill.", []),
      ("The column is written by Ben Rook, who is retired.", []),
    ] as [(String, [String])])
  func `reads credits`(line: String, expected: [String]) throws {
    let credits = try Self.report(Self.body + "\n\n" + line).imprint.credits
    let shown = credits.map { "\($0.role.rawValue): \($0.isAgency ? "*" : "")\($0.who)" }
    #expect(shown == expected)
    for credit in credits { #expect(line.contains(credit.text) || credit.text.contains(line)) }
  }

  @Test func `tells people and agencies in the byline apart`() throws {
    let html = AnyPage.html(head: #"<meta name="author" content="Zara Mill and Ben Rook, AFP">"#)
    let credits = try Report(id: "a", bytes: Array(html.utf8)).imprint.credits
    #expect(credits.map(\.who) == ["Zara Mill", "Ben Rook", "Agence France-Presse"])
    #expect(credits.map(\.isAgency) == [false, false, true])
    #expect(credits.allSatisfy { $0.role == .byline })
  }

  @Test(
    arguments: [
      (
        "Correction, 22 September 2016: An earlier version of this report gave a wrong number of dead.",
        Imprint.Note.Kind.correction, "2016-09-22"
      ),
      ("Correction: The name of the mill was wrong.", .correction, nil),
      (
        "Correction, 22 September 2016: An earlier version gave a wrong number.", .correction,
        "2016-09-22"
      ),
      ("Updated at 14:05 BST: The convoy has arrived.", .update, nil),
      ("Clarification: The mill is in the old town.", .clarification, nil),
      ("UPDATE: The convoy has since arrived.", .update, nil),
      ("This story has been updated with a statement of the army.", .update, nil),
      ("(Corrects name of the town in the second paragraph)", .correction, nil),
      (
        "This article was amended on 3 October 2016 because the mill was misnamed.", .correction,
        "2016-10-03"
      ),
      ("Editor’s note: Names were changed for the safety of those who spoke.", .note, nil),
    ] as [(String, Imprint.Note.Kind, String?)])
  func `reads notes of changes`(line: String, kind: Imprint.Note.Kind, day: String?) throws {
    let notes = try Self.report(Self.body + "\n\n" + line).imprint.notes
    #expect(notes == [Imprint.Note(kind: kind, day: day, text: line)])
  }

  @Test func `takes a label alone with the paragraph behind it`() throws {
    let report = try Self.report(Self.body + "\n\nCorrection\n\nThe mill was misnamed.")
    #expect(report.imprint.notes.map(\.text) == ["The mill was misnamed."])
  }

  @Test(arguments: [
    "The correction of the course was made at sea.", "Correctional officers said it was over.",
    "The update of the list is due in May.",
    "Corrected figures for 2016, the ministry said, were: twelve and nine.",
  ])
  func `takes no sentence for a note`(sentence: String) throws {
    #expect(try Self.report(Self.body + "\n\n" + sentence).imprint.notes.isEmpty)
  }
}
