import PatchworkLanguage
import PatchworkText
import Testing

@testable import PatchworkReading

/// Sentences of our own; the event is the word between brackets.
@Suite(.enabled(if: Parsed.isPossible, "The small model is not installed."))
struct FactualityTests {
  static let reader = Parsed.pipeline.flatMap { try? Reader(pipeline: $0, gazetteer: nil) }

  enum Judged { case certain, doubtful, denied }

  @Test(arguments: [
    ("Shells [struck] the bakery at dawn.", Judged.certain),
    ("The army [withdrew] from the hill.", .certain),
    ("The minister regretted that the clinic was [hit].", .certain),
    ("They managed to [leave] the town.", .certain),
    ("The convoy may [enter] tomorrow.", .doubtful),
    ("If the road opens, lorries will [leave].", .doubtful),
    ("He wants the siege to [end].", .doubtful),
    ("The shells did not [strike] the bakery.", .denied),
    ("They failed to [leave] the town.", .denied),
    ("No shells [fell] on the town.", .denied),
    ("The army refused to [withdraw].", .denied),
  ])
  func `a sentence makes an event certain, doubtful or denied`(
    _ marked: String, _ judged: Judged
  ) throws {
    let bytes = Array(marked.utf8)
    let at = try #require(bytes.firstIndex(of: UInt8(ascii: "[")))
    let text = String(
      decoding: bytes.filter { $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "]") }, as: UTF8.self)
    let reader = try #require(Self.reader)
    let found = try #require(reader.factuality(in: text, at: [at]).first ?? nil)
    switch judged {
    case .certain: #expect(found.value > 1.5, "\(found)")
    case .doubtful: #expect(found.value < 2.2 && found.value > -1, "\(found)")
    case .denied: #expect(found.value < 0, "\(found)")
    }
    #expect(!found.grounds.isEmpty || judged == .certain)
  }

  @Test func `an offset on no word gives nothing`() throws {
    let reader = try #require(Self.reader)
    #expect(reader.factuality(in: "Shells fell.", at: [400]) == [nil])
  }
}
