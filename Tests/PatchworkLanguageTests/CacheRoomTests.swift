import Testing

@testable import PatchworkLanguage

/// Caches that overflow again and again change nothing in the answers.
@Suite(.enabled(if: TestModels.isInstalled("sm"), "the model sm is not in the data folder"))
struct CacheRoomTests {
  @Test func `a worker with little room gives the same parses`() throws {
    let model = try LanguageModel(folder: TestModels.folder("sm"))
    let tight = Worker(model, room: CacheRoom(vectors: 540, products: 540))
    let ample = Worker(model, room: .ample)
    let texts = try #require(try Golden.load().models["sm"]).docs.map(\.text)
    let expected = texts.flatMap { ample.annotate([$0]) }
    for _ in 0..<2 {
      for (text, parse) in zip(texts, expected) {
        #expect(tight.annotate([text]) == [parse])
      }
    }
  }

  @Test func `a text longer than any page is parsed as one`() throws {
    let model = try LanguageModel(folder: TestModels.folder("sm"))
    let worker = Worker(model, room: CacheRoom(vectors: 540, products: 540))
    let texts = try #require(try Golden.load().models["sm"]).docs.map(\.text)
    let long = String(repeating: texts.joined(separator: " ") + " ", count: 3)
    let parse = try #require(worker.annotate([long]).first)
    #expect(parse.tokens.count > 2 * EncodedPages.pageRows)
    #expect(parse == Worker(model, room: .ample).annotate([long]).first)
  }
}
