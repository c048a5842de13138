import Foundation
import PatchworkLanguage
import PatchworkTestSupport
import PatchworkText
import Testing

/// Where the models lie, for tests that need one.
enum TestModels {
  static func folder(_ size: String) -> String { TestData.model(size) }

  static func isInstalled(_ size: String) -> Bool {
    FileManager.default.fileExists(atPath: folder(size) + "/tokenizer")
  }
}

/// The recorded output of the original pipelines on sentences of ours.
struct Golden: Decodable {
  struct Model: Decodable { let docs: [Document] }
  struct Document: Decodable {
    let text: String
    let tokens: [[Field]]
    let ents: [[Field]]
  }
  enum Field: Decodable, CustomStringConvertible {
    case text(String)
    case number(Int)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }

    var description: String {
      switch self {
      case .text(let text): text
      case .number(let number): String(number)
      }
    }
  }
  let models: [String: Model]

  static func load() throws -> Golden {
    let url = try #require(
      Bundle.module.url(forResource: "golden", withExtension: "json", subdirectory: "Golden"))
    return try JSONDecoder().decode(Golden.self, from: Data(contentsOf: url))
  }
}

@Suite struct GoldenTests {
  @Test(
    .enabled(if: TestModels.isInstalled("sm"), "the model sm is not in the data folder"))
  func `sm gives the recorded output in every field`() throws {
    try check("sm")
  }

  @Test(
    .enabled(if: TestModels.isInstalled("md"), "the model md is not in the data folder"))
  func `md gives the recorded output in every field`() throws {
    try check("md")
  }

  private func check(_ size: String) throws {
    let documents = try #require(try Golden.load().models[size]).docs
    let pipeline = try Pipeline(folder: TestModels.folder(size))
    #expect(pipeline.version == "3.8.0" && pipeline.licence == "MIT")
    let together = pipeline.annotate(documents.map(\.text), threads: 2)
    for (document, batched) in zip(documents, together) {
      let parse = pipeline.annotate(document.text)
      #expect(parse == batched)
      let places = CodePoints(document.text)
      let tokens = parse.tokens.map { token in
        [
          document.text[token.span], String(places.offset(ofByte: token.span.start)),
          token.hasSpace ? " " : "", token.tag.rawValue, token.pos.rawValue, token.morph,
          token.lemma, token.dep.rawValue, String(token.head),
          token.isSentenceStart ? "1" : "0",
        ]
      }
      #expect(tokens == document.tokens.map { $0.map(\.description) })
      let entities = parse.entities.map {
        [String($0.tokens.lowerBound), String($0.tokens.upperBound), $0.label.rawValue]
      }
      #expect(entities == document.ents.map { $0.map(\.description) })
    }
  }
}
