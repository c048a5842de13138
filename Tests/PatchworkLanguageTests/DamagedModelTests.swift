import Foundation
import PatchworkTestSupport
import Testing

@testable import PatchworkLanguage

/// Damaged, cut and foreign files give a typed error or a model that still works; nothing crashes.
@Suite(.enabled(if: TestModels.isInstalled("sm"), "the model sm is not in the data folder"))
struct DamagedModelTests {
  /// The loaders of the smaller files, so that many damages can be tried.
  enum Part: String, CaseIterable {
    case tokenizer
    case norms = "vocab/lookups.bin"
    case patterns = "attribute_ruler/patterns"
    case parserMoves = "parser/moves"
    case parserModel = "parser/model"
    case entityMoves = "ner/moves"
    case taggerModel = "tagger/model"

    func load(_ bytes: [UInt8]) throws(ModelError) {
      let file = ModelFile(name: rawValue, bytes: bytes)
      switch self {
      case .tokenizer:
        let rules = try TokenizerRules(file)
        let splitter = SpanSplitter(rules)
        for text in ["don't", "(U.S.-led)", "“é…”", "http://a.b/c?d=1", ":)", "1,000km."] {
          _ = Array(text.utf8).withUnsafeBufferPointer { splitter.plainTokens($0) }
        }
      case .norms: _ = try LexicalTables(file)
      case .patterns: _ = try AttributeRuler(file)
      case .parserMoves: _ = try ParserMoves(try Moves(file))
      case .parserModel: _ = try StepNetwork(try ModelNetwork(file), features: 8, commonFeatures: 5)
      case .entityMoves: _ = try EntityMoves(try Moves(file))
      case .taggerModel:
        _ = try Tagger(
          try ModelNetwork(file), labels: Array(repeating: "NN", count: 50), labelFile: "cfg")
      }
    }
  }

  private func bytes(_ part: Part) throws -> [UInt8] {
    try ModelFile(part.rawValue, in: TestModels.folder("sm")).bytes
  }

  @Test(arguments: Part.allCases)
  func `a file cut short is refused and named`(part: Part) throws {
    let bytes = try bytes(part)
    try part.load(bytes)
    var random = SeededNumbers(11)
    let lengths =
      [0, 1, bytes.count - 1] + (0..<3).map { _ in Int.random(in: 2..<bytes.count, using: &random) }
    for length in lengths {
      let error = #expect(throws: ModelError.self) { try part.load(Array(bytes[..<length])) }
      #expect(error?.file == part.rawValue)
    }
  }

  @Test(arguments: Part.allCases)
  func `changed bytes never crash the loader`(part: Part) throws {
    let bytes = try bytes(part)
    var random = SeededNumbers(13)
    for _ in 0..<(part == .tokenizer ? 4 : 8) {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        // Most structure stands at the front.
        let reach = Bool.random(using: &random) ? bytes.count : min(bytes.count, 2000)
        changed[Int.random(in: 0..<reach, using: &random)] = .random(in: 0...255, using: &random)
      }
      do throws(ModelError) { try part.load(changed) } catch {
        #expect(error.file == part.rawValue)
      }
    }
  }

  @Test(arguments: Part.allCases, Part.allCases)
  func `one file in place of another is refused`(part: Part, other: Part) throws {
    if part == other { return }
    let bytes = try bytes(other)
    #expect(throws: ModelError.self, "\(other) as \(part)") { try part.load(bytes) }
  }

  @Test func `a folder without a model names the first missing file`() {
    #expect(throws: ModelError.unreadable(file: "tokenizer")) {
      try Pipeline(folder: TestData.folder + "/no such folder")
    }
  }
}
