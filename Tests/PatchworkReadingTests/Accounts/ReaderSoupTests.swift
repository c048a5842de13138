import PatchworkRecord
import PatchworkText
import Testing

@testable import PatchworkReading

/// Texts that no reporter would write are read without fault, and every span still reads what it claims.
@Suite(.enabled(if: Parsed.isPossible, "the language model is not in the data folder"))
struct ReaderSoupTests {
  private static let words = [
    "said", "says", "“", "”", "\"", "''", "—", "–", ":", ",", ".", "?", "according", "to", "who",
    "what", "he", "they", "it", "which", "that", "and", "but", "called", "on", "for", "Kerry",
    "Aleppo", "the", "a", "official", "Reuters", "denied", "accused", "of", "shelling", "killed",
    "12", "people", "\n", "\n\n", "was", "reportedly", "believed", "have", "48", "hours", "you",
    "will", "not", "حلب", "停火", "🚚", "(", ")", "convoy", "bombing", "siege", "since", "2012",
    "Monday", "\u{202E}", "é", "one", "messages", "told", "quoted", "by", "as", "saying",
  ]

  @Test(arguments: 0..<60)
  func `soup is read`(seed: Int) throws {
    var random = SplitMix(state: UInt64(seed))
    let length = Int(random.next() % 120)
    let text = (0..<length).map { _ in Self.words[Int(random.next() % UInt64(Self.words.count))] }
      .joined(separator: " ")
    let reading = try ReadReport.reading(text, headline: seed % 2 == 0)
    for account in reading.accounts {
      let quotes =
        [account.sentence] + account.cue + account.content
        + [account.source.mention, account.happening?.trigger, account.condition?.trigger]
        .compactMap { $0 }
      for quote in quotes { #expect(text[quote.span] == quote.text) }
      if let about = account.about {
        #expect(reading.accounts.contains { $0.number == about })
        #expect(about != account.number)
      }
    }
    #expect(reading.accounts.map(\.number) == Array(reading.accounts.indices))
  }

  @Test func `threads do not change a reading`() throws {
    let texts = [
      "Residents said the market was hit.", "“Go,” he said.", "The army denied the raid on Homs.",
    ]
    let reports = (0..<40).map { number in
      let text = texts[number % 3]
      return Report(
        id: "\(number)", text: text,
        blocks: [TextBlock(span: Span(0, text.utf8.count), part: .body)])
    }
    let pipeline = try #require(Parsed.pipeline)
    let reader = try Reader(pipeline: pipeline, gazetteer: nil)
    #expect(reader.read(reports, threads: 1) == reader.read(reports, threads: 4))
  }
}

/// A small seeded generator (Steele, Lea and Flood 2014, SplitMix64).
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
