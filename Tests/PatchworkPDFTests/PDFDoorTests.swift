import PatchworkExtraction
import PatchworkRecord
import Testing

@testable import PatchworkPDF

@Suite struct PDFDoorTests {
  static let mills = ["mill", "well", "yard", "gate"]
  static let towns = ["Azra", "Barda", "Cala", "Dara"]
  static let roads = ["bridge", "bypass", "road", "track"]

  static func page(_ number: Int) -> [String] {
    let (mill, town, road) = (mills[number - 1], towns[number - 1], roads[number - 1])
    return [
      "Field Office - weekly note", "",
      "Shells hit the \(mill) at the edge of the town on Mon-",
      "day, residents of \(town) said by telephone, and the \(road) was",
      "closed to all traffic from \(town) until the evening.", "",
      "The army denied that it had fired at the \(mill), and said that two",
      "of its own men had been hurt near the \(road).",
      "", "Page \(number) of 4",
    ]
  }

  @Test
  func `pages are joined to paragraphs, words cut at line ends made whole, running lines left out`()
    throws
  {
    let report = try PDFDoor.report(
      Document(id: "a", bytes: AnyPDF.document((1...4).map(Self.page))))
    #expect(
      report.text.contains(
        "Shells hit the well at the edge of the town on Monday, residents of Barda said by telephone, and the bypass was closed to all traffic from Barda until the evening."
      ))
    #expect(!report.text.contains("weekly note"))
    #expect(!report.text.contains("of 4"))
    #expect(report.title == "Situation note")
    #expect(report.byline == "Field Office")
    #expect(
      report.published == SourcedDate(value: "2016-09-20T08:00:00Z", origin: "pdf:CreationDate"))
    #expect(report.mediaType == "application/pdf")
  }

  @Test func `pages without text are named as pictures`() {
    #expect(throws: ExtractionError(.scanned)) {
      try PDFDoor.report(Document(id: "a", bytes: AnyPDF.document([[], []])))
    }
  }

  @Test func `a document under a password is named`() {
    #expect(throws: ExtractionError(.encrypted)) {
      try PDFDoor.report(
        Document(id: "a", bytes: AnyPDF.document([Self.page(1)], encrypted: true)))
    }
  }

  @Test func `damaged documents give errors or what is left, never an end`() {
    let whole = AnyPDF.document((1...3).map(Self.page))
    for end in stride(from: 6, to: whole.count, by: 97) {
      do throws(ExtractionError) {
        let report = try PDFDoor.report(Document(id: "a", bytes: Array(whole[..<end])))
        #expect(!report.text.isEmpty)
      } catch {
        #expect([.damaged, .scanned].contains(error.code))
      }
    }
  }

  @Test func `a page tree that claims far too many pages is refused`() {
    let text = String(decoding: AnyPDF.document([Self.page(1)]), as: UTF8.self)
    let bytes = Array(text.replacing("/Count 1 ", with: "/Count 900000000 ").utf8)
    do throws(ExtractionError) {
      let report = try PDFDoor.report(Document(id: "a", bytes: bytes))
      #expect(report.text.contains("Shells hit"))
    } catch {
      #expect([.tooComplex, .damaged].contains(error.code))
    }
  }

  @Test func `text over the limit is refused`() {
    var limits = ExtractionLimits()
    limits.pageText = 100
    #expect(throws: ExtractionError(.tooLarge, cause: .limit(100))) {
      try PDFDoor.report(
        Document(id: "a", bytes: AnyPDF.document([Self.page(1)]), limits: limits))
    }
  }

  @Test(arguments: [
    ("resi-", "dents said", "residents said"), ("anti-", "ISIS", "anti-ISIS"), ("1-", "2", nil),
    ("a \u{AD}", "b", "a b"), ("road", "cut", nil), ("Mon-", "day", "Monday"), ("-", "x", nil),
  ])
  func `words cut by a hyphen`(before: String, after: String, joined: String?) {
    #expect(FlowingText.joinedHyphen(before, after) == joined)
  }

  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"), (1_474_358_400, "2016-09-20T08:00:00Z"),
    (951_782_400, "2000-02-29T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
  ])
  func `times of the clock`(seconds: Int, text: String) {
    #expect(UTCTime.text(seconds) == text)
  }
}
