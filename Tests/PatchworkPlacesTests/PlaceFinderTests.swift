import PatchworkRecord
import PatchworkText
import Testing

@testable import PatchworkPlaces

@Suite struct PlaceFinderTests {
  static let finder: PlaceFinder? = try? PlaceFinder(gazetteer: Fixture.gazetteer(supplement: true))

  private func found(_ report: MarkedReport) throws -> [Place] {
    try #require(Self.finder).places(in: report.context)
  }

  @Test(arguments: [
    "A convoy entered «Muadhamiya», a suburb of the capital, «Damascus», where people live under siege.",
    "Bombs fell on the city's «Bustan al-Qasr» neighborhood in «Aleppo».",
    "Aid for «Madaya» and «al-Fuaa» was held back, and so was aid for «Kefraya».",
    "The «U.S.» and the «Russian Federation» differ over «Syria»; the «UK» too.",
    "They met in «NY» on Friday.",
    "Let us go on, they told us.",
    "The «Syrian» army and «Russian» planes struck «Urum al-Kubra».",
    "Residents of «east Aleppo» and of the «Eastern Ghouta» wait.",
    "He spoke with ‹p:Paris Hilton› and ‹p:Jordan› about it.",
    "The ‹o:Aleppo Media Centre› said so.",
    "The Aleppo Media Centre said so.",
    "Fighting went on in «Darfur», the «West Bank» and the «Gaza Strip».",
    "In March the Police went on Reading it.",
    "Trucks wait near the «Lebanese border».",
    "They fled over the «Syria border», the «Syrian» «border with the US», or the «border of Syria».",
    "دخلت القافلة إلى «حلب» اليوم",
  ])
  func `finds the names that mean places`(marked: String) throws {
    let report = MarkedReport(marked)
    #expect(try found(report).map(\.quote.span) == report.expected)
  }

  @Test(
    arguments: [
      (
        "A convoy entered «Muadhamiya», a suburb of «Damascus».", ["ocha:C2499", "geonames:170654"]
      ),
      (
        "Shells hit «Madaya» and «Wadi Barada», west of «Damascus».",
        ["ocha:C2450", "ocha:C2430", "geonames:170654"]
      ),
      ("Mortars hit «Madaya» in «Idlib province».", ["ocha:C6593", "geonames:169387"]),
      ("The «US» and «America».", ["geonames:6252001", "geonames:6252001"]),
      ("People of «Damascus», «Maryland», vote.", ["geonames:4352728", "geonames:4361885"]),
    ] as [(String, [String?])])
  func `tells namesakes apart by what the text says`(marked: String, ids: [String?]) throws {
    let report = MarkedReport(marked)
    let places = try found(report)
    #expect(places.map(\.id) == ids)
  }
}
