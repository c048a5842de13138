import PatchworkExtraction
import PatchworkText
import Testing

@Suite struct DatelineTests {
  @Test(arguments: [
    ("«ALEPPO, Syria» (AP) — Warplanes struck.", "Associated Press"),
    ("«BEIRUT» — The army said.", ""), ("«LONDON» (Reuters) - Sterling fell.", "Reuters"),
    ("«LONDON», June 7 (Reuters) - A fall.", "Reuters"),
    ("«Damascus», SANA – The army said.", "Syrian Arab News Agency"),
    ("«BEIRUT», Sept 19 – The truce is over.", ""),
    ("«Benghazi, Libya» (CNN) -- Rebels said.", "CNN"),
    ("«DEIR AL-ZOR, Syria» (AFP) – Five died.", "Agence France-Presse"),
  ])
  func `reads place and agency`(marked: String, agency: String) throws {
    let text = marked.filter { $0 != "«" && $0 != "»" }
    let found = try #require(Dateline(at: 0, in: text))
    let place = try #require(found.place)
    #expect(marked.contains("«\(text[place])»"))
    #expect(found.agency == agency)
  }

  @Test func `reads an agency alone`() throws {
    let found = try #require(Dateline(at: 0, in: "(CNN) -- Rebels said."))
    #expect(found.place == nil)
    #expect(found.agency == "CNN")
    #expect(found.span == Span(0, 9))
  }

  @Test(arguments: [
    "The ministry – a rival of the army – denied it.", "He said – and nobody doubted it – no.",
    "UN – The", "Kerry - The envoy", "BEIRUT", "", "— The", "(Jane) -- She left.",
    "Russia rejects plan – RIA", "ALEPPO - and its suburbs - fell.",
  ])
  func `takes no sentence for a dateline`(text: String) {
    #expect(Dateline(at: 0, in: text) == nil)
  }
}
